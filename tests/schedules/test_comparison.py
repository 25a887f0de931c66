"""What an edit changed in a week, as the person sees it who compares two versions."""

from __future__ import annotations

from datetime import date, time

from django.utils.html import strip_tags

from events.schedules.comparison import EntriesComparison
from events.schedules.models import WorkSchedulePage
from events.schedules.rules.lines import new_lines, to_data
from events.schedules.rules.week import Entry, Session

MONDAY = date(2026, 11, 23)
KEPT, CHANGED, DROPPED = to_data(
    new_lines(
        [
            Entry(MONDAY, Session.MORNING, content="Họp giao ban"),
            Entry(MONDAY, Session.AFTERNOON, time(14), content="Làm việc tại xã <Mẫu>"),
            Entry(MONDAY, Session.AFTERNOON, content="Tiếp công dân"),
        ]
    )
)


def compared(before: object, after: object) -> EntriesComparison:
    field = WorkSchedulePage._meta.get_field("entries")
    return EntriesComparison(
        field, WorkSchedulePage(entries=before), WorkSchedulePage(entries=after)
    )


def test_lines_are_told_in_words_and_only_those_that_changed() -> None:
    later = {**CHANGED, "start": "15:30", "place": "Nhà văn hóa", "is_public": True}
    (added,) = to_data(new_lines([Entry(MONDAY, Session.MORNING, content="Họp báo")]))

    html = compared([KEPT, CHANGED, DROPPED], [added, later, KEPT]).htmldiff()

    assert "Họp giao ban" not in html
    assert "1 dòng không thay đổi" in html
    assert '<span class="deletion">23/11/2026 · Chiều · Tiếp công dân · nội bộ</span>' in html
    assert '<span class="addition">23/11/2026 · Sáng · Họp báo · nội bộ</span>' in html
    assert "địa điểm: Nhà văn hóa" in strip_tags(html)
    assert "&lt;Mẫu&gt;" in html
    assert "uid" not in html


def test_order_alone_is_no_change_of_a_line() -> None:
    assert "2 dòng" in compared([KEPT, CHANGED], [CHANGED, KEPT]).htmldiff()


def test_lines_that_no_rule_understands_are_still_shown() -> None:
    assert "lạ" in compared([{"content": "lạ"}], [KEPT]).htmldiff()
