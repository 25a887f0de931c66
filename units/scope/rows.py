"""Which unit is this, and whose is it: every list, form and check of the administration asks here.

A row belongs to a unit because it is a page of the unit's tree, a file in the unit's collection, the
unit itself, or because its model says so by `scope_unit_path`, the ORM path from the model to its unit
(such as "unit"). What belongs to no unit below it belongs to the province; an item of the provincial site
that somebody of a department wrote is that department's as well.

`may_see` answers for a row and `scoped` for a table, by the same rule: a test compares them for every
kind of row and every role.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Collection, CollectionMember, Page

from portal.users.models import User
from units.models import Membership, Role, Unit
from units.rights.departments import authors_in, writing_places
from units.rights.roles import ROLES

ModelT = TypeVar("ModelT", bound=Model)
Actor = AbstractBaseUser | AnonymousUser
_CACHE = "_portal_memberships"
_PLACES, _AUTHORS = "_portal_writing_places", "_portal_department_authors"
_REMEMBERED = (
    _CACHE,
    _PLACES,
    _AUTHORS,
    "_perm_cache",
    "_user_perm_cache",
    "_group_perm_cache",
    "_page_permission_cache",
    "_explorable_root_page_cache",
    "_collection_permission_cache",
)


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


def unit_of_object(obj: Any) -> Unit | None:
    """The unit that a row belongs to; the province when no unit below it claims the row.

    None for rows without a unit (users, sites, topics), which their own rooms must guard.
    """
    anchor = _anchor(obj)
    if isinstance(anchor, Unit):
        return anchor
    if isinstance(anchor, Page):
        return Unit.objects.owning(anchor).first()
    if isinstance(anchor, Collection):
        return _unit_of_collection(anchor)
    return None


def _anchor(obj: Any) -> Unit | Page | Collection | None:
    """What the row hangs on: the unit, page or folder that tells whose it is."""
    while obj is not None and not isinstance(obj, (Unit, Page, Collection)):
        if isinstance(obj, CollectionMember):
            return obj.collection
        path = getattr(obj, "scope_unit_path", None)
        if path is None:
            return None
        for name in path.split("__"):
            obj = getattr(obj, name, None)
    return obj


def _unit_of_collection(collection: Collection) -> Unit | None:
    step = collection.steplen
    paths = [collection.path[:end] for end in range(step, len(collection.path) + 1, step)]
    found = Unit.objects.filter(collection__path__in=paths).order_by("-collection__depth").first()
    return found or Unit.objects.province()


def has_scope(model: type[Model]) -> bool:
    """Whether a row of the model can be asked for its unit."""
    scoped_kinds = (Unit, Page, Collection, CollectionMember)
    return issubclass(model, scoped_kinds) or hasattr(model, "scope_unit_path")


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


def may_see(user: Actor, obj: Any) -> bool:
    """Whether the row lies in one of the user's units. It grants nothing: permissions still count."""
    if is_board(user):
        return True
    anchor = _anchor(obj)
    unit = unit_of_object(anchor)
    if unit is not None and unit.pk in {own.pk for own in units_of_user(user)}:
        return True
    return isinstance(anchor, Page) and is_of_departments(user, anchor)


def scoped(
    queryset: QuerySet[ModelT], user: Actor, units: Iterable[Unit] | None = None
) -> QuerySet[ModelT]:
    """The rows of the user's units (or of the `units` given); everything for the board.

    Raises TypeError for a model without a scope: a list must not be open by mistake.
    """
    model = queryset.model
    if not has_scope(model):
        raise TypeError(f"{model.__name__} belongs to no unit: give it a scope_unit_path")
    if is_board(user):
        return queryset
    own = list(units_of_user(user) if units is None else units)
    if not own:
        return queryset.none()
    return queryset.filter(in_units(model, own))


def in_units(model: type[Model], units: list[Unit]) -> Q:
    """A condition: the row is one of these units'."""
    if issubclass(model, Unit):
        return Q(pk__in=[unit.pk for unit in units])
    if issubclass(model, Page):
        return _pages_of(units, "")
    if issubclass(model, Collection):
        return _files_of(units, "")
    if issubclass(model, CollectionMember):
        return _files_of(units, "collection__")
    return _by_path(model, model.scope_unit_path, units)  # type: ignore[attr-defined]


def _by_path(model: type[Model], path: str, units: list[Unit]) -> Q:
    """Follow the path to the model at its end: a unit, or something that lies in one (a page)."""
    target: type[Model] = model
    for name in path.split("__"):
        target = target._meta.get_field(name).related_model  # type: ignore[assignment]
    if issubclass(target, Unit):
        return Q(**{f"{path}__in": [unit.pk for unit in units]})
    if issubclass(target, Page):
        return _pages_of(units, f"{path}__")
    if issubclass(target, CollectionMember):
        return _files_of(units, f"{path}__collection__")
    return _by_path(target, f"{path}__{target.scope_unit_path}", units)  # type: ignore[attr-defined]


def _pages_of(units: list[Unit], prefix: str) -> Q:
    """Pages of the units' trees. The province's tree holds those of all units, which are not its own."""
    trees = _below((unit.home_page for unit in units if not unit.is_province), prefix)
    for province in (unit for unit in units if unit.is_province and unit.home_page):
        inner = Unit.objects.exclude(kind=Unit.Kind.PROVINCE).filter(home_page__isnull=False)
        trees |= _below([province.home_page], prefix) & Q(~_inside(inner, "home_page", prefix))
    departments = [unit for unit in units if unit.is_department]
    if departments:
        written = Q(**{f"{prefix}owner__in": authors_in(departments)})
        trees |= _below(writing_places(), prefix) & written
    return trees


def _files_of(units: list[Unit], prefix: str) -> Q:
    """Folders of the units, or files in them; the province has every folder that is no unit's."""
    folders = _below((unit.collection for unit in units if not unit.is_province), prefix)
    if any(unit.is_province for unit in units):
        inner = Unit.objects.exclude(kind=Unit.Kind.PROVINCE).filter(collection__isnull=False)
        folders |= Q(~_inside(inner, "collection", prefix), **{f"{prefix}path__isnull": False})
    return folders


def _inside(units: QuerySet[Unit], tree: str, prefix: str) -> Exists:
    """A condition: the row lies in a tree of one of these units."""
    asked = ExpressionWrapper(OuterRef(f"{prefix}path"), output_field=CharField())
    found = units.annotate(asked=asked).order_by()
    return Exists(found.filter(asked__startswith=F(f"{tree}__path")))


def _below(roots: Iterable[Page | Collection | None], prefix: str) -> Q:
    """A condition: the row lies in one of the trees. No root, no row."""
    conditions = [Q(**{f"{prefix}path__startswith": root.path}) for root in roots if root]
    return reduce(or_, conditions, Q(pk__in=[]))
