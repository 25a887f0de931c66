"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import BOARD, STAFF

RULES = {
    # Each view asks whether the person decides the step, wrote the item, or may edit it.
    "moderation_*": STAFF,
    "moderation_exceptions": BOARD,
}
