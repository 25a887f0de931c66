"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import STAFF, page

RULES = {
    "schedules_copy": page("index_id"),
    "schedules_import": page("index_id"),
    # Read what is sent, and no row.
    "schedules_check": STAFF,
    "schedules_paste": STAFF,
}
