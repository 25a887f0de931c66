"""A new mail address of an account: it counts when a link sent there was opened, and can be taken back.

Whoever holds the mailbox can set a new password, so three things are asked. The person proves who he is
(`portal.users.proof`). The new mailbox is proved by a link, opened by somebody signed in to this account, so
that a stranger behind a mistyped address gets nothing. And the old mailbox may object, for some days also
afterwards and without signing in: the account may be in other hands.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.mails import admin_link, send_or_log, write_mail
from portal.users import limits
from portal.users.events import Action, announce
from portal.users.models import ADDRESS_TAKEN, PROOF_HOURS, UNDO_DAYS, MailChange, User
from portal.users.rules.mail_addresses import address_key, normal_address
from portal.users.services import ask_password_reset

_CONFIRM, _UNDO = "users.mail_change.confirm", "users.mail_change.undo"
_ASKED_IN_AN_HOUR = 5


def ask(user: User, address: str, request: HttpRequest) -> MailChange:
    """Send the links; the address stays what it is. Raises ValidationError with what to do instead."""
    address = normal_address(address)
    if address == user.email:
        raise ValidationError(_("Đây đang là địa chỉ thư của bạn."))
    if user.is_address_of_another(address):
        raise ValidationError(str(ADDRESS_TAKEN))
    if limits.take("mail-change", str(user.pk), _ASKED_IN_AN_HOUR, 3600) < 0:
        raise ValidationError(_("Đã yêu cầu đổi địa chỉ quá nhiều lần. Hãy thử lại sau một giờ."))
    change = MailChange.objects.create(
        user=user, old_email=user.email, new_email=address, nonce=secrets.token_hex(16)
    )
    announce(
        Action.MAIL_CHANGE_ASKED,
        actor=user,
        account=user,
        request=request,
        old=change.old_email,
        new=change.new_email,
    )
    if not _mail_to(change.new_email, "mail_confirm", _("Xác nhận địa chỉ thư mới"), change):
        raise ValidationError(_("Máy chủ thư chưa nhận thư xác nhận. Hãy thử lại sau ít phút."))
    _mail_to(change.old_email, "mail_asked", _("Yêu cầu đổi địa chỉ thư của tài khoản"), change)
    return change


def waiting_change(user: User) -> MailChange | None:
    """The last wish, while its link works; an earlier one ends with it."""
    last = MailChange.objects.filter(user=user.pk).first()
    return last if last is not None and last.is_waiting else None


def change_to_confirm(token: str, user: User) -> MailChange | None:
    """What the link at the new address opens, for the account that asked for it."""
    found = _opened(token, _CONFIRM)
    waits = waiting_change(user)
    return found if found is not None and waits is not None and found.pk == waits.pk else None


def change_to_undo(token: str) -> MailChange | None:
    """What the link at the old address opens."""
    return _opened(token, _UNDO, MailChange.objects.undoable())


def confirm(change: MailChange, user: User, request: HttpRequest) -> None:
    """The address counts from now on. Raises ValidationError when another account got it meanwhile."""
    try:
        with transaction.atomic():
            account = User.objects.select_for_update().get(pk=user.pk)
            waits = waiting_change(account)
            if waits is None or waits.pk != change.pk:
                raise ValidationError(_("Liên kết này không còn dùng được."))
            waits.confirmed_at = timezone.now()
            waits.save(update_fields=["confirmed_at"])
            _set_address(account, waits.new_email, Action.MAIL_CHANGED, user, request)
    except IntegrityError as error:
        raise ValidationError(str(ADDRESS_TAKEN)) from error
    _mail_to(change.old_email, "mail_changed", _("Địa chỉ thư của tài khoản đã đổi"), change)


def undo(change: MailChange, request: HttpRequest) -> None:
    """The old address counts again, everybody is signed out, and the password opens nothing any more: whoever
    asked for the change knows it, or has set it. A link to a new one goes to the old address.

    Later changes end with it; else whoever made this one would undo its undoing.
    """
    with transaction.atomic():
        account = User.objects.select_for_update().get(pk=change.user_id)
        if not MailChange.objects.undoable().filter(pk=change.pk).exists():
            raise ValidationError(_("Liên kết này không còn dùng được."))
        later = MailChange.objects.filter(user=account.pk, pk__gte=change.pk)
        later.update(undone_at=timezone.now())
        account.end_sessions()
        account.set_password(secrets.token_urlsafe(32))
        account.save(update_fields=["session_stamp", "password"])
        _set_address(account, change.old_email, Action.MAIL_CHANGE_UNDONE, None, request)
    ask_password_reset(change.old_email, request)


def note_direct_change(user: User, old: str) -> None:
    """Somebody else set the address: an administrator, a command.

    The old mailbox is told, but may not take it back: so an administrator mends an address in wrong hands.
    """
    MailChange.objects.filter(user=user.pk, undone_at=None).update(undone_at=timezone.now())
    announce(Action.MAIL_CHANGED, account=user, old=old, new=user.email)
    if old:
        context = {"user": user, "new": user.email}
        message = write_mail(
            "users/email/mail_set",
            _("Địa chỉ thư của tài khoản đã đổi"),
            old,
            context,
            with_html=False,
        )
        send_or_log(message, mail="mail_set", account=user.pk)


def settle(old: str) -> None:
    """Of accounts with one address the others have got another one: it is the last one's alone."""
    key = address_key(old)
    rows = [user for user in User.objects.unsettled() if address_key(user.email) == key]
    if key is not None and len(rows) == 1 and not User.objects.filter(email_key=key).exists():
        User.objects.filter(pk=rows[0].pk).update(email_key=key)


def doubles() -> list[list[User]]:
    """Accounts that share one address, from before addresses had to differ."""
    groups: dict[str | None, list[User]] = {}
    for user in User.objects.unsettled().order_by("pk"):
        groups.setdefault(address_key(user.email), []).append(user)
    return list(groups.values())


def _set_address(
    account: User, address: str, action: Action, actor: User | None, request: HttpRequest
) -> None:
    old, account.email = account.email, address
    account.told_of_address = True
    account.save(update_fields=["email"])
    announce(action, actor=actor, account=account, request=request, old=old, new=account.email)


def _opened(token: str, salt: str, rows: object = None) -> MailChange | None:
    found = MailChange.objects.all() if rows is None else rows
    try:
        data = signing.loads(token, salt=salt)
        return found.select_related("user").filter(pk=data["id"], nonce=data["nonce"]).first()  # type: ignore[attr-defined]
    except (signing.BadSignature, KeyError, TypeError):
        return None


def _link(change: MailChange, name: str, salt: str) -> str:
    return admin_link(name, signing.dumps({"id": change.pk, "nonce": change.nonce}, salt=salt))


def _mail_to(address: str, name: str, subject: str, change: MailChange) -> bool:
    if not address:
        return False
    context = {
        "user": change.user,
        "change": change,
        "confirm": _link(change, "own_mail_confirm", _CONFIRM),
        "undo": _link(change, "own_mail_undo", _UNDO),
        "hours": PROOF_HOURS,
        "days": UNDO_DAYS,
        "portal": settings.WAGTAIL_SITE_NAME,
    }
    message = write_mail(f"users/email/{name}", subject, address, context, with_html=False)
    return send_or_log(message, mail=name, account=change.user_id)
