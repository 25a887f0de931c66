"""The editor's form: what a quiz must have, and what may no longer change once people take part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.blocks.stream_block import StreamBlockValidationError

from home.quizzes.blocks import MOST_QUESTIONS, paper_of
from home.quizzes.rules.periods import State
from portal.core.text import format_datetime
from units.scope.forms import ScopedPageForm


class QuizPageForm(ScopedPageForm):
    instance: Any

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation:
            self._check_complete(cleaned)
        if self.instance.pk:
            self._check_unchanged(cleaned)
        return cleaned

    def _check_complete(self, cleaned: dict[str, Any]) -> None:
        for name, text in missing_values(cleaned):
            if name not in self.errors:
                self._refuse(name, text)

    def _refuse(self, name: str, text: str) -> None:
        """Wagtail shows an error of a StreamField only as one of its own kind."""
        is_stream = name == "questions"
        self.add_error(
            name, StreamBlockValidationError(non_block_errors=[text]) if is_stream else text
        )

    def _check_unchanged(self, cleaned: dict[str, Any]) -> None:
        """Papers that people have begun or handed in stand on the published questions."""
        quiz = type(self.instance)
        published = quiz.objects.filter(pk=self.instance.pk).first()
        version = self.instance.current_version
        if published is None or version is None or not published.is_contest:
            return
        if not (self.instance.entries.exists() or self.instance.drafts.exists()):
            return
        if cleaned.get("mode") not in (None, "", published.mode):
            self.add_error("mode", _("Đã có người làm bài: không đổi được hình thức."))
        questions = cleaned.get("questions")
        if questions is not None and paper_of(questions).skeleton != version.paper.skeleton:
            self._refuse("questions", changed_questions())
        self._check_days(cleaned, published)

    def _check_days(self, cleaned: dict[str, Any], published: Any) -> None:
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens_at and not _same_minute(opens_at, published.opens_at):
            self.add_error("opens_at", _("Đã có người làm bài: không đổi được giờ mở."))
        if not closes_at or _same_minute(closes_at, published.closes_at):
            return
        if published.state_at(timezone.now()) is State.OVER:
            text = _("Cuộc thi đã kết thúc và đáp án đã công khai: không mở lại được.")
            self.add_error("closes_at", text)
        elif closes_at < published.closes_at:
            text = _("Đã có người làm bài: giờ kết thúc chỉ lùi lại được, không sớm hơn %(end)s.")
            self.add_error("closes_at", text % {"end": format_datetime(published.closes_at)})


def _same_minute(one: datetime, other: datetime) -> bool:
    """The form knows no seconds; a moment that came from elsewhere may have some."""
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)


def changed_questions() -> str:
    return _(
        "Đã có người làm bài: chỉ sửa được lời văn, ảnh và giải thích; không thêm, bớt câu hỏi, phương án và "
        "không đổi đáp án. Hãy khôi phục phần đã đổi, hoặc tạo một cuộc thi mới. Nếu đáp án sai, hãy sửa ở "
        "“Bài dự thi và kết quả” sau khi cuộc thi kết thúc: mọi bài được chấm lại."
    )


def missing_values(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(field, sentence) of what a published quiz must have and a draft may lack."""
    questions = values.get("questions")
    if not questions:
        yield "questions", _("Bộ câu hỏi còn trống: hãy thêm ít nhất một câu hỏi.")
    elif len(questions) > MOST_QUESTIONS:
        yield "questions", _("Nhiều nhất %(number)d câu hỏi.") % {"number": MOST_QUESTIONS}
    if values.get("mode") != "contest":
        return
    for name in ("opens_at", "closes_at"):
        if not values.get(name):
            yield name, _("Cuộc thi cần giờ mở và giờ kết thúc.")
    if not (values.get("consent_text") or "").strip():
        yield (
            "consent_text",
            _("Cuộc thi ghi tên người dự thi nên cần lời xin đồng ý xử lý thông tin cá nhân."),
        )
