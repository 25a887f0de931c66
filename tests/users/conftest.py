"""The small portal of `tests/fixtures.py`, with the second factor required as in production."""

from typing import Any

import pytest

from tests.fixtures import *  # noqa: F403


@pytest.fixture(autouse=True)
def _as_in_production(settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
