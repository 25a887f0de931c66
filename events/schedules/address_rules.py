"""Who may come to the addresses of this room (`units.isolation`)."""

from dataclasses import replace

from portal.users.limits import IMPORTS
from units.isolation.access import STAFF, page

RULES = {
    "schedules_copy": page("index_id"),
    "schedules_import": replace(page("index_id"), limit=IMPORTS),
    # Read what is sent, and no row.
    "schedules_check": STAFF,
    "schedules_paste": STAFF,
}
