"""Whatever is sent to any address, the answer is never a fault of the server.

All of it takes a quarter of an hour, so the addresses take turns on PostgreSQL; `make test-rest` sends it to
all of them on SQLite, and to the others on PostgreSQL (deploy/shares.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import NoReverseMatch
from wagtail.models import Page, get_page_models

from home.registry.models import DocumentRelation
from tests.isolation.addresses import Address, addresses, filled, public_addresses
from tests.isolation.conftest import Field
from tests.isolation.garbled import BIG, Garbler
from tests.isolation.matrix import label
from tests.isolation.quick import QuickClient
from tests.isolation.visits import HOST, crafted, form_of, signed_in


def visitor(host: str = HOST) -> QuickClient:
    return QuickClient(headers={"host": host}, raise_request_exception=False)


def assert_no_fault(*garblers: Garbler) -> None:
    faults = [fault for garbler in garblers for fault in garbler.faults]
    assert not faults, "\n".join(faults[:12])


def bad_places(address: Address, values: dict[str, Any]) -> Iterator[str]:
    """The address with something else in each of its places; what the address does not take is left out."""
    for place in address.places:
        for bad in (BIG, 2**63, 0, "khong-co", "x" * 300, "a\x00b", "format-x|max-0x0"):
            try:
                yield address.url({**values, place: bad})
            except NoReverseMatch:
                continue


# Wagtail's page on which somebody looks at the error page breaks off by intention.
ADDRESSES = [address for address in addresses() if address.name != "wagtailadmin_error_test"]


@pytest.mark.parametrize("address", ADDRESSES, ids=label)
def test_the_administration(field: Field, address: Address) -> None:
    values = filled(address, field.foreign)[0]
    url = address.url(values)
    stranger, person = Garbler(visitor()), Garbler(signed_in(field.superuser, QuickClient))
    stranger.address(url)
    for bad in bad_places(address, values):
        person.address(bad)
    person.fields(url, {**crafted(field.foreign), **form_of(field, url)})
    assert_no_fault(stranger, person)


# Of each kind: pages, forms, files, data, what is found by nobody.
KINDS = (
    "/",
    "/khong-co/",
    "/tim-kiem/",
    "/_dem/",
    "/sitemap.xml",
    "/admin/",
    "/admin/tai-khoan/dang-nhap/",
    "/admin/pages/3/edit/",
    "/admin/api/main/pages/",
    "/admin/images/multiple/add/",
    "/admin/dismissibles/",
)


@pytest.mark.parametrize("url", KINDS)
def test_what_is_read_before_any_view(field: Field, url: str) -> None:
    stranger, person = Garbler(visitor()), Garbler(signed_in(field.superuser, QuickClient))
    for garbler in (stranger, person):
        garbler.head_and_body(url)
    assert_no_fault(stranger, person)


PLACES: dict[str, list[dict[str, Any]]] = {
    "wagtaildocs_serve": [{"0": 1, "1": "a.pdf"}, {"0": BIG, "1": "a\x00b"}],
    "wagtaildocs_authenticate_with_password": [{"restriction_id": 1}, {"restriction_id": BIG}],
    "picture": [{"name": "a.png"}, {"name": "a\x00.png"}, {"name": "x" * 300}],
    "wagtailcore_authenticate_with_password": [
        {"page_view_restriction_id": 1, "page_id": 3},
        {"page_view_restriction_id": BIG, "page_id": BIG},
    ],
    "wagtail_serve": [{"0": "khong-co/"}],
}


@pytest.mark.parametrize("address", public_addresses(), ids=label)
def test_fields_of_public_addresses(field: Field, address: Address) -> None:
    garbler = Garbler(visitor())
    for values in PLACES.get(address.name, [{}]):
        garbler.fields(address.url(values), {})
    assert_no_fault(garbler)


_PLACE = re.compile(r"<(\w+):\w+>")
FILLED = (
    {"int": "1", "str": "xlsx", "slug": "khong-co"},
    {"int": BIG, "str": "a\x00b", "slug": "x"},
)


def below(page: Page) -> Iterator[str]:
    """Paths of the page's own views, filled in twice."""
    routes = [str(each.pattern) for each in getattr(page, "get_subpage_urls", list)()] or [""]
    for route in dict.fromkeys(routes):
        for words in FILLED:
            yield _PLACE.sub(lambda found, words=words: words[found[1]], route)


@pytest.mark.parametrize("model", get_page_models()[1:], ids=lambda model: model.__name__)
def test_fields_of_pages(field: Field, model: type[Page]) -> None:
    Page.objects.filter(depth__gt=1).update(live=True)
    page = model.objects.filter(depth__gt=1).last()
    # What no form can have made, and the public pages would show.
    DocumentRelation.objects.filter(kind="").delete()
    assert page, f"no page of the kind {model.__name__} stands in the gardens"
    place = urlsplit(page.specific.full_url)
    garbler = Garbler(visitor(place.netloc))
    for path in dict.fromkeys(below(page.specific)):
        garbler.fields(place.path + path.replace("\x00", "%00"), {})
    assert_no_fault(garbler)
