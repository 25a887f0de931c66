"""Fills the templates: which unit writes how much, about what, and when.

Everything is drawn from one seeded generator, so the same ``today`` always gives the same items.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from portal.demo.content.news.authors import AREAS, NEWS, PROVINCE, byline, exemplary_person
from portal.demo.content.news.calendar import (
    at_working_hours,
    period_slots,
    publication_day,
    working_day_before,
)
from portal.demo.content.news.features import FEATURES, feature_sample
from portal.demo.content.news.templates import Template, Values, filled, templates_of
from portal.demo.content.organisation import DISTRICTS
from portal.demo.content.pictures import picture
from portal.demo.content.types import Block, NewsSample

SEED = 26071960
PROMOTED_RECENT, PROMOTED_TOTAL = 12, 35
RECENT_DAYS = 42
REUSE_GAP_DAYS = 75

_COMMUNES = {unit.slug: unit.communes for unit in DISTRICTS}
TEMPLATES = tuple(template for topic in NEWS.topic_weights for template in templates_of(topic))


def news_samples(today: date) -> list[NewsSample]:
    """Newest first. Nothing is dated ``today`` or later, whatever the hour of the seeding."""
    rng = Random(SEED)
    seen: set[str] = set()
    items = [
        item
        for unit, total in NEWS.items_per_unit.items()
        for item in _unit_items(rng, None if unit == PROVINCE else unit, total, today, seen)
    ]
    items.extend(feature_sample(feature, today) for feature in FEATURES)
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
    weights = NEWS.topic_weights
    topic = rng.choices(list(weights), weights=list(weights.values()))[0]
    shut = "province" if unit else "unit"
    open_ones = [t for t in TEMPLATES if t.topic == topic and t.scope != shut]
    least = min(len(used[t.key]) for t in open_ones)
    return rng.choice([t for t in open_ones if len(used[t.key]) <= least + 1])


def _item(rng: Random, template: Template, unit: str | None, day: date) -> NewsSample:
    values = _slots(rng, unit, working_day_before(day, rng.randint(1, 2)), template.village)
    for slot, rule in template.rules.items():
        rule.draw(slot, rng, values)
    slots = _written(values)
    author_name, author_role, source = byline(rng, unit, template.topic)
    return NewsSample(
        key=f"{unit or 'tinh'}-{template.key}-{day:%Y%m%d}",
        unit_slug=unit,
        title=rng.choice(template.titles).format_map(slots),
        lead=rng.choice(template.leads).format_map(slots),
        body=tuple(_block(rng, kind, value, slots) for kind, value in template.body),
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
    communes = _COMMUNES[unit or rng.choice(sorted(_COMMUNES))]
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


def _written(values: Values) -> dict[str, str]:
    """The slots as they are written; ``{slot_cap}`` is the same text with a capital first letter."""
    plain = {
        slot: f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value)
        for slot, value in values.items()
    }
    capital = {f"{slot}_cap": text[:1].upper() + text[1:] for slot, text in plain.items()}
    return {**plain, **capital, "year": str(values["year"])}


def _block(rng: Random, kind: str, value: object, slots: dict[str, str]) -> Block:
    if kind == "wordings" and isinstance(value, tuple):
        return ("paragraph", filled(rng.choice(value), slots))
    return (kind, filled(value, slots))
