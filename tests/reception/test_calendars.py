"""Calendars to subscribe to, read by another library than the one that writes them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import vobject

from events.reception import services
from tests.factories import browser, make_user
from tests.fixtures import UNIT_HOST
from tests.reception.days import make_day, today, working
from units.models import Unit
from units.rights.roles import Role

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
FEED, ALL = "/tiep-cong-dan/ics/", "/tiep-cong-dan/cac-don-vi/ics/"


def fetch(path: str = FEED, host: str = UNIT_HOST) -> dict[str, Any]:
    """The events by their UID."""
    response = browser(host).get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    read = vobject.readOne(response.content.decode())
    assert read.vtimezone.tzid.value == "Asia/Ho_Chi_Minh"
    events = read.contents.get("vevent", [])
    assert len({event.uid.value for event in events}) == len(events)
    return {event.uid.value: event for event in events}


def test_event_has_hours_place_and_who(cao_loc: Unit) -> None:
    day = make_day(
        cao_loc,
        afternoon_opens=time(13, 30),
        afternoon_closes=time(16),
        place="Phòng tiếp dân",
        matter="Khiếu nại tố tụng",
    )
    (event,) = fetch().values()
    assert event.dtstart.value == datetime.combine(day.day, time(8), VIETNAM)
    assert event.dtend.value == datetime.combine(day.day, time(16), VIETNAM)
    assert event.summary.value == "Tiếp công dân: Viện trưởng Hoàng Thị Mẫu"
    assert event.location.value == "Phòng tiếp dân"
    assert "08:00 – 11:30, 13:30 – 16:00" in event.description.value
    assert "Khiếu nại tố tụng" in event.description.value
    assert event.url.value == "http://cao-loc.localhost/tiep-cong-dan/"
    assert event.status.value == "CONFIRMED"


def test_subscriber_follows_a_change_and_a_postponement(cao_loc: Unit) -> None:
    user = make_user(Role.UNIT_ADMIN, cao_loc)
    row = make_day(cao_loc, working(6))
    ((uid, before),) = fetch().items()
    assert before.sequence.value == "0"

    row.closes = time(10)
    row.note_change()
    row.save()
    changed = fetch()[uid]
    assert (changed.sequence.value, changed.dtend.value.hour) == ("1", 10)

    services.postpone([services.Postponement(row, "Họp đột xuất", working(9))], user)
    after = fetch()
    off = after.pop(uid)
    assert (off.status.value, off.sequence.value) == ("CANCELLED", "2")
    assert off.summary.value.startswith("[Hoãn]")
    assert "Lý do: Họp đột xuất. Chuyển sang" in off.description.value
    (new,) = after.values()
    assert (new.status.value, new.dtstart.value.date()) == ("CONFIRMED", working(9))


def test_one_calendar_holds_every_unit_and_names_them(
    province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    for unit in (province, cao_loc, bac_son):
        make_day(unit)
    found = {event.summary.value for event in fetch(ALL, "localhost").values()}
    assert found == {
        f"{unit.short_name} – Tiếp công dân: Viện trưởng Hoàng Thị Mẫu"
        for unit in (province, cao_loc, bac_son)
    }
    assert len(fetch(FEED, "localhost")) == 1
    assert browser(UNIT_HOST).get(ALL).status_code == 404
    assert browser().get("/don-vi/bac-son/tiep-cong-dan/ics/").status_code == 200


def test_unchanged_calendar_is_not_sent_again_and_old_days_leave_it(cao_loc: Unit) -> None:
    make_day(cao_loc)
    make_day(cao_loc, today() - timedelta(200), "held")
    assert len(fetch()) == 1
    client = browser(UNIT_HOST)
    etag = client.get(FEED)["ETag"]
    assert client.get(FEED, headers={"if-none-match": etag}).status_code == 304
