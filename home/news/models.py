"""News: topics, items, their index, and the board's choice of what also stands on the province's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import StreamValue
from wagtail.contrib.routable_page.models import path
from wagtail.models import Page, PageManager

from home.news.filters import NewsFilters
from home.news.presentation import label_units, news_article
from home.news.querysets import NewsPageQuerySet, TopicQuerySet
from portal.core.addresses import canonical_url
from portal.core.blocks import body_headings, body_text
from portal.core.fields import BodyField
from portal.core.page_views import ViewedPage
from portal.core.pages import BasePage, LeadPicture, Metadata
from portal.core.pagination import page_numbers, page_of
from portal.core.sharing import share_links, share_picture
from portal.core.targets import Row, find_many, in_html, picture
from portal.core.text import compose, slugify
from portal.core.validators import validate_alt_text
from portal.media.models import PortalImage
from units.frame.frames import frame_for_page, units_of

PER_PAGE = 12
RELATED = 4


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

    @path("chu-de/<slug:slug>/feed/", name="topic_feed")
    def topic_feed(self, request: HttpRequest, slug: str) -> HttpResponseBase:
        from home.news.feeds import TopicFeed

        topic = get_object_or_404(Topic, slug=slug)
        return TopicFeed(frame_for_page(self, request), self, topic)(request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        frame = frame_for_page(self, request)
        filters = NewsFilters(request, frame, NewsPage.objects.all(), Topic.objects.active())
        items = filters.items().select_related("lead_image")
        page, out_of_range = page_of(Paginator(items, PER_PAGE), request.GET.get("trang"))
        label_units(page.object_list, request)
        context.update(
            items=page,
            total=page.paginator.count,
            out_of_range=out_of_range,
            page_range=page_numbers(page),
            filters=filters.choices(),
        )
        context["meta"].robots = "noindex, follow" if filters.is_narrowed or out_of_range else ""
        context["meta"].on_page(page.number)
        context["meta"].feed_url = filters.feed_url(self)
        return context


class NewsPage(BasePage):
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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        units = units_of(request)
        unit = units.owner_of(self)
        siblings = NewsPage.objects.shown().exclude(pk=self.pk).select_related("lead_image")
        siblings = (
            siblings.on_site_of(unit, units) if unit else siblings.child_of(self.get_parent())
        )
        topics = self.topic_list
        around = siblings.around(self, topics, RELATED)
        context["newer"], context["older"], context["related"] = around
        context["topics"] = self._topic_links(topics, request)
        context["share_links"] = share_links(context["meta"])
        return context

    def _topic_links(self, topics: list[Topic], request: HttpRequest) -> list[tuple[str, str]]:
        """(name, address) of each topic in the listing of this site."""
        index = self.get_trail()[-1]
        address = canonical_url(index, request)
        return [(topic.name, f"{address}?chu-de={topic.slug}") for topic in topics]

    def get_json_ld(self, request: HttpRequest) -> dict[str, Any]:
        data = super().get_json_ld(request)
        data["@graph"].append(news_article(self, request))
        return data


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
