"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import BOARD

RULES = {
    # Rows and counts of these screens span all units.
    "subsites_*": BOARD,
}
