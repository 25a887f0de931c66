"""Everybody does anything in any order, with several items in two units; the rules hold after each step."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from wagtail.models import Page, Revision, WorkflowState

from tests.moderation.people import (
    Staff,
    draft,
    edit,
    edit_url,
    form_of,
    fresh,
    make_staff,
    signed_in,
    submit,
)
from units.models import Unit
from units.moderation import ledger
from units.moderation.approvers import approvers_of, open_step
from units.moderation.decisions import ONE_PERSON, DecisionRefusedError, decide
from units.moderation.models import (
    Decision,
    Delegation,
    LedgerEntry,
    ReturnReason,
    ReviewStep,
    Stage,
)

PEOPLE = ("author", "colleague", "leader", "deputy", "other_author", "other_leader", "board",
          "board_two")  # fmt: skip
WRITERS = ("author", "leader", "other_author", "other_leader", "board")
LONG = "Nội dung mới " + " ".join(f"câu {number}" for number in range(12))
# What the runs got to, so that a machine that never publishes does not pass for a proof.
REACHED: set[tuple[str, bool]] = set()
DECIDED: set[str] = set()
person, which = st.sampled_from(PEOPLE), st.integers(0, 3)
# Corrections are the board's: it presses the button more often than everybody else together.
presser = st.sampled_from(("board", "board_two") * 5 + PEOPLE)


class Reviews(RuleBasedStateMachine):
    """Actions are tried as services and as crafted POSTs, by people who may and who may not."""

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        units = {unit.slug: unit for unit in Unit.objects.lower_level()}
        self.staff: Staff = make_staff(units["cao-loc"], units["bac-son"])
        self.units = units
        self.pages: list[Page] = []
        self.start = LedgerEntry.objects.count()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)

    def user(self, name: str) -> Any:
        return getattr(self.staff, name)

    def pick(self, number: int) -> Any:
        return fresh(self.pages[number % len(self.pages)])

    @precondition(lambda self: len(self.pages) < 4)
    @rule(name=st.sampled_from(WRITERS))
    def write(self, name: str) -> None:
        unit = "bac-son" if name.startswith("other") else "cao-loc"
        self.pages.append(draft(self.units[unit], self.user(name)))

    @precondition(lambda self: self.pages)
    @rule(name=person, number=which, button=st.booleans())
    def submit(self, name: str, number: int, button: bool) -> None:
        page, user = self.pick(number), self.user(name)
        if button:
            signed_in(user).post(edit_url(page), form_of(page, **{"action-submit": "1"}))
        elif not page.workflow_in_progress and page.permissions_for_user(user).can_edit():
            submit(page, user)

    @precondition(lambda self: self.pages)
    @rule(name=person, number=which, action=st.sampled_from(["approve", "approve", "reject"]))
    def decide(self, name: str, number: int, action: str) -> None:
        state = self.pick(number).current_workflow_task_state
        if state is not None:
            reason = ReturnReason.objects.first() if action == "reject" else None
            try:
                decide(state.pk, self.user(name), action, reason=reason, comment="Sửa lại")
            except DecisionRefusedError:
                assert self.pick(number).current_workflow_task_state.pk == state.pk

    @precondition(lambda self: self.pages)
    @rule(number=which)
    def go_on(self, number: int) -> None:
        """The next thing that should happen, done by somebody who may: so that items get far."""
        page = self.pick(number)
        step = open_step(page)
        if step is None:
            submit(page, page.owner)
            return
        approver = approvers_of(page, step.stage).people[0]
        decide(step.task_state_id, approver.user, "approve")
        REACHED.add((step.stage, fresh(page).live))

    @rule(name=st.sampled_from(["leader", "deputy", "other_leader", "author"]), to=person)
    def delegate(self, name: str, to: str) -> None:
        self.name_stand_in(name, to)

    def name_stand_in(self, name: str, to: str) -> None:
        unit = self.units["bac-son" if name.startswith("other") else "cao-loc"]
        today = timezone.localdate().isoformat()
        url = reverse("moderation_delegations")
        values = {
            "unit": unit.pk,
            "delegate": self.user(to).pk,
            "starts_on": today,
            "ends_on": today,
        }
        signed_in(self.user(name)).post(url, values)

    @precondition(lambda self: self.pages)
    @rule(number=which)
    def stand_in_decides(self, number: int) -> None:
        """The leader leaves, and whoever may decide in his name does."""
        page = self.pick(number)
        if open_step(page) is None:
            submit(page, page.owner)
        self.name_stand_in("leader", "colleague")
        step = open_step(self.pick(number))
        people = approvers_of(step.page, step.stage).people
        approver = next((one for one in people if one.on_behalf_of), None)
        if approver is not None:
            decide(step.task_state_id, approver.user, "approve")
            DECIDED.add("on behalf of")

    @precondition(lambda self: self.pages)
    @rule(number=which, again=st.booleans())
    def return_and_submit_again(self, number: int, again: bool) -> None:
        page = self.pick(number)
        step = open_step(page)
        if step is None:
            return
        approver, reason = approvers_of(page, step.stage).people[0], ReturnReason.objects.first()
        decide(step.task_state_id, approver.user, "reject", reason=reason, comment="Sửa lại")
        if again and page.owner.is_active:
            submit(page, page.owner)
            assert open_step(fresh(page)).stage == Stage.UNIT

    @precondition(lambda self: self.pages)
    @rule(name=presser, number=which, drive=st.booleans())
    def correct_what_is_public(self, name: str, number: int, drive: bool) -> None:
        """The board mends a public item, and somebody presses the button."""
        page = self.pick(number)
        while drive and not page.live:
            self.go_on(number)
            page = self.pick(number)
        if page.live and open_step(page) is None:
            before = page.get_latest_revision_as_object().title
            page = edit(page, self.staff.board, title=f"{before[:80]} (đính chính)")
            values = form_of(page, **{"action-publish": "1"})
            signed_in(self.user(name)).post(edit_url(page), values)

    @precondition(lambda self: self.pages)
    @rule(name=person, number=which, action=st.sampled_from(["approve", "return"]))
    def decide_by_post(self, name: str, number: int, action: str) -> None:
        step = ReviewStep.objects.filter(page=self.pick(number).pk).last()
        if step is not None:
            url = reverse(f"moderation_{action}", args=[step.task_state_id])
            signed_in(self.user(name)).post(url, {"comment": "Không có lý do"})

    @precondition(lambda self: self.pages)
    @rule(name=person, number=which, large=st.booleans())
    def change(self, name: str, number: int, large: bool) -> None:
        page, user = self.pick(number), self.user(name)
        lock = page.get_lock()
        if page.permissions_for_user(user).can_edit() and not (lock and lock.for_user(user)):
            edit(page, user, **({"lead": LONG + user.username} if large else {"title": "Tên khác"}))

    @precondition(lambda self: self.pages)
    @rule(name=person, number=which)
    def withdraw(self, name: str, number: int) -> None:
        url = reverse("moderation_withdraw", args=[self.pick(number).pk])
        signed_in(self.user(name)).post(url)

    @precondition(lambda self: self.pages)
    @rule(name=person, number=which)
    def publish(self, name: str, number: int) -> None:
        page = self.pick(number)
        values = form_of(page, **{"action-publish": "1"})
        signed_in(self.user(name)).post(edit_url(page), values)

    @precondition(lambda self: self.pages)
    @rule(name=person, number=which)
    def publish_in_bulk(self, name: str, number: int) -> None:
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        signed_in(self.user(name)).post(f"{url}?id={self.pick(number).pk}", {})

    @precondition(lambda self: self.pages)
    @rule(number=which)
    def unpublish(self, number: int) -> None:
        page = self.pick(number)
        if page.live:
            url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
            signed_in(self.staff.board).post(url)

    @invariant()
    def what_is_public_was_approved_twice_or_is_a_correction(self) -> None:
        for page in Page.objects.filter(pk__in=[page.pk for page in self.pages], live=True):
            rows = LedgerEntry.objects.of_page(page.pk).filter(
                revision_id=page.live_revision_id, digest=ledger.digest_of(page.live_revision)
            )
            last = rows.filter(decision__in=(Decision.PUBLISHED, Decision.URGENT)).last()
            assert last is not None
            if last.decision == Decision.URGENT:
                assert last.actor_id in (self.staff.board.pk, self.staff.board_two.pk)
            else:
                steps = LedgerEntry.objects.of_round(last.round_id).filter(pk__lt=last.pk)
                kinds = [row.decision for row in steps]
                assert kinds[-2:] == [Decision.UNIT_APPROVED, Decision.BOARD_APPROVED]

    @invariant()
    def nobody_approved_what_he_wrote(self) -> None:
        kinds = (Decision.UNIT_APPROVED, Decision.BOARD_APPROVED)
        for row in LedgerEntry.objects.filter(decision__in=kinds):
            assert row.actor_id != row.author_id
            assert row.actor_id != _last_to_rewrite(row)
            if row.on_behalf_id is not None:
                assert row.on_behalf_id not in (row.author_id, row.actor_id)
                pair = {"leader": row.on_behalf_id, "delegate": row.actor_id, "unit": row.unit_id}
                assert Delegation.objects.filter(**pair).exists()

    @invariant()
    def one_person_approves_both_steps_only_where_the_row_says_so(self) -> None:
        for row in LedgerEntry.objects.filter(decision=Decision.BOARD_APPROVED):
            rows = LedgerEntry.objects.of_round(row.round_id).filter(pk__lt=row.pk)
            first = rows.filter(decision=Decision.UNIT_APPROVED).last()
            assert (first.actor_id == row.actor_id) == (row.reason_code == ONE_PERSON)

    @invariant()
    def returns_have_reasons_and_rounds_begin_at_the_unit(self) -> None:
        for row in LedgerEntry.objects.filter(decision=Decision.RETURNED):
            assert row.reason_code
            assert row.text
        for page in self.pages:
            before = None
            for row in LedgerEntry.objects.of_page(page.pk).exclude(decision=Decision.ESCALATED):
                if row.decision == Decision.BOARD_APPROVED:
                    assert before == Decision.UNIT_APPROVED
                if row.decision == Decision.UNIT_APPROVED:
                    assert before == Decision.SUBMITTED
                if row.decision not in (Decision.REFUSED, Decision.UNPUBLISHED):
                    before = row.decision

    @invariant()
    def every_round_has_exactly_one_open_step(self) -> None:
        open_pages = sorted(ReviewStep.objects.open().values_list("page_id", flat=True))
        states = WorkflowState.objects.filter(
            status=WorkflowState.STATUS_IN_PROGRESS, object_id__in=[str(p.pk) for p in self.pages]
        )
        assert open_pages == sorted(int(state.object_id) for state in states)

    @invariant()
    def corrections_are_the_boards(self) -> None:
        board = {self.staff.board.pk, self.staff.board_two.pk}
        rows = LedgerEntry.objects.order_by("pk")[self.start :]
        DECIDED.update(row.decision for row in rows)
        assert {row.actor_id for row in rows if row.decision == Decision.URGENT} <= board

    @invariant()
    def the_log_tells_the_same(self) -> None:
        rows = list(
            LedgerEntry.objects.order_by("pk").values_list("decision", "page_id")[self.start :]
        )
        told = [(row.decision, row.page_id) for row in ledger.derive()][self.start :]
        assert told == rows


def _last_to_rewrite(row: LedgerEntry) -> int | None:
    """Who last gave the item another lead (`LONG`), before the decision."""
    writer, lead = None, None
    versions = Revision.objects.filter(object_id=str(row.page_id), pk__lte=row.revision_id)
    for revision in versions.order_by("pk"):
        if revision.content["lead"] != lead:
            writer, lead = revision.user_id, revision.content["lead"]
    return writer


@pytest.mark.django_db
def test_rules_hold_whatever_people_do(portal: object) -> None:
    run_state_machine_as_test(
        Reviews,
        settings=settings(
            max_examples=10,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert {("unit", False), ("board", True)} <= REACHED
    assert {"urgent", "returned", "on behalf of"} <= DECIDED
