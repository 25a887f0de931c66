"""The explorer and the page chooser: own pages, and the way to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.chooser import BrowseView, ExternalLinkView, PageTitleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, Site
from wagtail.permissions import page_permission_policy

from units.scope.rows import Actor, is_board, scoped, units_of_user
from units.scope.sight import may_use, navigable


class ScopedPageFilterSet(GenericPageFilterSet):
    """Filters whose choices name nobody from outside: Wagtail lists all owners, editors and sites."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.request.user
        if is_board(user):
            return
        own = scoped(Page.objects.all(), user).order_by()
        people = get_user_model().objects.filter(pk__in=own.values("owner"))
        self.filters["owner"].queryset = people
        del self.filters["edited_by"]
        del self.filters["site"]

    class Meta(GenericPageFilterSet.Meta):
        pass


class ScopedExplorerView(ExplorableIndexView):
    base_filterset_class = ScopedPageFilterSet

    def annotate_queryset(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        """Rows are of their own type, but show nothing that only that type has: no query for each type."""
        return super().annotate_queryset(pages).specific(defer=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        for page in (self.parent_page, *context["object_list"]):
            page.get_descendants = partial(Below, page)
        return context

    def get_side_panels(self) -> MediaContainer:
        """Of a page on the way nothing is told but its title: no draft, lock or author."""
        if not may_use(self.request.user, self.parent_page):
            return MediaContainer()
        return super().get_side_panels()


class Below:
    """Answers from the row itself what the buttons of each row ask of `get_descendants`.

    Wagtail asks by a fresh query, and twice: is something below published, does it belong to others?
    """

    def __init__(self, page: Page, inclusive: bool = False) -> None:
        self.page, self.inclusive = page, inclusive

    def __getattr__(self, name: str) -> Any:
        return getattr(Page.objects.descendant_of(self.page, self.inclusive), name)

    def live(self) -> Any:
        if self.inclusive and self.page.live:
            return _Known(True)
        return _Known(False) if self.page.is_leaf() else self.__getattr__("live")()

    def exclude(self, **conditions: Any) -> Any:
        if set(conditions) <= {"live", "owner"}:
            told = {"live": self.page.live, "owner": self.page.owner_id}
            left_out = all(told[k] == getattr(v, "pk", v) for k, v in conditions.items())
            if self.page.is_leaf() or (self.inclusive and not left_out):
                return _Known(self.inclusive and not left_out)
        return self.__getattr__("exclude")(**conditions)


@dataclass(frozen=True)
class _Known:
    answer: bool

    def exists(self) -> bool:
        return self.answer


class ScopedPageViewSet(PageViewSet):
    """In the place of Wagtail's own for all page types."""

    model = Page
    index_view_class = ScopedExplorerView
    filterset_class = ScopedPageFilterSet


def own_pages_in_chooser(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    return navigable(pages, request.user)


def own_pages_in_explorer(
    parent: Page, pages: QuerySet[Page], request: HttpRequest
) -> QuerySet[Page]:
    return navigable(pages, request.user)


class _ChildTitleColumn(PageTitleColumn):
    """Every row's cell names its parent, which is the same for all of them."""

    parent: Page

    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        if not instance.is_parent_page:
            instance._cached_parent_obj = self.parent
        return super().get_cell_context_data(instance, parent_context)


class ScopedBrowseView(BrowseView):
    """Starts at the person's own part of the tree, and never shows what lies above it."""

    @property
    def columns(self) -> list[Column]:
        return [self._at_hand(column) for column in super().columns]

    def _at_hand(self, column: Column) -> Column:
        if type(column) is not PageTitleColumn:
            return column
        made = _ChildTitleColumn(
            column.name, label=column.label, is_multiple_choice=self.is_multiple_choice
        )
        made.parent = self.parent_page
        return made

    def get_object_list(self) -> QuerySet[Page]:
        """With the states that each row shows, in one query for all."""
        return super().get_object_list().prefetch_workflow_states().annotate_approved_schedule()

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        root = page_permission_policy.explorable_root_instance(request.user)
        if root is None:
            raise Http404
        parent = Page.objects.filter(pk=parent_page_id or root.pk).first()
        if parent is None or not parent.path.startswith(root.path):
            parent = root
        return super().get(request, parent.pk)


class ScopedExternalLinkView(ExternalLinkView):
    """Turns an address into a page of the portal on the person's own sites only.

    Wagtail answers with the draft title of whatever page stands at the address.
    """

    def post(self, request: HttpRequest) -> HttpResponse:
        # Where Wagtail looks for the sites that an address may belong to.
        request._wagtail_cached_site_root_paths = own_sites(request.user)  # type: ignore[attr-defined]
        return super().post(request)


def own_sites(user: Actor) -> list[Any]:
    homes = [unit.home_page.url_path for unit in units_of_user(user) if unit.home_page]
    return [site for site in Site.get_site_root_paths() if site.root_path in homes]
