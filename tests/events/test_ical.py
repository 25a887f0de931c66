"""The calendars that the portal writes, read by another library than the one that writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from events.feeds import calendar_response
from events.ical import VIETNAM, Event, calendar

MEETING = Event(
    uid="lich-1@vks.example",
    sequence=0,
    start=datetime(2026, 11, 24, 15, 46, tzinfo=VIETNAM),
    end=datetime(2026, 11, 24, 17, 0, tzinfo=VIETNAM),
    all_day=False,
    summary="Họp giao ban; Phòng 1, Phòng 2",
    description="Dòng đầu\nDòng sau \\ hết",
    location="Phòng họp tầng 2",
    url="https://vks.example/lich/",
    changed_at=datetime(2026, 11, 20, 1, 30, tzinfo=UTC),
)


def read(*events: Event) -> list[vobject.base.Component]:
    found = vobject.readOne(calendar("Lịch tuần", events).decode())
    return list(found.contents.get("vevent", []))


def test_an_afternoon_stays_an_afternoon() -> None:
    (found,) = read(MEETING)
    assert found.dtstart.value == MEETING.start
    assert found.dtstart.value.utcoffset() == timedelta(hours=7)
    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:20261124T154600" in calendar("Lịch", [MEETING])


def test_marks_line_ends_and_signs_come_through() -> None:
    (found,) = read(MEETING)
    assert found.summary.value == MEETING.summary
    assert found.description.value == MEETING.description
    assert found.location.value == MEETING.location
    assert found.url.value == MEETING.url


def test_a_change_keeps_the_uid_and_raises_the_sequence() -> None:
    later = replace(MEETING, sequence=2, cancelled=True)
    (before,), (after,) = read(MEETING), read(later)
    assert before.uid.value == after.uid.value
    assert (before.sequence.value, after.sequence.value) == ("0", "2")
    assert (before.status.value, after.status.value) == ("CONFIRMED", "CANCELLED")


def test_a_whole_day_takes_both_of_its_ends() -> None:
    event = replace(MEETING, start=date(2026, 11, 23), end=date(2026, 11, 24), all_day=True)
    (found,) = read(event)
    assert found.dtstart.value == date(2026, 11, 23)
    assert found.dtend.value == date(2026, 11, 25)


def test_a_moment_in_another_zone_is_told_in_vietnams() -> None:
    event = replace(MEETING, start=datetime(2026, 11, 24, 1, tzinfo=UTC), end=None)
    assert b":20261124T080000" in calendar("Lịch", [event])


@pytest.mark.parametrize(
    "wrong",
    [
        replace(MEETING, start=datetime(2026, 11, 24, 8)),
        replace(MEETING, end=datetime(2026, 11, 24, 15, tzinfo=VIETNAM)),
        replace(MEETING, start=date(2026, 11, 24), end=date(2026, 11, 23), all_day=True),
    ],
    ids=["no zone", "ends first", "last day first"],
)
def test_what_no_reader_would_understand_is_not_written(wrong: Event) -> None:
    with pytest.raises(ValueError, match=r"time zone|ends before"):
        calendar("Lịch", [wrong])


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=120
).map(str.strip)


@given(TEXT.filter(bool), st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)))
def test_any_words_at_any_hour_survive_the_way(words: str, moment: datetime) -> None:
    start = moment.replace(microsecond=0, tzinfo=VIETNAM)
    event = replace(MEETING, summary=words, description=words, start=start, end=None)
    (found,) = read(event)
    assert found.summary.value == words
    assert found.description.value == words
    assert found.dtstart.value == start


def test_lines_are_no_longer_than_readers_take() -> None:
    lines = calendar("Lịch", [replace(MEETING, summary="Viện kiểm sát " * 30)]).split(b"\r\n")
    assert max(map(len, lines)) <= 75


def test_who_has_the_newest_calendar_is_told_so() -> None:
    data = calendar("Lịch", [MEETING])
    assert data == calendar("Lịch", [MEETING])
    first = calendar_response(RequestFactory().get("/"), data, "lich.ics")
    assert first["Content-Type"].startswith("text/calendar")
    again = RequestFactory().get("/", headers={"If-None-Match": first["ETag"]})
    assert calendar_response(again, data, "lich.ics").status_code == 304
    changed = calendar("Lịch", [replace(MEETING, sequence=1)])
    assert calendar_response(again, changed, "lich.ics").status_code == 200


def test_how_often_to_ask_again_is_said_in_both_ways_as_a_duration() -> None:
    lines = calendar("Lịch", [MEETING]).splitlines()
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in lines
    assert b"X-PUBLISHED-TTL:PT1H" in lines
