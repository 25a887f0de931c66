"""Standing pages of the provincial site, one of which shows every kind of block; notices, current and not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.demo.content.markdown import blocks, html
from portal.demo.content.organisation import DISTRICTS
from portal.demo.content.reading import shaped, text_files
from portal.demo.content.types import NoticeSample, PageSample, UnitSample

PAGES = tuple(
    shaped(PageSample, file.head, file.where, slug=file.key, body=blocks(file.text, file.where))
    for file in text_files("pages")
)


@dataclass(frozen=True)
class _Text:
    """First and last day are counted from today; without a last one it stands until withdrawn.

    Of notices that every unit has, `{name}` and `{hotline}` are filled in. `spread`: each unit begins a day
    earlier than the one before and ends a day later; `every` second, third, … unit has the notice at all, and
    of every `important_every`-th it is important.
    """

    key: str
    body: str
    title: str
    starts: int
    ends: int | None = None
    important: bool = False
    spread: bool = False
    every: int = 1
    important_every: int = 0


def _texts(folder: str) -> tuple[_Text, ...]:
    return tuple(
        shaped(_Text, file.head, file.where, key=file.key, body=html(file.text, file.where))
        for file in text_files(folder)
    )


_PROVINCE, _UNITS = _texts("notices/province"), _texts("notices/units")


def notice_samples(today: date) -> list[NoticeSample]:
    """Relative to ``today``: some current, some expired, some to come."""
    notices = [
        NoticeSample(
            f"tinh-{text.key}", None, text.title, text.body, *_dates(today, text, 0), text.important
        )
        for text in _PROVINCE
    ]
    for index, unit in enumerate(DISTRICTS):
        notices.extend(_of_unit(unit, index, today))
    return notices


def _dates(today: date, text: _Text, index: int) -> tuple[date, date | None]:
    wider = index if text.spread else 0
    last = None if text.ends is None else today + timedelta(days=text.ends + wider)
    return today + timedelta(days=text.starts - wider), last


def _of_unit(unit: UnitSample, index: int, today: date) -> Iterator[NoticeSample]:
    slots = {"name": unit.short_name, "hotline": unit.hotline}
    for text in _UNITS:
        if index % text.every == 0:
            yield NoticeSample(
                f"{unit.slug}-{text.key}",
                unit.slug,
                text.title.format_map(slots),
                text.body.format_map(slots),
                *_dates(today, text, index),
                important=bool(text.important_every) and index % text.important_every == 0,
            )
