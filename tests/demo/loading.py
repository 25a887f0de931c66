"""How the two databases come into being that the tests of the sample start from."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from io import StringIO
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.core.management import call_command

from portal.demo.accounts import load_accounts
from portal.demo.content.organisation import PROVINCE, STAFFED_DEPARTMENT
from portal.demo.desk import load_desk
from portal.demo.files import Album
from portal.demo.organisation import load_organisation, sample_collection
from portal.seam.past_clock import clock_at
from search.bulk import indexed_at_the_end
from tests.factories import PASSWORD
from units.publication.direct import allow_direct_publication

# A Monday; most of what the desks show happened in the week before.
NOW = datetime(2026, 10, 19, 15, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def load(*options: str) -> str:
    """The command as somebody types it; what it said."""
    out = StringIO()
    call_command("demo_load", *options, stdout=out)
    return out.getvalue()


def load_sample() -> str:
    """The whole province, with a password that is made up."""
    with patch.dict("os.environ"):
        os.environ.pop("DEMO_PASSWORD", None)
        return load("--port", "8000")


def quiet(_text: str) -> None:
    """Progress is nothing to a test."""


def load_desk_alone() -> None:
    """The units, their people and their desks, without the hundreds of pages around them."""
    with clock_at(NOW), indexed_at_the_end():
        with (
            allow_direct_publication("Dữ liệu mẫu"),
            clock_at(NOW - timedelta(days=400)),
        ):
            units = load_organisation(8000, quiet)
        people = [
            unit
            for unit in units.values()
            if unit.slug != PROVINCE.slug and (unit.home_page or unit.slug == STAFFED_DEPARTMENT)
        ]
        load_accounts(people, PASSWORD)
        load_desk(units, units[PROVINCE.slug], Album(sample_collection()))
