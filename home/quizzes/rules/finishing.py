"""What a published quiz must have, while a draft may lack it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

MOST_QUESTIONS: Final = 60
# The fields that `missing_values` looks at.
PARTS_TO_FINISH: Final = ("questions", "mode", "opens_at", "closes_at", "consent_text")


def missing_values(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(field, sentence) of what is not finished; `values` of the editor's form or of a page, by field.

    {"questions": [one], "mode": "contest", "opens_at": None, …} → ("opens_at", "Cuộc thi cần giờ mở …")
    """
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
