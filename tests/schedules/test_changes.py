"""What an amendment did, in words: on the page of the earlier version and where revisions are compared."""

from __future__ import annotations

import re
from datetime import time
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from events.schedules.models import WorkSchedulePage
from events.schedules.rules.compare import Change, changed_parts, differences
from events.schedules.rules.lines import ScheduleLine
from tests.factories import browser, make_user
from tests.fixtures import UNIT_HOST
from tests.schedules.weeks import amend, line, make_week
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role


def section_of(html: str) -> str:
    return html.split('class="schedule-changes')[1].split("</section>")[0]


@pytest.fixture
def week(cao_loc: Unit) -> WorkSchedulePage:
    kept = line("Giữ nguyên", public=True)
    moved = line("Họp cơ quan", public=True, place="Phòng 1")
    gone = line("Việc bỏ đi", public=True)
    secret = line("zqmat1 kín")
    page = make_week(cao_loc, kept, moved, gone, secret)
    again = line("Họp cơ quan", public=True, place="Phòng 2", start=time(14), uid=moved.uid)
    amend(page, kept, again, line("Việc thêm", public=True), line("zqmat2 kín", uid=secret.uid))
    return WorkSchedulePage.objects.get(pk=page.pk)


def test_earlier_version_says_what_was_added_changed_and_removed(week: WorkSchedulePage) -> None:
    html = browser(UNIT_HOST).get(f"/lich-cong-tac/{week.slug}/lan/0/").content.decode()
    told = section_of(html)
    for words in (
        "Thêm:</b>",
        "Thay đổi:</b>",
        "Bỏ:</b>",
        "Việc thêm",
        "Việc bỏ đi",
        "Phòng 1",
        "Phòng 2",
    ):
        assert words in told, words
    assert "Giữ nguyên" not in told
    assert "Điều chỉnh lần 1 đã thay đổi những gì" in told
    assert "zqmat" not in html


def test_members_are_told_of_internal_changes_too(week: WorkSchedulePage, cao_loc: Unit) -> None:
    client = browser(UNIT_HOST)
    sign_in(client, make_user(Role.CONTRIBUTOR, cao_loc))
    html = client.get(f"/lich-cong-tac/{week.slug}/lan/0/").content.decode()
    assert "zqmat2 kín" in section_of(html)


def test_revisions_are_compared_in_sentences(week: WorkSchedulePage, cao_loc: Unit) -> None:
    client = browser()
    sign_in(client, make_user(Role.UNIT_ADMIN, cao_loc))
    url = reverse("wagtailadmin_pages:revisions_compare", args=[week.pk, "earliest", "latest"])
    html = client.get(url).content.decode()
    assert "Việc thêm" in html
    assert re.search(r'<del class="deletion">(<span[^>]*>.*?</span>)?Phòng 1<', html)
    assert "is_public" not in html
    assert "&quot;uid&quot;" not in html


def numbers(found: list[Any]) -> list[str]:
    return [each.change for each in found]


LINES = st.lists(
    st.builds(line, st.sampled_from(["Họp", "Giao ban", "Tiếp dân"]), public=st.booleans()),
    max_size=6,
)


@given(LINES, LINES)
def test_every_entry_of_two_weeks_is_told_once(
    before: list[ScheduleLine], after: list[ScheduleLine]
) -> None:
    found = differences(before, [*before[:2], *after])
    assert numbers(found).count(Change.ADDED) == len(after)
    assert numbers(found).count(Change.REMOVED) == len(before[2:])
    assert not differences(before, before)


def test_case_spaces_and_the_mark_of_the_change_itself_are_no_change() -> None:
    one, other = line("Họp  cơ quan").entry, line("họp cơ quan", mark="changed").entry
    assert changed_parts(one, other) == ()
    assert changed_parts(one, line("Họp cơ quan", mark="postponed").entry) == ("mark",)
