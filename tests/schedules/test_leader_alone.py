"""A unit's schedules with its leader's approval alone: where the board allows it, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse

from events.schedules.models import LeaderPublication, WorkSchedulePage
from events.schedules.rules.lines import to_data
from portal.users.models import User
from tests.factories import browser, make_user
from tests.moderation.people import approve, current, draft, fresh, submit
from tests.schedules.weeks import MONDAY, line, schedules_of
from tests.users.helpers import sign_in
from units.models import Unit
from units.moderation.decisions import DecisionRefusedError
from units.moderation.guard import PublicationRefusedError
from units.moderation.models import Decision, LedgerEntry
from units.publication.direct import review_required
from units.rights.roles import Role


@pytest.fixture(autouse=True)
def _reviews_count() -> Any:
    with review_required():
        yield


@pytest.fixture
def author(cao_loc: Unit) -> User:
    return make_user(Role.CONTRIBUTOR, cao_loc)


@pytest.fixture
def leader(cao_loc: Unit) -> User:
    return make_user(Role.LEADER, cao_loc)


@pytest.fixture
def board() -> User:
    return make_user(Role.BOARD)


def draft_week(unit: Unit, author: User) -> WorkSchedulePage:
    page = WorkSchedulePage(
        first=MONDAY,
        last=MONDAY,
        entries=to_data([line("Giao ban", public=True)]),
        live=False,
        owner=author,
    )
    schedules_of(unit).add_child(instance=page)
    page.save_revision(user=author)
    return page


def test_without_the_setting_the_board_decides(
    cao_loc: Unit, author: User, leader: User, board: User
) -> None:
    page = approve(submit(draft_week(cao_loc, author), author), leader)
    assert not page.live
    assert approve(page, board).live


def test_with_the_setting_the_leader_publishes(
    cao_loc: Unit, author: User, leader: User, board: User
) -> None:
    LeaderPublication.objects.create(unit=cao_loc)
    page = approve(submit(draft_week(cao_loc, author), author), leader)
    assert page.live
    assert page.versions.count() == 1
    kinds = list(LedgerEntry.objects.of_page(page.pk).values_list("decision", flat=True))
    assert kinds == [Decision.SUBMITTED, Decision.UNIT_APPROVED, Decision.PUBLISHED]


def test_an_amendment_takes_the_same_way(cao_loc: Unit, author: User, leader: User) -> None:
    LeaderPublication.objects.create(unit=cao_loc)
    page = approve(submit(draft_week(cao_loc, author), author), leader)
    page.entries = to_data([*page.lines, line("Thêm", public=True)])
    page.save_revision(user=author)
    assert len(fresh(page).lines) == 1
    page = approve(submit(page, author), leader)
    assert [found.entry.mark for found in page.lines] == ["", "added"]


def test_another_units_setting_opens_nothing(
    cao_loc: Unit, bac_son: Unit, author: User, leader: User, board: User
) -> None:
    LeaderPublication.objects.create(unit=bac_son)
    assert not approve(submit(draft_week(cao_loc, author), author), leader).live


def test_news_of_the_unit_still_need_the_board(
    cao_loc: Unit, author: User, leader: User, board: User
) -> None:
    LeaderPublication.objects.create(unit=cao_loc)
    page = approve(submit(draft(cao_loc, author), author), leader)
    assert not page.live
    assert current(page).task.name == "Ban Biên tập duyệt"


def test_leader_does_not_approve_his_own_week(cao_loc: Unit, leader: User, board: User) -> None:
    LeaderPublication.objects.create(unit=cao_loc)
    page = submit(draft_week(cao_loc, leader), leader)
    with pytest.raises(DecisionRefusedError):
        approve(page, leader)
    assert not fresh(page).live
    assert approve(page, board).live


def test_what_was_changed_after_the_approval_is_not_published(
    cao_loc: Unit, author: User, leader: User
) -> None:
    LeaderPublication.objects.create(unit=cao_loc)
    page = approve(submit(draft_week(cao_loc, author), author), leader)
    page.entries = to_data([line("Chưa ai duyệt", public=True)])
    revision = page.save_revision(user=author)
    with pytest.raises(PublicationRefusedError):
        revision.publish()


def test_the_board_alone_sets_it(cao_loc: Unit, board: User, leader: User) -> None:
    call_command("sync_roles", verbosity=0)
    url = reverse("schedules_leaderpublication_modeladmin_create")
    admin = browser()
    sign_in(admin, make_user(Role.UNIT_ADMIN, cao_loc))
    assert admin.post(url, {"unit": cao_loc.pk}).status_code in {302, 403, 404}
    assert not LeaderPublication.objects.exists()
    editors = browser()
    sign_in(editors, board)
    assert editors.post(url, {"unit": cao_loc.pk}).status_code == 302
    assert LeaderPublication.objects.get().unit == cao_loc
