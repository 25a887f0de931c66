"""The account screen without Wagtail's switches for mails that nobody sends any more.

How somebody wants the mails of the reviews is a screen of its own, which the account's menu names.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.account import AccountView, NotificationsSettingsPanel


class OwnAccountView(AccountView):
    def get_panels(self) -> list[Any]:
        panels: list[Any] = super().get_panels()
        return [panel for panel in panels if not isinstance(panel, NotificationsSettingsPanel)]
