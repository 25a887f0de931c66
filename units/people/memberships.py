"""Give, change and take roles, and make a person's groups follow them.

Rights in Wagtail come from groups; the groups of roles follow the memberships in force and are written
here alone. `by=None` means that the portal itself acts (a command, the sample loader).
"""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.users.models import User
from units.models import Membership, Role, Unit
from units.organisation.audit_trail import log_unit_action
from units.people.member_rules import (
    check_last_admin,
    check_may_grant,
    check_may_remove,
    loses_last_admin,
)
from units.rights.departments import open_department
from units.rights.roles import group_name, is_role_group
from units.scope.actors import forget, memberships_of


@transaction.atomic
def grant(
    user: User,
    unit: Unit,
    role: Role | str,
    *,
    by: User | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Membership:
    """Give the person a role in the unit.

    Raises ValidationError when a role of the same days exists or the unit has no site yet, and
    PermissionDenied when `by` may not give it.
    """
    if by is not None:
        check_may_grant(by, user, unit, role)
    _lock(user)
    if unit.is_department and unit.is_active:
        # Its folder and groups come with its first member.
        open_department(unit)
    elif unit.home_page_id is None or not unit.is_active:
        raise ValidationError(_("Đơn vị này chưa có trang hoặc đã ngừng hoạt động."))
    membership = Membership(
        user=user, unit=unit, role=role, starts_on=starts_on, ends_on=ends_on, created_by=by
    )
    membership.full_clean()
    membership.save()
    _log("units.member_grant", membership, by)
    sync_groups(user)
    return membership


@transaction.atomic
def change_role(
    membership: Membership,
    role: Role | str,
    *,
    by: User | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    confirmed: bool = False,
) -> Membership:
    """Set role and dates of a membership; `confirmed` is the board's word for the last admin.

    Raises ValidationError, PermissionDenied, and NeedsConfirmationError from `units.people.member_rules`.
    """
    membership = _locked(membership)
    if by is not None:
        check_may_grant(by, membership.user, membership.unit, role)
        if loses_last_admin(membership, role, starts_on, ends_on):
            check_last_admin(by, membership, confirmed)
    before = {"role_before": membership.role, **_dates(membership, "_before")}
    membership.role, membership.starts_on, membership.ends_on = str(role), starts_on, ends_on
    membership.full_clean()
    membership.save()
    _log("units.member_change", membership, by, **before)
    sync_groups(membership.user)
    return membership


@transaction.atomic
def revoke(membership: Membership, *, by: User | None = None, confirmed: bool = False) -> None:
    """End a membership now. The row stays, as evidence of who held the role until today."""
    membership = _locked(membership)
    if by is not None:
        check_may_remove(by, membership)
        if loses_last_admin(membership):
            check_last_admin(by, membership, confirmed)
    if membership.revoked_at is not None:
        return
    membership.revoked_at = timezone.now()
    membership.save(update_fields=["revoked_at"])
    _log("units.member_revoke", membership, by)
    sync_groups(membership.user)


def sync_groups(user: User) -> bool:
    """Make the user's role groups equal to the memberships in force; True when something changed.

    Runs on every request of somebody signed in, so that a role ends on its day without a job: one query
    for the groups, and the memberships that nearly every request asks for anyway. Groups that are no role's
    are left alone.
    """
    forget(user)
    present = set(Group.objects.filter(user=user.pk).values_list("name", flat=True))
    wanted = {_group_of(membership) for membership in memberships_of(user)}
    surplus = {name for name in present if is_role_group(name)} - wanted
    missing = wanted - present
    if not surplus and not missing:
        return False
    groups = {group.name: group for group in Group.objects.filter(name__in=surplus | missing)}
    user.groups.remove(*(groups[name] for name in surplus))
    added = [groups[name] for name in missing if name in groups]
    user.groups.add(*added)
    return bool(surplus or added)


def _group_of(membership: Membership) -> str:
    role = Role(membership.role)
    return group_name(role, None if role == Role.BOARD else membership.unit)


def _lock(user: User) -> None:
    """Two decisions about one person wait for each other: overlaps are checked by reading."""
    User.objects.select_for_update().filter(pk=user.pk).first()


def _locked(membership: Membership) -> Membership:
    """The row as it is now, and nobody else in its unit changing: the last admin is counted."""
    list(Unit.objects.select_for_update().filter(pk=membership.unit_id).order_by())
    _lock(membership.user)
    return Membership.objects.select_related("user", "unit").get(pk=membership.pk)


def _dates(membership: Membership, suffix: str = "") -> dict[str, str]:
    dates = {"starts_on": membership.starts_on, "ends_on": membership.ends_on}
    return {f"{name}{suffix}": day.isoformat() for name, day in dates.items() if day}


def _log(action: str, membership: Membership, by: User | None, **data: str) -> None:
    log_unit_action(
        action,
        membership,
        user=by,
        unit=membership.unit,
        member=membership.user_id,
        role=str(membership.role),
        **_dates(membership),
        **data,
    )
