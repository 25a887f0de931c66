"""Who may come to the addresses of this room (`units.isolation`)."""

from portal.users.limits import EXPORTS, MAILS
from units.isolation.access import BOARD, STAFF, AddressRule, Who

RULES = {
    # Each view asks whether the person decides the step, wrote the item, or may edit it.
    "moderation_*": STAFF,
    "moderation_exceptions": BOARD,
    # Who is given an item, and who loses it again, gets a mail each time.
    "moderation_delegations": AddressRule(Who.STAFF, limit=MAILS),
    "moderation_withdraw": AddressRule(Who.STAFF, limit=MAILS),
    "moderation_ledger": AddressRule(Who.STAFF, limit=EXPORTS, limit_by="dang"),
}
