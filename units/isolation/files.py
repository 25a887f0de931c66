"""Pictures and documents: own ones to change, shared ones to choose, tags of both and of no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Count, Model, QuerySet
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.filters import PopularTagsFilter
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.documents.views.documents import IndexView as DocumentIndexView
from wagtail.images.views.chooser import ImageChooseView
from wagtail.images.views.images import ImagesFilterSet
from wagtail.images.views.images import IndexView as ImageIndexView
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from units.scope.rows import Actor
from units.scope.shared import shared_roots
from units.scope.sight import usable

POPULAR = 10
_ROOTS = "_portal_shared_roots"


@dataclass(frozen=True)
class SharedChoice:
    """Stands beside a group's permissions: whoever chooses anywhere chooses here too."""

    collection: Collection
    collection_id: int


class SharedChoicePolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's policy of collections, with the shared ones open for choosing.

    Rows of permissions for each unit's groups would say the same, but had to be written anew for every
    unit and every shared collection.
    """

    def _get_user_permission_objects_for_actions(self, user: Any, actions: Any) -> set[Any]:
        found = super()._get_user_permission_objects_for_actions(user, actions)
        if "choose" not in actions:
            return found
        may_choose = super()._get_user_permission_objects_for_actions(user, ["choose"])
        if not may_choose:
            return found
        return found | {SharedChoice(root, root.pk) for root in _shared_roots(user)}


def _shared_roots(user: Actor) -> list[Collection]:
    """Read once per user object, which lives as long as the request."""
    found = getattr(user, _ROOTS, None)
    if found is None:
        found = list(shared_roots())
        setattr(user, _ROOTS, found)
    return found


def install_policies() -> None:
    """Wagtail hands its two policy objects to many views, so the objects themselves learn the rule."""
    from wagtail.documents import permissions as documents
    from wagtail.images import permissions as images

    for policy in (images.permission_policy, documents.permission_policy):
        policy.__class__ = SharedChoicePolicy


def popular_tags(model: type[Model], user: Actor) -> QuerySet[Tag]:
    """The tags most used on the files that the person may use."""
    files = usable(model._default_manager.all(), user).order_by().values("pk")
    return (
        Tag.objects.filter(
            taggit_taggeditem_items__content_type__app_label=model._meta.app_label,
            taggit_taggeditem_items__content_type__model=model._meta.model_name,
            taggit_taggeditem_items__object_id__in=files,
        )
        .annotate(item_count=Count("taggit_taggeditem_items"))
        .order_by("-item_count", "name")[:POPULAR]
    )


class OwnTagsMixin:
    """The filter by tag offers tags in sight; Wagtail offers the most used of the whole portal."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tags = popular_tags(self._meta.model, self.request.user)  # type: ignore[attr-defined]
        self.filters.pop("tag", None)  # type: ignore[attr-defined]
        if tags:
            self.filters["tag"] = PopularTagsFilter(  # type: ignore[attr-defined]
                label=_("Thẻ"),
                field_name="tags__name",
                choices=[(tag.name, tag.name) for tag in tags],
                widget=forms.CheckboxSelectMultiple,
                use_subquery=kwargs.get("is_searching"),
            )


class ScopedImagesFilterSet(OwnTagsMixin, ImagesFilterSet):
    class Meta(ImagesFilterSet.Meta):
        pass


class ScopedDocumentsFilterSet(OwnTagsMixin, DocumentsFilterSet):
    class Meta(DocumentsFilterSet.Meta):
        pass


class ScopedImageIndexView(ImageIndexView):
    filterset_class = ScopedImagesFilterSet


class ScopedDocumentIndexView(DocumentIndexView):
    filterset_class = ScopedDocumentsFilterSet


class ScopedImageChooseView(ImageChooseView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["popular_tags"] = popular_tags(self.model, self.request.user)
        return context
