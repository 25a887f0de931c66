"""News: topics, items, their index, and the board's choice of what also stands on the province's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import StreamValue
from wagtail.models import Page, PageManager

from home.news.querysets import NewsPageQuerySet, TopicQuerySet
from portal.core.blocks import body_headings, body_text
from portal.core.fields import BodyField
from portal.core.page_views import ViewedPage
from portal.core.pages import LeadPicture, Metadata
from portal.core.sharing import share_picture
from portal.core.targets import Row, find_many, in_html, picture
from portal.core.text import compose, slugify
from portal.core.validators import validate_alt_text
from portal.media.models import PortalImage
from units.frame.frames import units_of


class Topic(models.Model):
    """A field of the procuracy's work (khâu công tác); shared by every unit, edited by the board."""

    name = models.CharField(_("tên chủ đề"), max_length=120, unique=True)
    slug = models.SlugField(_("tên trong địa chỉ"), max_length=100, unique=True, blank=True)
    description = models.CharField(_("mô tả"), max_length=300, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_active = models.BooleanField(_("đang dùng"), default=True)

    objects: ClassVar[TopicQuerySet] = TopicQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["sort_order", "name"]
        verbose_name = _("chủ đề")
        verbose_name_plural = _("chủ đề")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.name = compose(self.name)
        self.slug = self.slug or slugify(self.name)


class NewsIndexPage(ViewedPage):
    """All news of one site: the province's, or a unit's."""

    introduction = models.TextField(_("giới thiệu"), blank=True, max_length=400)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage", "subsites.UnitHomePage"]
    subpage_types = ["news.NewsPage"]
    template = "news/news_index_page.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("danh mục tin bài")
        verbose_name_plural = _("danh mục tin bài")

    def get_introduction(self) -> str:
        return self.introduction


class NewsPage(ViewedPage):
    """A news item (tin bài)."""

    lead = models.TextField(
        _("lời dẫn (sapô)"),
        max_length=600,
        help_text=_("Tóm tắt điều chính trong một, hai câu; nên dưới 60 từ."),
    )
    body = BodyField(verbose_name=_("nội dung"))
    topics = ParentalManyToManyField(Topic, related_name="items", verbose_name=_("chủ đề"))
    author_name = models.CharField(_("tác giả"), max_length=120, blank=True)
    author_role = models.CharField(_("chức danh tác giả"), max_length=120, blank=True)
    source = models.CharField(_("nguồn tin"), max_length=160, blank=True)
    lead_image = models.ForeignKey(
        "media.PortalImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ảnh đại diện"),
    )
    lead_image_alt = models.CharField(
        _("văn bản thay thế của ảnh"),
        max_length=255,
        blank=True,
        help_text=_("Mô tả ảnh cho người không nhìn thấy. Để trống nếu ảnh đã có mô tả."),
    )
    lead_image_caption = models.CharField(_("chú thích ảnh"), max_length=300, blank=True)
    lead_image_credit = models.CharField(_("tác giả, nguồn ảnh"), max_length=120, blank=True)

    objects: ClassVar[PageManager] = PageManager.from_queryset(NewsPageQuerySet)()

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("lead_image"),
                FieldPanel("lead_image_alt"),
                FieldPanel("lead_image_caption"),
                FieldPanel("lead_image_credit"),
            ],
            heading=_("Ảnh đại diện"),
        ),
        FieldPanel("body"),
        # A draft may lack them; the check list before a submission does not let that pass.
        FieldPanel("topics", widget=CheckboxSelectMultiple, required_on_save=False),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("author_name"), FieldPanel("author_role")]),
                FieldPanel("source"),
            ],
            heading=_("Tác giả và nguồn"),
        ),
    ]
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "news/news_page.html"
    counts_views = True

    class Meta:
        verbose_name = _("tin bài")
        verbose_name_plural = _("tin bài")

    def get_lead(self) -> str:
        return self.lead

    def get_lead_picture(self) -> LeadPicture | None:
        if not self.lead_image:
            return None
        return LeadPicture(
            self.lead_image, self.image_alt, self.lead_image_caption, self.image_credit
        )

    def get_body(self) -> StreamValue:
        return self.body

    def clean(self) -> None:
        super().clean()
        self.lead = compose(self.lead)
        if not self.lead_image:
            return
        if not self.image_alt:
            message = _("Ảnh đại diện cần văn bản thay thế: hãy viết một câu mô tả ảnh.")
            raise ValidationError({"lead_image_alt": message})
        try:
            validate_alt_text(self.image_alt)
        except ValidationError as error:
            raise ValidationError({"lead_image_alt": error}) from error

    @property
    def image_alt(self) -> str:
        return self.lead_image_alt or (self.lead_image.description if self.lead_image else "")

    @property
    def image_credit(self) -> str:
        return self.lead_image_credit or (self.lead_image.credit if self.lead_image else "")

    @property
    def published_at(self) -> Any:
        return self.first_published_at

    @property
    def updated_at(self) -> Any:
        """When the public text last changed, or None if it never did after publication."""
        first, last = self.first_published_at, self.last_published_at
        if first is None or last is None or (last - first).total_seconds() < 60:
            return None
        return last

    @property
    def topic_list(self) -> list[Topic]:
        return list(self.topics.all())

    @property
    def unit_label(self) -> str:
        """Name of the unit on a list that mixes units; set by `label_units`."""
        return getattr(self, "_unit_label", "")

    @property
    def headings(self) -> list[tuple[str, str]]:
        return body_headings(self.body)

    def get_search_text(self) -> str:
        return f"{self.lead} {body_text(self.body)} {self.author_name}"

    def get_meta(self, request: HttpRequest) -> Metadata:
        if self.lead_image_id and not NewsPage.lead_image.is_cached(self):
            self.lead_image = find_many(PortalImage, [self.lead_image_id])[0]
        meta = super().get_meta(request)
        meta.description = self.search_description or self.lead
        meta.og_type = "article"
        meta.published, meta.modified = self.first_published_at, self.last_published_at
        meta.author = self.author_name
        meta.image_url, meta.image_alt = (
            share_picture(self.lead_image, meta.canonical_url),
            self.image_alt,
        )
        return meta

    def get_targets(self, request: HttpRequest) -> Iterator[Row]:
        unit = units_of(request).owner_of(self)
        yield from super().get_targets(request)
        yield from picture(self.lead_image_id)
        yield from in_html(unit.footer_text if unit else "")


class Promotion(models.Model):
    """The board's choice that a unit's item also stands on the province's pages.

    A row beside the page and not a field of it: a unit's later draft cannot undo or fake the choice,
    and a copy of the page does not inherit it.
    """

    page = models.OneToOneField(NewsPage, models.CASCADE, related_name="promotion")
    promoted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    promoted_at = models.DateTimeField(_("đưa lên lúc"), default=timezone.now)

    class Meta:
        verbose_name = _("tin bài đưa lên trang tỉnh")
        verbose_name_plural = _("tin bài đưa lên trang tỉnh")

    def __str__(self) -> str:
        return str(self.page)
