"""What the accounts ask about roles: who needs a second factor, who may help whom.

Named in settings by dotted path (`PORTAL_MFA_POLICY` and its neighbours), because the accounts stand
below this room.
"""

from __future__ import annotations

from portal.users.models import User
from units.models import Membership, Role
from units.scope.actors import Actor, administered_units, is_board, memberships_of

# Approve, publish, or administer: with these roles a stolen password must not be enough.
_WITH_SECOND_FACTOR = frozenset({Role.LEADER, Role.UNIT_ADMIN, Role.BOARD})


def requires_second_factor(user: User) -> bool:
    """Everybody who approves, publishes or administers."""
    return user.is_superuser or any(
        membership.role in _WITH_SECOND_FACTOR for membership in memberships_of(user)
    )


def is_administrator(user: User) -> bool:
    """Of the system or of a unit: the sessions with the short idle time."""
    return user.is_superuser or any(
        membership.role == Role.UNIT_ADMIN for membership in memberships_of(user)
    )


def may_read_audit(user: Actor) -> bool:
    """The board and system administrators."""
    return is_board(user)


def watchers() -> list[User]:
    """Who is told of an attack: the board; where nobody of it can be reached, system administrators."""
    reachable = User.objects.filter(is_active=True).exclude(email="")
    board = Membership.objects.active().filter(role=Role.BOARD)
    found = reachable.filter(pk__in=board.values("user"))
    return list(found or reachable.filter(is_superuser=True))


def may_manage_account(actor: User, user: User) -> bool:
    """May `actor` reset the second factor of `user`, or switch the account on again?

    System administrators for all, the board for everybody but its own and system administrators, a
    unit admin for the members of his units who are themselves neither admins nor board anywhere.
    Memberships are read whether the account is active or not: a disabled one is to be reactivated.
    """
    if actor.is_superuser:
        return True
    if user.is_superuser:
        return False
    held = list(Membership.objects.active().filter(user=user.pk).values_list("role", "unit_id"))
    roles = {role for role, _unit in held}
    if not held or Role.BOARD in roles:
        return False
    if is_board(actor):
        return True
    own = {unit.pk for unit in administered_units(actor)}
    is_own_member = any(unit in own for _role, unit in held)
    return is_own_member and Role.UNIT_ADMIN not in roles
