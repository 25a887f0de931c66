"""From what was understood and confirmed to a draft: a new week, or more entries in one that is begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from events.schedules.imports.opening import understand_blocks
from events.schedules.models import WorkScheduleIndexPage, WorkSchedulePage
from events.schedules.rules.dates import Span
from events.schedules.rules.grid import Block
from events.schedules.rules.lines import ScheduleLine, from_data, new_lines, to_data
from events.schedules.rules.reading import Reading
from events.schedules.rules.week import Entry, folded
from portal.users.models import User

MOST_DRAFTS = 12


@dataclass(frozen=True)
class ChosenWeek:
    """Which week it is. `moves`: every day of the file goes to the same weekday of that week."""

    span: Span
    moves: bool = False


def read_again(blocks: list[Block], choice: ChosenWeek) -> Reading:
    """The file as it reads for the week that a person has chosen."""
    if not choice.moves:
        return understand_blocks(blocks, chosen=choice.span)
    reading = understand_blocks(blocks, hint=choice.span)
    if reading.week is None:
        return reading
    days = (_monday(choice.span[0]) - _monday(reading.week.first)).days
    entries = tuple(
        replace(entry, day=entry.day + timedelta(days)) for entry in reading.week.entries
    )
    reading.week = replace(reading.week, first=choice.span[0], last=choice.span[1], entries=entries)
    return reading


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def lines_of(entries: Iterable[Entry]) -> tuple[ScheduleLine, ...]:
    """Internal, each of them, whatever the file says. Raises WrongLinesError as the editor does."""
    internal = (replace(entry, is_public=False, public_content="") for entry in entries)
    return from_data(to_data(new_lines(internal)))


def drafts_of(index: WorkScheduleIndexPage, user: User) -> list[WorkSchedulePage]:
    """Weeks that are not public yet and that this person may write in now, the newest first."""
    pages = WorkSchedulePage.objects.child_of(index).filter(live=False).order_by("-first", "-pk")
    return [page for page in pages[:MOST_DRAFTS] if may_fill(page, user)]


def may_fill(page: WorkSchedulePage, user: User) -> bool:
    rights = page.permissions_for_user(user)
    return not page.live and rights.can_edit() and not rights.page_locked()


def create_draft(
    index: WorkScheduleIndexPage,
    values: Mapping[str, Any],
    lines: Sequence[ScheduleLine],
    user: User,
) -> WorkSchedulePage:
    """`values` are checked fields of the page. A draft, as the editor makes one."""
    with transaction.atomic():
        page = WorkSchedulePage(**values, entries=to_data(lines), live=False, owner=user)
        index.add_child(instance=page)
        log(instance=page, action="wagtail.create", user=user, content_changed=True)
        page.save_revision(user=user, log_action=True)
    return page


def fill_draft(
    page: WorkSchedulePage, values: Mapping[str, Any], lines: Sequence[ScheduleLine], user: User
) -> tuple[WorkSchedulePage, int]:
    """(the draft, how many entries came in). What is written there stays, and comes in once only."""
    with transaction.atomic():
        draft: WorkSchedulePage = page.get_latest_revision_as_object()
        present = draft.lines
        known = {_key(line.entry) for line in present}
        added = [line for line in lines if _key(line.entry) not in known]
        draft.entries = to_data(from_data(to_data([*present, *added])))
        for name, value in values.items():
            if name not in ("first", "last") and not getattr(draft, name):
                setattr(draft, name, value)
        draft.full_clean()
        draft.save_revision(user=user, log_action=True)
    return draft, len(added)


def _key(entry: Entry) -> tuple[object, ...]:
    return entry.day, entry.session, entry.start, folded(entry.content)
