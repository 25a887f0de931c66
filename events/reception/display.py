"""A reception day as readers are shown it. The gate: what is not copied here stays with the unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from events.reception.models.records import ReceptionDay, Weekday
from events.reception.rules.law import State
from portal.calendar.days import lunar_words
from portal.core.text import format_date
from units.models import Unit


def weekday_name(day: date) -> str:
    return str(Weekday(day.weekday()).label)


class DayInWords:
    """What a day is called in both calendars."""

    day: date

    @property
    def weekday(self) -> str:
        return weekday_name(self.day)

    @property
    def lunar(self) -> str:
        return lunar_words(self.day)


@dataclass(frozen=True)
class PublicDay(DayInWords):
    """`place` falls back on the unit's address; `instead_of`: the days that were postponed to this one."""

    unit_id: int
    day: date
    hours: str
    who: str
    head_in_person: bool
    participants: str
    matter: str
    place: str
    state: State
    announced_on: date | None
    reason: str
    new_day: date | None
    told_on: date | None
    instead_of: tuple[date, ...]
    is_today: bool
    is_over: bool

    @property
    def is_postponed(self) -> bool:
        return self.state is State.POSTPONED

    @property
    def state_words(self) -> str:
        if self.state is State.POSTPONED:
            return _("Hoãn")
        if self.state is State.HELD:
            return _("Đã tiếp")
        return _("Đã qua") if self.is_over else _("Đã công bố")

    @property
    def postponement(self) -> str:
        """The reason and the new date in words; "" for a day that is not postponed."""
        if not self.is_postponed:
            return ""
        if self.new_day is None:
            return _("Lý do: %(reason)s.") % {"reason": self.reason.rstrip(".")}
        return _("Lý do: %(reason)s. Chuyển sang %(weekday)s, ngày %(day)s.") % {
            "reason": self.reason.rstrip("."),
            "weekday": weekday_name(self.new_day),
            "day": format_date(self.new_day),
        }


def public_day(row: ReceptionDay, unit: Unit) -> PublicDay:
    """Raises ValueError for a day that is only planned: it must not get as far as this."""
    if not row.is_public:
        raise ValueError(f"reception day {row.pk} is not public")
    today = timezone.localdate()
    successor = row.successor if row.state == State.POSTPONED else None
    return PublicDay(
        unit_id=unit.pk,
        day=row.day,
        hours=row.hours,
        who=row.who,
        head_in_person=row.head_in_person,
        participants=row.participants,
        matter=row.matter,
        place=row.place or unit.address,
        state=State(row.state),
        announced_on=row.announced_on,
        reason=row.reason,
        new_day=successor.day if successor is not None and successor.is_public else None,
        told_on=row.told_on,
        instead_of=tuple(sorted(old.day for old in row.predecessors.all())),
        is_today=row.day == today,
        is_over=row.day < today,
    )


def public_days(rows: Iterable[ReceptionDay], unit: Unit) -> list[PublicDay]:
    return [public_day(row, unit) for row in rows]


def answer(unit: Unit, coming: Iterable[PublicDay]) -> str:
    """When does the head receive? In one sentence, for the top of the page.

    A day on which the head receives in person goes before an earlier one of a deputy.
    """
    announced = [day for day in coming if not day.is_postponed and not day.is_over]
    heads = [day for day in announced if day.head_in_person]
    found = next(iter(heads or announced), None)
    if found is None:
        return _("%(unit)s chưa công bố ngày tiếp công dân định kỳ sắp tới.") % {
            "unit": unit.short_name
        }
    told = {
        "unit": unit.short_name,
        "who": found.who,
        "weekday": weekday_name(found.day),
        "day": format_date(found.day),
        "hours": found.hours,
        "place": found.place,
    }
    text = _sentence(found)
    if found.place:
        text += _(", tại %(place)s")
    return f"{text % told}."


def _sentence(day: PublicDay) -> str:
    if not day.head_in_person:
        return _("%(who)s tiếp công dân %(weekday)s, ngày %(day)s, %(hours)s")
    if day.is_today:
        return _("%(who)s (%(unit)s) trực tiếp tiếp công dân hôm nay, ngày %(day)s, %(hours)s")
    return _("%(who)s (%(unit)s) trực tiếp tiếp công dân %(weekday)s, ngày %(day)s, %(hours)s")
