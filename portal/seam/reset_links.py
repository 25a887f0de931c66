"""Whose password a link may set.

What: overrides `_get_user` of allauth's form behind a link of a password's reset.
Reason: allauth takes a link of an account that is switched off.
Versions: django-allauth 65.21
Upstream: https://github.com/pennersr/django-allauth/issues/1317
Goes when: allauth refuses such accounts, or its adapter is asked about the account of a link.
"""

from typing import Any

from allauth.account.forms import UserTokenForm


class AskingTokenForm(UserTokenForm):
    """allauth's check of a link, with a word about the account."""

    def accepts(self, user: Any) -> bool:
        """Whether the link of this account is good."""
        return True

    def _get_user(self, uidb36: str) -> Any:
        user = super()._get_user(uidb36)
        return user if user is not None and self.accepts(user) else None
