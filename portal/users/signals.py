"""From the signals of Django, allauth and axes to the portal's own events and marks."""

from typing import Any

from allauth.account import signals as account_signals
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from axes.signals import user_locked_out
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.seam.sign_in_records import means_of_sign_in
from portal.users import idle, mail_change, second_factor, services, sessions
from portal.users.backends import find_user
from portal.users.events import Action, announce
from portal.users.models import User

TOTP = Authenticator.Type.TOTP
RECOVERY = Authenticator.Type.RECOVERY_CODES


@receiver(user_logged_in)
def on_sign_in(request: HttpRequest | None, user: User, **_kwargs: Any) -> None:
    if request is None or not hasattr(request, "session"):
        return
    idle.start(request.session, user)
    sessions.note(request, user)
    second_factor.unmark_session(request.session)
    records = means_of_sign_in(request, user)
    with_code = any(row["method"] == "mfa" for row in records)
    if with_code:
        second_factor.mark_session(request.session, user)
    announce(Action.SIGN_IN, actor=user, account=user, request=request, second_factor=with_code)


@receiver(user_logged_out)
def on_sign_out(request: HttpRequest | None, user: User | None, **_kwargs: Any) -> None:
    if request is not None and hasattr(request, "session"):
        sessions.forget(request.session.session_key)
    if user is not None and not getattr(request, "_portal_quiet_logout", False):
        announce(Action.SIGN_OUT, actor=user, account=user, request=request)


@receiver(user_login_failed)
def on_failure(
    credentials: dict[str, Any], request: HttpRequest | None = None, **_kwargs: Any
) -> None:
    """Of a name that belongs to nobody only the beginning is kept: it may be a mistyped password."""
    login = str(credentials.get("username") or "")
    account = find_user(login, request) if login else None
    typed = account.username if account else f"{login[:2]}…"
    announce(Action.SIGN_IN_FAILED, account=account, request=request, login=typed)


@receiver(user_locked_out)
def on_lock(request: HttpRequest, username: str, **_kwargs: Any) -> None:
    """Once for each lock; attempts while it lasts are failures, logged as such."""
    if getattr(request, "axes_failures_since_start", None) is None:
        return
    account = find_user(username, request) if username else None
    typed = account.username if account else f"{username[:2]}…"
    announce(Action.LOCKED, account=account, request=request, login=typed)


@receiver(mfa_signals.authenticator_added)
def on_factor_added(
    request: HttpRequest, user: User, authenticator: Authenticator, **_kwargs: Any
) -> None:
    if authenticator.type != TOTP:
        return
    announce(Action.FACTOR_ADDED, actor=user, account=user, request=request)
    services.send_mail_to(user, "second_factor_added", _("Đã bật xác thực hai lớp"))


@receiver(mfa_signals.authenticator_removed)
def on_factor_removed(
    request: HttpRequest, user: User, authenticator: Authenticator, **_kwargs: Any
) -> None:
    """The old device is gone: every other session ends, this one has to enrol the new device."""
    if authenticator.type != TOTP:
        return
    user.second_factor_due = True
    user.end_sessions()
    user.save(update_fields=["second_factor_due", "session_stamp"])
    update_session_auth_hash(request, user)
    second_factor.unmark_session(request.session)
    announce(Action.FACTOR_REMOVED, actor=user, account=user, request=request)
    services.send_mail_to(user, "second_factor_removed", _("Đã gỡ thiết bị xác thực hai lớp"))


@receiver(mfa_signals.authenticator_reset)
def on_codes_renewed(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    announce(Action.CODES_RENEWED, actor=user, account=user, request=request)


@receiver(mfa_signals.authenticator_used)
def on_code_used(
    request: HttpRequest, user: User, authenticator: Authenticator, **_kwargs: Any
) -> None:
    if authenticator.type == RECOVERY:
        authenticator.refresh_from_db(fields=["data"])  # the code was crossed out in another copy
        left = len(authenticator.wrap().get_unused_codes())
        announce(Action.RECOVERY_CODE_USED, actor=user, account=user, request=request, left=left)


@receiver(account_signals.password_changed)
def on_password_changed(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    announce(Action.PASSWORD_CHANGED, actor=user, account=user, request=request)
    services.send_mail_to(user, "password_changed", _("Mật khẩu đã được đổi"))


@receiver(account_signals.password_reset)
def on_password_reset(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    announce(Action.PASSWORD_RESET, account=user, request=request)
    services.send_mail_to(user, "password_changed", _("Mật khẩu đã được đổi"))


@receiver(post_save, sender=User)
def on_saved(
    instance: User, created: bool, update_fields: frozenset[str] | None, **_kwargs: Any
) -> None:
    """Whatever screen or command did it: a system administrator has every right there is.

    Nor does an address change in silence: the reset of the password goes there.
    """
    if (
        not created
        and (update_fields is None or "email" in update_fields)
        and instance.changes_address
    ):
        _on_address(instance, instance.was_email or "")
    if update_fields is not None and "is_superuser" not in update_fields:
        return
    if instance.is_superuser != instance.was_superuser:
        made = instance.is_superuser
        announce(Action.SUPERUSER_MADE if made else Action.SUPERUSER_ENDED, account=instance)
    instance.was_superuser = instance.is_superuser


def _on_address(user: User, old: str) -> None:
    if not user.told_of_address:
        mail_change.note_direct_change(user, old)
    mail_change.settle(old)
