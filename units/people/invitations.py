"""Invite into a unit, send again, withdraw, accept. Who may is decided by `units.people.member_rules`."""

from __future__ import annotations

import secrets
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.mails import send_after_commit
from portal.users.models import User
from units.models import Invitation, Membership, Role, Unit
from units.organisation.audit_trail import log_unit_action
from units.people.links import expiry
from units.people.mail import send_invitation
from units.people.member_rules import grantable_roles, is_system_administrator, may_manage
from units.people.memberships import grant


def accounts_of(email: str) -> QuerySet[User]:
    """Accounts that a mail address stands for; new ones have it as their name too."""
    return User.objects.with_address(email) | User.objects.filter(username__iexact=email)


@transaction.atomic
def invite(
    email: str,
    unit: Unit,
    role: Role | str,
    *,
    by: User,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Invitation:
    """Offer a role to a mail address. Says nothing about whether an account has this address.

    Raises PermissionDenied, and ValidationError for a member of the unit or a second open offer.
    """
    _check_may_offer(by, unit, role)
    invitation = Invitation(
        email=email,
        unit=unit,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
        invited_by=by,
        nonce=secrets.token_hex(16),
        expires_at=expiry(),
    )
    invitation.full_clean()
    _check_address(invitation, by)
    invitation.save()
    _log("units.invite", invitation, by)
    send_after_commit(send_invitation, invitation.pk)
    return invitation


@transaction.atomic
def resend(invitation: Invitation, *, by: User) -> None:
    """A new link for the same offer; every link sent before stops working."""
    _check_may_offer(by, invitation.unit, invitation.role)
    invitation = _locked_open(invitation)
    invitation.nonce, invitation.expires_at = secrets.token_hex(16), expiry()
    invitation.mailed_at, invitation.invited_by = None, by
    invitation.save()
    _log("units.invite_again", invitation, by)
    send_after_commit(send_invitation, invitation.pk)


@transaction.atomic
def withdraw(invitation: Invitation, *, by: User) -> None:
    if not may_manage(by, invitation.unit):
        raise PermissionDenied
    invitation = _locked_open(invitation)
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    _log("units.invite_withdraw", invitation, by)


@transaction.atomic
def accept(invitation: Invitation, user: User) -> Membership:
    """Turn the offer into a membership of this account, once.

    Raises ValidationError when it was used meanwhile, when the person has a role in the unit already,
    or when whoever offered it could not give the role any more.
    """
    invitation = _locked_open(invitation)
    inviter = invitation.invited_by
    if inviter is None or invitation.role not in grantable_roles(inviter, invitation.unit):
        raise ValidationError(_("Lời mời không còn hiệu lực. Hãy đề nghị đơn vị mời lại."))
    membership = grant(
        user,
        invitation.unit,
        invitation.role,
        starts_on=invitation.starts_on,
        ends_on=invitation.ends_on,
    )
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    _log("units.invite_accept", invitation, user)
    return membership


@transaction.atomic
def accept_as_new(invitation: Invitation, full_name: str, password: str) -> User:
    """Make the account of the invited person and let it accept."""
    locked = _locked_open(invitation)
    taken = ValidationError(_("Địa chỉ này đã có tài khoản. Hãy đăng nhập rồi mở lại liên kết."))
    if accounts_of(locked.email).exists():
        raise taken
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                locked.email, locked.email, password, full_name=full_name
            )
    except IntegrityError as error:
        # Two units invited the same person, who opened both links at the same time.
        raise taken from error
    accept(locked, user)
    return user


def _check_may_offer(by: User, unit: Unit, role: Role | str) -> None:
    if role not in grantable_roles(by, unit):
        raise PermissionDenied(_("Bạn không được giao vai trò này trong đơn vị."))


def _check_address(invitation: Invitation, by: User) -> None:
    is_own = accounts_of(invitation.email).filter(pk=by.pk).exists()
    if is_own and not is_system_administrator(by):
        raise ValidationError({"email": _("Không ai tự mời chính mình.")})
    members = Membership.objects.filter(
        unit=invitation.unit, user__in=User.objects.with_address(invitation.email)
    )
    if members.overlapping(invitation.starts_on, invitation.ends_on).exists():
        raise ValidationError({"email": _("Người này đã là thành viên của đơn vị.")})


def _locked_open(invitation: Invitation) -> Invitation:
    """The row as it is now: of two clicks on one link, the second finds it used."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("unit")
    fresh = rows.get(pk=invitation.pk)
    if not fresh.is_open:
        raise ValidationError(_("Lời mời này đã được chấp nhận hoặc đã rút lại."))
    return fresh


def _log(action: str, invitation: Invitation, by: User) -> None:
    log_unit_action(
        action,
        invitation,
        user=by,
        unit=invitation.unit,
        email=invitation.email,
        role=str(invitation.role),
    )
