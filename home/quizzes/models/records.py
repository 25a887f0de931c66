"""Rows beside a quiz: its published papers, papers that are being written, and those handed in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from home.quizzes.querysets import QuizDraftQuerySet, QuizEntryQuerySet
from home.quizzes.rules.paper import ExamPaper, from_data


class QuizVersion(models.Model):
    """The questions and the words of consent as they were published.

    It is the evidence of what a person agreed to (Law 91/2025/QH15 on personal data: consent for each
    purpose, provable afterwards), and the paper by which an entry is marked.
    """

    page = models.ForeignKey(
        "quizzes.QuizPage", models.CASCADE, related_name="versions", verbose_name=_("cuộc thi")
    )
    number = models.PositiveSmallIntegerField(_("phiên bản"))
    published_at = models.DateTimeField(_("đăng lúc"))
    content = models.JSONField(_("nội dung"), default=dict)
    retention_days = models.PositiveSmallIntegerField(_("số ngày lưu thông tin cá nhân"))

    scope_unit_path = "page"

    class Meta:
        ordering = ["page", "number"]
        verbose_name = _("phiên bản bộ câu hỏi")
        verbose_name_plural = _("phiên bản bộ câu hỏi")
        constraints = [models.UniqueConstraint(fields=["page", "number"], name="quiz_version_once")]

    def __str__(self) -> str:
        return f"{self.page} – {self.number}"

    @property
    def paper(self) -> ExamPaper:
        return from_data(self.content.get("questions"))

    @property
    def shuffles(self) -> bool:
        return bool(self.content.get("shuffles"))

    def wording(self, name: str) -> str:
        """`taking_part` or `publication`: what the person ticks."""
        return str(self.content.get(name) or "")


class QuizDraft(models.Model):
    """A paper that somebody is writing: answers, and nothing about the person.

    It is found by a random token in the browser's cookie, of which only a hash is stored.
    """

    page = models.ForeignKey(
        "quizzes.QuizPage", models.CASCADE, related_name="drafts", verbose_name=_("cuộc thi")
    )
    version = models.ForeignKey(
        QuizVersion, models.CASCADE, related_name="+", verbose_name=_("phiên bản")
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    seed = models.CharField(max_length=32, editable=False)
    answers = models.JSONField(_("câu trả lời"), default=dict)
    created_at = models.DateTimeField(_("bắt đầu lúc"))
    updated_at = models.DateTimeField(_("lưu lúc"))

    scope_unit_path = "page"
    objects: ClassVar[QuizDraftQuerySet] = QuizDraftQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("bài đang làm")
        verbose_name_plural = _("bài đang làm")
        indexes = [models.Index(fields=["updated_at"], name="quiz_draft_updated")]

    def __str__(self) -> str:
        return f"{self.page} – {self.pk}"

    @property
    def paper_seed(self) -> str:
        """Empty where the editor wants one order for all."""
        return self.seed if self.version.shuffles else ""

    @property
    def chosen(self) -> dict[str, list[str]]:
        return self.answers if isinstance(self.answers, dict) else {}


class QuizEntry(models.Model):
    """A paper that was handed in.

    `phone_key` is a keyed hash of the telephone number: the database itself keeps a second entry of one
    number out. It goes with the other personal data; the answers and the marks stay for the statistics.
    """

    page = models.ForeignKey(
        "quizzes.QuizPage", models.CASCADE, related_name="entries", verbose_name=_("cuộc thi")
    )
    version = models.ForeignKey(
        QuizVersion, models.CASCADE, related_name="entries", verbose_name=_("phiên bản")
    )
    code = models.CharField(_("mã bài dự thi"), max_length=12)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    phone_key = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001 (NULL repeats)
    name = models.CharField(_("họ và tên"), max_length=120, blank=True)
    organisation = models.CharField(_("đơn vị, trường học"), max_length=200, blank=True)
    telephone = models.CharField(_("số điện thoại"), max_length=20, blank=True)
    guess = models.PositiveIntegerField(_("dự đoán số bài đúng hoàn toàn"), null=True)
    answers = models.JSONField(_("câu trả lời"), default=dict)
    score = models.PositiveSmallIntegerField(_("điểm"))
    is_flawless = models.BooleanField(_("đúng tất cả"), default=False)
    received_at = models.DateTimeField(_("nhận lúc"))
    consented_at = models.DateTimeField(_("đồng ý lúc"))
    agrees_to_publication = models.BooleanField(_("đồng ý công bố nếu đạt giải"), default=False)
    prize = models.CharField(_("giải thưởng"), max_length=80, blank=True)
    personal_data_deleted_at = models.DateTimeField(
        _("xóa thông tin cá nhân lúc"), null=True, blank=True
    )

    scope_unit_path = "page"
    objects: ClassVar[QuizEntryQuerySet] = QuizEntryQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("bài dự thi")
        verbose_name_plural = _("bài dự thi")
        constraints = [
            models.UniqueConstraint(fields=["page", "phone_key"], name="quiz_one_entry_per_phone"),
            models.UniqueConstraint(fields=["page", "code"], name="quiz_entry_code_once"),
        ]

    def __str__(self) -> str:
        return self.code


class WinnersNotice(models.Model):
    """The board has made the winners of a contest public; without the row nobody is named."""

    page = models.OneToOneField(
        "quizzes.QuizPage",
        models.CASCADE,
        related_name="winners_notice",
        verbose_name=_("cuộc thi"),
    )
    published_at = models.DateTimeField(_("công bố lúc"))
    published_by = models.ForeignKey(
        "users.User", models.SET_NULL, null=True, related_name="+", verbose_name=_("người công bố")
    )

    scope_unit_path = "page"

    class Meta:
        verbose_name = _("công bố giải thưởng")
        verbose_name_plural = _("công bố giải thưởng")

    def __str__(self) -> str:
        return str(self.page)
