"""A search asks the database the same few questions, however much there is to search."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from home.news.models import NewsIndexPage, NewsPage
from search.models import IndexEntry
from search.services import entry_for
from tests.search.conftest import UNIT_HOST, World

LIMIT = 12


ADDRESSES = [
    ("q=bản tin", "localhost"),
    ("q=ban tin so&loai=tin-bai&don-vi=tinh", "localhost"),
    ("q=ban&trang=2", "localhost"),
    ("q=ban&don-vi=van-lang", "localhost"),
    ("q=ban&pham-vi=tat-ca", UNIT_HOST),
]


def add_units(world: World, first: int, last: int) -> None:
    for number in range(first, last):
        world.add_unit(number)


def add_news(world: World, first: int, last: int) -> None:
    """Rows that hold only what a search reads: thousands in a second."""
    index = NewsIndexPage.objects.child_of(world.home).get()
    kind = ContentType.objects.get_for_model(NewsPage)
    rows = [
        Page(
            title=f"Bản tin số {number}",
            slug=f"tin-{number}",
            path=Page._get_path(index.path, index.depth + 1, number),
            depth=index.depth + 1,
            url_path=f"{index.url_path}tin-{number}/",
            content_type=kind,
            locale_id=index.locale_id,
            first_published_at=timezone.now(),
        )
        for number in range(first, last)
    ]
    Page.objects.bulk_create(rows)
    entries = [entry_for(page) for page in rows]
    for entry in entries:
        entry.kind = "tin-bai"
    IndexEntry.objects.bulk_create(entries)


@pytest.mark.slow
def test_the_number_of_queries_is_fixed(world: World, client: Client):
    def count(query: str, host: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            response = client.get(f"/tim-kiem/?{query}", headers={"host": host})
        assert response.status_code == 200
        assert response.context["total"] > 0
        return len(captured)

    world.news("Bản tin đầu")
    for number in range(12):
        world.news(f"Bản tin của đơn vị {number}", unit=world.van_lang)
    add_units(world, 2, 12)
    add_news(world, 2, 52)
    client.get("/tim-kiem/", headers={"host": "localhost"})
    few = [count(*address) for address in ADDRESSES]
    add_units(world, 12, 60)
    add_news(world, 52, 2_002)
    many = [count(*address) for address in ADDRESSES]
    assert many == few
    assert max(many) <= LIMIT
