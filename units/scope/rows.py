"""Whose is this row: every list, form and check of the administration asks here.

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

from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, Q, QuerySet
from wagtail.models import Collection, CollectionMember, Page

from units.models import Unit
from units.rights.departments import authors_in, writing_places
from units.scope.actors import Actor, is_board, is_of_departments, units_of_user

ModelT = TypeVar("ModelT", bound=Model)


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
        trees |= _pages_of_province(province, prefix)
    departments = [unit for unit in units if unit.is_department]
    if departments:
        trees |= _pages_of_departments(departments, prefix)
    return trees


def _pages_of_province(province: Unit, prefix: str) -> Q:
    inner = Unit.objects.exclude(kind=Unit.Kind.PROVINCE).filter(home_page__isnull=False)
    return _below([province.home_page], prefix) & Q(~_inside(inner, "home_page", prefix))


def _pages_of_departments(departments: list[Unit], prefix: str) -> Q:
    """What their people wrote in the places of the provincial site where departments write."""
    written = Q(**{f"{prefix}owner__in": authors_in(departments)})
    return _below(writing_places(), prefix) & written


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
