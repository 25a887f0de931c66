"""Who may decide about whose membership. Services ask here, so that no view can forget to."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from units.models import Membership, Role, Unit
from units.rights.roles import UNIT_ROLES
from units.scope.actors import Actor, administered_units, is_board


class NeedsConfirmationError(Exception):
    """The last administrator of a unit would go: the board may do that, knowingly."""


def is_system_administrator(actor: Actor) -> bool:
    return bool(actor.is_active and getattr(actor, "is_superuser", False))


def may_manage(actor: Actor, unit: Unit) -> bool:
    """A unit admin manages the members of his own unit, the board those of every unit."""
    return is_board(actor) or unit.pk in {own.pk for own in administered_units(actor)}


def grantable_roles(actor: Actor, unit: Unit) -> tuple[Role, ...]:
    """Roles that the actor may give in the unit; the board's belongs to the province alone."""
    if not may_manage(actor, unit):
        return ()
    return (Role.BOARD,) if unit.is_province else UNIT_ROLES


def check_may_grant(actor: Actor, user: Actor, unit: Unit, role: str) -> None:
    """Raise PermissionDenied unless the actor may give the person this role.

    Nobody decides about his own rights; a system administrator has them all anyway.
    """
    if role not in grantable_roles(actor, unit):
        raise PermissionDenied(_("Bạn không được giao vai trò này trong đơn vị."))
    if actor.pk == user.pk and not is_system_administrator(actor):
        raise PermissionDenied(_("Không ai tự giao hoặc đổi vai trò của chính mình."))


def check_may_remove(actor: Actor, membership: Membership) -> None:
    """Leaving a unit oneself is allowed: it takes rights away and gives none."""
    if not may_manage(actor, membership.unit):
        raise PermissionDenied(_("Bạn không quản lý thành viên của đơn vị này."))


def loses_last_admin(
    membership: Membership,
    role: str | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> bool:
    """Whether the change (`role=None`: removal) leaves the unit without somebody in charge.

    A new end date counts as a removal: the day would come without anybody looking. For the province
    the board's last member counts likewise.
    """
    chief = Role.BOARD if membership.unit.is_province else Role.UNIT_ADMIN
    if membership.role != chief or not membership.is_in_force():
        return False
    if role == chief and _keeps_its_days(membership, starts_on, ends_on):
        return False
    others = Membership.objects.active().filter(
        unit=membership.unit_id, role=chief, user__is_active=True
    )
    return not others.exclude(pk=membership.pk).exists()


def _keeps_its_days(membership: Membership, starts_on: date | None, ends_on: date | None) -> bool:
    """Whether it begins when it did and ends no earlier; a day that is not given changes nothing.

    An end in December keeps those of one that would end in June, but not of one without an end.
    """
    if starts_on is not None and starts_on != membership.starts_on:
        return False
    if ends_on is None:
        return True
    return membership.ends_on is not None and ends_on >= membership.ends_on


def check_last_admin(actor: Actor, membership: Membership, confirmed: bool) -> None:
    """Called when `loses_last_admin`: only the board, and only when it says that it means it.

    Of the board itself, a system administrator.
    """
    of_board = membership.unit.is_province
    allowed = is_system_administrator(actor) if of_board else is_board(actor)
    if not allowed:
        raise PermissionDenied(
            _("Đây là thành viên cuối cùng của Ban Biên tập: chỉ quản trị hệ thống được đổi.")
            if of_board
            else _("Đây là quản trị cuối cùng của đơn vị: chỉ Ban Biên tập được đổi.")
        )
    if not confirmed:
        raise NeedsConfirmationError
