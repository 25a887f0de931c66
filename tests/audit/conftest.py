"""The small portal of `tests/fixtures.py` for the tests of this folder."""

from tests.fixtures import *  # noqa: F403
