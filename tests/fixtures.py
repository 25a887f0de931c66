"""One small portal, built once in a run and the same again for every test."""

from __future__ import annotations

import pytest

from tests.factories import Portal, make_portal
from units.models import Unit

PROVINCE_HOST, UNIT_HOST = "localhost", "cao-loc.localhost"


def make_small_portal() -> None:
    make_portal(["cao-loc", "bac-son"], hosts=["cao-loc"])


@pytest.fixture(scope="session")
def portal_database(django_db_setup: None) -> None:
    """The small portal stands in the database (`tests/databases.py`)."""


@pytest.fixture
def portal(portal_database: None, db: None) -> Portal:
    """A province at localhost, Cao Lộc with a host of its own and Bắc Sơn without one."""
    units = Unit.objects.lower_level().order_by("pk")
    return Portal(Unit.objects.get(kind=Unit.Kind.PROVINCE), list(units))


@pytest.fixture
def province(portal: Portal) -> Unit:
    return portal.province


@pytest.fixture
def cao_loc(portal: Portal) -> Unit:
    """A unit whose canonical address is its own host."""
    return portal.unit("cao-loc")


@pytest.fixture
def bac_son(portal: Portal) -> Unit:
    """A unit that lives below /don-vi/ only."""
    return portal.unit("bac-son")
