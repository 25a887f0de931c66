"""Who may come to the addresses of this room (`units.isolation`)."""

from dataclasses import replace

from portal.users.limits import IMPORTS
from units.isolation.access import page

RULES = {
    "registry_import": replace(page("index_id"), limit=IMPORTS),
}
