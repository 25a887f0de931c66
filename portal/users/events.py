"""What happens to accounts, told to whoever keeps the log.

The audit log stands above this room; it listens to `security_event`.
"""

from enum import StrEnum
from typing import Any

from django.dispatch import Signal
from django.http import HttpRequest

from portal.users.models import User

# Arguments: action (Action), actor (User or None: who did it), account (User or None: to whom),
# request (HttpRequest or None), data (dict).
security_event = Signal()


class Action(StrEnum):
    SIGN_IN = "security.sign_in"
    SIGN_OUT = "security.sign_out"
    SIGN_IN_FAILED = "security.sign_in_failed"
    LOCKED = "security.locked"
    CODE_FAILED = "security.code_failed"
    CODE_LOCKED = "security.code_locked"
    FACTOR_ADDED = "security.factor_added"
    FACTOR_REMOVED = "security.factor_removed"
    FACTOR_RESET = "security.factor_reset"
    CODES_RENEWED = "security.codes_renewed"
    RECOVERY_CODE_USED = "security.recovery_code_used"
    PASSWORD_CHANGED = "security.password_changed"  # noqa: S105
    PASSWORD_RESET_ASKED = "security.password_reset_asked"  # noqa: S105
    PASSWORD_RESET = "security.password_reset"  # noqa: S105
    MAIL_CHANGE_ASKED = "security.mail_change_asked"
    MAIL_CHANGED = "security.mail_changed"
    MAIL_CHANGE_UNDONE = "security.mail_change_undone"
    NAME_CHANGED = "security.name_changed"
    SESSIONS_ENDED = "security.sessions_ended"
    SESSION_EXPIRED = "security.session_expired"
    ACCOUNT_NOTICE = "security.account_notice"
    ACCOUNT_DISABLED = "security.account_disabled"
    ACCOUNT_REACTIVATED = "security.account_reactivated"
    PRIVATE_FAILED = "security.private_failed"
    PRIVATE_LOCKED = "security.private_locked"
    LIMITED = "security.limited"
    SUPERUSER_MADE = "security.superuser_made"
    SUPERUSER_ENDED = "security.superuser_ended"


def announce(
    action: Action,
    *,
    actor: User | None = None,
    account: User | None = None,
    request: HttpRequest | None = None,
    **data: Any,
) -> None:
    security_event.send(
        sender=User, action=action, actor=actor, account=account, request=request, data=data
    )
