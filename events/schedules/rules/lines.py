"""Entries as a page keeps them: plain values with a name of their own, so that versions, feeds and the
editor can speak of one and the same entry.

What comes in was typed or sent by somebody: every value is looked at, and what is wrong is told by line.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

from events.schedules.rules.plain import visible
from events.schedules.rules.week import Entry, Mark, Session, public_entry

MAX_LINES = 300
MAX_TEXT = 2000
MAX_NAMES = 60
_UID = re.compile(r"[0-9a-f]{32}")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_TEXTS = ("content", "prepared_by", "place", "note", "public_content")


@dataclass(frozen=True)
class ScheduleLine:
    """One entry and the name by which it is known through all versions of its week."""

    uid: str
    entry: Entry


class WrongLineError(ValueError):
    """What is wrong with a line, in words for the person who wrote it."""


class WrongLinesError(ValueError):
    """Everything that is wrong: (place of the line from 1, words)."""

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        super().__init__("; ".join(text for _place, text in problems))
        self.problems = problems


def new_uid() -> str:
    return uuid4().hex


def new_lines(entries: Iterable[Entry]) -> tuple[ScheduleLine, ...]:
    return tuple(ScheduleLine(new_uid(), entry) for entry in entries)


def to_data(lines: Iterable[ScheduleLine]) -> list[dict[str, Any]]:
    return [_line_to_data(line) for line in lines]


def _line_to_data(line: ScheduleLine) -> dict[str, Any]:
    entry = line.entry
    return {
        "uid": line.uid,
        "day": entry.day.isoformat(),
        "session": entry.session.value,
        "start": f"{entry.start:%H:%M}" if entry.start else "",
        "end": f"{entry.end:%H:%M}" if entry.end else "",
        "content": entry.content,
        "chairs": list(entry.chairs),
        "attendees": list(entry.attendees),
        "prepared_by": entry.prepared_by,
        "place": entry.place,
        "note": entry.note,
        "is_public": entry.is_public,
        "public_content": entry.public_content,
        "mark": entry.mark,
    }


def from_data(data: Any) -> tuple[ScheduleLine, ...]:
    """Raises WrongLinesError with every problem of every line."""
    if not isinstance(data, list):
        raise WrongLinesError([(0, "Không đọc được danh sách dòng của lịch.")])
    if len(data) > MAX_LINES:
        raise WrongLinesError([(0, f"Lịch có quá {MAX_LINES} dòng: hãy bớt dòng rồi lưu lại.")])
    lines: list[ScheduleLine] = []
    problems: list[tuple[int, str]] = []
    taken: set[str] = set()
    for place, values in enumerate(data, 1):
        try:
            line = _line_of(values)
        except WrongLineError as error:
            problems.append((place, str(error)))
            continue
        if line.uid in taken:
            line = replace(line, uid=new_uid())
        taken.add(line.uid)
        lines.append(line)
    if problems:
        raise WrongLinesError(problems)
    return tuple(lines)


def readable(data: Any) -> tuple[ScheduleLine, ...]:
    """The lines of what is stored; whatever cannot be read is left out, because it must not be shown."""
    lines = []
    for values in data if isinstance(data, list) else ():
        try:
            lines.append(_line_of(values))
        except WrongLineError:
            continue
    return tuple(lines)


def _line_of(values: Any) -> ScheduleLine:
    if not isinstance(values, Mapping):
        raise WrongLineError("Không đọc được dòng này.")
    uid = values.get("uid", "")
    known = isinstance(uid, str) and _UID.fullmatch(uid)
    texts = {name: _text(values.get(name, "")) for name in _TEXTS}
    if not texts["content"]:
        raise WrongLineError("Hãy ghi nội dung công việc, hoặc xóa dòng trống.")
    if values.get("is_public", False) not in (True, False):
        raise WrongLineError("Hãy chọn công khai hoặc nội bộ.")
    entry = Entry(
        day=_day(values.get("day")),
        session=_session(values.get("session")),
        start=_time(values.get("start")),
        end=_time(values.get("end")),
        chairs=_names(values.get("chairs", [])),
        attendees=_names(values.get("attendees", [])),
        is_public=values.get("is_public") is True,
        mark=_mark(values.get("mark", "")),
        **texts,
    )
    return ScheduleLine(str(uid) if known else new_uid(), entry)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise WrongLineError("Có ô không phải là chữ.")
    text = visible(value).strip()
    if len(text) > MAX_TEXT:
        raise WrongLineError(f"Một ô dài quá {MAX_TEXT} ký tự: hãy rút gọn.")
    return text


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MAX_NAMES:
        raise WrongLineError(
            "Không đọc được danh sách người: hãy ghi mỗi người cách nhau dấu phẩy."
        )
    return tuple(name for name in (_text(item) for item in value) if name)


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise WrongLineError("Hãy chọn ngày của công việc.") from error


def _session(value: Any) -> Session:
    try:
        return Session(value)
    except ValueError as error:
        raise WrongLineError("Hãy chọn buổi sáng, buổi chiều hoặc cả ngày.") from error


def _mark(value: Any) -> str:
    if value == "":
        return ""
    try:
        return Mark(value).value
    except ValueError as error:
        raise WrongLineError("Không rõ dòng này được điều chỉnh thế nào.") from error


def _time(value: Any) -> time | None:
    if value in ("", None):
        return None
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise WrongLineError("Hãy ghi giờ dạng 07:30 hoặc 14:00.")
    return time(int(match[1]), int(match[2]))


def moved(lines: Iterable[ScheduleLine], days: int) -> tuple[ScheduleLine, ...]:
    """Copies for another week: new names, without the marks of amendments; what was postponed stays out."""
    return tuple(
        ScheduleLine(new_uid(), replace(line.entry, day=line.entry.day + timedelta(days), mark=""))
        for line in lines
        if line.entry.mark != Mark.POSTPONED
    )


def marked(
    lines: Iterable[ScheduleLine], published: Iterable[ScheduleLine]
) -> tuple[ScheduleLine, ...]:
    """Lines of an amendment, with what it did to each of them in words.

    What a person has chosen himself (postponed, replaced) stays. A new line is "added", one with another
    hour or place is "changed", one that is as it was keeps the mark that it had.
    """
    before = {line.uid: line.entry for line in published}
    return tuple(replace(line, entry=_marked(line, before.get(line.uid))) for line in lines)


def _marked(line: ScheduleLine, before: Entry | None) -> Entry:
    entry = line.entry
    if before is None:
        return entry if entry.mark else replace(entry, mark=Mark.ADDED.value)
    if entry.mark in (Mark.POSTPONED, Mark.REPLACED):
        return entry
    same = replace(entry, mark="", is_public=before.is_public, public_content="", note="")
    if same == replace(before, mark="", public_content="", note=""):
        return replace(entry, mark=before.mark if before.mark != Mark.POSTPONED else "")
    mark = Mark.ADDED if before.mark == Mark.ADDED else Mark.CHANGED
    return replace(entry, mark=mark.value)


def as_public_now(line: ScheduleLine, present: Mapping[str, Entry]) -> ScheduleLine | None:
    """What everyone may read of a line of an earlier version; None for nothing.

    An entry that has been made internal since is internal in every version, and a wording that has been
    put over it since covers it in every version: public in version 0, internal now, is None.
    """
    now = present.get(line.uid)
    entry = line.entry
    if now is not None:
        if not now.is_public:
            return None
        if not entry.public_content and now.public_content:
            entry = replace(entry, public_content=now.public_content)
    shown = public_entry(entry)
    return replace(line, entry=shown) if shown else None
