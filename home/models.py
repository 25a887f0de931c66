"""The province's home page and the page types that every site uses: standard, organisation, contact."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue
from wagtail.models import Page

from events.upcoming import reception_url
from home.sections import SiteHomePage, government_organization
from portal.core.addresses import canonical_url
from portal.core.blocks import body_headings, body_text
from portal.core.fields import BodyField
from portal.core.pages import BasePage, Metadata
from units.frame.frames import frame_for_page
from units.models import Official, Unit
from units.organisation.maps import map_points

SITE_HOMES = ["home.HomePage", "subsites.UnitHomePage"]


class HomePage(SiteHomePage):
    """The province's first page; there is one."""

    parent_page_types = ["wagtailcore.Page"]
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
        "subsites.UnitDirectoryPage",
    ]
    max_count = 1
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("trang chủ tỉnh")
        verbose_name_plural = _("trang chủ tỉnh")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        frame = frame_for_page(self, request)
        units = frame.units.lower_level
        if units and units[0].home_page is not None:
            context["units_url"] = canonical_url(units[0].home_page.get_parent(), request)
        context["units"] = [frame.card_of(unit) for unit in units]
        on_map = [*units, *([frame.province] if frame.province else [])]
        context["map_points"] = map_points(on_map, frame.url_of)
        return context


class StandardPage(BasePage):
    """A page of text: introduction, functions, privacy, help."""

    lead = models.TextField(_("lời dẫn"), blank=True, max_length=600)
    body = BodyField(verbose_name=_("nội dung"))

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = [*SITE_HOMES, "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "home/standard_page.html"
    counts_views = True

    class Meta:
        verbose_name = _("trang nội dung")
        verbose_name_plural = _("trang nội dung")

    def get_lead(self) -> str | None:
        return self.lead or None

    def get_body(self) -> StreamValue:
        return self.body

    @property
    def headings(self) -> list[tuple[str, str]]:
        return body_headings(self.body)

    def get_search_text(self) -> str:
        return f"{self.lead} {body_text(self.body)}"

    def get_meta(self, request: HttpRequest) -> Metadata:
        meta = super().get_meta(request)
        meta.description = self.search_description or self.lead
        return meta


class OrganisationPage(BasePage):
    """Leaders, departments and units, read from the one record that each of them has."""

    introduction = models.TextField(_("giới thiệu"), blank=True, max_length=1000)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = SITE_HOMES
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    template = "home/organisation_page.html"

    class Meta:
        verbose_name = _("trang cơ cấu tổ chức")
        verbose_name_plural = _("trang cơ cấu tổ chức")

    def get_introduction(self) -> str:
        return self.introduction

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        frame = frame_for_page(self, request)
        if frame.unit is None:
            return context
        context["leaders"] = list(Official.objects.leading(frame.unit).select_related("portrait"))
        context["departments"] = self._departments(frame.unit)
        if frame.is_province:
            context["units"] = [frame.card_of(unit) for unit in frame.units.lower_level]
        return context

    @staticmethod
    def _departments(unit: Unit) -> list[tuple[Unit, Official | None]]:
        """Each department with the first of its leaders."""
        departments = Unit.objects.active().departments().filter(parent=unit)
        leaders = Official.objects.filter(unit__in=departments, is_leader=True)
        heads: dict[int, Official] = {}
        for official in leaders.order_by("sort_order", "pk"):
            heads.setdefault(official.unit_id, official)
        return [(department, heads.get(department.pk)) for department in departments]


class ContactPage(BasePage):
    """How to reach the procuracy; address and telephone come from the unit's record."""

    body = BodyField(verbose_name=_("nội dung thêm"))

    content_panels = [*Page.content_panels, FieldPanel("body")]
    parent_page_types = SITE_HOMES
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    template = "home/contact_page.html"

    class Meta:
        verbose_name = _("trang liên hệ")
        verbose_name_plural = _("trang liên hệ")

    def get_body(self) -> StreamValue:
        return self.body

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        frame = frame_for_page(self, request)
        context["reception_url"] = reception_url(frame.unit)
        if frame.is_province:
            context["units"] = [frame.card_of(unit) for unit in frame.units.lower_level]
        return context

    def get_search_text(self) -> str:
        return body_text(self.body)

    def get_json_ld(self, request: HttpRequest) -> dict[str, Any]:
        data = super().get_json_ld(request)
        frame = frame_for_page(self, request)
        if frame.unit is not None:
            data["@graph"].append(government_organization(frame.unit, frame.absolute_home_url))
        return data
