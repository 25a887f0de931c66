"""Who may come to the addresses of this room (`units.isolation`)."""

from portal.users.limits import MAILS
from units.isolation.access import ANYONE, STAFF, AddressRule, Who

_MAILING = AddressRule(Who.STAFF, limit=MAILS)

RULES = {
    # Each view asks in which units the person may do what.
    "members_*": STAFF,
    "members_invite": _MAILING,
    "members_reset": _MAILING,
    "invitation_*": STAFF,
    "invitation_resend": _MAILING,
    "invitation_accept": ANYONE,
}
