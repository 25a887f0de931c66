"""Notices (thông báo): said from one day to another, and kept afterwards, marked as over."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import StreamValue
from wagtail.models import Page, PageManager

from home.notices.querysets import NoticePageQuerySet
from portal.core.blocks import body_text
from portal.core.fields import BodyField
from portal.core.page_views import ViewedPage
from portal.core.pages import BasePage


class NoticeIndexPage(ViewedPage):
    """All notices of one site, those in force first in the eye."""

    introduction = models.TextField(_("giới thiệu"), blank=True, max_length=400)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage", "subsites.UnitHomePage"]
    subpage_types = ["notices.NoticePage"]
    template = "notices/notice_index_page.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("danh mục thông báo")
        verbose_name_plural = _("danh mục thông báo")

    def get_introduction(self) -> str:
        return self.introduction


class NoticePage(BasePage):
    """One notice."""

    starts_on = models.DateField(_("từ ngày"), default=timezone.localdate)
    ends_on = models.DateField(
        _("đến hết ngày"), null=True, blank=True, help_text=_("Để trống nếu không có ngày hết hạn.")
    )
    is_important = models.BooleanField(
        _("quan trọng"), default=False, help_text=_("Đứng đầu danh sách trên trang chủ.")
    )
    body = BodyField(verbose_name=_("nội dung"))

    objects: ClassVar[PageManager] = PageManager.from_queryset(NoticePageQuerySet)()

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("is_important"),
            ],
            heading=_("Thời gian"),
        ),
        FieldPanel("body"),
    ]
    parent_page_types = ["notices.NoticeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "notices/notice_page.html"
    counts_views = True

    class Meta:
        verbose_name = _("thông báo")
        verbose_name_plural = _("thông báo")

    def get_body(self) -> StreamValue:
        return self.body

    def clean(self) -> None:
        super().clean()
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Ngày kết thúc phải từ ngày bắt đầu trở đi.")})

    @property
    def is_current(self) -> bool:
        today = timezone.localdate()
        return self.starts_on <= today and (self.ends_on is None or self.ends_on >= today)

    def get_search_text(self) -> str:
        return body_text(self.body)
