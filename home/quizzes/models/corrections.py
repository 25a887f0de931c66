"""A right answer that turned out to be wrong, and what was done about it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_REASON = 500


class KeyCorrection(models.Model):
    """Which answers of a question count from now on. The newest row of a question holds.

    The published paper is not touched: it is what people read. The rows stay beside it for as long as the
    contest does, so that every mark can be reckoned again.
    """

    page = models.ForeignKey(
        "quizzes.QuizPage",
        models.CASCADE,
        related_name="key_corrections",
        verbose_name=_("cuộc thi"),
    )
    question = models.TextField(_("khóa của câu hỏi"), editable=False)
    before = models.JSONField(_("đáp án trước khi sửa"), default=list)
    # Keys of answers; none where every paper gets the mark.
    after = models.JSONField(_("đáp án sau khi sửa"), default=list)
    reason = models.CharField(_("lý do"), max_length=LONGEST_REASON)
    changed = models.PositiveIntegerField(_("số bài đổi điểm"), default=0)
    corrected_at = models.DateTimeField(_("sửa lúc"))
    corrected_by = models.ForeignKey(
        "users.User", models.SET_NULL, null=True, related_name="+", verbose_name=_("người sửa")
    )

    scope_unit_path = "page"

    class Meta:
        ordering = ["pk"]
        verbose_name = _("lần sửa đáp án")
        verbose_name_plural = _("lần sửa đáp án")

    def __str__(self) -> str:
        return f"{self.page} – {self.question}"

    @property
    def right(self) -> frozenset[str]:
        return frozenset(self.after)
