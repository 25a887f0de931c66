"""What an address of the administration may demand of the person who asks for it.

A rule says who may come at all, and which rows the address and its parameters name; each of these must
be within sight. What a role may *do* with its own rows is Wagtail's business, by permissions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionMember, Page, TaskState

from portal.seam.register_addresses import model_of_address
from units.scope.actors import Actor, is_board
from units.scope.refusals import note_refused
from units.scope.rows import has_scope, may_see
from units.scope.shared import is_shared_model
from units.scope.sight import may_navigate, may_use, may_write_below, sees_page


class Who(Enum):
    """Whom an address lets in; everybody it lets in still meets the view's own permissions."""

    ANYONE = "anyone, signed in or not"
    STAFF = "everybody who works in the administration"
    BOARD = "the editorial board and system administrators"
    SYSTEM = "system administrators"


def lets_in(who: Who, user: Actor) -> bool:
    if who is Who.SYSTEM:
        return bool(getattr(user, "is_superuser", False)) and user.is_active
    return who is not Who.BOARD or is_board(user)


@dataclass(frozen=True)
class Asked:
    """One request: who asks, with which values in the address."""

    request: HttpRequest
    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]

    @property
    def user(self) -> Actor:
        return self.request.user

    def value(self, key: str | int) -> Any:
        return self.args[key] if isinstance(key, int) else self.kwargs.get(key)

    def sent(self, key: str) -> list[str]:
        values = [*self.request.GET.getlist(key), *self.request.POST.getlist(key)]
        return [value for value in values if value]


Named = Callable[[Asked], Iterator[tuple[type[Model], Any]]]
Sight = Callable[[Actor, Any], bool]


def owns(user: Actor, row: Any) -> bool:
    """Rows of own units; what is shared is not meant."""
    return sees_page(user, row) if isinstance(row, Page) else may_see(user, row)


@dataclass(frozen=True)
class AddressRule:
    """`named` yields the rows that are asked for, `sight` says who may meet them.

    `view` (dotted path) stands in for Wagtail's own view. `proof` says whether the person has to show first
    who he is (`portal.users.proof`), where a view of Wagtail's cannot ask for itself. `limit` (of
    `portal.users.limits`) counts what one person does there: what is sent to the address, of exports every
    answer; with `limit_by` only those that name this parameter.
    """

    who: Who
    named: Named | None = None
    sight: Sight = owns
    view: str = ""
    proof: Callable[[Asked], bool] | None = None
    limit: str = ""
    limit_by: str = ""


ANYONE, STAFF = AddressRule(Who.ANYONE), AddressRule(Who.STAFF)
BOARD, SYSTEM = AddressRule(Who.BOARD), AddressRule(Who.SYSTEM)


def check(rule: AddressRule, asked: Asked) -> None:
    """Raises PermissionDenied for who may not come, Http404 for rows out of sight.

    404 and not 403: a number must not tell whether another unit has something there.
    """
    if rule.who is Who.ANYONE:
        return
    if not lets_in(rule.who, asked.user):
        raise PermissionDenied
    if any(type(value) is int and value == 0 for value in asked.kwargs.values()):
        # No row has this number, and Wagtail takes it for none at all: it would go on without the row.
        raise Http404
    if rule.named is None or is_board(asked.user):
        return
    for model, key in rule.named(asked):
        _check_row(rule.sight, asked.user, model, key)


def _check_row(sight: Sight, user: Actor, model: type[Model], key: Any) -> None:
    try:
        row = model._default_manager.filter(pk=key).first()
    except (TypeError, ValueError, OverflowError) as error:
        raise Http404 from error
    if row is None:
        raise Http404
    if not sight(user, row):
        note_refused(user, model, key)
        raise Http404


def in_address(model: Callable[[], type[Model]], *keys: str | int) -> Named:
    """The rows whose ids are parts of the address."""

    def named(asked: Asked) -> Iterator[tuple[type[Model], Any]]:
        for key in keys:
            yield model(), asked.value(key)

    return named


def and_sent(first: Named | None, model: Callable[[], type[Model]], *keys: str) -> Named:
    """Besides, the rows whose ids are sent as parameters or in the form."""

    def named(asked: Asked) -> Iterator[tuple[type[Model], Any]]:
        if first is not None:
            yield from first(asked)
        for key in keys:
            for value in asked.sent(key):
                yield model(), value

    return named


def page_model() -> type[Model]:
    return Page


def page(*keys: str | int, who: Who = Who.STAFF) -> AddressRule:
    return AddressRule(who, in_address(page_model, *keys))


def writing(*keys: str | int) -> AddressRule:
    """A page below which something is written: an own one, or a place of the person's department."""
    return AddressRule(Who.STAFF, in_address(page_model, *keys), may_write_below)


def explored(*keys: str) -> AddressRule:
    """A page that the person explores: an own one, or one on the way to it."""
    return AddressRule(Who.STAFF, in_address(page_model, *keys), may_navigate)


def image(key: str, view: str = "") -> AddressRule:
    return AddressRule(Who.STAFF, in_address(get_image_model, key), view=view)


def document(key: str) -> AddressRule:
    return AddressRule(Who.STAFF, in_address(get_document_model, key))


def usable_image(key: str) -> AddressRule:
    """A picture to put into a text: an own one, or one that is shared."""
    return AddressRule(Who.STAFF, in_address(get_image_model, key), may_use)


def usable_document(key: str) -> AddressRule:
    return AddressRule(Who.STAFF, in_address(get_document_model, key), may_use)


def page_and_task(asked: Asked) -> Iterator[tuple[type[Model], Any]]:
    """A page of one's own, and a task that it stands at or has passed.

    With any other task's id Wagtail answers that the page does not wait there, and names the task.
    """
    page_id, task_id = asked.kwargs["page_id"], asked.kwargs["task_id"]
    yield Page, page_id
    of_page = TaskState.objects.filter(revision__object_id=str(page_id), task=task_id)
    page_type = ContentType.objects.get_for_model(Page)
    if not of_page.filter(revision__base_content_type=page_type).exists():
        raise Http404


def _model(label: str, name: str) -> type[Model]:
    try:
        return apps.get_model(label, name)
    except LookupError as error:
        raise Http404 from error


def edited_object(asked: Asked) -> Iterator[tuple[type[Model], Any]]:
    """The row that a sign of life from an open editor is about."""
    model = _model(asked.kwargs["app_label"], asked.kwargs["model_name"])
    yield model, unquote(str(asked.kwargs["object_id"]))


def bulk_objects(asked: Asked) -> Iterator[tuple[type[Model], Any]]:
    """The rows of a bulk action: Wagtail lists those without permission by title.

    "all" means a whole listing: pages need a parent in sight; files are narrowed by Wagtail itself.
    """
    model = _model(asked.kwargs["app_label"], asked.kwargs["model_name"])
    ids, parents = asked.sent("id"), asked.sent("childOf")
    if _is_closed_to_bulk(model) or ("all" in ids and not _is_narrowed(model, parents)):
        raise PermissionDenied
    parent_model = Collection if issubclass(model, CollectionMember) else Page
    yield from ((parent_model, parent) for parent in parents)
    yield from ((model, key) for key in ids if key != "all")
    yield from _destinations(asked, model)


def is_about_accounts(asked: Asked) -> bool:
    """Of a bulk action: their forms ask for the proof, too."""
    return _model(asked.kwargs["app_label"], asked.kwargs["model_name"]) is get_user_model()


def _is_closed_to_bulk(model: type[Model]) -> bool:
    """Accounts and groups, and whatever belongs to no unit."""
    return model in (get_user_model(), Group) or not has_scope(model)


def _is_narrowed(model: type[Model], parents: list[str]) -> bool:
    """Whether "all" stays within sight: all files do, all pages below a parent, but not all pages."""
    if issubclass(model, CollectionMember):
        return True
    return issubclass(model, Page) and bool(parents)


def _destinations(asked: Asked, model: type[Model]) -> Iterator[tuple[type[Model], Any]]:
    """Where the rows are to be moved."""
    if issubclass(model, Page):
        yield from ((Page, key) for key in asked.sent("chooser"))
    if issubclass(model, CollectionMember):
        # The form offers no other folder, but tells nobody who tried.
        yield from ((Collection, key) for key in asked.sent("collection"))


def register_row(asked: Asked) -> Iterator[tuple[type[Model], Any]]:
    """The row of a register (wagtail-modeladmin) or a snippet, whose model the address's name tells.

    A model without a unit must be shared by name; otherwise nobody of a unit comes in.
    """
    model = model_of_address(asked.name)
    if model is None or not (has_scope(model) or is_shared_model(model._meta.label)):
        raise PermissionDenied
    key = asked.kwargs.get("instance_pk", asked.kwargs.get("pk"))
    if key is not None:
        yield model, unquote(str(key))
    if asked.name.endswith(":chosen_multiple"):
        yield from ((model, value) for value in asked.sent("id"))
