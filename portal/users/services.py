"""What is done to accounts: reset mails, lost second factors, unused accounts."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from celery import shared_task
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from portal.core import jobs
from portal.core.mails import admin_link, send_or_log, write_mail
from portal.users import limits
from portal.users.events import Action, announce
from portal.users.models import User


def send_mail_to(user: User, name: str, subject: str, **context: Any) -> EmailMultiAlternatives:
    """Build the mail of `templates/users/email/<name>.txt`; send it if the account has an address."""
    message = write_mail(
        f"users/email/{name}", subject, user.email, {"user": user, **context}, with_html=False
    )
    if user.email and user.pk:
        send_or_log(message, mail=name, account=user.pk)
    return message


# --- passwords ------------------------------------------------------------------------------------


def ask_password_reset(email: str, request: HttpRequest) -> None:
    """Hand the request to a worker, so that the answer takes as long for an unknown address."""
    announce(Action.PASSWORD_RESET_ASKED, request=request)
    if not jobs.start(mail_password_reset, email):
        # Nobody should be shut out because the queue is away: this once the request does the work.
        mail_password_reset(email)


@shared_task(name="portal.mail_password_reset")
def mail_password_reset(email: str) -> None:
    """Send a link to every active account of this address; do the same work when there is none."""
    users = list(User.objects.with_address(email).filter(is_active=True)[:5])
    for user in users or [_nobody(email)]:
        key = default_token_generator.make_token(user)
        link = admin_link(
            "account_reset_password_from_key", uidb36=user_pk_to_url_str(user), key=key
        )
        hours = settings.PASSWORD_RESET_TIMEOUT // 3600
        send_mail_to(user, "password_reset", _("Đặt lại mật khẩu"), link=link, hours=hours)


def _nobody(email: str) -> User:
    """Stands in for an account that does not exist; it has no id, so no mail leaves."""
    nobody = User(email=email, username=email[:150])
    nobody.id = 0
    return nobody


# --- second factor and reactivation ---------------------------------------------------------------


def may_manage(actor: User, user: User) -> bool:
    """May `actor` reset `user`'s second factor or reactivate the account? Nobody does it to himself."""
    if not actor.is_active or actor.pk == user.pk:
        return False
    return actor.is_superuser or import_string(settings.PORTAL_ACCOUNT_AUTHORITY)(actor, user)


def reset_second_factor(actor: User, user: User, request: HttpRequest | None = None) -> None:
    """Take a lost second factor away; the user enrols a new one at the next sign-in.

    Ends all sessions of the user. Raises PermissionDenied without authority over the account, which
    is logged as well.
    """
    if not may_manage(actor, user):
        announce(Action.FACTOR_RESET, actor=actor, account=user, request=request, refused=True)
        raise PermissionDenied
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        user.second_factor_due = True
        user.end_sessions()
        user.save(update_fields=["second_factor_due", "session_stamp"])
        limits.clear("code", str(user.pk))
        announce(Action.FACTOR_RESET, actor=actor, account=user, request=request)
    send_mail_to(user, "second_factor_reset", _("Xác thực hai lớp đã được đặt lại"), actor=actor)


def reactivate(actor: User, user: User, request: HttpRequest | None = None) -> None:
    """Switch a disabled account on again. Raises PermissionDenied without authority over it."""
    if not may_manage(actor, user):
        announce(
            Action.ACCOUNT_REACTIVATED, actor=actor, account=user, request=request, refused=True
        )
        raise PermissionDenied
    user.is_active = True
    user.save(update_fields=["is_active"])
    announce(Action.ACCOUNT_REACTIVATED, actor=actor, account=user, request=request)


# --- unused accounts ------------------------------------------------------------------------------


def disable_unused_accounts(now: datetime | None = None) -> tuple[int, int]:
    """Warn, a week later disable, accounts nobody signs in to; return how many of each.

    An account is disabled a week after its notice at the earliest, so that a job that did not run for
    a while surprises nobody. The last active superuser gets a mail instead: nobody could undo it.
    """
    now = now or timezone.now()
    days = settings.UNUSED_ACCOUNT_DAYS
    week = timedelta(days=settings.UNUSED_ACCOUNT_NOTICE_DAYS)
    noticed = disabled = 0
    for user in _unused_since(now - timedelta(days=days) + week):
        if user.unused_notice_at is None or user.unused_notice_at < user.last_used_at:
            _give_notice(user, now, max(now + week, user.last_used_at + timedelta(days=days)))
            noticed += 1
        elif now >= max(user.unused_notice_at + week, user.last_used_at + timedelta(days=days)):
            disabled += _disable(user, now)
    return noticed, disabled


def _unused_since(moment: datetime) -> Iterable[User]:
    users = User.objects.filter(is_active=True, date_joined__lte=moment).order_by("pk")
    return [user for user in users.iterator() if user.last_used_at <= moment]


def _give_notice(user: User, now: datetime, until: datetime) -> None:
    user.unused_notice_at = now
    user.save(update_fields=["unused_notice_at"])
    login = admin_link("account_login")
    send_mail_to(
        user,
        "unused_notice",
        _("Tài khoản sắp bị tạm ngừng"),
        until=until,
        link=login,
        days=settings.UNUSED_ACCOUNT_DAYS,
    )
    announce(Action.ACCOUNT_NOTICE, account=user)


def _disable(user: User, now: datetime) -> bool:
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    if user.is_superuser and not others.exists():
        # Said once a week, not every night.
        user.unused_notice_at = now
        user.save(update_fields=["unused_notice_at"])
        send_mail_to(
            user,
            "last_administrator",
            _("Tài khoản quản trị hệ thống duy nhất lâu không được dùng"),
            link=admin_link("account_login"),
        )
        announce(Action.ACCOUNT_NOTICE, account=user, last_administrator=True)
        return False
    user.is_active = False
    user.save(update_fields=["is_active"])
    send_mail_to(user, "unused_disabled", _("Tài khoản đã tạm ngừng"))
    announce(Action.ACCOUNT_DISABLED, account=user, days=settings.UNUSED_ACCOUNT_DAYS)
    return True
