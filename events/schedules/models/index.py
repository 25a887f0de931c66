"""The page of a unit's schedules."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page

from events.schedules.audience import sealed
from portal.core.page_views import ViewedPage
from units.frame.frames import frame_for_page


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

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return sealed(request, super().serve(request, *args, **kwargs))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        if request.GET:
            context["meta"].robots = "noindex, follow"
        return context

    @path("", name="index_route")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        from events.schedules.views import index_context

        return self.render(request, context_overrides=index_context(self, request))

    @path("nam/<int:year>/", name="year")
    def year(self, request: HttpRequest, year: int) -> HttpResponseBase:
        from events.schedules.views import register_of_year

        return register_of_year(self, request, year)

    @path("cac-don-vi/", name="all_units")
    def all_units(self, request: HttpRequest) -> HttpResponseBase:
        from events.schedules.views import all_units

        return all_units(self, request)

    @path("ics/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponseBase:
        from events.schedules.feeds import unit_calendar

        return unit_calendar(frame_for_page(self, request))

    @path("lanh-dao/<int:official_id>/ics/", name="leader_feed")
    def leader_feed(self, request: HttpRequest, official_id: int) -> HttpResponseBase:
        from events.schedules.feeds import leader_calendar

        return leader_calendar(frame_for_page(self, request), official_id)
