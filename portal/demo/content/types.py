"""The shapes of the sample data. Everything is frozen: the seeding code reads, never edits.

A field with a default may be left out of the data file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Block = tuple[str, object]


@dataclass(frozen=True)
class UnitSample:
    slug: str
    code: str
    kind: Literal["province", "department", "district"]
    name: str
    short_name: str
    address: str
    telephone: str
    hotline: str
    email: str
    latitude: float
    longitude: float
    service_area: str
    working_hours: str
    introduction: str
    area: str = ""  # of a district: how the news call it
    communes: tuple[str, ...] = ()  # some of them, where news may take place


@dataclass(frozen=True)
class OfficialSample:
    unit_slug: str
    name: str
    post: str
    title: str
    duties: str
    sort_order: int
    portrait: str


@dataclass(frozen=True)
class Picture:
    """One use of a drawing: ``key`` names the drawing, the caption belongs to the page."""

    key: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class NewsSample:
    """``unit_slug`` is None for an item of the province itself; ``promoted`` means that the
    editorial board also shows a unit's item on the provincial home page."""

    key: str
    unit_slug: str | None
    title: str
    lead: str
    body: tuple[Block, ...]
    topics: tuple[str, ...]
    author_name: str
    author_role: str
    source: str
    picture: Picture
    published_at: datetime
    promoted: bool


@dataclass(frozen=True)
class NoticeSample:
    key: str
    unit_slug: str | None
    title: str
    body: str
    starts_on: date
    ends_on: date | None
    important: bool


@dataclass(frozen=True)
class LinkedSample:
    group: Literal["software", "site"]
    title: str
    url: str
    description: str
    unit_slug: str | None = None


@dataclass(frozen=True)
class PageSample:
    slug: str
    title: str
    lead: str
    body: tuple[Block, ...]
    parent: str | None = None
