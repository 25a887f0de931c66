"""Fills the templates: which unit writes how much, about what, and when.

Everything is drawn from one seeded generator, so the same ``today`` always gives the same items.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from portal.demo.content.news import (
    civil,
    complaints,
    criminal,
    detention,
    digital,
    enforcement,
    exemplary,
    features,
    legal_education,
    party,
    research,
)
from portal.demo.content.news.authors import byline, exemplary_person
from portal.demo.content.news.calendar import (
    at_working_hours,
    period_slots,
    publication_day,
    working_day_before,
)
from portal.demo.content.news.templates import Template, Values
from portal.demo.content.pictures import picture
from portal.demo.content.types import Block, NewsSample
from portal.demo.content.units import AREAS, COMMUNES

SEED = 26071960
PROMOTED_RECENT, PROMOTED_TOTAL = 12, 35
RECENT_DAYS = 42
REUSE_GAP_DAYS = 75

# Uneven on purpose: the board's reports have to show units that write much and units fallen silent.
ITEMS_PER_UNIT: dict[str | None, int] = {
    None: 67,
    "tp-lang-son": 48,
    "cao-loc": 44,
    "loc-binh": 40,
    "huu-lung": 30,
    "chi-lang": 27,
    "trang-dinh": 24,
    "van-lang": 20,
    "bac-son": 16,
    "dinh-lap": 12,
    "van-quan": 10,
    "binh-gia": 6,
}

# The imbalance of which the board complains: criminal work far ahead of civil, enforcement, research.
TOPIC_WEIGHTS: dict[str, int] = {
    "hinh-su": 29,
    "tam-giu-tam-giam": 15,
    "xay-dung-dang-nganh": 15,
    "pho-bien-phap-luat": 14,
    "khieu-to-tiep-dan": 8,
    "chuyen-doi-so": 7,
    "dien-hinh-tien-tien": 5,
    "dan-su-hanh-chinh": 4,
    "thi-hanh-an-dan-su": 2,
    "nghien-cuu-trao-doi": 2,
}

_MODULES = (
    criminal,
    detention,
    civil,
    enforcement,
    complaints,
    party,
    digital,
    legal_education,
    exemplary,
    research,
)
TEMPLATES: tuple[Template, ...] = tuple(
    template for module in _MODULES for template in module.TEMPLATES
)


def news_samples(today: date) -> list[NewsSample]:
    """Newest first. Nothing is dated ``today`` or later, whatever the hour of the seeding."""
    rng = Random(SEED)
    seen: set[str] = set()
    items = [
        item
        for unit, total in ITEMS_PER_UNIT.items()
        for item in _unit_items(rng, unit, total, today, seen)
    ]
    items.extend(features.feature_samples(today))
    items = _promote(rng, items, today)
    return sorted(items, key=lambda item: (item.published_at, item.key), reverse=True)


def _unit_items(
    rng: Random, unit: str | None, total: int, today: date, seen: set[str]
) -> Iterator[NewsSample]:
    used: dict[str, list[date]] = defaultdict(list)
    made = 0
    while made < total:
        template = _pick_template(rng, unit, used)
        day = publication_day(rng, today, template.months, template.days)
        if any(abs((day - other).days) < REUSE_GAP_DAYS for other in used[template.key]):
            continue
        item = _item(rng, template, unit, day)
        if seen & {item.title, str(item.body)}:
            continue
        seen |= {item.title, str(item.body)}
        used[template.key].append(day)
        made += 1
        yield item


def _pick_template(rng: Random, unit: str | None, used: dict[str, list[date]]) -> Template:
    """By topic first, then among the templates that this unit has used least."""
    topic = rng.choices(list(TOPIC_WEIGHTS), weights=list(TOPIC_WEIGHTS.values()))[0]
    shut = "province" if unit else "unit"
    open_ones = [t for t in TEMPLATES if t.topic == topic and t.scope != shut]
    least = min(len(used[t.key]) for t in open_ones)
    return rng.choice([t for t in open_ones if len(used[t.key]) <= least + 1])


def _item(rng: Random, template: Template, unit: str | None, day: date) -> NewsSample:
    values = _slots(rng, unit, working_day_before(day, rng.randint(1, 2)), template.village)
    for rule in template.rules:
        rule(rng, values)
    filler = _Filler(rng, values)
    author_name, author_role, source = byline(rng, unit, template.topic)
    return NewsSample(
        key=f"{unit or 'tinh'}-{template.key}-{day:%Y%m%d}",
        unit_slug=unit,
        title=filler.text(rng.choice(template.titles)),
        lead=filler.text(rng.choice(template.leads)),
        body=tuple(filler.block(kind, value) for kind, value in template.body),
        topics=(template.topic, *template.also),
        author_name=author_name,
        author_role=author_role,
        source=source,
        picture=picture(rng.choice(template.pictures)),
        published_at=at_working_hours(rng, day),
        promoted=False,
    )


def _slots(rng: Random, unit: str | None, event: date, village: bool) -> Values:
    area = AREAS[unit] if unit else "tỉnh Lạng Sơn"
    communes = COMMUNES[unit or rng.choice(sorted(COMMUNES))]
    if village:
        communes = tuple(name for name in communes if name.startswith("xã "))
    return {
        "vks": f"VKSND {area}",
        "area": area,
        "place": rng.choice(communes),
        "nhanvat": exemplary_person(rng),
        **period_slots(event),
    }


def _promote(rng: Random, items: list[NewsSample], today: date) -> list[NewsSample]:
    fresh_from = today - timedelta(days=RECENT_DAYS)
    of_units = [item for item in items if item.unit_slug]
    recent = [item.key for item in of_units if item.published_at.date() >= fresh_from]
    older = [item.key for item in of_units if item.published_at.date() < fresh_from]
    chosen = set(rng.sample(recent, min(PROMOTED_RECENT, len(recent))))
    chosen.update(rng.sample(older, PROMOTED_TOTAL - len(chosen)))
    return [replace(item, promoted=item.key in chosen) for item in items]


class _Filler:
    """Fills slots; ``{slot_cap}`` is the same text with a capital first letter."""

    def __init__(self, rng: Random, values: Values) -> None:
        self._rng = rng
        self._values = {slot: self._written(value) for slot, value in values.items()}
        self._values |= {
            f"{slot}_cap": text[:1].upper() + text[1:] for slot, text in self._values.items()
        }
        self._values["year"] = str(values["year"])

    @staticmethod
    def _written(value: object) -> str:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value)

    def text(self, pattern: str) -> str:
        return pattern.format_map(self._values)

    def block(self, kind: str, value: object) -> Block:
        if kind == "paragraph" and isinstance(value, tuple):
            return ("paragraph", f"<p>{self.text(self._rng.choice(value))}</p>")
        if kind == "image" and isinstance(value, tuple):
            key, caption = value
            return ("image", picture(key, self.text(caption)))
        return ("paragraph" if kind == "html" else kind, self._filled(value))

    def _filled(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            return tuple(self._filled(part) for part in value)
        if isinstance(value, list):
            return [self._filled(part) for part in value]
        if isinstance(value, dict):
            return {name: self._filled(part) for name, part in value.items()}
        raise TypeError(f"no way to fill {type(value).__name__}")
