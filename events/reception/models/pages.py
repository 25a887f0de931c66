"""The page on which a unit says when it receives citizens."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageManager

from events.reception.querysets import ReceptionIndexPageQuerySet
from portal.core.page_views import ViewedPage
from portal.core.pages import Metadata
from units.frame.frames import frame_for_page
from units.scope.forms import ScopedPageForm
from units.scope.rows import unit_of_object


class ReceptionIndexPage(ViewedPage):
    """When and where the unit receives citizens; on the province's site every unit's days as well."""

    introduction = models.TextField(gettext_lazy("giới thiệu"), blank=True, max_length=600)

    objects: ClassVar[PageManager] = PageManager.from_queryset(ReceptionIndexPageQuerySet)()

    base_form_class = ScopedPageForm
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage", "subsites.UnitHomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "reception/index_page.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = gettext_lazy("trang tiếp công dân")
        verbose_name_plural = gettext_lazy("trang tiếp công dân")

    def get_introduction(self) -> str:
        return self.introduction

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        if request.GET:
            context["meta"].robots = "noindex, follow"
        return context

    def get_meta(self, request: HttpRequest) -> Metadata:
        meta = super().get_meta(request)
        unit = frame_for_page(self, request).unit
        if unit is not None and not self.seo_title:
            meta.title = f"{self.title} – {unit.short_name}"
        return meta

    def get_search_text(self) -> str:
        """What people ask; days are left out, the index would tell of those that are over."""
        unit = unit_of_object(self)
        name = unit.name if unit else ""
        words = _(
            "Lịch tiếp công dân định kỳ, giờ tiếp công dân thường xuyên, Viện trưởng tiếp công dân"
        )
        return f"{words}. {name}. {self.introduction}"
