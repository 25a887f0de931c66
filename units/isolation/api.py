"""The administration's own API: the same rows that its choosers offer."""

from django.db.models import QuerySet
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from units.isolation.sight import navigable, usable


class ScopedPagesAPI(PagesAdminAPIViewSet):
    def get_base_queryset(self) -> QuerySet:
        return navigable(super().get_base_queryset(), self.request.user)

    def get_queryset(self) -> QuerySet:
        """With the states that each row tells, in one query for all."""
        return super().get_queryset().prefetch_workflow_states().annotate_approved_schedule()


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
