"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import BOARD, STAFF, AddressRule, Who

RULES = {
    # Each view asks whether the person decides the step, wrote the item, or may edit it.
    "moderation_*": STAFF,
    "moderation_exceptions": BOARD,
    # In the place of Wagtail's screen: without its switches for mails that nobody sends any more.
    "wagtailadmin_account": AddressRule(
        Who.STAFF, view="units.moderation.views.account.OwnAccountView"
    ),
}
