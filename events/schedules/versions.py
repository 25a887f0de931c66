"""Earlier versions of a week, by the rule that holds now for each entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from events.schedules.changes import Told, in_words
from events.schedules.display import public_lines
from events.schedules.models import ScheduleVersion, WorkSchedulePage
from events.schedules.rules.compare import differences
from events.schedules.rules.lines import ScheduleLine
from events.schedules.rules.week import Entry
from portal.core.text import format_date


@dataclass(frozen=True)
class Version:
    """One version of a page, and those that came after it, oldest first."""

    page: WorkSchedulePage
    row: ScheduleVersion
    later: Sequence[ScheduleVersion]

    @property
    def present(self) -> dict[str, Entry]:
        """What was last said of each entry after this version; the page itself has the last word."""
        said: dict[str, Entry] = {}
        for row in self.later:
            said.update({line.uid: line.entry for line in row.lines})
        said.update({line.uid: line.entry for line in self.page.lines})
        return said

    @property
    def following(self) -> Version:
        return Version(self.page, self.later[0], self.later[1:])

    @property
    def lines(self) -> Sequence[ScheduleLine]:
        return self.row.lines

    @property
    def span(self) -> tuple[date, date]:
        content = self.row.content
        return date.fromisoformat(content["first"]), date.fromisoformat(content["last"])


def version_of(page: WorkSchedulePage, number: int) -> Version:
    """Raises Http404."""
    rows = list(ScheduleVersion.objects.filter(page=page, number__gte=number).order_by("number"))
    if not rows or rows[0].number != number:
        raise Http404
    return Version(page, rows[0], rows[1:])


def changes_after(version: Version, internal: bool) -> list[Told]:
    """What the next version did, as far as the reader may know both."""
    before = _shown(version, internal)
    return in_words(differences(before, _shown(version.following, internal)))


def _shown(version: Version, internal: bool) -> Sequence[ScheduleLine]:
    return version.lines if internal else public_lines(version.lines, version.present)


def version_label(number: int) -> str:
    if number == 0:
        return _("Bản ban hành lần đầu")
    return _("Điều chỉnh lần %(number)d") % {"number": number}


def amendment_of(number: int, published_at: datetime) -> str:
    """What stands below the title of an amended week; nothing for the first version."""
    if number == 0:
        return ""
    day = format_date(timezone.localtime(published_at).date())
    return _("Điều chỉnh lần %(number)d ngày %(day)s") % {"number": number, "day": day}


def header_of(row: ScheduleVersion) -> dict[str, Any]:
    """The head and foot that a version had, as fields of a page."""
    values = dict(row.header)
    for name in ("first", "last", "issued_on"):
        values[name] = date.fromisoformat(values[name]) if values.get(name) else None
    return values
