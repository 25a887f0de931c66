"""The small portal of `tests/fixtures.py` for the tests of this folder."""

from tests.fixtures import bac_son, cao_loc, portal, portal_database, province

__all__ = ["bac_son", "cao_loc", "portal", "portal_database", "province"]
