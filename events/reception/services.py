"""What a unit does with its reception days: make, announce, postpone, record. Nobody else changes a state.

Each act asks again who acts, locks its rows, writes the log, and gives subscribed calendars a new number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.reception.models.records import ReceptionDay
from events.reception.rules.law import State
from portal.audit.log import log_action
from portal.core.text import compose, format_date
from portal.users.models import User
from units.models import Unit
from units.scope.actors import Actor, is_board, units_where

CHANGE = "reception.change_receptionday"
ADD = "reception.add_receptionday"
# What the day that takes the place of another has in common with it.
COPIED = (
    "unit_id", "opens", "closes", "afternoon_opens", "afternoon_closes", "head_in_person",
    "official_id", "receiver", "participants", "matter", "place",
)  # fmt: skip


@dataclass(frozen=True)
class Postponement:
    """`reason` and `new_day` are what the law asks for."""

    day: ReceptionDay
    reason: str
    new_day: date


@dataclass(frozen=True)
class Outcome:
    """`told_on`: when the result of handling was told, None as long as it was not."""

    day: ReceptionDay
    note: str = ""
    told_on: date | None = None
    nobody_came: bool = False


def units_to_manage(user: Actor) -> list[Unit]:
    """Units whose reception days the person makes and changes."""
    return units_where(user, CHANGE)


def _require(user: Actor, days: Iterable[ReceptionDay], permission: str = CHANGE) -> None:
    if is_board(user):
        return
    own = {unit.pk for unit in units_where(user, permission)}
    if not all(day.unit_id in own for day in days):
        raise PermissionDenied


def _locked(days: Sequence[ReceptionDay], user: Actor) -> list[ReceptionDay]:
    """The rows as they are now, in order; who acts on them meanwhile waits."""
    rows = ReceptionDay.objects.select_for_update().filter(pk__in=[day.pk for day in days])
    locked = list(rows.order_by("pk"))
    _require(user, locked)
    return sorted(locked, key=lambda row: (row.day, row.opens))


def _lock_units(days: Iterable[ReceptionDay]) -> None:
    """Who makes days of the same units at the same moment waits, and then finds them there."""
    units = Unit.objects.select_for_update().filter(pk__in={day.unit_id for day in days})
    list(units.order_by("pk").values_list("pk"))


@transaction.atomic
def announce(days: Sequence[ReceptionDay], by: User) -> list[ReceptionDay]:
    """Make planned days public; those that are public already are left as they are.

    Raises PermissionDenied when one of the days belongs to a unit that is not the person's, and
    ValidationError for a day that is over.
    """
    made = [row for row in _locked(days, by) if row.state == State.PLANNED]
    over = [row for row in made if row.day < timezone.localdate()]
    if over:
        raise ValidationError(
            _("Không công bố được ngày đã qua: %s.")
            % ", ".join(format_date(row.day) for row in over)
        )
    for row in made:
        _announce(row, by)
    return made


def _announce(row: ReceptionDay, by: User) -> None:
    row.state, row.announced_at = ReceptionDay.States.ANNOUNCED, timezone.now()
    row.changed_at = row.announced_at
    row.save()
    log_action("reception.announce", row, user=by, unit=row.unit)


@transaction.atomic
def postpone(postponements: Sequence[Postponement], by: User) -> list[ReceptionDay]:
    """Call announced days off, each with its reason, and announce the day that takes its place.

    A day of the unit that stands on the new date already takes the place, else one is made like the old.
    Raises ValidationError, with nothing changed, for a missing reason or a date that cannot be.
    """
    wanted = {one.day.pk: one for one in postponements}
    _lock_units(one.day for one in postponements)
    rows = _locked([one.day for one in postponements], by)
    for row in rows:
        one = wanted[row.pk]
        reason = compose(one.reason).strip()
        _check_postponement(row, reason, one.new_day)
        row.successor = _successor(row, one.new_day, by)
        row.state, row.reason = ReceptionDay.States.POSTPONED, reason
        row.note_change()
        row.save()
        data = {"reason": reason, "new_day": one.new_day.isoformat()}
        log_action("reception.postpone", row, user=by, unit=row.unit, data=data)
    return rows


def _check_postponement(row: ReceptionDay, reason: str, new_day: date) -> None:
    shown = {"day": format_date(row.day), "new_day": format_date(new_day)}
    if row.state != State.ANNOUNCED:
        raise ValidationError(
            _("Chỉ hoãn được ngày đã công bố; ngày %(day)s không ở trạng thái đó.") % shown
        )
    if not reason:
        raise ValidationError(_("Hãy ghi lý do hoãn ngày %(day)s.") % shown)
    if new_day <= row.day or new_day < timezone.localdate():
        raise ValidationError(
            _("Ngày tiếp thay thế cho ngày %(day)s phải sau ngày đó và chưa qua.") % shown
        )
    if new_day.year > timezone.localdate().year + 2:
        raise ValidationError(_("Ngày tiếp thay thế %(new_day)s quá xa: hãy kiểm tra lại.") % shown)


def _successor(row: ReceptionDay, new_day: date, by: User) -> ReceptionDay:
    found = (
        ReceptionDay.objects.select_for_update()
        .filter(unit=row.unit_id, day=new_day)
        .exclude(pk=row.pk)
        .order_by("opens")
        .first()
    )
    if found is None:
        found = _copy_for(row, new_day)
    elif found.state not in (State.PLANNED, State.ANNOUNCED):
        raise ValidationError(
            _("Ngày %(new_day)s đã hoãn hoặc đã tiếp xong: hãy chọn ngày khác.")
            % {"new_day": format_date(new_day)}
        )
    elif row.head_in_person and not found.head_in_person:
        # The head's day is moved, and not replaced by somebody else's.
        found.head_in_person, found.official = True, row.official
        found.receiver = row.receiver
        found.note_change()
        found.save()
    if found.state == State.PLANNED:
        _announce(found, by)
    return found


def _copy_for(row: ReceptionDay, new_day: date) -> ReceptionDay:
    made = ReceptionDay(day=new_day, **{name: getattr(row, name) for name in COPIED})
    made.full_clean()
    made.save()
    return made


@transaction.atomic
def hold(outcomes: Sequence[Outcome], by: User) -> list[ReceptionDay]:
    """Record that announced days were held, and what came of them; may be said again with more.

    Raises ValidationError for a day that is not announced or still to come, or a result told before.
    """
    wanted = {one.day.pk: one for one in outcomes}
    rows = _locked([one.day for one in outcomes], by)
    for row in rows:
        one = wanted[row.pk]
        _check_outcome(row, one)
        is_news = row.state != State.HELD
        _write_outcome(row, one)
        row.save()
        told = row.told_on.isoformat() if row.told_on else ""
        data = {"told_on": told, "nobody_came": row.nobody_came or ""}
        action = "reception.hold" if is_news else "reception.result"
        log_action(action, row, user=by, unit=row.unit, data=data)
    return rows


def _write_outcome(row: ReceptionDay, one: Outcome) -> None:
    """Who received is kept by name from the first time on: a successor in office did not."""
    if row.state != State.HELD and row.official is not None:
        row.receiver = f"{row.official.post} {row.official.name}"[:200]
    row.state = ReceptionDay.States.HELD
    row.nobody_came = one.nobody_came
    row.told_on = None if one.nobody_came else one.told_on
    row.result_note = compose(one.note).strip()


def _check_outcome(row: ReceptionDay, one: Outcome) -> None:
    shown = {"day": format_date(row.day)}
    today = timezone.localdate()
    if row.state not in (State.ANNOUNCED, State.HELD):
        raise ValidationError(
            _("Ngày %(day)s chưa công bố hoặc đã hoãn nên không ghi “đã tiếp” được.") % shown
        )
    if row.day > today:
        raise ValidationError(_("Ngày %(day)s chưa đến nên chưa ghi “đã tiếp” được.") % shown)
    if one.told_on is not None and not row.day <= one.told_on <= today:
        raise ValidationError(
            _("Ngày thông báo kết quả phải từ ngày tiếp %(day)s đến hôm nay.") % shown
        )


@transaction.atomic
def make_days(days: Sequence[ReceptionDay], by: User, rule: str) -> list[ReceptionDay]:
    """Save planned days that a rule gave; those that the unit has already are passed over."""
    _require(by, days, ADD)
    _lock_units(days)
    made = []
    for day in days:
        taken = ReceptionDay.objects.filter(unit=day.unit_id, rule=day.rule, rule_day=day.rule_day)
        if taken.exists() or clashing(day.unit_id, [day]):
            continue
        day.full_clean()
        day.save()
        made.append(day)
    if made:
        dates = {"rule": rule, "count": len(made), "first": made[0].day.isoformat()}
        log_action("reception.make_days", made[0], user=by, unit=made[0].unit, data=dates)
    return made


def clashing(unit_id: int, days: Sequence[ReceptionDay]) -> set[tuple[date, Any]]:
    """(date, opening hour) of those days on which the unit receives at that time already."""
    if not days:
        return set()
    rows = ReceptionDay.objects.filter(unit=unit_id, day__in={day.day for day in days})
    present: dict[date, list[ReceptionDay]] = {}
    for row in rows:
        present.setdefault(row.day, []).append(row)
    return {
        (day.day, day.opens)
        for day in days
        if any(_overlap(day, other) for other in present.get(day.day, []))
    }


def _overlap(one: ReceptionDay, other: ReceptionDay) -> bool:
    def spans(row: ReceptionDay) -> list[tuple[Any, Any]]:
        found: list[tuple[Any, Any]] = [(row.opens, row.closes)]
        if row.afternoon_opens and row.afternoon_closes:
            found.append((row.afternoon_opens, row.afternoon_closes))
        return found

    return any(a < d and c < b for a, b in spans(one) for c, d in spans(other))
