"""Who acts in the administration, with which roles, and in which units.

What is read about a person is kept on the user object, which lives as long as the request.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.models import Page

from portal.seam.remembered_rights import forget_rights
from portal.users.models import User
from units.models import Membership, Role, Unit
from units.rights.departments import authors_in, writing_places
from units.rights.roles import ROLES

Actor = AbstractBaseUser | AnonymousUser
_CACHE = "_portal_memberships"
_PLACES, _AUTHORS = "_portal_writing_places", "_portal_department_authors"
_REMEMBERED = (_CACHE, _PLACES, _AUTHORS)


def memberships_of(user: Actor) -> list[Membership]:
    """The user's memberships in force today, with their units; read once per user object."""
    if not user.is_authenticated or not user.is_active:
        return []
    found = getattr(user, _CACHE, None)
    if found is None:
        rows = Membership.objects.active().filter(user=user.pk)
        found = list(rows.select_related("unit__home_page", "unit__collection"))
        setattr(user, _CACHE, found)
    return found


def actor_of(request: HttpRequest) -> User:
    """Who acts; raises PermissionDenied when nobody is signed in."""
    if isinstance(request.user, User):
        return request.user
    raise PermissionDenied


def forget(user: Actor) -> None:
    """Read rights anew: after a change, what Django and Wagtail remember on the object is old."""
    for name in _REMEMBERED:
        vars(user).pop(name, None)
    forget_rights(user)


def is_board(user: Actor) -> bool:
    """The editorial board and system administrators: their scope is the whole portal."""
    if not user.is_authenticated or not user.is_active:
        return False
    is_system_administrator = bool(getattr(user, "is_superuser", False))
    return is_system_administrator or any(m.role == Role.BOARD for m in memberships_of(user))


def units_of_user(user: Actor, *roles: Role) -> list[Unit]:
    """Units in which the user has one of the roles (any, without `roles`); all for the board."""
    if is_board(user):
        return list(Unit.objects.with_home_pages().select_related("collection"))
    return [m.unit for m in memberships_of(user) if not roles or m.role in roles]


def units_where(user: Actor, *permissions: str) -> list[Unit]:
    """Units in which the user's role grants one of the permissions ("app.codename").

    Django adds up the permissions of all groups, so that the admin of one unit who writes for another
    would be admin of both; the role in the very unit decides here.
    """
    if is_board(user):
        return units_of_user(user)
    granted = [m for m in memberships_of(user) if set(permissions) & set(_role_models(m.role))]
    return [m.unit for m in granted]


def _role_models(role: str) -> tuple[str, ...]:
    return ROLES[Role(role)].models


def administered_units(user: Actor) -> list[Unit]:
    """Units whose members the user manages: his own as unit admin, all for the board."""
    return units_of_user(user, Role.UNIT_ADMIN)


def places_of(user: Actor) -> list[Page]:
    """Pages of the provincial site below which the user writes for a department; none for others."""
    found = getattr(user, _PLACES, None)
    if found is None:
        is_member = any(unit.is_department for unit in units_of_user(user))
        found = writing_places() if is_member and not is_board(user) else []
        setattr(user, _PLACES, found)
    return found


def is_of_departments(user: Actor, page: Page, *roles: Role) -> bool:
    """Whether a member of a department of the user (in which he has one of `roles`) wrote the item."""
    if not any(page.path.startswith(place.path) for place in places_of(user)):
        return False
    remembered = vars(user).setdefault(_AUTHORS, {})
    if roles not in remembered:
        own = [unit for unit in units_of_user(user, *roles) if unit.is_department]
        remembered[roles] = frozenset(authors_in(own)) if own else frozenset()
    return page.owner_id in remembered[roles]
