"""Questions about hours, reception days and the pages that show them, as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.functions import ExtractYear

from events.reception.rules.law import PUBLIC_STATES, State
from portal.core.querysets import ShownQuerySet

if TYPE_CHECKING:
    from units.frame.frames import Units
    from units.models import Unit


class ReceptionIndexPageQuerySet(ShownQuerySet):
    def by_unit(self, units: Units) -> dict[int, Any]:
        """The page of each unit, by the unit's number; one query."""
        found: dict[int, Any] = {}
        for page in self:
            owner = units.owner_of(page)
            if owner is not None:
                found.setdefault(owner.pk, page)
        return found


class RegularHoursQuerySet(models.QuerySet):
    def of_unit(self, unit: Unit | None) -> RegularHoursQuerySet:
        return self.filter(unit=unit) if unit is not None else self.none()


class ReceptionDayQuerySet(models.QuerySet):
    def public(self) -> ReceptionDayQuerySet:
        """What readers may know: never what is only planned."""
        return self.filter(state__in=PUBLIC_STATES).select_related("official", "successor")

    def for_readers(self) -> ReceptionDayQuerySet:
        """Public days with all that is shown of them: what every page and file begins with."""
        return self.public().prefetch_related("predecessors")

    def of_unit(self, unit: Unit | None) -> ReceptionDayQuerySet:
        return self.filter(unit=unit) if unit is not None else self.none()

    def of_units(self, units: Iterable[Unit]) -> ReceptionDayQuerySet:
        return self.filter(unit__in=[unit.pk for unit in units])

    def from_day(self, day: date) -> ReceptionDayQuerySet:
        return self.filter(day__gte=day)

    def between(self, first: date, last: date) -> ReceptionDayQuerySet:
        return self.filter(day__range=(first, last))

    def to_come(self, day: date) -> ReceptionDayQuerySet:
        """Days that citizens can still come to, the next one first."""
        return self.filter(state=State.ANNOUNCED).from_day(day).in_order()

    def in_order(self) -> ReceptionDayQuerySet:
        return self.order_by("day", "opens", "pk")

    def newest_first(self) -> ReceptionDayQuerySet:
        return self.order_by("-day", "-opens", "-pk")

    def years(self) -> list[int]:
        found = self.order_by().annotate(its_year=ExtractYear("day")).values_list("its_year")
        return sorted({year for (year,) in found.distinct()}, reverse=True)
