"""Who decides: leaders, stand-ins, departments; and the board where nobody is left."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from portal.users.models import User
from tests.factories import make_unit, make_user
from tests.moderation.people import (
    Staff,
    approve,
    current,
    draft,
    edit,
    fresh,
    index_of,
    said,
    send_back,
    signed_in,
    submit,
)
from units.models import Membership, Unit
from units.moderation.approvers import approvers_of, duty_roster, responsible_unit
from units.moderation.authorship import authors_of
from units.moderation.decisions import ONE_PERSON, DecisionRefusedError
from units.moderation.models import Delegation, LedgerEntry, PendingMail, Stage
from units.moderation.rules.approvers import TakenOver
from units.people.memberships import grant, revoke
from units.rights.roles import Role

pytestmark = pytest.mark.django_db
SHORT = " ".join(f"sự việc {number}" for number in range(15))
LONG = "Tin mới: " + " ".join(f"chi tiết {number}" for number in range(20))


def stand_in(staff: Staff, unit: Unit, start: int = 0, end: int = 3) -> Delegation:
    today = timezone.localdate()
    made = Delegation(
        leader=staff.leader,
        delegate=staff.colleague,
        unit=unit,
        starts_on=today + timedelta(days=start),
        ends_on=today + timedelta(days=end),
    )
    made.full_clean()
    made.save()
    return made


def test_leader_does_not_approve_own_item(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.leader), staff.leader)

    with pytest.raises(DecisionRefusedError, match="tự duyệt"):
        approve(page, staff.leader)
    approve(page, staff.deputy)


def test_leader_who_rewrote_an_item_does_not_approve_it(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    edit(page, staff.leader, lead=LONG)

    with pytest.raises(DecisionRefusedError, match="tự duyệt"):
        approve(page, staff.leader)
    approve(page, staff.deputy)


def test_many_small_edits_in_a_row_are_one_large_edit(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    words = LONG.split()
    for end in range(5, len(words), 5):
        edit(page, staff.leader, lead=" ".join(words[:end]))

    with pytest.raises(DecisionRefusedError):
        approve(page, staff.leader)


def test_leader_who_mended_spelling_may_approve(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    edit(page, staff.leader, title=page.title + " (đã rà)")

    approve(page, staff.leader)

    assert current(page).task.name == "Ban Biên tập duyệt"


def test_board_takes_over_when_the_only_leader_wrote_the_item(bac_son: Unit, staff: Staff) -> None:
    page = submit(draft(bac_son, staff.other_leader), staff.other_leader)

    assert approvers_of(page, Stage.UNIT).taken_over == TakenOver.OWN_WORK
    shown = signed_in(staff.board).get(reverse("moderation_queue")).content.decode()
    assert "Lãnh đạo của đơn vị là người viết" in shown
    approve(page, staff.board)
    assert approve(page, staff.board_two).live


def test_board_takes_over_while_a_unit_has_no_leader(bac_son: Unit, staff: Staff) -> None:
    revoke(Membership.objects.get(user=staff.other_leader))
    page = submit(draft(bac_son, staff.other_author), staff.other_author)

    assert approvers_of(page, Stage.UNIT).taken_over == TakenOver.NO_LEADER
    grant(staff.other_leader, bac_son, Role.LEADER)
    assert not approvers_of(page, Stage.UNIT).taken_over


def test_item_of_a_department_goes_through_its_leader(province: Unit, staff: Staff) -> None:
    room = make_unit("phong-1", province, kind=Unit.Kind.DEPARTMENT)
    writer = make_user(Role.BOARD)
    leader = make_user(Role.CONTRIBUTOR, Unit.objects.get(slug="cao-loc"))
    Membership.objects.all().filter(user__in=(writer, leader)).delete()
    Membership.objects.create(user=writer, unit=room, role=Role.CONTRIBUTOR)
    Membership.objects.create(user=leader, unit=room, role=Role.LEADER)
    page = submit(draft(province, writer), writer)

    assert responsible_unit(page) == room
    approve(page, leader)
    assert approve(page, staff.board).live


def test_stand_in_decides_in_the_leaders_name(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    with pytest.raises(DecisionRefusedError):
        approve(page, staff.colleague)
    stand_in(staff, cao_loc)

    approve(page, staff.colleague)

    row = LedgerEntry.objects.of_page(page.pk).get(decision="unit_approved")
    assert (row.actor_id, row.on_behalf_id) == (staff.colleague.pk, staff.leader.pk)


@pytest.mark.parametrize(("start", "end"), [(1, 3), (-3, -1)])
def test_stand_in_decides_on_his_days_alone(
    cao_loc: Unit, staff: Staff, start: int, end: int
) -> None:
    stand_in(staff, cao_loc, start, end)
    page = submit(draft(cao_loc, staff.author), staff.author)

    with pytest.raises(DecisionRefusedError):
        approve(page, staff.colleague)


def test_stand_in_of_an_author_does_not_decide_in_his_name(cao_loc: Unit, staff: Staff) -> None:
    stand_in(staff, cao_loc)
    page = submit(draft(cao_loc, staff.leader), staff.leader)

    with pytest.raises(DecisionRefusedError):
        approve(page, staff.colleague)


def test_stand_in_must_belong_to_the_unit(cao_loc: Unit, staff: Staff) -> None:
    today = date.today()
    made = Delegation(
        leader=staff.leader,
        delegate=staff.other_author,
        unit=cao_loc,
        starts_on=today,
        ends_on=today,
    )
    with pytest.raises(ValidationError):
        made.full_clean()
    stand_in(staff, cao_loc)
    revoke(Membership.objects.get(user=staff.colleague))
    assert not duty_roster().stand_ins


def test_leader_names_and_ends_a_stand_in_on_the_screen(cao_loc: Unit, staff: Staff) -> None:
    today = timezone.localdate().isoformat()
    values = {"unit": cao_loc.pk, "delegate": staff.colleague.pk}
    values |= {"starts_on": today, "ends_on": today}
    client, url = signed_in(staff.leader), reverse("moderation_delegations")

    foreign = client.post(url, values | {"delegate": staff.other_author.pk})
    assert foreign.status_code == 200
    assert "ủy quyền" in said(client.post(url, values))
    row = Delegation.objects.get()
    told = PendingMail.objects.get(kind="delegated")
    assert told.user == staff.colleague
    assert staff.leader.full_name in told.context["lines"][0]
    assert told.context["link"].endswith(reverse("moderation_queue"))
    assert signed_in(staff.author).get(url).status_code == 302
    other = signed_in(staff.deputy)
    other.post(reverse("moderation_delegation_end", args=[row.pk]))
    assert Delegation.objects.exists()
    client.post(reverse("moderation_delegation_end", args=[row.pk]))
    assert not Delegation.objects.active().exists()


def delegate(leader: User, delegate: User, unit: Unit) -> Delegation:
    today = timezone.localdate()
    made = Delegation(leader=leader, delegate=delegate, unit=unit, starts_on=today, ends_on=today)
    made.full_clean()
    made.save()
    return made


def test_leader_does_not_delegate_to_himself(cao_loc: Unit, staff: Staff) -> None:
    with pytest.raises(ValidationError, match="người khác"):
        delegate(staff.leader, staff.leader, cao_loc)


def test_author_does_not_decide_as_a_stand_in(cao_loc: Unit, staff: Staff) -> None:
    delegate(staff.leader, staff.author, cao_loc)
    page = submit(draft(cao_loc, staff.author), staff.author)

    with pytest.raises(DecisionRefusedError, match="tự duyệt"):
        approve(page, staff.author)


def test_stand_in_does_not_pass_the_task_on(cao_loc: Unit, staff: Staff) -> None:
    delegate(staff.leader, staff.colleague, cao_loc)
    third = make_user(Role.CONTRIBUTOR, cao_loc)
    with pytest.raises(ValidationError, match="lãnh đạo"):
        delegate(staff.colleague, third, cao_loc)
    today = timezone.localdate()
    # A row that no form made.
    Delegation.objects.create(
        leader=staff.colleague, delegate=third, unit=cao_loc, starts_on=today, ends_on=today
    )
    page = submit(draft(cao_loc, staff.author), staff.author)

    with pytest.raises(DecisionRefusedError):
        approve(page, third)


def test_leader_who_stands_in_for_a_leader_decides_as_himself(cao_loc: Unit, staff: Staff) -> None:
    delegate(staff.leader, staff.deputy, cao_loc)
    page = submit(draft(cao_loc, staff.author), staff.author)

    approve(page, staff.deputy)

    row = LedgerEntry.objects.of_page(page.pk).get(decision="unit_approved")
    assert row.on_behalf_id is None


def test_stand_in_who_left_the_unit_or_was_blocked_decides_no_more(
    cao_loc: Unit, staff: Staff
) -> None:
    delegate(staff.leader, staff.colleague, cao_loc)
    page = submit(draft(cao_loc, staff.author), staff.author)
    membership = Membership.objects.get(user=staff.colleague)
    revoke(membership)
    with pytest.raises(DecisionRefusedError):
        approve(page, staff.colleague)
    assert signed_in(staff.colleague).get(reverse("moderation_queue")).status_code == 403

    grant(staff.colleague, cao_loc, Role.CONTRIBUTOR)
    approve(page, staff.colleague)


def test_leader_of_two_units_delegates_one_of_them(
    cao_loc: Unit, bac_son: Unit, staff: Staff
) -> None:
    grant(staff.leader, bac_son, Role.LEADER)
    delegate(staff.leader, staff.colleague, cao_loc)
    with pytest.raises(ValidationError, match="không phải thành viên"):
        delegate(staff.leader, staff.colleague, bac_son)
    here = submit(draft(cao_loc, staff.author), staff.author)
    there = submit(draft(bac_son, staff.other_author), staff.other_author)

    approve(here, staff.colleague)
    with pytest.raises(DecisionRefusedError):
        approve(there, staff.colleague)
    approve(there, staff.leader)


def test_leader_who_no_longer_leads_has_no_stand_in(cao_loc: Unit, staff: Staff) -> None:
    delegate(staff.leader, staff.colleague, cao_loc)
    revoke(Membership.objects.get(user=staff.leader))
    page = submit(draft(cao_loc, staff.author), staff.author)

    with pytest.raises(DecisionRefusedError):
        approve(page, staff.colleague)


def _copied(page: Any, user: User, unit: Unit, **values: str) -> Any:
    """What the copy form makes, by whoever presses the button."""
    form = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": index_of(unit).pk}
    response = signed_in(user).post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]), form | values
    )
    assert response.status_code == 302
    return Page.objects.get(slug=(form | values)["new_slug"]).specific


@pytest.mark.parametrize("small_changes", [False, True])
def test_copy_of_a_leaders_text_stays_his(cao_loc: Unit, staff: Staff, small_changes: bool) -> None:
    """The deputy's copy, and a few words of his own, do not make the text the deputy's."""
    source = edit(draft(cao_loc, staff.author), staff.leader, lead=SHORT)
    source = edit(
        source, staff.author, title="Một cái tên khác hẳn mà người chép đã đặt ra cho bài"
    )
    copy = _copied(source, staff.deputy, cao_loc)
    if small_changes:
        copy = edit(copy, staff.deputy, title="Thêm mười một chữ nữa cho tên bài này dài hơn trước")
    page = submit(copy, staff.deputy)

    with pytest.raises(DecisionRefusedError, match="tự duyệt"):
        approve(page, staff.leader)


def _alias(page: Any, unit: Unit, user: User) -> Any:
    action = CreatePageAliasAction(
        page, parent=index_of(unit), update_slug="ban-lien-ket", user=user
    )
    return action.execute(skip_permission_checks=True)


def test_text_brought_back_from_an_old_version_stays_its_writers(
    cao_loc: Unit, staff: Staff
) -> None:
    page = draft(cao_loc, staff.author)
    page = edit(page, staff.leader, lead=SHORT)
    his = page.latest_revision
    page = edit(page, staff.leader, lead="Bỏ hết")
    back = his.as_object()
    back.save_revision(user=staff.author, previous_revision=his, log_action=True)
    page = submit(fresh(page), staff.author)

    with pytest.raises(DecisionRefusedError, match="tự duyệt"):
        approve(page, staff.leader)


def test_leader_whose_text_was_written_anew_decides_again(cao_loc: Unit, staff: Staff) -> None:
    page = edit(draft(cao_loc, staff.author), staff.leader, lead=SHORT)
    other = " ".join(f"câu {number} khác" for number in range(20))
    page = submit(edit(page, staff.author, lead=other), staff.author)

    approve(page, staff.leader)

    decided = LedgerEntry.objects.of_page(page.pk).filter(decision="unit_approved")
    assert decided.last().actor_id == staff.leader.pk


def test_alias_turned_into_a_page_stays_the_work_of_its_writer(cao_loc: Unit, staff: Staff) -> None:
    source = draft(cao_loc, staff.leader)
    alias = _alias(source, cao_loc, staff.deputy)
    signed_in(staff.deputy).post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))
    alias = fresh(alias)
    assert alias.alias_of_id is None
    page = submit(_copied(alias, staff.deputy, cao_loc), staff.deputy)

    for one in (alias, page):
        assert staff.leader.pk in authors_of(one)
    with pytest.raises(DecisionRefusedError, match="tự duyệt"):
        approve(page, staff.leader)


@pytest.mark.parametrize("who", ["deputy", "board"])
def test_alias_itself_is_not_copied(cao_loc: Unit, staff: Staff, who: str) -> None:
    """A copy would have no history and so no writer but who pressed the button."""
    source = draft(cao_loc, staff.author)
    alias = _alias(source, cao_loc, staff.deputy)

    signed_in(getattr(staff, who)).post(
        reverse("wagtailadmin_pages:copy", args=[alias.pk]),
        {"new_title": "A", "new_slug": "ban-sao", "new_parent_page": index_of(cao_loc).pk},
    )

    assert not Page.objects.filter(slug="ban-sao").exists()


def test_what_was_published_is_nobodys_new_work(cao_loc: Unit, staff: Staff) -> None:
    """The colleague continues a published item that the leader had rewritten: the leader may decide."""
    page = edit(draft(cao_loc, staff.author), staff.leader, lead=SHORT)
    page = submit(page, staff.author)
    approve(page, staff.deputy)
    page = approve(page, staff.board)
    title = "Một cái tên khác hẳn mà người viết mới đặt ra cho bài này"
    page = submit(edit(page, staff.author, title=title), staff.author)

    approve(page, staff.leader)

    decided = LedgerEntry.objects.of_page(page.pk).filter(decision="unit_approved")
    assert decided.last().actor_id == staff.leader.pk


def _half_approved(unit: Unit, staff: Staff) -> Any:
    """The unit's only leader wrote the item, and a member of the board took the step over."""
    page = submit(draft(unit, staff.other_leader), staff.other_leader)
    return approve(page, staff.board)


def test_two_approvals_come_from_two_people_of_the_board(bac_son: Unit, staff: Staff) -> None:
    page = _half_approved(bac_son, staff)

    with pytest.raises(DecisionRefusedError, match=r"cần một người khác.*bien-tap-hai \(mẫu\)"):
        approve(page, staff.board)
    client = signed_in(staff.board)
    assert "Xác nhận duyệt" not in client.get(reverse("moderation_queue")).content.decode()
    assert (
        "Xác nhận duyệt"
        not in client.get(reverse("moderation_item", args=[page.pk])).content.decode()
    )
    assert PendingMail.objects.filter(user=staff.board, kind="to_review").count() == 1
    assert approve(page, staff.board_two).live


def test_leader_who_sits_on_the_board_too_approves_one_step(cao_loc: Unit, staff: Staff) -> None:
    grant(staff.leader, Unit.objects.province(), Role.BOARD)
    page = approve(submit(draft(cao_loc, staff.author), staff.author), staff.leader)

    with pytest.raises(DecisionRefusedError, match="cần một người khác"):
        approve(page, staff.leader)


@pytest.mark.parametrize("why", ["alone", "wrote", "blocked", "administrator"])
def test_board_without_another_member_approves_twice_and_says_so(
    bac_son: Unit, staff: Staff, why: str
) -> None:
    page = _half_approved(bac_son, staff)
    if why == "alone":
        revoke(Membership.objects.get(user=staff.board_two))
    elif why == "wrote":
        edit(page, staff.board_two, lead=SHORT)
    else:
        staff.board_two.is_active = False
        staff.board_two.save()
    if why == "administrator":
        make_user(username="quan-tri")
    shown = signed_in(staff.board).get(reverse("moderation_queue")).content.decode()
    assert "một người duyệt cả hai bước" in shown

    assert approve(page, staff.board).live

    row = LedgerEntry.objects.of_page(page.pk).get(decision="board_approved")
    assert (row.reason_code, row.reason_name) == (ONE_PERSON, "Một người duyệt cả hai bước")
    url = reverse("moderation_exceptions")
    listed = signed_in(staff.board).get(url, {"loai": ONE_PERSON}).content.decode()
    assert page.title in listed


def test_next_round_begins_without_memory_of_the_last(bac_son: Unit, staff: Staff) -> None:
    page = _half_approved(bac_son, staff)
    send_back(page, staff.board_two)
    page = approve(submit(page, staff.other_leader), staff.board_two)

    with pytest.raises(DecisionRefusedError, match="cần một người khác"):
        approve(page, staff.board_two)
    assert approve(page, staff.board).live
