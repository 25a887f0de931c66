"""May this person see this row? Pages, files and whatever says to which unit it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionMember, Page

from units.models import Unit
from units.scope.actors import Actor, is_board, is_of_departments, places_of, units_of_user
from units.scope.rows import has_scope, in_units, may_see, scoped
from units.scope.shared import is_shared_model, shared_collections

_SHARED = "_portal_shared_collections"


# Set by the guard for one request. Wagtail's log context ends before templates are rendered.
current_actor: ContextVar[Actor | None] = ContextVar("isolation_actor", default=None)


def active_actor() -> Actor | None:
    """Who is working in the administration now; None outside of it."""
    return current_actor.get()


def shared_collection_ids(user: Actor) -> frozenset[int]:
    """Read once per user object, which lives as long as the request."""
    found = getattr(user, _SHARED, None)
    if found is None:
        found = frozenset(shared_collections().values_list("pk", flat=True))
        setattr(user, _SHARED, found)
    return found


def sees_page(user: Actor, page: Page) -> bool:
    """As `may_see`, without a query where the path of the page tells enough.

    The province's tree holds those of all units, so there the innermost unit has to be asked for.
    """
    own = units_of_user(user)
    homes = [u.home_page for u in own if u.home_page and not u.is_province]
    stands_in_own_tree = any(page.path.startswith(home.path) for home in homes)
    if stands_in_own_tree or is_of_departments(user, page):
        return True
    return any(unit.is_province for unit in own) and may_see(user, page)


def may_write_below(user: Actor, page: Page) -> bool:
    """Own pages, and those of the provincial site that take items of departments."""
    return sees_page(user, page) or any(page.pk == place.pk for place in places_of(user))


def may_navigate(user: Actor, page: Page) -> bool:
    """Own pages, and the pages above them inside the part of the tree that the person explores."""
    if sees_page(user, page):
        return True
    return any(root.path.startswith(page.path) for root in roots_of(user))


def roots_of(user: Actor) -> list[Page]:
    """Where the person's own pages begin: home pages, and the places of departments."""
    homes = [unit.home_page for unit in units_of_user(user) if unit.home_page]
    return homes + places_of(user)


def may_use(user: Actor, row: Any) -> bool:
    """Own rows, files of shared collections, rows of shared models. It grants no change."""
    if is_board(user):
        return True
    if isinstance(row, CollectionMember) and row.collection_id in shared_collection_ids(user):
        return True
    if isinstance(row, Collection) and row.pk in shared_collection_ids(user):
        return True
    if isinstance(row, Page):
        return sees_page(user, row)
    if has_scope(type(row)):
        return may_see(user, row)
    return is_shared_model(type(row)._meta.label)


def usable(
    queryset: QuerySet[Any], user: Actor, units: Iterable[Unit] | None = None
) -> QuerySet[Any]:
    """The rows of `queryset` that `may_use` would allow; for files and scoped models.

    `units` narrows what counts as own; what is shared stays.
    """
    model = queryset.model
    if is_board(user):
        return queryset
    if not issubclass(model, CollectionMember):
        return scoped(queryset, user, units)
    shared = queryset.filter(collection__in=shared_collection_ids(user))
    return scoped(queryset, user, units) | shared


def may_refer_to(user: Actor, row: Model) -> bool:
    """What a text or a field may point to: besides what one may use, public pages of everybody."""
    if may_use(user, row) or not has_scope(type(row)):
        return True
    return isinstance(row, Page) and row.live and not row.get_view_restrictions().exists()


def navigable(pages: QuerySet[Page], user: Actor) -> QuerySet[Page]:
    """Own pages and the way to them."""
    if is_board(user):
        return pages
    roots = roots_of(user)
    if not roots:
        return pages.none()
    step = Page.steplen
    way = {root.path[:end] for root in roots for end in range(step, len(root.path) + 1, step)}
    return pages.filter(in_units(Page, units_of_user(user)) | Q(path__in=way))


def visible_file_tags(user: Actor) -> Q:
    """A condition on tags: used by a picture or document that the person may use."""
    conditions = Q(pk__in=[])
    for model in (get_image_model(), get_document_model()):
        files = usable(model._default_manager.all(), user).order_by().values("pk")
        conditions |= Q(
            taggit_taggeditem_items__content_type__app_label=model._meta.app_label,
            taggit_taggeditem_items__content_type__model=model._meta.model_name,
            taggit_taggeditem_items__object_id__in=files,
        )
    return conditions
