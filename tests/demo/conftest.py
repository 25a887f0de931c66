"""The databases of `tests/demo/loading.py`."""

import pytest

from tests.databases import Databases


@pytest.fixture(scope="session")
def sample_database(django_db_setup: Databases) -> Databases:
    """The whole sample province, as `demo_load` makes it."""
    return django_db_setup


@pytest.fixture(scope="session")
def desk_database(django_db_setup: Databases) -> Databases:
    """The sample's units, their people and their desks, without the hundreds of pages around them."""
    return django_db_setup
