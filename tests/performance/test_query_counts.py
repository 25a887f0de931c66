"""Pages cost the same number of queries whatever the number of units and items (issue: home 20,
article 12, listing 12 at most, once the caches are warm)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.reception.models import ReceptionDay
from home.navigation.models import LinkedSite, MenuItem
from home.news.models import NewsPage, Promotion
from tests.factories import (
    Portal,
    add_bare_units,
    browser,
    bulk_news,
    make_image,
    make_news,
    make_notice,
    make_portal,
    make_rich_body,
    make_topic,
    news_index,
)
from units.models import Official, Unit

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

HOME, ARTICLE, LISTING = 20, 12, 12
SIZES = {"small": (12, 50), "large": (60, 2000)}
PLACES = {
    "province": ("localhost", ""),
    "unit with host": ("don-vi-0.localhost", ""),
    "unit without host": ("localhost", "/don-vi/don-vi-1"),
}


def furnish(unit: Unit, amount: int) -> None:
    """Everything a page of the unit's site can show, and `amount` items of news."""
    topic, image = make_topic(), make_image()
    bulk_news(news_index(unit), amount, timezone.now(), topic)
    NewsPage.objects.of_unit(unit).update(lead_image=image)
    for _number in range(6):
        make_notice(unit, is_important=True)
        Official.objects.create(
            unit=unit, name="Nguyễn Văn Mẫu", post="Viện trưởng", portrait=image
        )
    for number in range(4):
        top = MenuItem.objects.create(unit=unit, label=f"Mục {number}", link_page=unit.home_page)
        MenuItem.objects.create(unit=unit, parent=top, label="Con", link_page=news_index(unit))
        LinkedSite.objects.create(unit=unit, title=f"Trang {number}", url="https://vksndtc.gov.vn")
    day = timezone.localdate() + timedelta(9)
    for number in range(3):
        ReceptionDay.objects.create(
            unit=unit,
            day=day + timedelta(number),
            state="announced",
            announced_at=timezone.now(),
            official=Official.objects.filter(unit=unit).first(),
        )
    unit.footer_text = f'<p><a linktype="page" id="{unit.home_page_id}">Trang chủ</a></p>'
    unit.save()
    home = unit.home_page.specific
    home.banner_image, home.education_topic = image, topic
    home.lead_story = NewsPage.objects.of_unit(unit).newest_first()[5]
    home.save()


def add_articles(portal: Portal) -> dict[str, str]:
    """A plain and a rich article of each place; their slugs."""
    slugs = {}
    for name, unit in owners(portal).items():
        topics = [make_topic(), make_topic()]
        plain = make_news(unit, topics=topics, lead_image=make_image())
        body = make_rich_body(links_to=portal.home)
        rich = make_news(unit, topics=topics, lead_image=make_image(), body=body)
        slugs[f"{name} plain"], slugs[f"{name} rich"] = plain.slug, rich.slug
    return slugs


def owners(portal: Portal) -> dict[str, Unit]:
    places = [portal.province, portal.units[0], portal.units[1]]
    return dict(zip(PLACES, places, strict=True))


def queries(client: Client, path: str) -> list[str]:
    """What a page asks the database once the caches know it."""
    for _warm_up in range(2):
        assert client.get(path).status_code == 200, path
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return [query["sql"] for query in captured.captured_queries]


def know_the_sizes() -> None:
    """What autovacuum does in the background: without it PostgreSQL takes the tables for empty."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def measure(units: int, items: int) -> dict[str, list[str]]:
    """The queries of every kind of page, in a portal of this size that is gone afterwards."""
    found: dict[str, list[str]] = {}
    with transaction.atomic():
        portal = make_portal(["don-vi-0", "don-vi-1"], hosts=["don-vi-0"])
        add_bare_units(portal, units - 2)
        for unit in owners(portal).values():
            furnish(unit, items)
        for item in NewsPage.objects.of_unit(portal.units[0])[:9]:
            Promotion.objects.create(page=item)
        slugs = add_articles(portal)
        know_the_sizes()
        for name, (host, prefix) in PLACES.items():
            visitor = browser(host)
            paths = {
                "home": "/",
                "listing": "/tin-tuc/",
                "page two": "/tin-tuc/?trang=2",
                "organisation": "/co-cau-to-chuc/",
                "notices": "/thong-bao/",
                "article plain": f"/tin-tuc/{slugs[f'{name} plain']}/",
                "article rich": f"/tin-tuc/{slugs[f'{name} rich']}/",
            }
            for kind, path in paths.items():
                found[f"{name}: {kind}"] = queries(visitor, prefix + path)
        found["province: directory"] = queries(browser(), "/don-vi/")
        found["province: topic"] = queries(browser(), "/tin-tuc/?chu-de=hinh-su&thang=2026-01")
        transaction.set_rollback(True)
    for cache in caches.all(initialized_only=True):
        cache.clear()
    return found


@pytest.fixture(scope="session")
def measured(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    with django_db_blocker.unblock():
        yield {size: measure(*numbers) for size, numbers in SIZES.items()}


KINDS = [f"{place}: {kind}" for place in PLACES for kind in ("home", "listing", "page two")]
ARTICLES = [f"{place}: article {kind}" for place in PLACES for kind in ("plain", "rich")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", [*KINDS, *ARTICLES, "province: directory", "province: topic"])
def test_page_stays_within_its_budget(measured: dict[str, Any], page: str, size: str) -> None:
    budget = HOME if page.endswith("home") else ARTICLE if "article" in page else LISTING
    asked = measured[size][page]
    assert len(asked) <= budget, "\n".join(asked)


def test_size_of_the_portal_changes_no_number(measured: dict[str, Any]) -> None:
    small = {page: len(asked) for page, asked in measured["small"].items()}
    large = {page: len(asked) for page, asked in measured["large"].items()}
    assert small == large
