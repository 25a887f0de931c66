"""Topics in the administration, and the board's choice for the province's pages."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.widgets import Button
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_modeladmin.options import ModelAdmin

from home.news.models import NewsPage, Promotion, Topic
from units.frame.frames import Units
from units.scope.registers import ScopedIndexView


class TopicAdmin(ModelAdmin):
    model = Topic
    index_view_class = ScopedIndexView
    menu_label = gettext_lazy("Chủ đề tin bài")
    menu_icon = "tag"
    menu_order = 320
    list_display = ("name", "slug", "sort_order", "is_active")
    search_fields = ("name",)
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("description"),
        FieldRowPanel([FieldPanel("sort_order"), FieldPanel("is_active")]),
    ]


def may_promote(user: AbstractUser | AnonymousUser) -> bool:
    """The board decides what also stands on the province's pages."""
    return user.has_perm("news.add_promotion") and user.has_perm("news.delete_promotion")


def promotion_button(page: Page, user: AbstractUser, **kwargs: Any) -> Iterator[Button]:
    """In the menu of a unit's published item, for the board.

    The same words whether it is promoted or not: a list of items asks for no row of its own each, and
    the page behind says what will happen.
    """
    item = page.specific_deferred
    if not isinstance(item, NewsPage) or not item.live or not may_promote(user):
        return
    yield Button(
        _("Trên trang tỉnh…"),
        reverse("news_promote", args=[item.pk]),
        icon_name="pick",
        priority=70,
    )


@require_http_methods(["GET", "POST"])
def promote(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask, then put the unit's item on the province's lists, or take it off again."""
    item = get_object_or_404(NewsPage, pk=page_id)
    if not may_promote(request.user):
        raise PermissionDenied
    owner = Units().owner_of(item)
    promotion = Promotion.objects.filter(page=item).first()
    if request.method == "GET":
        context = {"item": item, "promotion": promotion, "owner": owner}
        return TemplateResponse(request, "news/admin/promote.html", context)
    if promotion is not None:
        promotion.delete()
        log(instance=item, action="news.demote", user=request.user)
        messages.success(request, _("Đã gỡ “%s” khỏi trang tỉnh.") % item.title)
    elif owner is None or owner.is_province:
        messages.error(request, _("Tin này đã là tin của trang tỉnh."))
    elif not item.live:
        messages.error(request, _("Chỉ đưa lên trang tỉnh được tin đang hiển thị."))
    else:
        Promotion.objects.get_or_create(page=item, defaults={"promoted_by": request.user})
        log(instance=item, action="news.promote", user=request.user)
        messages.success(request, _("Đã đưa “%s” lên trang tỉnh.") % item.title)
    return redirect("wagtailadmin_explore", item.get_parent().pk)
