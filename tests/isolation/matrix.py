"""The matrix: every name × every role."""

from __future__ import annotations

from typing import Any

from tests.isolation.addresses import Address, addresses
from tests.isolation.conftest import Field
from tests.isolation.visits import Visit, foreign_rows
from units.models import Role

# Two files run on two processors: pages and everything else.
_PAGES = ("wagtailadmin_pages:", "wagtailadmin_explore", "wagtailadmin_choose")


def is_about_pages(address: Address) -> bool:
    return address.name.startswith(_PAGES)


def cases(about_pages: bool) -> list[Address]:
    return [address for address in addresses() if is_about_pages(address) is about_pages]


def label(value: Any) -> str:
    if isinstance(value, Address):
        return "-".join((value.name, *value.places))
    return str(value)


_baselines: dict[int, dict[Any, Any]] = {}


def assert_nothing_leaks(field: Field, role: Role, address: Address) -> None:
    if id(field) not in _baselines:
        _baselines[id(field)] = foreign_rows(field)
    visit = Visit(field, field.people[role], _baselines[id(field)])
    visit.all_ways(address)
    assert not visit.leaks, "\n".join(visit.leaks[:12])
