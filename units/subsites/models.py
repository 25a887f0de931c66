"""A unit's own site, and the directory of all of them at /don-vi/."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from home.sections.pages import SiteHomePage
from portal.core.page_views import ViewedPage


class UnitDirectoryPage(ViewedPage):
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
