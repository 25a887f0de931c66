"""Calendars to subscribe to, read by another library than the one that writes them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from django.utils import timezone

from events.schedules.rules.week import Session
from tests.factories import browser
from tests.fixtures import UNIT_HOST
from tests.schedules.weeks import amend, line, make_week
from units.models import Official, Unit

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
UNIT_FEED = "/lich-cong-tac/ics/"


def monday() -> date:
    today = timezone.localdate()
    return today - timedelta(today.weekday())


def fetch(path: str = UNIT_FEED) -> dict[str, vobject.base.Component]:
    """Events by summary; what an exact reader makes of the file."""
    response = browser(UNIT_HOST).get(path)
    assert response["Content-Type"].startswith("text/calendar")
    calendar = vobject.readOne(response.content.decode())
    return {event.summary.value: event for event in calendar.contents.get("vevent", [])}


def test_times_are_vietnams(cao_loc: Unit) -> None:
    day = monday()
    timed = line("Họp", day, public=True, start=time(14), end=time(15, 30), place="Phòng 1")
    session = line("Buổi sáng", day, public=True, start=None)
    whole = line("Cả ngày", day, public=True, start=None, session=Session.ALL_DAY)
    make_week(cao_loc, timed, session, whole, first=day)
    events = fetch()
    assert events["Họp"].dtstart.value == datetime.combine(day, time(14), VIETNAM)
    assert events["Họp"].dtend.value == datetime.combine(day, time(15, 30), VIETNAM)
    assert events["Họp"].location.value == "Phòng 1"
    assert events["Buổi sáng"].dtstart.value == datetime.combine(day, time(7, 30), VIETNAM)
    assert events["Cả ngày"].dtstart.value == day


def test_a_second_fetch_follows_an_amendment(cao_loc: Unit) -> None:
    day = monday()
    kept = line("Giữ nguyên", day, public=True)
    moved = line("Họp", day, public=True)
    closed = line("Sẽ thành nội bộ", day, public=True)
    gone = line("Sẽ bỏ", day, public=True)
    off = line("Sẽ hoãn", day, public=True)
    page = make_week(cao_loc, kept, moved, closed, gone, off, first=day)
    before = fetch()
    assert {event.sequence.value for event in before.values()} == {"0"}

    amend(
        page,
        kept,
        line("Họp", day, public=True, start=time(9), uid=moved.uid),
        line("Sẽ thành nội bộ", day, uid=closed.uid),
        line("Sẽ hoãn", day, public=True, uid=off.uid, mark="postponed"),
    )

    after = {event.uid.value: event for event in _all_events()}
    assert set(after) == {event.uid.value for event in before.values()}

    def now(summary: str) -> vobject.base.Component:
        return after[before[summary].uid.value]

    assert now("Giữ nguyên").sequence.value == "0"
    assert now("Họp").sequence.value == "1"
    assert now("Họp").summary.value == "[Điều chỉnh] Họp"
    assert now("Họp").dtstart.value.hour == 9
    for summary in ("Sẽ thành nội bộ", "Sẽ bỏ", "Sẽ hoãn"):
        assert now(summary).status.value == "CANCELLED", summary
        assert now(summary).sequence.value == "1", summary
    assert now("Sẽ thành nội bộ").summary.value == "Đã hủy"


def _all_events() -> list[vobject.base.Component]:
    response = browser(UNIT_HOST).get(UNIT_FEED)
    return vobject.readOne(response.content.decode()).contents["vevent"]


def test_what_goes_to_another_leader_is_cancelled_in_the_first_ones_calendar(
    cao_loc: Unit,
) -> None:
    first = Official.objects.create(unit=cao_loc, name="Hoàng Thị Mẫu", post="Viện trưởng")
    second = Official.objects.create(unit=cao_loc, name="Lê Văn Mẫu", post="Phó Viện trưởng")
    day = monday()
    entry = line("Họp", day, public=True, chairs=(first.name,))
    page = make_week(cao_loc, entry, first=day)
    paths = [f"/lich-cong-tac/lanh-dao/{row.pk}/ics/" for row in (first, second)]
    assert set(fetch(paths[0])) == {"Họp"}
    assert fetch(paths[1]) == {}

    amend(page, line("Họp", day, public=True, chairs=(second.name,), uid=entry.uid))

    (taken,) = fetch(paths[0]).values()
    assert (taken.status.value, taken.sequence.value) == ("CANCELLED", "1")
    assert set(fetch(paths[1])) == {"[Điều chỉnh] Họp"}


def test_an_unchanged_calendar_is_not_sent_again(cao_loc: Unit) -> None:
    make_week(cao_loc, line("Họp", monday(), public=True), first=monday())
    client = browser(UNIT_HOST)
    etag = client.get(UNIT_FEED)["ETag"]
    assert client.get(UNIT_FEED, headers={"if-none-match": etag}).status_code == 304


def test_old_weeks_leave_the_calendar(cao_loc: Unit) -> None:
    old = monday() - timedelta(140)
    make_week(cao_loc, line("Cũ", old, public=True), first=old)
    assert fetch() == {}


@pytest.mark.parametrize("number", [0, 999_999])
def test_nobodys_calendar_does_not_exist(cao_loc: Unit, number: int) -> None:
    path = f"/lich-cong-tac/lanh-dao/{number}/ics/"
    assert browser(UNIT_HOST).get(path).status_code == 404
