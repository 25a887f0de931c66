"""Every address of the administration, from the resolver, with ids of somebody's objects in it.

`IDS` says which objects of a garden fill a place in an address, `OPTIONS` which words do that belong to
nobody (kinds of objects, names of actions). An address whose places nobody can fill fails its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from itertools import product
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Revision

from home.laws.models import Law
from home.legal_education.models import Audience, LegalField, MonthlyTheme
from home.news.models import NewsPage
from portal.calendar.models import Holiday
from tests.isolation.sowing import Garden
from units.subsites.models import UnitHomePage

Ids = Callable[[Garden], list[Any]]


@dataclass(frozen=True)
class Address:
    """A named address; `places` are the names of its arguments, or their positions as text."""

    name: str
    places: tuple[str, ...]

    def url(self, values: dict[str, Any]) -> str:
        if self.places and self.places[0].isdigit():
            return reverse(self.name, args=[values[place] for place in self.places])
        return reverse(self.name, kwargs={place: values[place] for place in self.places})


# Addresses without a name: Wagtail's catch-alls and our redirects of its sign-in.
UNNAMED = ("/admin/login/", "/admin/password_reset/x/", "/admin/test404/", "/admin/khong-co/")


@cache
def addresses() -> tuple[Address, ...]:
    """Every name below the administration's path; one that has two forms stands here twice."""
    found = _walk(get_resolver(), "", ())
    return tuple(
        dict.fromkeys(one for route, one in found if route.startswith(settings.ADMIN_PATH))
    )


@cache
def public_addresses() -> tuple[Address, ...]:
    """Every other name; what pages have below their own addresses is not among them."""
    found = _walk(get_resolver(), "", ())
    return tuple(
        dict.fromkeys(one for route, one in found if not route.startswith(settings.ADMIN_PATH))
    )


def _walk(
    resolver: Any, prefix: str, places: tuple[str, ...], names: str = ""
) -> Iterator[tuple[str, Address]]:
    for part in resolver.url_patterns:
        route = prefix + str(part.pattern).lstrip("^")
        inner = places + _places(part.pattern)
        if isinstance(part, URLResolver):
            spaces = f"{names}{part.namespace}:" if part.namespace else names
            yield from _walk(part, route, inner, spaces)
        elif isinstance(part, URLPattern) and part.name:
            yield route, Address(names + part.name, inner)


def _places(pattern: Any) -> tuple[str, ...]:
    if hasattr(pattern, "regex") and pattern.regex.groups and not pattern.regex.groupindex:
        return tuple(str(number) for number in range(pattern.regex.groups))
    return tuple(pattern.regex.groupindex) if hasattr(pattern, "regex") else ()


def pages(garden: Garden) -> list[Any]:
    """A draft under review, and a published page with unpublished changes."""
    return garden.ids("news.newspage")[:2]


def of(*labels: str) -> Ids:
    return lambda garden: garden.ids(*labels)[:2]


def revisions(garden: Garden) -> list[Any]:
    keys = pages(garden)
    latest = [Revision.objects.page_revisions().filter(object_id=str(key)).last() for key in keys]
    return [revision.pk if revision else 0 for revision in latest]


IMAGES, DOCUMENTS, USERS = (
    of("media.portalimage"),
    of("media.portaldocument"),
    of("users.user"),
)
TASK_STATES = of("wagtailcore.taskstate")


def register_rows(label: str) -> Ids:
    return lambda garden: [garden.unit.pk] if label == "units.unit" else garden.ids(label)[:2]


IDS: list[tuple[str, str, Ids]] = [
    ("wagtailadmin_api:pages:*", "pk", pages),
    ("wagtailadmin_api:images:*", "pk", IMAGES),
    ("wagtailadmin_api:documents:*", "pk", DOCUMENTS),
    ("*", "parent_page_id", lambda garden: [garden.unit.home_page_id, pages(garden)[0]]),
    ("wagtailadmin_pages:revisions_compare", "0", pages),
    ("wagtailadmin_pages:revisions_compare", "1", revisions),
    ("wagtailadmin_pages:revisions_compare", "2", revisions),
    ("quizzes_*", "page_id", of("quizzes.quizpage")),
    ("quizzes_*", "entry_id", of("quizzes.quizentry")),
    ("legal_education_reviewed", "page_id", of("legal_education.legaleducationpage")),
    ("*", "page_id", pages),
    ("*", "page_to_move_id", pages),
    ("*", "page_pk", pages),
    ("*", "destination_id", lambda garden: [garden.unit.home_page_id]),
    ("*", "revision_id", revisions),
    ("wagtailadmin_workflows:task_chosen", "task_id", of("wagtailcore.task")),
    ("*", "task_id", of("wagtailcore.task")),
    ("*", "task_state_id", TASK_STATES),
    ("*", "workflow_state_id", of("wagtailcore.workflowstate")),
    ("*", "workflow_pk", of("wagtailcore.workflow")),
    ("wagtailadmin_workflows:*_task", "pk", of("wagtailcore.task")),
    ("wagtailadmin_workflows:*", "pk", of("wagtailcore.workflow")),
    ("wagtailadmin_collections:*", "pk", of("wagtailcore.collection")),
    ("*", "collection_id", of("wagtailcore.collection")),
    ("*", "session_id", of("wagtailadmin.editingsession")),
    ("*", "object_id", pages),
    ("members_*", "pk", of("units.membership")),
    ("invitation_*", "pk", of("units.invitation")),
    ("subsites_*", "pk", lambda garden: [garden.unit.pk]),
    ("*", "redirect_id", of("wagtailredirects.redirect")),
    ("wagtailsettings:*", "pk", lambda garden: [garden.unit.pk]),
    ("*", "document_id", DOCUMENTS),
    ("*", "doc_id", DOCUMENTS),
    ("*", "image_id", IMAGES),
    ("*", "uploaded_file_id", of("wagtailcore.uploadedfile")),
    ("wagtailsites:*", "pk", lambda garden: [1]),
    ("wagtailusers_users:*", "pk", USERS),
    (
        "wagtailusers_groups:*",
        "pk",
        lambda g: list(g.one("users.user").groups.values_list("pk", flat=True)),
    ),
    ("wagtaildocs_chooser:*", "pk", DOCUMENTS),
    ("wagtailimages_chooser:*", "pk", IMAGES),
    ("units_unit_modeladmin_*", "instance_pk", register_rows("units.unit")),
    ("units_official_modeladmin_*", "instance_pk", register_rows("units.official")),
    ("navigation_menuitem_modeladmin_*", "instance_pk", register_rows("navigation.menuitem")),
    ("navigation_linkedsite_modeladmin_*", "instance_pk", register_rows("navigation.linkedsite")),
    (
        "news_word_import",
        "index_id",
        lambda garden: [garden.unit.home_page.get_children().get(slug="tin-tuc").pk],
    ),
    (
        "schedules_*",
        "index_id",
        lambda garden: [garden.unit.home_page.get_children().get(slug="lich-cong-tac").pk],
    ),
    (
        "registry_import",
        "index_id",
        lambda garden: [garden.unit.home_page.get_children().get(slug="van-ban").pk],
    ),
    ("moderation_delegation_end", "delegation_id", of("moderation.delegation")),
    # Shared rows: there is one list for all.
    ("moderation_returnreason_modeladmin_*", "instance_pk", lambda garden: [1]),
    (
        "calendar_holiday_modeladmin_*",
        "instance_pk",
        lambda garden: [Holiday.objects.get_or_create(day=date(2026, 8, 31))[0].pk],
    ),
    ("schedules_leaderpublication_modeladmin_*", "instance_pk", of("schedules.leaderpublication")),
    ("reception_receptionday_modeladmin_*", "instance_pk", of("reception.receptionday")),
    ("reception_regularhours_modeladmin_*", "instance_pk", of("reception.regularhours")),
    ("registry_documentfield_modeladmin_*", "instance_pk", lambda garden: [1]),
    ("news_topic_modeladmin_*", "instance_pk", lambda garden: [1]),
    (
        "legal_education_legalfield_modeladmin_*",
        "instance_pk",
        lambda garden: [LegalField.objects.earliest("pk").pk],
    ),
    (
        "legal_education_audience_modeladmin_*",
        "instance_pk",
        lambda garden: [Audience.objects.earliest("pk").pk],
    ),
    (
        "legal_education_monthlytheme_modeladmin_*",
        "instance_pk",
        lambda garden: [
            MonthlyTheme.objects.get_or_create(title="Chủ đề", ends_on=date(2026, 8, 31))[0].pk
        ],
    ),
    ("wagtailsnippet*_laws_law:*", "pk", lambda garden: [Law.objects.earliest("pk").pk]),
    ("wagtailsnippet*_laws_law:*", "revision_id_a", revisions),
    ("wagtailsnippet*_laws_law:*", "revision_id_b", revisions),
]


def _models(app: str, name: str, models: list[type[Model]]) -> list[dict[str, Any]]:
    return [{app: model._meta.app_label, name: model._meta.model_name} for model in models]


def page_kinds(app: str, name: str) -> Callable[[], list[dict[str, Any]]]:
    """Two kinds stand for all: the views are the same for every kind."""
    return lambda: _models(app, name, [NewsPage, UnitHomePage])


def bulk_actions() -> list[dict[str, Any]]:
    bulk_action_registry._scan_for_bulk_actions()
    return [
        {"app_label": app, "model_name": model, "action": action}
        for app, models in bulk_action_registry.actions.items()
        for model, actions in models.items()
        for action in actions
    ]


def fixed(**values: Any) -> Callable[[], list[dict[str, Any]]]:
    return lambda: [values]


def each(place: str, *values: Any) -> Callable[[], list[dict[str, Any]]]:
    return lambda: [{place: value} for value in values]


OPTIONS: dict[str, Callable[[], list[dict[str, Any]]]] = {
    "wagtail_bulk_action": bulk_actions,
    "wagtailadmin_pages:add": page_kinds("content_type_app_name", "content_type_model_name"),
    "wagtailadmin_pages:preview_on_add": fixed(
        content_type_app_name="news", content_type_model_name="newspage"
    ),
    "wagtailadmin_pages:type_use*": page_kinds("content_type_app_name", "content_type_model_name"),
    "wagtailadmin_pages:choose_parent": page_kinds("app_label", "model_name"),
    "wagtailadmin_pages:*workflow_action*": each("action_name", "approve", "reject"),
    "wagtailadmin_api:pages:action": each("action_name", *PagesAdminAPIViewSet.actions),
    "wagtailadmin_tag_model_autocomplete": fixed(app_name="taggit", model_name="tag"),
    "wagtailadmin_workflows:add_task": fixed(
        app_label="wagtailcore", model_name="groupapprovaltask"
    ),
    "wagtailadmin_editing_sessions:ping": fixed(app_label="wagtailcore", model_name="page"),
    "wagtailsettings:*": fixed(app_name="home", model_name="homepage"),
    "wagtailimages:preview": fixed(filter_spec="max-100x100"),
    "account_reset_password_from_key": fixed(uidb36="1", key="set-password"),
    "wagtailadmin_password_reset_confirm": fixed(uidb64="MQ", token="set-password"),
    "invitation_accept": fixed(token="khong-phai-that"),
    "own_mail_*": fixed(token="khong-phai-that"),
}


def options_of(name: str) -> list[dict[str, Any]]:
    for pattern, make in OPTIONS.items():
        if fnmatchcase(name, pattern):
            return make()
    return [{}]


def ids_of(name: str, place: str) -> Ids | None:
    return next((ids for glob, at, ids in IDS if at == place and fnmatchcase(name, glob)), None)


def filled(address: Address, *gardens: Garden) -> list[dict[str, Any]]:
    """Values for the places: the first place from the first garden, the others from the last one.

    Raises LookupError with the name of the address when a place cannot be filled.
    """
    options = options_of(address.name)
    given = set(options[0])
    lists, first = {}, True
    for place in (place for place in address.places if place not in given):
        ids = ids_of(address.name, place)
        if ids is None:
            raise LookupError(f"{address.name}: no line in IDS or OPTIONS fills “{place}”")
        lists[place] = ids(gardens[0] if first else gardens[-1])
        first = False
        if not lists[place]:
            raise LookupError(f"{address.name}: nothing was planted for “{place}”")
    depth = max((len(values) for values in lists.values()), default=1)
    rows = [{p: v[min(i, len(v) - 1)] for p, v in lists.items()} for i in range(depth)]
    return [{**row, **option} for row, option in product(rows, options)]


def has_ids(address: Address) -> bool:
    return bool(set(address.places) - set(options_of(address.name)[0]))
