"""Two steps, none skipped: who decides, what comes back, what is told."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from tests.moderation.people import (
    Staff,
    approve,
    current,
    draft,
    edit,
    edit_url,
    form_of,
    fresh,
    said,
    send_back,
    signed_in,
    submit,
    through,
)
from units.models import Unit
from units.moderation.decisions import AlreadyDecidedError, DecisionRefusedError, decide
from units.moderation.models import Decision, LedgerEntry, ReturnReason

pytestmark = pytest.mark.django_db


def decisions(page: object) -> list[str]:
    return list(LedgerEntry.objects.of_page(page.pk).values_list("decision", flat=True))


def test_item_passes_leader_then_board_and_is_public(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    assert current(page).task.name == "Lãnh đạo đơn vị duyệt"

    page = approve(page, staff.leader)
    assert not page.live
    assert current(page).task.name == "Ban Biên tập duyệt"

    page = approve(page, staff.board)
    assert page.live
    assert decisions(page) == ["submitted", "unit_approved", "board_approved", "published"]


def test_submit_button_of_the_editor_starts_at_the_unit(cao_loc: Unit, staff: Staff) -> None:
    page = draft(cao_loc, staff.author)

    signed_in(staff.author).post(edit_url(page), form_of(page, **{"action-submit": "1"}))

    assert current(page).task.name == "Lãnh đạo đơn vị duyệt"
    assert not fresh(page).live


def test_leader_approves_and_board_publishes_with_wagtails_own_view(
    cao_loc: Unit, staff: Staff
) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    for user in (staff.leader, staff.board):
        name = "wagtailadmin_pages:workflow_action"
        url = reverse(name, args=[page.pk, "approve", current(page).pk])
        signed_in(user).post(url, {"comment": "Tốt"})

    assert fresh(page).live


def test_leader_approves_with_the_editors_button(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    values = {"action-workflow-action": "true", "workflow-action-name": "approve"}

    signed_in(staff.leader).post(edit_url(page), form_of(page, **values))

    assert current(page).task.name == "Ban Biên tập duyệt"


@pytest.mark.parametrize("who", ["author", "colleague", "other_leader", "board"])
def test_nobody_else_approves_at_the_unit(cao_loc: Unit, staff: Staff, who: str) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    state, user = current(page), getattr(staff, who)

    with pytest.raises(DecisionRefusedError):
        decide(state.pk, user, "approve")
    for url in (
        reverse("moderation_approve", args=[state.pk]),
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]),
    ):
        signed_in(user).post(url)
    values = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    signed_in(user).post(edit_url(page), form_of(page, **values))

    assert current(page).pk == state.pk
    assert decisions(page) == ["submitted"]


@pytest.mark.parametrize("step", ["unit", "board"])
def test_return_needs_reason_and_text_and_starts_again_at_the_unit(
    cao_loc: Unit, staff: Staff, step: str
) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    user = staff.leader
    if step == "board":
        approve(page, staff.leader)
        user = staff.board
    state = current(page)
    reason = ReturnReason.objects.first()
    for values in ({}, {"reason": reason.pk}, {"comment": "Sửa"}, {"reason": 0, "comment": "Sửa"}):
        signed_in(user).post(reverse("moderation_return", args=[state.pk]), values)
        name = "wagtailadmin_pages:workflow_action"
        signed_in(user).post(reverse(name, args=[page.pk, "reject", state.pk]), values)
        crafted = {
            "action-workflow-action": "true",
            "workflow-action-name": "reject",
            "workflow-action-extra-data": json.dumps(values),
        }
        signed_in(user).post(edit_url(page), form_of(page, **crafted))
        assert current(page).pk == state.pk

    page = send_back(page, user)
    assert page.current_workflow_state.status == "needs_changes"
    page = submit(edit(page, staff.author, title="Bài đã sửa"), staff.author)

    assert current(page).task.name == "Lãnh đạo đơn vị duyệt"
    approve(page, staff.leader)
    assert current(page).task.name == "Ban Biên tập duyệt"
    assert approve(page, staff.board).live


def test_resubmit_button_restarts_at_the_unit(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    approve(page, staff.leader)
    send_back(page, staff.board)

    signed_in(staff.author).post(edit_url(page), form_of(page, **{"action-submit": "1"}))

    assert current(page).task.name == "Lãnh đạo đơn vị duyệt"


def test_reviewer_does_not_withdraw_instead_of_returning(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)

    answer = signed_in(staff.leader).post(
        edit_url(page), form_of(page, **{"action-cancel-workflow": "1"})
    )

    assert "Trả lại" in said(answer)
    assert current(page)


def test_author_withdraws_own_item(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)

    signed_in(staff.author).post(reverse("moderation_withdraw", args=[page.pk]))

    assert fresh(page).current_workflow_state is None
    assert decisions(page) == ["submitted", "withdrawn"]


def test_second_of_two_is_told_what_the_first_did(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    state = current(page)
    approve(page, staff.leader)

    with pytest.raises(AlreadyDecidedError, match="lanh-dao"):
        decide(state.pk, staff.deputy, "approve")
    name = "wagtailadmin_pages:workflow_action"
    for url in (
        reverse("moderation_approve", args=[state.pk]),
        reverse(name, args=[page.pk, "approve", state.pk]),
    ):
        answer = signed_in(staff.deputy).post(url, {"revision": fresh(page).latest_revision_id})
        assert "lanh-dao" in said(answer)
    values = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    answer = signed_in(staff.deputy).post(edit_url(page), form_of(page, **values))

    assert "lanh-dao" in said(answer)
    assert decisions(page).count(Decision.UNIT_APPROVED) == 1


def test_decision_about_a_version_not_seen_is_refused(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    seen = page.latest_revision_id
    edit(page, staff.leader, title="Bài nháp sửa")
    url = reverse("moderation_approve", args=[current(page).pk])

    answer = signed_in(staff.deputy).post(url, {"revision": seen})

    assert "vừa được" in said(answer)
    assert decisions(page) == ["submitted"]


def test_author_is_locked_out_while_approvers_may_edit(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)

    shown = signed_in(staff.author).get(edit_url(page)).content.decode()
    assert "Bài đang khóa để duyệt" in shown
    assert "lanh-dao (mẫu)" in shown
    signed_in(staff.author).post(edit_url(page), form_of(page, title="Lén sửa"))
    assert fresh(page).draft_title != "Lén sửa"

    signed_in(staff.leader).post(edit_url(page), form_of(page, title="Bài nháp sửa"))
    assert fresh(page).draft_title == "Bài nháp sửa"


def test_submitted_and_published_versions_are_one_click_apart(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    submitted = page.latest_revision_id
    approve(page, staff.leader)
    edit(page, staff.board, title="Bài nháp, tên gọn")
    page = approve(page, staff.board)

    shown = signed_in(staff.author).get(reverse("moderation_item", args=[page.pk]))

    name = "wagtailadmin_pages:revisions_compare"
    link = reverse(name, args=[page.pk, submitted, page.live_revision_id])
    assert link in shown.content.decode()
    assert signed_in(staff.author).get(link).status_code == 200


def test_item_passes_twice_when_changed_after_publication(cao_loc: Unit, staff: Staff) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board)
    page = submit(edit(page, staff.author, title="Bài có tin mới"), staff.author)

    assert current(page).task.name == "Lãnh đạo đơn vị duyệt"
    approve(page, staff.leader)
    assert fresh(page).title != "Bài có tin mới"
    assert approve(page, staff.board).title == "Bài có tin mới"
