"""Pages whose unit's approval is enough: urgent kinds, in units for which the board has said so.

A page type says so by `BasePage.leader_publishes_alone`; this room knows none of them by name. Nobody
approves his own work all the same: the board takes that step over, and its approval is enough then.
"""

from __future__ import annotations

from wagtail.models import Page

from portal.core.pages import BasePage


def needs_no_board(page: Page) -> bool:
    """Asked anew each time: what the board has withdrawn meanwhile opens nothing."""
    specific = page.specific
    return isinstance(specific, BasePage) and specific.leader_publishes_alone()
