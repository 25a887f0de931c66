"""The units' rows before the rules of the law: for lists, the report and the start page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from events.reception.models.records import ReceptionDay
from events.reception.rules.law import (
    Finding,
    LegalProblem,
    MonthReport,
    Verdict,
    findings_of,
    month_report,
)
from events.reception.words import VERDICTS, finding_text
from portal.calendar.days import working_calendar
from portal.calendar.rules.working import Calendar
from units.models import Unit

# Ten working days and the longest run of days off lie within it, on both sides.
MARGIN = timedelta(days=45)
# What is older is in the report, and no longer on the start page.
LOOK_BACK, LOOK_AHEAD = timedelta(days=60), timedelta(days=60)
# What nobody can act on any more.
PAST_HELP = frozenset({LegalProblem.ANNOUNCED_LATE, LegalProblem.RESULT_LATE, LegalProblem.NO_HEAD})


@dataclass(frozen=True)
class UnitMonth:
    """The line of a unit in the board's report."""

    unit: Unit
    report: MonthReport

    @property
    def cells(self) -> list[tuple[str, str]]:
        """(key, words) of the four demands."""
        found = (
            self.report.head,
            self.report.announced,
            self.report.postponed,
            self.report.told,
        )
        return [(verdict.value, str(VERDICTS[verdict])) for verdict in found]

    @property
    def texts(self) -> list[tuple[bool, str]]:
        """(is broken, words) of what there is to say."""
        return [(found.is_broken, finding_text(found)) for found in self.report.findings]


def calendar_for(days: Iterable[date]) -> Calendar:
    """Days off around these days; one query."""
    known = [*days, timezone.localdate()]
    return working_calendar(min(known) - MARGIN, max(known) + MARGIN)


def warnings_of(rows: Sequence[ReceptionDay]) -> dict[int, list[Finding]]:
    """What is to be said of each row, by its number."""
    calendar, today = calendar_for(row.day for row in rows), timezone.localdate()
    return {row.pk: findings_of(row.facts(), today, calendar) for row in rows}


def month_of_units(units: Sequence[Unit], month: date) -> list[UnitMonth]:
    """The month of each unit, in the order given; two queries."""
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    rows = ReceptionDay.objects.of_units(units).between(first, last).select_related("successor")
    by_unit: dict[int, list[ReceptionDay]] = {}
    for row in rows:
        by_unit.setdefault(row.unit_id, []).append(row)
    calendar, today = calendar_for([first, last]), timezone.localdate()

    def report_of(unit: Unit) -> MonthReport:
        facts = (row.facts() for row in by_unit.get(unit.pk, []))
        return month_report(facts, first, today, calendar)

    return [UnitMonth(unit, report_of(unit)) for unit in units]


@dataclass(frozen=True)
class ToDo:
    """`row` None: about a month, and no day."""

    unit: Unit
    finding: Finding
    row: ReceptionDay | None = None

    @property
    def text(self) -> str:
        return finding_text(self.finding)

    @property
    def is_broken(self) -> bool:
        return self.finding.is_broken


def _to_act_on(row: ReceptionDay, today: date, calendar: Calendar) -> list[Finding]:
    """Without what nobody can mend any more: a day that was announced too late stays so."""
    findings = findings_of(row.facts(), today, calendar)
    return [finding for finding in findings if finding.problem not in PAST_HELP]


def to_do(units: Sequence[Unit]) -> list[ToDo]:
    """What somebody has to act on in these units, the most urgent first; two queries."""
    today = timezone.localdate()
    rows = list(
        ReceptionDay.objects.of_units(units)
        .between(today - LOOK_BACK, today + LOOK_AHEAD)
        .select_related("successor")
        .in_order()
    )
    calendar = calendar_for([today - LOOK_BACK, today + LOOK_AHEAD])
    by_number = {unit.pk: unit for unit in units}
    found = [
        ToDo(by_number[row.unit_id], finding, row)
        for row in rows
        for finding in _to_act_on(row, today, calendar)
    ]
    for unit in units:
        facts = [row.facts() for row in rows if row.unit_id == unit.pk]
        if month_report(facts, today, today, calendar).head is Verdict.BROKEN:
            found.append(ToDo(unit, Finding(LegalProblem.NO_HEAD)))
    return sorted(found, key=lambda one: (not one.is_broken, one.finding.until or today))
