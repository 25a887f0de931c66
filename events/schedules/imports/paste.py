"""A table pasted into the grid: what was understood of it, as entries and line by line. Saves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.schedules.imports.drafts import lines_of
from events.schedules.imports.opening import Source, read_paste
from events.schedules.imports.preview import ShownLine, counted, general_problems, shown_lines
from events.schedules.imports.problems import ScheduleFileError
from events.schedules.models.pages import wrong_lines
from events.schedules.rules.dates import Span
from events.schedules.rules.lines import WrongLinesError, to_data
from events.schedules.rules.reading import Reading
from portal.core.intake.apart import read_long_apart
from portal.core.intake.refusals import ReadingStopped
from portal.core.sent_json import read_json
from units.scope.actors import actor_of

MAX_BODY = 6 * 1024 * 1024


@require_POST
def paste(request: HttpRequest) -> JsonResponse:
    """`entries` as the grid keeps them, all internal; `lines` say what became of each line of the table, and
    hold what a person may take along of a line that was not understood, to finish it in the grid.
    """
    actor_of(request)
    body = request.read(MAX_BODY + 1)
    if len(body) > MAX_BODY:
        return _refusal(str(ScheduleFileError("too_long")))
    try:
        sent = read_json(body)
        html, text = str(sent.get("html") or ""), str(sent.get("text") or "")
        hint = _span(sent)
    except (ValueError, AttributeError):
        return _refusal(_("Không đọc được phần vừa dán. Hãy dán lại."))
    try:
        source, reading = read_long_apart(len(html) + len(text), read_paste, html, text, hint)
        return JsonResponse(_understood(source, reading, hint))
    except ReadingStopped:
        return _refusal(str(ScheduleFileError("too_long")))
    except ScheduleFileError as error:
        return _refusal(str(error))
    except WrongLinesError as error:
        return _refusal(" ".join(wrong_lines(error)))


def _understood(source: Source, reading: Reading, hint: Span | None) -> dict[str, Any]:
    """Raises WrongLinesError."""
    entries = reading.week.entries if reading.week else ()
    shown = [line for line in shown_lines(reading) if not line.is_frame]
    return {
        "entries": to_data(lines_of(entries)),
        "summary": counted(reading),
        "problems": [*source.notes, *general_problems(reading)],
        "lines": [_told(line, hint) for line in shown],
    }


def _told(line: ShownLine, hint: Span | None) -> dict[str, Any]:
    return {
        "number": line.number,
        "text": line.text,
        "kind": line.kind_in_words,
        "understood": [f"{entry['when']}: {entry['content']}" for entry in line.entries],
        "doubts": list(line.doubts),
        "unfinished": _to_finish(line, hint),
    }


def _to_finish(line: ShownLine, week: Span | None) -> list[dict[str, Any]]:
    """What the grid may take along of a line that was not understood: on its day, or on the week's first.

    Raises WrongLinesError.
    """
    entries = []
    for each in line.unfinished:
        if each.knows_day:
            entries.append(each.entry)
        elif week is not None:
            entries.append(replace(each.entry, day=week[0]))
    written = (replace(entry, content=entry.content or line.text) for entry in entries)
    return to_data(lines_of(written))


def _span(sent: Any) -> Span | None:
    """The week in the form; without one the table has to say its days itself."""
    try:
        first = date.fromisoformat(str(sent.get("first")))
        last = date.fromisoformat(str(sent.get("last")))
    except ValueError:
        return None
    is_week = 2000 <= first.year <= 2090 and 0 <= (last - first).days <= 31
    return (first, last) if is_week else None


def _refusal(text: str) -> JsonResponse:
    return JsonResponse({"error": text}, status=422)
