"""The pages: a site's hub of legal education, and each of its items."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager

from home.laws.models import LawReference
from home.legal_education import citations, finishing
from home.legal_education.blocks import PanelsField
from home.legal_education.editing import page_panels
from home.legal_education.editor_form import LegalEducationForm
from home.legal_education.models.lists import Audience, LegalField
from home.legal_education.querysets import LegalEducationPageQuerySet
from home.legal_education.rules import forms as rules
from home.legal_education.rules.forms import RICH_FIELDS
from portal.core.blocks import TEXT_FEATURES, body_headings, body_text
from portal.core.fields import BodyField
from portal.core.page_views import ViewedPage
from portal.core.pages import Metadata
from portal.core.sharing import share_picture
from portal.core.targets import Row, in_body, in_html, picture
from portal.core.text import compose, strip_html
from portal.core.validators import validate_alt_text
from portal.media.illustrated import IllustratedPage, picture_field


class LegalEducationIndexPage(ViewedPage):
    """The hub: of the province with the items of every unit, of a unit with its own."""

    introduction = models.TextField(_("giới thiệu"), blank=True, max_length=400)
    law_day_message = models.TextField(
        _("lời nhân Ngày Pháp luật 9/11"),
        blank=True,
        max_length=600,
        help_text=_("Hiện trong tháng có Ngày Pháp luật. Để trống thì dùng lời sẵn có."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("law_day_message"),
    ]
    parent_page_types = ["home.HomePage", "subsites.UnitHomePage"]
    subpage_types = ["legal_education.LegalEducationPage"]
    template = "legal_education/index_page.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("chuyên mục phổ biến, giáo dục pháp luật")
        verbose_name_plural = _("chuyên mục phổ biến, giáo dục pháp luật")

    def get_introduction(self) -> str:
        return self.introduction


class LegalEducationPage(IllustratedPage, ViewedPage):
    """One item, in one of seven forms; `rules.forms` says what each of them asks for."""

    class Form(models.TextChoices):
        ARTICLE = rules.ARTICLE, _("Bài viết")
        QUESTION = rules.QUESTION, _("Hỏi – đáp")
        CASE = rules.CASE, _("Tình huống pháp luật")
        LEAFLET = rules.LEAFLET, _("Tờ gấp")
        INFOGRAPHIC = rules.INFOGRAPHIC, _("Infographic")
        VIDEO = rules.VIDEO, _("Video")
        PODCAST = rules.PODCAST, _("Podcast")

    form = models.CharField(
        _("hình thức"), max_length=20, choices=Form.choices, default=Form.ARTICLE, db_index=True
    )
    lead = models.TextField(
        _("lời dẫn"),
        max_length=600,
        help_text=_("Nói điều chính trong một, hai câu dễ hiểu; nên dưới 60 từ."),
    )
    facts = RichTextField(_("tình huống"), blank=True, features=TEXT_FEATURES)
    question = RichTextField(_("câu hỏi"), blank=True, features=TEXT_FEATURES)
    analysis = RichTextField(_("phân tích"), blank=True, features=TEXT_FEATURES)
    conclusion = RichTextField(_("kết luận"), blank=True, features=TEXT_FEATURES)
    body = BodyField(verbose_name=_("nội dung"))
    panels = PanelsField(verbose_name=_("các mặt của tờ gấp"))
    infographic = picture_field(_("tranh infographic"))
    text_alternative = RichTextField(
        _("nội dung bằng chữ của tranh"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Viết lại mọi điều tranh nói, cho người không nhìn thấy tranh và để tìm kiếm."),
    )
    recording = models.ForeignKey(
        "media.PortalDocument",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("tệp video hoặc âm thanh"),
        help_text=_("Video: MP4, WebM. Âm thanh: MP3, M4A, OGG."),
    )
    captions = models.ForeignKey(
        "media.PortalDocument",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("phụ đề (tệp .vtt)"),
    )
    embed_url = models.URLField(
        _("địa chỉ video ở trang ngoài"),
        blank=True,
        help_text=_(
            "Chỉ dùng khi không có tệp. Trang này hiện ảnh bìa và một liên kết; không tải gì từ trang "
            "ngoài."
        ),
    )
    transcript = RichTextField(_("lời của video, podcast"), blank=True, features=TEXT_FEATURES)
    legal_fields = ParentalManyToManyField(
        LegalField, related_name="items", verbose_name=_("lĩnh vực pháp luật")
    )
    audiences = ParentalManyToManyField(
        Audience, related_name="items", verbose_name=_("đối tượng"), blank=True
    )
    lead_image = picture_field(_("ảnh đại diện, ảnh bìa"))
    reviewed_on = models.DateField(
        _("rà soát nội dung ngày"), null=True, blank=True, help_text=_("Hiện dưới bài.")
    )
    review_again_on = models.DateField(
        _("cần xem lại từ ngày"),
        null=True,
        blank=True,
        help_text=_("Đến ngày này, bài vào danh sách cần xem lại của đơn vị."),
    )

    objects: ClassVar[PageManager] = PageManager.from_queryset(LegalEducationPageQuerySet)()

    base_form_class = LegalEducationForm
    content_panels = page_panels()
    parent_page_types = ["legal_education.LegalEducationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "legal_education/page.html"
    # Read by the check list besides title, lead, lead picture and body.
    checked_fields = (*RICH_FIELDS, "panels")

    class Meta:
        verbose_name = _("bài phổ biến pháp luật")
        verbose_name_plural = _("bài phổ biến pháp luật")

    # Whether it cites a law that is not in force any more; set by whoever lists it.
    cites_lapsed: bool = False

    def get_lead(self) -> str:
        return self.lead

    def get_body(self) -> StreamValue:
        return self.body

    def clean(self) -> None:
        super().clean()
        self.lead = compose(self.lead)
        errors = finishing.file_errors(self)
        if self.lead_image and self.image_alt:
            try:
                validate_alt_text(self.image_alt)
            except ValidationError as error:
                errors["lead_image_alt"] = error
        if self.reviewed_on and self.review_again_on and self.review_again_on <= self.reviewed_on:
            errors["review_again_on"] = ValidationError(
                _("Ngày xem lại phải sau ngày rà soát nội dung.")
            )
        if errors:
            raise ValidationError(errors)

    def missing_parts(self) -> list[tuple[str, str]]:
        """(field, what to do) for each part that a finished page of this form still lacks.

        Read by the editor's form when a page is submitted or published, and by the check list.
        """
        names = rules.missing(self.form, self.filled())
        return [(name, finishing.what_is_missing(self.form, name)) for name in names]

    def filled(self) -> dict[str, bool]:
        """Which fields hold something."""
        filled = {name: bool(strip_html(getattr(self, name) or "").strip()) for name in RICH_FIELDS}
        filled |= {name: bool(len(getattr(self, name) or ())) for name in ("body", "panels")}
        for name in ("infographic", "recording", "captions", "lead_image"):
            filled[name] = getattr(self, f"{name}_id") is not None
        filled["embed_url"] = bool(self.embed_url)
        return filled

    @property
    def asked(self) -> tuple[str, ...]:
        return rules.form_of(self.form).asked

    @cached_property
    def field_list(self) -> list[LegalField]:
        return list(self.legal_fields.all())

    @cached_property
    def audience_list(self) -> list[Audience]:
        return list(self.audiences.all())

    @property
    def form_label(self) -> str:
        return str(self.get_form_display())

    @property
    def headings(self) -> list[tuple[str, str]]:
        return body_headings(self.body) if self.form == self.Form.ARTICLE else []

    def get_search_text(self) -> str:
        asked = self.asked
        texts = [strip_html(getattr(self, name)) for name in RICH_FIELDS if name in asked]
        if "body" in asked:
            texts.append(body_text(self.body))
        if "panels" in asked:
            texts.append(body_text(self.panels))
        laws = [str(cited) for cited in citations.references_of(self)]
        return " ".join([self.lead, *texts, *laws, self.author_name])

    def get_meta(self, request: HttpRequest) -> Metadata:
        meta = super().get_meta(request)
        meta.description = self.search_description or self.lead
        meta.og_type = "article"
        meta.published, meta.modified = self.first_published_at, self.last_published_at
        meta.author = self.author_name
        shared = self.lead_image or self.infographic
        meta.image_url = share_picture(shared, meta.canonical_url)
        meta.image_alt = self.image_alt
        return meta

    def get_targets(self, request: HttpRequest) -> Iterator[Row]:
        yield from super().get_targets(request)
        yield from in_body(self.panels)
        for name in RICH_FIELDS:
            yield from in_html(getattr(self, name))
        yield from picture(self.lead_image_id)
        yield from picture(self.infographic_id)


class CitedLaw(LawReference):
    """A law that the page cites, down to the article, clause and point."""

    page = ParentalKey(LegalEducationPage, on_delete=models.CASCADE, related_name="law_references")
