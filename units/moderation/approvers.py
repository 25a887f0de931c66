"""Who decides an item at each step, and why the board does when the unit cannot.

The one place that knows: it reads who is on duty and asks `rules.approvers`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from wagtail.models import Page, TaskState

from portal.users.models import User
from units.models import Membership, Role, Unit
from units.moderation.authorship import authors_of
from units.moderation.models.ledger import Decision, LedgerEntry
from units.moderation.models.people import Delegation
from units.moderation.models.steps import ReviewStep, Stage
from units.moderation.rules.approvers import Approvers, DutyRoster
from units.scope.actors import is_board
from units.scope.rows import unit_of_object


def duty_roster() -> DutyRoster[User]:
    """Who is on duty today; read once for a whole queue."""
    roster = DutyRoster[User]()
    rows = Membership.objects.active().filter(
        role__in=(Role.LEADER, Role.BOARD), user__is_active=True
    )
    for row in rows.select_related("user").order_by("pk"):
        if row.role == Role.BOARD:
            roster.board.append(row.user)
        else:
            roster.leaders.setdefault(row.unit_id, []).append(row.user)
    roster.editors = {user.pk for user in roster.board}
    administrators = User.objects.filter(is_superuser=True, is_active=True).order_by("pk")
    roster.board += [user for user in administrators if user not in roster.board]
    roster.stand_ins = _stand_ins(roster.leaders)
    return roster


def _stand_ins(leaders: dict[int, list[User]]) -> dict[int, list[tuple[User, User]]]:
    """The delegations of today, by somebody who still leads to somebody who is still a member."""
    rows = list(Delegation.objects.active().select_related("leader", "delegate"))
    if not rows:
        return {}
    members = set(
        Membership.objects.active()
        .filter(unit__in={row.unit_id for row in rows}, user__is_active=True)
        .values_list("unit_id", "user_id")
    )
    pairs: dict[int, list[tuple[User, User]]] = {}
    for row in rows:
        leads = row.leader in leaders.get(row.unit_id, [])
        if leads and (row.unit_id, row.delegate_id) in members:
            pairs.setdefault(row.unit_id, []).append((row.delegate, row.leader))
    return pairs


def approvers_on_duty(
    roster: DutyRoster[User],
    unit: Unit,
    stage: str,
    barred: Iterable[int],
    first: int | None = None,
) -> Approvers[User]:
    """`first` is who approved step one of this round; asked at the board's step alone."""
    if stage == Stage.BOARD:
        return roster.at_board(set(barred), first)
    return roster.at_unit(unit, set(barred))


def first_approvers(task_states: Collection[int]) -> dict[int, int | None]:
    """Who approved step one of the rounds that these steps belong to, by step; one query."""
    rounds = dict(
        TaskState.objects.filter(pk__in=task_states).values_list("pk", "workflow_state_id")
    )
    rows = LedgerEntry.objects.filter(
        decision=Decision.UNIT_APPROVED, round_id__in=set(rounds.values())
    )
    last = dict(rows.order_by("pk").values_list("round_id", "actor_id"))
    return {step: last.get(round_id) for step, round_id in rounds.items()}


def approvers_at(step: ReviewStep, barred: Iterable[int]) -> Approvers[User]:
    """Who decides this step now, when the item is the work of those who are barred."""
    at_board = step.stage == Stage.BOARD
    first = first_approvers([step.task_state_id]).get(step.task_state_id) if at_board else None
    return approvers_on_duty(duty_roster(), step.unit, step.stage, barred, first)


def responsible_unit(page: Page) -> Unit:
    """The unit that answers for the page.

    For a page of the provincial site, the department whose member wrote it; else the owner of the tree.
    Raises LookupError on a portal that has no province yet.
    """
    unit = unit_of_object(page) or Unit.objects.province()
    if unit is None:
        raise LookupError("no unit owns this page")
    if unit.is_province and page.owner_id is not None:
        membership = (
            Membership.objects.active()
            .filter(user=page.owner_id, unit__kind=Unit.Kind.DEPARTMENT)
            .select_related("unit")
            .order_by("pk")
            .first()
        )
        if membership is not None:
            return membership.unit
    return unit


def open_step(page: Page) -> ReviewStep | None:
    """The step that the page is at; None when it is not under review."""
    state = page.current_workflow_task_state
    if state is None:
        return None
    return ReviewStep.objects.open().select_related("unit").filter(task_state=state.pk).first()


def approvers_of(page: Page, stage: str) -> Approvers[User]:
    step = open_step(page)
    if step is not None and step.stage == stage:
        return approvers_at(step, authors_of(page))
    unit = step.unit if step else responsible_unit(page)
    return approvers_on_duty(duty_roster(), unit, stage, authors_of(page))


def may_decide(page: Page, user: Any, stage: str) -> bool:
    """Whether the page is at this stage and the user may approve or return it."""
    step = open_step(page)
    if step is None or step.stage != stage or not user.is_active:
        return False
    return approvers_of(page, stage).of(user) is not None


def may_edit_under_review(page: Page, user: Any) -> bool:
    """Those who decide the step; and, once they edited in substance, still they.

    An approver who rewrites an item becomes one of its authors and cannot approve it any more, but he
    must be able to finish what he is writing.
    """
    step = open_step(page)
    if step is None or not user.is_active:
        return False
    if step.stage == Stage.BOARD:
        return is_board(user)
    roster = duty_roster()
    if roster.at_unit(step.unit, authors_of(page)).of(user) is not None:
        return True
    is_its_author = user.pk in {page.owner_id, step.submitted_by_id}
    return roster.serves(step.unit_id, user) and not is_its_author
