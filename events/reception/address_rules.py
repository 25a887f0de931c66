"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import STAFF

RULES = {
    # Each view asks in which units the person makes and changes reception days.
    "reception_*": STAFF,
}
