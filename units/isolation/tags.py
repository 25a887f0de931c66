"""Suggestions while typing a tag: those of files in sight."""

from django.http import HttpRequest, JsonResponse
from taggit.models import Tag
from wagtail.admin.views.tags import TAGS_AUTOCOMPLETE_LIMIT

from units.scope.sight import visible_file_tags


def autocomplete(
    request: HttpRequest, app_name: str = "taggit", model_name: str = "tag"
) -> JsonResponse:
    """Only the tags of files are known here; of any other kind nothing is suggested."""
    term = request.GET.get("term", "")
    if not term or (app_name, model_name) != ("taggit", "tag"):
        return JsonResponse([], safe=False)
    found = Tag.objects.filter(visible_file_tags(request.user), name__istartswith=term)
    names = found.order_by("name").values_list("name", flat=True).distinct()
    return JsonResponse(list(names[:TAGS_AUTOCOMPLETE_LIMIT]), safe=False)
