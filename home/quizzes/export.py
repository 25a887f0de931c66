"""The papers of a contest as a workbook. Cells are text and numbers, never formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from home.quizzes.counts import Totals, ranked
from home.quizzes.models import QuizPage
from home.quizzes.remarking import Told
from portal.core.spreadsheets import Sheet, as_workbook
from portal.core.text import phone_display


def workbook(page: QuizPage, totals: Totals, corrections: Sequence[Told] = ()) -> bytes:
    sheets = [
        _sheet(_("Bài dự thi"), _headings(), _entries(page)),
        _sheet(_("Thống kê câu hỏi"), _question_headings(), _questions(totals)),
    ]
    if corrections:
        sheets.append(_sheet(_("Đáp án đã sửa"), _correction_headings(), _corrections(corrections)))
    return as_workbook(*sheets)


def _sheet(title: str, headings: list[str], rows: Iterable[list[Any]]) -> Sheet:
    """Strangers write the names, and the office copies them on: they are marked as texts."""
    return Sheet(title, headings, rows, is_marked=True)


def _headings() -> list[str]:
    return [
        _("Hạng"),
        _("Mã bài"),
        _("Họ và tên"),
        _("Đơn vị, trường học"),
        _("Điện thoại"),
        _("Điểm"),
        _("Dự đoán"),
        _("Chênh lệch dự đoán"),
        _("Nhận lúc"),
        _("Giải thưởng"),
        _("Đồng ý công bố"),
        _("Phiên bản lời đồng ý"),
    ]


def _entries(page: QuizPage) -> Iterator[list[Any]]:
    rows = {entry.pk: entry for entry in page.entries.select_related("version").defer("answers")}
    for place in ranked(page):
        entry = rows.get(place.candidate.key)
        if entry is None:
            # Deleted between the two queries.
            continue
        yield [
            place.rank,
            entry.code,
            entry.name,
            entry.organisation,
            phone_display(entry.telephone) if entry.telephone else "",
            entry.score,
            entry.guess,
            place.distance,
            f"{timezone.localtime(entry.received_at):%d/%m/%Y %H:%M:%S}",
            entry.prize,
            _("có") if entry.agrees_to_publication else _("không"),
            entry.version.number,
        ]


def _question_headings() -> list[str]:
    return [_("Câu hỏi"), _("Phương án"), _("Đáp án đúng"), _("Số bài chọn"), _("Số bài dự thi")]


def _questions(totals: Totals) -> Iterator[list[Any]]:
    for question in totals.questions:
        for option in question.options:
            yield [
                question.text,
                option.text,
                _("có") if option.is_right else "",
                option.count,
                question.total,
            ]


def _correction_headings() -> list[str]:
    return [
        _("Câu"),
        _("Sửa lúc"),
        _("Đáp án trước"),
        _("Đáp án sau"),
        _("Lý do"),
        _("Số bài đổi điểm"),
    ]


def _corrections(rows: Iterable[Told]) -> Iterator[list[Any]]:
    everyone = _("tính điểm cho mọi bài")
    for one in rows:
        yield [
            one.number,
            f"{timezone.localtime(one.row.corrected_at):%d/%m/%Y %H:%M:%S}",
            "; ".join(one.before) or everyone,
            "; ".join(one.after) or everyone,
            one.row.reason,
            one.row.changed,
        ]
