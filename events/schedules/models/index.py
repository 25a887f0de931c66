"""The page of a unit's schedules."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from events.schedules.audience import sealed
from events.schedules.models.pages import WorkSchedulePage
from events.schedules.querysets import WorkSchedulePageQuerySet
from portal.core.page_views import ViewedPage


class WorkScheduleIndexPage(ViewedPage):
    """A unit's schedules: this week first, every other by its date, and the register of each year."""

    introduction = models.TextField(_("giới thiệu"), blank=True, max_length=400)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage", "subsites.UnitHomePage"]
    subpage_types = ["schedules.WorkSchedulePage"]
    template = "schedules/index_page.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("lịch công tác")
        verbose_name_plural = _("lịch công tác")

    def get_introduction(self) -> str:
        return self.introduction

    def weeks(self) -> WorkSchedulePageQuerySet:
        """The unit's weeks that are shown to the public."""
        return WorkSchedulePage.objects.shown().child_of(self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Whatever view answers: what it told a member is sealed."""
        return sealed(request, super().serve(request, *args, **kwargs))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        if request.GET:
            context["meta"].robots = "noindex, follow"
        return context
