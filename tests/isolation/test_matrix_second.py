"""Nobody of one unit learns or changes anything of another: the second half of the addresses."""

import pytest

from tests.isolation.addresses import Address
from tests.isolation.conftest import ROLES, Field
from tests.isolation.matrix import assert_nothing_leaks, cases, label


@pytest.mark.parametrize("address", cases(1), ids=label)
def test_nothing_foreign_comes_back_or_changes(field: Field, address: Address):
    assert_nothing_leaks(field, address, *ROLES)
