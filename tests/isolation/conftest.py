"""A province with two units, each with words of its own; built once for each test module."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction

from portal.users.models import User
from tests.factories import make_portal, make_user
from tests.isolation.planting import plant
from tests.isolation.sowing import Garden
from tests.isolation.words import Words
from units.models import Role

OWN, FOREIGN = "cao-loc", "bac-son"
ROLES = (Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN)


@dataclass
class Field:
    """Three gardens, and people of the first one; the others are foreign to them."""

    words: Words
    own: Garden
    foreign: Garden
    province: Garden
    people: dict[str, User]
    superuser: User

    @property
    def foreign_owners(self) -> tuple[str, str]:
        return (self.foreign.owner, self.province.owner)


def build() -> Field:
    portal, words = make_portal([OWN, FOREIGN], hosts=[OWN]), Words()
    gardens = [plant(unit, words) for unit in (portal.unit(OWN), portal.unit(FOREIGN))]
    province = plant(portal.province, words)
    people = {role: make_user(role, portal.unit(OWN), username=f"nguoi-{role}") for role in ROLES}
    superuser = make_user(username="quan-tri-he-thong")
    return Field(words, gardens[0], gardens[1], province, people, superuser)


@pytest.fixture(scope="module")
def field_of_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[Field]:
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        field = build()
    # The collector need not look again and again at what stays for thousands of requests.
    gc.collect()
    gc.freeze()
    yield field
    gc.unfreeze()
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def field(field_of_module: Field, db: None) -> Field:
    return field_of_module
