"""Who decides an item at each step, out of those who are on duty that day.

A leader of the unit decides step one, or the member who stands in for him; nobody decides about his own work;
where nobody is left, the board takes the step over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, Generic, Protocol, TypeVar

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


class Person(Protocol):
    """Whoever may decide; the portal's users are."""

    @property
    def pk(self) -> Any: ...


class AnsweringUnit(Protocol):
    """What the rule has to know of the unit that an item belongs to."""

    @property
    def pk(self) -> Any: ...

    @property
    def is_province(self) -> bool: ...

    @property
    def is_active(self) -> bool: ...


P = TypeVar("P", bound=Person)


class TakenOver(StrEnum):
    """Why the board decides step one."""

    NO = ""
    BOARD_ITEM = "board_item"
    NO_LEADER = "no_leader"
    CLOSED = "closed"
    OWN_WORK = "own_work"


_REASONS: Final[dict[TakenOver, StrOrPromise]] = {
    TakenOver.NO: "",
    TakenOver.BOARD_ITEM: _("Bài của cấp tỉnh, không thuộc phòng nào"),
    TakenOver.NO_LEADER: _("Đơn vị chưa có lãnh đạo duyệt bài"),
    TakenOver.CLOSED: _("Đơn vị đã ngừng hoạt động"),
    TakenOver.OWN_WORK: _("Lãnh đạo của đơn vị là người viết hoặc sửa nội dung bài này"),
}


@dataclass(frozen=True)
class Approver(Generic[P]):
    """Somebody who may decide; `on_behalf_of` when he stands in for an absent leader, `again` when he
    approved the first step too and the board has nobody else."""

    user: P
    on_behalf_of: P | None = None
    again: bool = False


@dataclass(frozen=True)
class Approvers(Generic[P]):
    people: tuple[Approver[P], ...] = ()
    taken_over: TakenOver = TakenOver.NO

    def of(self, user: Any) -> Approver[P] | None:
        return next((one for one in self.people if one.user.pk == user.pk), None)

    @property
    def reason(self) -> str:
        return str(_REASONS[self.taken_over])


@dataclass
class DutyRoster(Generic[P]):
    """Leaders, stand-ins and board of one day, and who of them decides an item.

    `barred` are the ids of those whose work the item is. Example: its author is the unit's only leader, so
    `at_unit` gives the whole board and OWN_WORK; an editor A approves, and `at_board` gives the board without
    A. With no other editor than A left it gives A once more, marked `again`.
    """

    leaders: dict[int, list[P]] = field(default_factory=dict)
    # Of each unit (who stands in, for which leader).
    stand_ins: dict[int, list[tuple[P, P]]] = field(default_factory=dict)
    board: list[P] = field(default_factory=list)
    # Of `board`, those who are its members and not system administrators alone.
    editors: set[int] = field(default_factory=set)

    def at_unit(self, unit: AnsweringUnit, barred: Collection[int]) -> Approvers[P]:
        """Step one: the unit's own people, or the board and why."""
        board = self._board_without(barred)
        if unit.is_province:
            return Approvers(board, TakenOver.BOARD_ITEM)
        if not unit.is_active:
            return Approvers(board, TakenOver.CLOSED)
        if not self.leaders.get(unit.pk):
            return Approvers(board, TakenOver.NO_LEADER)
        people = (*self._leaders_of(unit.pk, barred), *self._stand_ins_of(unit.pk, barred))
        return Approvers(people) if people else Approvers(board, TakenOver.OWN_WORK)

    def at_board(self, barred: Collection[int], first: int | None) -> Approvers[P]:
        """Step two; `first` is who approved step one of this round.

        Two approvals come from two people, unless the board has no other member for the second.
        """
        board = self._board_without(barred)
        others = tuple(one for one in board if one.user.pk != first)
        if any(one.user.pk in self.editors for one in others):
            return Approvers(others)
        return Approvers(tuple(replace(one, again=one.user.pk == first) for one in board))

    def serves(self, unit_id: int, user: Any) -> bool:
        """Whether the user leads the unit or stands in for somebody who does."""
        delegates = [delegate for delegate, _leader in self.stand_ins.get(unit_id, [])]
        return user in self.leaders.get(unit_id, []) or user in delegates

    def _board_without(self, barred: Collection[int]) -> tuple[Approver[P], ...]:
        return tuple(Approver(user) for user in self.board if user.pk not in barred)

    def _leaders_of(self, unit_id: int, barred: Collection[int]) -> Iterator[Approver[P]]:
        for leader in self.leaders.get(unit_id, []):
            if leader.pk not in barred:
                yield Approver(leader)

    def _stand_ins_of(self, unit_id: int, barred: Collection[int]) -> Iterator[Approver[P]]:
        """Each once, and none who decides as a leader himself."""
        known = {one.user.pk for one in self._leaders_of(unit_id, barred)}
        for delegate, leader in self.stand_ins.get(unit_id, []):
            # He would decide in the name of the one whose work it is.
            if leader.pk not in barred and delegate.pk not in known.union(barred):
                known.add(delegate.pk)
                yield Approver(delegate, on_behalf_of=leader)
