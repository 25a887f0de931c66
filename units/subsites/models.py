"""A unit's own site, and the directory of all of them at /don-vi/."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from home.sections import SiteHomePage
from portal.core.pages import BasePage
from units.frame.frames import Frame, frame_for_page
from units.models import Official
from units.organisation.maps import map_points


class UnitDirectoryPage(BasePage):
    """Every unit with its address and the communes that it serves."""

    introduction = models.TextField(_("giới thiệu"), blank=True, max_length=600)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["subsites.UnitHomePage"]
    # What lies below belongs to the units, and no department writes there.
    holds_sites = True
    max_count = 1
    template = "subsites/unit_directory_page.html"

    class Meta:
        verbose_name = _("danh bạ đơn vị")
        verbose_name_plural = _("danh bạ đơn vị")

    def get_introduction(self) -> str:
        return self.introduction

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        frame = frame_for_page(self, request)
        context["groups"] = self._groups(frame)
        on_map = [*frame.units.lower_level, *([frame.province] if frame.province else [])]
        context["map_points"] = map_points(on_map, frame.url_of)
        return context

    @staticmethod
    def _groups(frame: Frame) -> list[tuple[str, list[dict[str, Any]]]]:
        groups: dict[str, list[dict[str, Any]]] = {}
        for unit in frame.units.lower_level:
            groups.setdefault(unit.get_kind_display(), []).append(frame.card_of(unit))
        return list(groups.items())


class UnitHomePage(SiteHomePage):
    """The first page of a unit's site; which unit it is, the unit's record says."""

    parent_page_types = ["subsites.UnitDirectoryPage"]
    # The explorer asks whether any kind may be added: first the one that needs no count of what is there.
    subpage_types = [
        "home.StandardPage",
        "news.NewsIndexPage",
        "notices.NoticeIndexPage",
        "schedules.WorkScheduleIndexPage",
        "legal_education.LegalEducationIndexPage",
        "reception.ReceptionIndexPage",
        "quizzes.QuizIndexPage",
        "registry.DocumentIndexPage",
        "home.OrganisationPage",
        "home.ContactPage",
    ]
    template = "subsites/unit_home_page.html"

    class Meta:
        verbose_name = _("trang chủ đơn vị")
        verbose_name_plural = _("trang chủ đơn vị")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        unit = frame_for_page(self, request).unit
        if unit is not None:
            context["leaders"] = list(Official.objects.leading(unit).select_related("portrait"))
        return context
