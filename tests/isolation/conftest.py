"""A province with two units, each with words of its own; built once in a run."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from portal.users.models import User
from tests.databases import Databases
from tests.factories import make_user
from tests.isolation.planting import plant
from tests.isolation.sowing import Garden
from tests.isolation.words import Words
from units.models import Role, Unit

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
    """On top of the small portal, whose units these are."""
    units, words = {unit.slug: unit for unit in Unit.objects.all()}, Words()
    own, foreign = plant(units[OWN], words), plant(units[FOREIGN], words)
    province = plant(Unit.objects.province(), words)
    people = {role: make_user(role, units[OWN], username=f"nguoi-{role}") for role in ROLES}
    superuser = make_user(username="quan-tri-he-thong")
    return Field(words, own, foreign, province, people, superuser)


@pytest.fixture(scope="session")
def gardens_database(django_db_setup: Databases) -> Databases:
    """What `build` makes stands in the database (`tests/databases.py`)."""
    return django_db_setup


@pytest.fixture(scope="module")
def field_of_module(gardens_database: Databases) -> Field:
    return gardens_database.made("gardens")


@pytest.fixture
def field(field_of_module: Field, db: None) -> Field:
    return field_of_module
