"""The administration's own API: the same rows that its choosers offer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.admin.api.serializers import (
    AdminPageSerializer,
    PageChildrenField,
    get_model_listing_url,
)
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageParentField
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page

from units.scope.sight import navigable, usable

_FAMILY = "portal_family"


class Family:
    """Parents and numbers of children of all rows of a list, read at once.

    Wagtail asks three times for each row; the page menu, open on every screen, asks for whole branches.
    """

    def __init__(self, pages: Iterable[Page], visible: QuerySet[Page]) -> None:
        step, pages = Page.steplen, list(pages)
        above = {page.path[:-step] for page in pages}
        self.parents = {page.path: page for page in visible.filter(path__in=above)}
        inner = [page for page in pages if page.numchild]
        self.children: dict[str, int] = {}
        if inner:
            below = visible.filter(depth__in={page.depth + 1 for page in inner}).order_by()
            below = below.annotate(above=Substr("path", 1, Length("path") - step))
            below = below.filter(above__in=[page.path for page in inner])
            self.children = dict(below.values_list("above").annotate(Count("pk")))


def family_of(field: Any) -> Family:
    """Of the rows that the answer holds; made by the first field that asks."""
    context = field.context
    if _FAMILY not in context:
        rows = field.root.instance
        pages = [rows] if isinstance(rows, Page) else rows
        context[_FAMILY] = Family(pages, context["base_queryset"])
    return context[_FAMILY]


class KnownParentField(PageParentField):
    def get_attribute(self, instance: Page) -> Page | None:
        return family_of(self).parents.get(instance.path[: -Page.steplen])


class CountedChildrenField(PageChildrenField):
    """Wagtail's answer, with the number at hand."""

    def to_representation(self, page: Page) -> dict[str, Any]:
        address = get_model_listing_url(self.context, Page)
        count = family_of(self).children.get(page.path, 0)
        return {"count": count, "listing_url": f"{address}?child_of={page.pk}"}


class ScopedPageSerializer(AdminPageSerializer):
    parent = KnownParentField(read_only=True)
    children = CountedChildrenField(read_only=True)


class ScopedPagesAPI(PagesAdminAPIViewSet):
    base_serializer_class = ScopedPageSerializer

    def get_base_queryset(self) -> QuerySet:
        return navigable(super().get_base_queryset(), self.request.user)

    def get_queryset(self) -> QuerySet:
        return _with_states(super().get_queryset())

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """The filter of the page menu puts a queryset of its own in front, and the states are lost."""
        found = super().filter_queryset(queryset)
        return _with_states(found) if self.request.GET.get("for_explorer") else found


def _with_states(pages: Any) -> QuerySet:
    """With what each row tells of its state, in one query for all."""
    return pages.prefetch_workflow_states().annotate_approved_schedule()


class ScopedImagesAPI(ImagesAdminAPIViewSet):
    def get_queryset(self) -> QuerySet:
        return usable(super().get_queryset(), self.request.user)


class ScopedDocumentsAPI(DocumentsAdminAPIViewSet):
    def get_queryset(self) -> QuerySet:
        return usable(super().get_queryset(), self.request.user)


def scoped_endpoints(router: WagtailAPIRouter) -> None:
    router.register_endpoint("pages", ScopedPagesAPI)
    router.register_endpoint("images", ScopedImagesAPI)
    router.register_endpoint("documents", ScopedDocumentsAPI)
