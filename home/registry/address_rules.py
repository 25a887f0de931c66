"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import page

RULES = {
    "registry_import": page("index_id"),
}
