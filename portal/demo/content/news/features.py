"""The three long pieces of the province, written by hand and dated relative to ``today``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from portal.demo.content.markdown import blocks
from portal.demo.content.news.authors import role_of
from portal.demo.content.news.calendar import TIME_ZONE, working_day_before
from portal.demo.content.news.templates import filled
from portal.demo.content.pictures import picture
from portal.demo.content.reading import shaped, text_files
from portal.demo.content.types import Block, NewsSample


@dataclass(frozen=True)
class Feature:
    """It appeared so many working days ago, or on the last working day `before` a day and month of the
    year that is over then. `{day}` in the key and `{year}` in the texts are filled in."""

    body: tuple[Block, ...]
    key: str
    title: str
    lead: str
    topics: tuple[str, ...]
    author: str
    source: str
    picture: str
    caption: str
    at: time
    working_days_ago: int = 0
    before: tuple[int, int] | None = None


FEATURES = tuple(
    shaped(Feature, file.head, file.where, body=blocks(file.text, file.where))
    for file in text_files("news/features")
)


def feature_sample(feature: Feature, today: date) -> NewsSample:
    day = _day_of(feature, today)
    slots = {"year": str(day.year), "day": f"{day:%Y%m%d}"}
    return NewsSample(
        key=feature.key.format_map(slots),
        unit_slug=None,
        title=feature.title.format_map(slots),
        lead=feature.lead.format_map(slots),
        body=tuple((kind, filled(value, slots)) for kind, value in feature.body),
        topics=feature.topics,
        author_name=f"{feature.author} (mẫu)",
        author_role=role_of(None, feature.author),
        source=feature.source,
        picture=picture(feature.picture, feature.caption),
        published_at=datetime.combine(day, feature.at, tzinfo=TIME_ZONE),
        promoted=False,
    )


def _day_of(feature: Feature, today: date) -> date:
    if feature.before is None:
        return working_day_before(today, feature.working_days_ago)
    day, month = feature.before
    year = today.year if today > date(today.year, month, day) else today.year - 1
    return working_day_before(date(year, month, day))
