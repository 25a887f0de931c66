"""No internal word comes out, by any way: one word in each field, and every output is looked through."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from events.schedules.models import WorkSchedulePage
from events.upcoming import week_schedule
from search.services import rebuild
from tests.factories import browser, make_user
from tests.fixtures import UNIT_HOST
from tests.schedules.outputs import outputs, text_of
from tests.schedules.weeks import amend, line, make_week
from tests.users.helpers import sign_in
from units.models import Official, Unit
from units.rights.roles import Role

SECRET = "zqmat"
OPEN = "zqcongkhai"
LEADER = "Hoàng Thị Mẫu"


def this_monday() -> date:
    today = timezone.localdate()
    return today - timedelta(today.weekday())


def secret_line(day: date, **values: Any) -> Any:
    fields = {
        "content": f"{SECRET}1 kiểm sát trại tạm giam",
        "chairs": (f"{LEADER}", f"{SECRET}2"),
        "attendees": (f"{SECRET}3",),
        "prepared_by": f"{SECRET}4",
        "place": f"{SECRET}5",
        "note": f"{SECRET}6",
        "public_content": f"{SECRET}7",
    }
    return line(day=day, **{**fields, **values})


def covered_line(day: date) -> Any:
    """Public by its wording alone; its note is internal in any case."""
    return line(
        content=f"{SECRET}11",
        day=day,
        public=True,
        public_content=f"{OPEN} Công tác kiểm sát",
        chairs=(LEADER,),
        attendees=(f"{SECRET}12",),
        place=f"{SECRET}13",
        prepared_by=f"{SECRET}14",
        note=f"{SECRET}15",
    )


def open_line(day: date) -> Any:
    return line(content=f"{OPEN} Giao ban", day=day, public=True, note=f"{SECRET}21")


@pytest.fixture
def week(cao_loc: Unit) -> WorkSchedulePage:
    """A week of three versions; what was public in the first two is internal, or covered, by now."""
    Official.objects.create(unit=cao_loc, name=LEADER, post="Viện trưởng")
    first = this_monday()
    opened = line(content=f"{SECRET}31", day=first, public=True, place=f"{SECRET}32")
    covered = line(content=f"{SECRET}41", day=first, public=True, place=f"{SECRET}42")
    dropped = line(content=f"{SECRET}51", day=first, public=True, chairs=(LEADER,))
    lines = [secret_line(first), covered_line(first), open_line(first)]
    page = make_week(cao_loc, *lines, opened, covered, dropped, first=first, number=7)
    closed = line(content=f"{SECRET}31", day=first, place=f"{SECRET}32", uid=opened.uid)
    behind = line(
        content=f"{SECRET}41",
        day=first,
        public=True,
        public_content="Việc khác",
        place=f"{SECRET}42",
        uid=covered.uid,
    )
    internal = line(content=f"{SECRET}51", day=first, chairs=(LEADER,), uid=dropped.uid)
    amend(page, *lines, closed, behind, internal)
    return amend(page, *lines, closed, behind)


def strangers(cao_loc: Unit, bac_son: Unit) -> dict[str, Client]:
    """Everybody who is no member: nobody, a member of another unit, one whose time is over."""
    other = browser()
    sign_in(other, make_user(Role.UNIT_ADMIN, bac_son))
    former = make_user(Role.CONTRIBUTOR, cao_loc)
    past = timezone.localdate() - timedelta(1)
    former.memberships.update(ends_on=past, starts_on=past - timedelta(9))
    left = browser()
    sign_in(left, former)
    return {"visitor": browser(), "other unit": other, "former member": left}


def test_no_output_holds_an_internal_word(
    week: WorkSchedulePage, cao_loc: Unit, bac_son: Unit, province: Unit
) -> None:
    rebuild()
    seen = 0
    for who, client in strangers(cao_loc, bac_son).items():
        for path, response in outputs(client, week, cao_loc):
            text = text_of(response)
            assert response.status_code < 500, path
            # With its number: the search repeats what was searched for.
            assert not re.search(rf"{SECRET}\d", text), f"{who}: {path}"
            seen += OPEN in text
    assert seen >= 15, "nothing public came out either: the test looks at the wrong addresses"


def test_the_search_index_holds_public_words_alone(week: WorkSchedulePage) -> None:
    from search.models import IndexEntry

    rebuild()
    entry = IndexEntry.objects.get(page=week)
    assert SECRET not in f"{entry.title} {entry.body}"
    assert OPEN in entry.body


def test_home_page_is_given_public_words_alone(week: WorkSchedulePage, cao_loc: Unit) -> None:
    shown = repr(week_schedule(cao_loc, week.first))
    assert OPEN in shown
    assert SECRET not in shown


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN])
def test_members_read_internal_entries_and_no_cache_keeps_them(
    week: WorkSchedulePage, cao_loc: Unit, role: Role
) -> None:
    client = browser(UNIT_HOST)
    sign_in(client, make_user(role, cao_loc))
    path = f"/lich-cong-tac/{week.slug}/"
    for address in (path, "/lich-cong-tac/", f"{path}lan/0/"):
        response = client.get(address)
        assert f"{SECRET}1 " in response.content.decode(), address
        assert response["Cache-Control"] == "private, no-store"
    assert SECRET not in browser(UNIT_HOST).get(path).content.decode()


def test_every_answer_that_tells_a_member_internal_words_is_kept_by_no_cache(
    week: WorkSchedulePage, cao_loc: Unit
) -> None:
    client = browser(UNIT_HOST)
    sign_in(client, make_user(Role.LEADER, cao_loc))
    told = []
    for path, response in outputs(client, week, cao_loc):
        if re.search(rf"{SECRET}\d", text_of(response)):
            told.append(path)
            kept = response.get("Cache-Control", "")
            assert "private" in kept, path
            assert "no-store" in kept, path
    assert len(told) >= 15, (
        "a member was told next to nothing: the test looks at the wrong addresses"
    )


def test_calendars_are_the_same_for_members_and_for_everybody(
    week: WorkSchedulePage, cao_loc: Unit
) -> None:
    client = browser(UNIT_HOST)
    sign_in(client, make_user(Role.LEADER, cao_loc))
    as_member = client.get("/lich-cong-tac/ics/").content
    assert as_member == browser(UNIT_HOST).get("/lich-cong-tac/ics/").content
    assert SECRET not in as_member.decode()


def test_a_password_without_the_second_factor_opens_nothing_internal(
    week: WorkSchedulePage, cao_loc: Unit, settings: Any
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client = browser(UNIT_HOST)
    client.force_login(make_user(Role.LEADER, cao_loc))
    assert SECRET not in client.get(f"/lich-cong-tac/{week.slug}/").content.decode()


def test_visitors_page_says_that_it_differs_by_session(week: WorkSchedulePage) -> None:
    response = browser(UNIT_HOST).get(f"/lich-cong-tac/{week.slug}/")
    assert "Cookie" in response["Vary"]
    assert "private" not in response.get("Cache-Control", "")


def test_draft_of_a_week_is_nowhere(cao_loc: Unit, bac_son: Unit) -> None:
    page = make_week(
        cao_loc, line(content=OPEN, day=this_monday(), public=True), first=this_monday()
    )
    page.unpublish()
    rebuild()
    for path, response in outputs(browser(), page, cao_loc):
        answer = text_of(response).replace(f"q={OPEN}", "")
        if "tim-kiem" not in path:
            assert OPEN not in answer, path
