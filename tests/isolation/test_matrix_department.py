"""A department's leader works among the pages of the province and learns nothing of units or the province.

Pages alone: with everything else a department is a unit like the others.
"""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.databases import undone_at_the_end
from tests.factories import make_unit, make_user
from tests.isolation.addresses import Address, addresses
from tests.isolation.conftest import Field
from tests.isolation.matrix import assert_nothing_leaks, label
from units.models import Role, Unit

PAGES = [
    one for one in addresses() if {"page_id", "parent_page_id", "page_to_move_id"} & {*one.places}
]


@pytest.fixture(scope="module", autouse=True)
def _leader(field_of_module: Field, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with undone_at_the_end(django_db_blocker):
        with django_db_blocker.unblock():
            room = make_unit("phong-1", Unit.objects.province(), kind=Unit.Kind.DEPARTMENT)
            leader = make_user(Role.LEADER, room, username="truong-phong")
            field_of_module.people["department"] = leader
        yield


@pytest.mark.parametrize("address", PAGES, ids=label)
def test_nothing_foreign_comes_back_or_changes(field: Field, address: Address):
    assert_nothing_leaks(field, address, "department")
