"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import ANYONE, STAFF

RULES = {
    # Each view asks in which units the person may do what.
    "members_*": STAFF,
    "invitation_*": STAFF,
    "invitation_accept": ANYONE,
}
