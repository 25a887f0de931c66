"""The matrix: every name × every role."""

from __future__ import annotations

from typing import Any

from tests.isolation.addresses import Address, addresses
from tests.isolation.conftest import Field
from tests.isolation.visits import Known, Visit

# Files run side by side; each takes every n-th address, so that they stay even as addresses are added.
FILES = 2


def cases(file: int) -> list[Address]:
    return list(addresses())[file::FILES]


def label(value: Any) -> str:
    if isinstance(value, Address):
        return "-".join((value.name, *value.places))
    return str(value)


_known: dict[int, Known] = {}


def assert_nothing_leaks(field: Field, address: Address, *people: str) -> None:
    if id(field) not in _known:
        _known.clear()
        _known[id(field)] = Known(field)
    leaks = []
    for name in people:
        visit = Visit(field, field.people[name], _known[id(field)])
        visit.all_ways(address)
        leaks += [f"{name}: {leak}" for leak in visit.leaks]
    assert not leaks, "\n".join(leaks[:12])
