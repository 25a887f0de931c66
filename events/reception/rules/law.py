"""What the law on citizen reception asks of a unit, checked by machine; dates alone, no database.

Law 42/2013 (amended by 136/2025): the head receives in person at least one day a month; a day stands on the
website at least five working days before; a postponement says why and names the new date; the result of
handling is told within ten working days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.calendar.rules.working import Calendar

ANNOUNCE_DAYS = 5
TELL_DAYS = 10


class State(StrEnum):
    PLANNED = "planned"
    ANNOUNCED = "announced"
    POSTPONED = "postponed"
    HELD = "held"


# What readers of the website may know of; a planned day is nobody's business yet.
PUBLIC_STATES = (State.ANNOUNCED, State.POSTPONED, State.HELD)


class Verdict(StrEnum):
    """MET: as the law asks. PENDING: still can be. BROKEN: can no longer be. NONE: nothing to judge."""

    MET = "met"
    PENDING = "pending"
    BROKEN = "broken"
    NONE = "none"


class LegalProblem(StrEnum):
    NO_HEAD = "no-head"
    HEAD_NOT_HELD = "head-not-held"
    ANNOUNCE_NOW = "announce-now"
    NOT_ANNOUNCED = "not-announced"
    ANNOUNCED_LATE = "announced-late"
    NO_REASON = "no-reason"
    NO_NEW_DATE = "no-new-date"
    NOT_RECORDED = "not-recorded"
    RESULT_DUE = "result-due"
    RESULT_LATE = "result-late"
    RESULT_MISSING = "result-missing"
    DAY_OFF = "day-off"


# Problems that nothing done from now on undoes, or that stand until somebody acts on a day that is over.
_BROKEN = frozenset(
    {
        LegalProblem.NO_HEAD,
        LegalProblem.NOT_ANNOUNCED,
        LegalProblem.ANNOUNCED_LATE,
        LegalProblem.NO_REASON,
        LegalProblem.NO_NEW_DATE,
        LegalProblem.RESULT_LATE,
        LegalProblem.RESULT_MISSING,
    }
)


_LATE = (LegalProblem.NOT_ANNOUNCED, LegalProblem.ANNOUNCED_LATE)
_UNTOLD = (LegalProblem.RESULT_LATE, LegalProblem.RESULT_MISSING)


@dataclass(frozen=True)
class Facts:
    """What is known of one reception day. `told_on`: when the result was told; `nobody_came` asks for
    none.
    """

    day: date
    state: State
    head_in_person: bool = False
    announced_on: date | None = None
    reason: str = ""
    new_day: date | None = None
    told_on: date | None = None
    nobody_came: bool = False


@dataclass(frozen=True)
class Finding:
    """`day`: the reception day, None when it is about the month. `until`: the last day to act."""

    problem: LegalProblem
    day: date | None = None
    until: date | None = None

    @property
    def is_broken(self) -> bool:
        return self.problem in _BROKEN


@dataclass(frozen=True)
class MonthReport:
    """A unit's month: one verdict for each of the four demands, and what there is to say."""

    head: Verdict
    announced: Verdict
    postponed: Verdict
    told: Verdict
    findings: tuple[Finding, ...]

    @property
    def is_broken(self) -> bool:
        return Verdict.BROKEN in (self.head, self.announced, self.postponed, self.told)


def announce_by(day: date, calendar: Calendar) -> date:
    """The last day on which a reception may be announced in time: for a Monday the Monday before."""
    return calendar.shift(day, -ANNOUNCE_DAYS)


def tell_by(day: date, calendar: Calendar) -> date:
    """The last day on which the result of a reception may be told in time: two weeks, but for days off."""
    return calendar.shift(day, TELL_DAYS)


def findings_of(facts: Facts, today: date, calendar: Calendar) -> list[Finding]:
    """What is wrong, or is about to be, with one reception day.

    Postponed without a reason and without a new day are two findings.
    """
    found = _announcing(facts, today, calendar)
    if facts.state is State.POSTPONED:
        return found + _postponing(facts)
    if facts.state is State.HELD:
        return found + _telling(facts, today, calendar)
    if facts.state is State.ANNOUNCED and facts.day < today:
        found.append(Finding(LegalProblem.NOT_RECORDED, facts.day))
    if facts.day >= today and not calendar.is_working_day(facts.day):
        found.append(Finding(LegalProblem.DAY_OFF, facts.day, calendar.on_or_after(facts.day)))
    return found


def _postponing(facts: Facts) -> list[Finding]:
    found = []
    if not facts.reason.strip():
        found.append(Finding(LegalProblem.NO_REASON, facts.day))
    if facts.new_day is None:
        found.append(Finding(LegalProblem.NO_NEW_DATE, facts.day))
    return found


def _announcing(facts: Facts, today: date, calendar: Calendar) -> list[Finding]:
    limit = announce_by(facts.day, calendar)
    if facts.state is State.PLANNED:
        if today > limit:
            return [Finding(LegalProblem.NOT_ANNOUNCED, facts.day, limit)]
        # A week's notice, so that the panel speaks before it is too late.
        soon = calendar.shift(limit, -ANNOUNCE_DAYS) <= today
        return [Finding(LegalProblem.ANNOUNCE_NOW, facts.day, limit)] if soon else []
    if facts.announced_on is None or facts.announced_on > limit:
        return [Finding(LegalProblem.ANNOUNCED_LATE, facts.day, limit)]
    return []


def _telling(facts: Facts, today: date, calendar: Calendar) -> list[Finding]:
    if facts.nobody_came:
        return []
    limit = tell_by(facts.day, calendar)
    if facts.told_on is not None:
        is_late = facts.told_on > limit
        return [Finding(LegalProblem.RESULT_LATE, facts.day, limit)] if is_late else []
    problem = LegalProblem.RESULT_MISSING if today > limit else LegalProblem.RESULT_DUE
    return [Finding(problem, facts.day, limit)]


def month_report(
    days: Iterable[Facts], month: date, today: date, calendar: Calendar
) -> MonthReport:
    """The line of the month that holds `month`, for one unit; days of other months do not count.

    A month that is over and in which no day of the head was held begins with a finding about the head.
    """
    first = month.replace(day=1)
    own = [facts for facts in days if facts.day.replace(day=1) == first]
    head = _head(own, first, today)
    found = _about_head(head, is_over=first < today.replace(day=1))
    for facts in own:
        found += findings_of(facts, today, calendar)
    postponed = _in_state(own, State.POSTPONED)
    owed = [facts for facts in _in_state(own, State.HELD) if not facts.nobody_came]
    waiting = _in_state(own, State.PLANNED)
    return MonthReport(
        head=head,
        announced=_verdict(own, found, _LATE, (LegalProblem.ANNOUNCE_NOW,), waiting),
        postponed=_verdict(postponed, found, (LegalProblem.NO_REASON, LegalProblem.NO_NEW_DATE)),
        told=_verdict(owed, found, _UNTOLD, (LegalProblem.RESULT_DUE,)),
        findings=tuple(found),
    )


def _in_state(days: Iterable[Facts], state: State) -> list[Facts]:
    return [facts for facts in days if facts.state is state]


def _about_head(head: Verdict, *, is_over: bool) -> list[Finding]:
    """What is said of the month before its days."""
    if head is Verdict.BROKEN:
        return [Finding(LegalProblem.NO_HEAD)]
    if head is Verdict.PENDING and is_over:
        return [Finding(LegalProblem.HEAD_NOT_HELD)]
    return []


def _head(own: Sequence[Facts], first: date, today: date) -> Verdict:
    """Held in person; else on the calendar, which is enough only while it can still be held."""
    days = [facts for facts in own if facts.head_in_person and facts.state is not State.POSTPONED]
    if any(facts.state is State.HELD for facts in days):
        return Verdict.MET
    # Announced and over, but not recorded: it may well have been held.
    if any(facts.state is State.ANNOUNCED or facts.day >= today for facts in days):
        return Verdict.PENDING
    return Verdict.NONE if first > today else Verdict.BROKEN


def _verdict(
    own: Sequence[Facts],
    found: Sequence[Finding],
    broken: tuple[LegalProblem, ...],
    pending: tuple[LegalProblem, ...] = (),
    waiting: Sequence[Facts] = (),
) -> Verdict:
    problems = {finding.problem for finding in found}
    if not own:
        return Verdict.NONE
    if problems & set(broken):
        return Verdict.BROKEN
    return Verdict.PENDING if waiting or problems & set(pending) else Verdict.MET
