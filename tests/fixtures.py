"""One small portal, built once for each test module and the same again for every test in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.factories import Portal, make_portal
from units.models import Unit

PROVINCE_HOST, UNIT_HOST = "localhost", "cao-loc.localhost"


@pytest.fixture(scope="module")
def portal_of_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Building takes more than a second, so a module's tests share it inside one transaction."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        make_portal(["cao-loc", "bac-son"], hosts=["cao-loc"])
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def portal(portal_of_module: None, db: None) -> Portal:
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
