"""A small portal with people in every role, and the reviews in force for the tests' own code too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fixtures import bac_son, cao_loc, portal, portal_of_module, province
from tests.moderation.people import Staff, make_staff
from units.models import Unit
from units.publication.direct import review_required

__all__ = ["bac_son", "cao_loc", "portal", "portal_of_module", "province"]


@pytest.fixture(autouse=True)
def _reviews_in_force() -> Iterator[None]:
    with review_required():
        yield


@pytest.fixture
def staff(cao_loc: Unit, bac_son: Unit) -> Staff:
    return make_staff(cao_loc, bac_son)
