"""Who may come to the addresses of this room (`units.isolation`)."""

from portal.users.limits import EXPORTS
from units.isolation.access import STAFF, AddressRule, Who

RULES = {
    # Each view asks in which units the person makes and changes reception days.
    "reception_*": STAFF,
    "reception_report": AddressRule(Who.STAFF, limit=EXPORTS, limit_by="tep"),
}
