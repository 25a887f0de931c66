"""Questions about weeks, as sentences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import F, Max

from portal.core.querysets import ShownQuerySet

if TYPE_CHECKING:
    from events.schedules.models import WorkSchedulePage
    from units.models import Unit


class WorkSchedulePageQuerySet(ShownQuerySet):
    def of_unit(self, unit: Unit | None) -> WorkSchedulePageQuerySet:
        return self.filter(owning_unit=unit) if unit is not None else self.none()

    def holding(self, day: date) -> WorkSchedulePageQuerySet:
        """Weeks with this day; of two, the one that began later."""
        return self.filter(first__lte=day, last__gte=day).order_by("-first", "-pk")

    def within(self, first: date, last: date) -> WorkSchedulePageQuerySet:
        return self.filter(first__lte=last, last__gte=first).order_by("first", "pk")

    def before(self, day: date) -> WorkSchedulePageQuerySet:
        """Weeks that began before the day, the nearest first."""
        return self.filter(first__lt=day).order_by("-first", "-pk")

    def after(self, day: date) -> WorkSchedulePageQuerySet:
        return self.filter(first__gt=day).order_by("first", "pk")

    def in_register(self, year: int) -> WorkSchedulePageQuerySet:
        """A year's register by its numbers; weeks without one stand last. `amended`: how many times."""
        rows = self.filter(year=year).annotate(amended=Max("versions__number"))
        return rows.order_by(F("number").asc(nulls_last=True), "first", "pk")

    def years(self) -> list[int]:
        return list(self.order_by("-year").values_list("year", flat=True).distinct())

    def neighbours(
        self, day_first: date, day_last: date
    ) -> tuple[WorkSchedulePage | None, WorkSchedulePage | None]:
        """The nearest weeks on both sides."""
        return self.before(day_first).first(), self.after(day_last).first()
