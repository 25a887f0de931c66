"""Who decides an item at each step, and why the board does when the unit cannot.

The one place that knows. A leader of the unit decides step one, or the member who stands in for him;
nobody decides about his own work; where nobody is left, the board takes the step over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState

from portal.users.models import User
from units.models import Membership, Role, Unit
from units.moderation.authorship import authors_of
from units.moderation.models.ledger import Decision, LedgerEntry
from units.moderation.models.people import Delegation
from units.moderation.models.steps import ReviewStep, Stage
from units.scope.rows import is_board, unit_of_object


class TakenOver(models.TextChoices):
    """Why the board decides step one."""

    NO = "", ""
    BOARD_ITEM = "board_item", _("Bài của cấp tỉnh, không thuộc phòng nào")
    NO_LEADER = "no_leader", _("Đơn vị chưa có lãnh đạo duyệt bài")
    CLOSED = "closed", _("Đơn vị đã ngừng hoạt động")
    OWN_WORK = "own_work", _("Lãnh đạo của đơn vị là người viết hoặc sửa nội dung bài này")


@dataclass(frozen=True)
class Approver:
    """Somebody who may decide; `on_behalf_of` when he stands in for an absent leader, `again` when he
    approved the first step too and the board has nobody else."""

    user: User
    on_behalf_of: User | None = None
    again: bool = False


@dataclass(frozen=True)
class Approvers:
    people: tuple[Approver, ...] = ()
    taken_over: str = TakenOver.NO

    def of(self, user: Any) -> Approver | None:
        return next((one for one in self.people if one.user.pk == user.pk), None)

    @property
    def reason(self) -> str:
        return str(TakenOver(self.taken_over).label)


@dataclass
class Staff:
    """Leaders, stand-ins and board as they are today; read once for a whole queue."""

    leaders: dict[int, list[User]] = field(default_factory=dict)
    stand_ins: dict[int, list[tuple[User, User]]] = field(default_factory=dict)
    board: list[User] = field(default_factory=list)
    # Of `board`, those who are its members and not system administrators alone.
    editors: set[int] = field(default_factory=set)

    @classmethod
    def today(cls) -> Staff:
        staff = cls()
        rows = Membership.objects.active().filter(
            role__in=(Role.LEADER, Role.BOARD), user__is_active=True
        )
        for row in rows.select_related("user").order_by("pk"):
            if row.role == Role.BOARD:
                staff.board.append(row.user)
            else:
                staff.leaders.setdefault(row.unit_id, []).append(row.user)
        staff.editors = {user.pk for user in staff.board}
        staff.board += [
            user
            for user in User.objects.filter(is_superuser=True, is_active=True).order_by("pk")
            if user not in staff.board
        ]
        staff._read_delegations()
        return staff

    def _read_delegations(self) -> None:
        """Those of today, by a leader to somebody who is still a member."""
        rows = list(Delegation.objects.active().select_related("leader", "delegate"))
        if not rows:
            return
        members = set(
            Membership.objects.active()
            .filter(unit__in={row.unit_id for row in rows}, user__is_active=True)
            .values_list("unit_id", "user_id")
        )
        for row in rows:
            leads = row.leader in self.leaders.get(row.unit_id, [])
            if leads and (row.unit_id, row.delegate_id) in members:
                pairs = self.stand_ins.setdefault(row.unit_id, [])
                pairs.append((row.delegate, row.leader))

    def approvers(
        self, unit: Unit, stage: str, barred: Iterable[int], first: int | None = None
    ) -> Approvers:
        """`first` is who approved step one of this round; asked at the board's step alone."""
        barred = set(barred)
        board = tuple(Approver(user) for user in self.board if user.pk not in barred)
        if stage == Stage.BOARD:
            return Approvers(self._second_people(board, first))
        if unit.is_province:
            return Approvers(board, TakenOver.BOARD_ITEM)
        if not unit.is_active:
            return Approvers(board, TakenOver.CLOSED)
        leaders = self.leaders.get(unit.pk, [])
        if not leaders:
            return Approvers(board, TakenOver.NO_LEADER)
        people = [Approver(user) for user in leaders if user.pk not in barred]
        known = {one.user.pk for one in people}
        for delegate, leader in self.stand_ins.get(unit.pk, []):
            # He would decide in the name of the one whose work it is.
            if leader.pk not in barred and delegate.pk not in barred | known:
                people.append(Approver(delegate, on_behalf_of=leader))
                known.add(delegate.pk)
        if not people:
            return Approvers(board, TakenOver.OWN_WORK)
        return Approvers(tuple(people))

    def _second_people(
        self, board: tuple[Approver, ...], first: int | None
    ) -> tuple[Approver, ...]:
        """Two approvals come from two people, unless the board has no other member for the second."""
        others = tuple(one for one in board if one.user.pk != first)
        if any(one.user.pk in self.editors for one in others):
            return others
        return tuple(replace(one, again=one.user.pk == first) for one in board)


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


def approvers_at(step: ReviewStep, barred: Iterable[int], staff: Staff | None = None) -> Approvers:
    """Who decides this step now, when the item is the work of those who are barred."""
    at_board = step.stage == Stage.BOARD
    first = first_approvers([step.task_state_id]).get(step.task_state_id) if at_board else None
    return (staff or Staff.today()).approvers(step.unit, step.stage, barred, first)


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


def approvers_of(page: Page, stage: str) -> Approvers:
    step = open_step(page)
    if step is not None and step.stage == stage:
        return approvers_at(step, authors_of(page))
    unit = step.unit if step else responsible_unit(page)
    return Staff.today().approvers(unit, stage, authors_of(page))


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
    staff = Staff.today()
    if step.stage == Stage.BOARD:
        return is_board(user)
    if staff.approvers(step.unit, step.stage, authors_of(page)).of(user) is not None:
        return True
    is_leader = user in staff.leaders.get(step.unit_id, [])
    is_stand_in = any(
        user == delegate for delegate, _leader in staff.stand_ins.get(step.unit_id, [])
    )
    return (is_leader or is_stand_in) and user.pk not in {page.owner_id, step.submitted_by_id}
