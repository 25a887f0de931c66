"""The pages: a site's quizzes, and each of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from http import HTTPMethod
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager

from home.quizzes.blocks import paper_of
from home.quizzes.consent import DEFAULT_CONSENT, wordings
from home.quizzes.fields import QuestionsField
from home.quizzes.forms import QuizPageForm
from home.quizzes.models.records import QuizVersion
from home.quizzes.querysets import QuizPageQuerySet
from home.quizzes.rules import periods
from home.quizzes.rules.finishing import PARTS_TO_FINISH, missing_values
from home.quizzes.rules.paper import ExamPaper, to_data
from portal.core.blocks import TEXT_FEATURES
from portal.core.page_views import ViewedPage
from portal.core.pages import BasePage, Metadata
from portal.core.targets import picture
from portal.core.text import compose, strip_html
from portal.core.validators import validate_alt_text
from portal.media.illustrated import picture_field

LONGEST_RETENTION_DAYS = 730


class QuizIndexPage(ViewedPage):
    """A site's contests and practice quizzes: what is open first."""

    introduction = models.TextField(_("giới thiệu"), blank=True, max_length=400)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage", "subsites.UnitHomePage"]
    subpage_types = ["quizzes.QuizPage"]
    template = "quizzes/index_page.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("danh mục thi tìm hiểu pháp luật")
        verbose_name_plural = _("danh mục thi tìm hiểu pháp luật")

    def get_introduction(self) -> str:
        return self.introduction


class QuizPage(ViewedPage):
    """A quiz: practice with an answer at once, or a contest with its days, consent and ranking.

    The public page is the same for everybody. Whatever belongs to one person is served below it, in
    answers that no cache keeps.
    """

    class Mode(models.TextChoices):
        PRACTICE = "practice", _("Luyện tập: biết ngay đúng, sai; không ghi tên")
        CONTEST = "contest", _("Cuộc thi: có thời hạn, ghi tên, xếp hạng")

    allowed_http_methods: ClassVar[list[HTTPMethod]] = [
        *BasePage.allowed_http_methods,
        HTTPMethod.POST,
    ]

    lead = models.TextField(_("giới thiệu"), max_length=600)
    image = picture_field(_("ảnh"))
    image_alt = models.CharField(
        _("văn bản thay thế của ảnh"),
        max_length=255,
        blank=True,
        help_text=_("Để trống nếu ảnh đã có mô tả."),
    )
    rules_text = RichTextField(_("thể lệ"), blank=True, features=TEXT_FEATURES)
    mode = models.CharField(
        _("hình thức"), max_length=10, choices=Mode.choices, default=Mode.PRACTICE
    )
    questions = QuestionsField(verbose_name=_("câu hỏi"))
    shuffles = models.BooleanField(
        _("trộn thứ tự câu hỏi và phương án"),
        default=True,
        help_text=_("Bỏ chọn nếu có phương án như “Cả A và B đều đúng”."),
    )
    opens_at = models.DateTimeField(_("mở lúc"), null=True, blank=True)
    closes_at = models.DateTimeField(_("kết thúc lúc"), null=True, blank=True)
    prizes = RichTextField(_("giải thưởng"), blank=True, features=TEXT_FEATURES)
    consent_text = models.TextField(
        _("lời xin đồng ý xử lý thông tin cá nhân"),
        max_length=1500,
        blank=True,
        default=DEFAULT_CONSENT,
        help_text=_("Nói rõ mục đích. Thời hạn lưu được thêm vào theo số ngày bên dưới."),
    )
    retention_days = models.PositiveSmallIntegerField(
        _("xóa thông tin cá nhân sau (ngày, kể từ khi cuộc thi kết thúc)"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_RETENTION_DAYS)],
    )

    objects: ClassVar[PageManager] = PageManager.from_queryset(QuizPageQuerySet)()

    base_form_class = QuizPageForm
    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Ảnh")),
        MultiFieldPanel(
            [
                FieldPanel("mode"),
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            ],
            heading=_("Hình thức và thời gian"),
        ),
        FieldPanel("rules_text"),
        FieldPanel("prizes"),
        MultiFieldPanel(
            [FieldPanel("consent_text"), FieldPanel("retention_days")],
            heading=_("Thông tin cá nhân (chỉ cho cuộc thi)"),
        ),
        MultiFieldPanel([FieldPanel("shuffles"), FieldPanel("questions")], heading=_("Bộ câu hỏi")),
    ]
    parent_page_types = ["quizzes.QuizIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "quizzes/quiz_page.html"

    class Meta:
        verbose_name = _("cuộc thi, bài trắc nghiệm")
        verbose_name_plural = _("cuộc thi, bài trắc nghiệm")

    def get_lead(self) -> str:
        return self.lead

    @property
    def is_contest(self) -> bool:
        return self.mode == self.Mode.CONTEST

    @property
    def paper(self) -> ExamPaper:
        """What stands in the editor; what the public answers is a `QuizVersion`."""
        return paper_of(self.questions)

    @property
    def current_version(self) -> QuizVersion | None:
        return QuizVersion.objects.filter(page=self.pk).order_by("number").last()

    @property
    def published_paper(self) -> ExamPaper:
        """The paper that the public answers; without questions before the first publication."""
        version = self.current_version
        return version.paper if version else ExamPaper()

    def state_at(self, moment: datetime) -> periods.State:
        if not self.is_contest:
            return periods.State.PRACTICE
        return periods.state(self.opens_at, self.closes_at, moment)

    @property
    def state(self) -> str:
        """For templates."""
        return self.state_at(timezone.now()).value

    @property
    def picture_alt(self) -> str:
        return self.image_alt or (self.image.description if self.image else "")

    def snapshot(self) -> dict[str, Any]:
        """What a version keeps."""
        return {
            "questions": to_data(self.paper),
            "shuffles": self.shuffles,
            **wordings(self.consent_text, self.retention_days),
        }

    def clean(self) -> None:
        super().clean()
        for name in ("lead", "image_alt", "consent_text"):
            setattr(self, name, compose(getattr(self, name)))
        if self.image_alt:
            try:
                validate_alt_text(self.image_alt)
            except ValidationError as error:
                raise ValidationError({"image_alt": error}) from error
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("Giờ kết thúc phải sau giờ mở.")})

    def missing_parts(self) -> Iterator[tuple[str, str]]:
        """Read by the reviews before an item goes up: (field, sentence) of what is not finished."""
        yield from missing_values({name: getattr(self, name) for name in PARTS_TO_FINISH})
        for number, child in enumerate(self.questions, 1):
            try:
                child.block.clean(child.value)
            except ValidationError:
                text = _("Câu hỏi %(number)d chưa hoàn chỉnh: hãy mở trình soạn thảo để xem lỗi.")
                yield "questions", str(text) % {"number": number}

    def get_targets(self, request: HttpRequest) -> Any:
        yield from picture(self.image_id)

    def get_search_text(self) -> str:
        """Never the questions: a contest's are not public, and an answer must not be found by search."""
        return " ".join([self.lead, strip_html(self.rules_text), strip_html(self.prizes)])

    def get_meta(self, request: HttpRequest) -> Metadata:
        meta = super().get_meta(request)
        meta.description = meta.description or self.lead
        meta.published = self.first_published_at
        return meta
