"""Which view answers at which address of the register's pages."""

from django.urls import path

from home.registry.exports import export
from home.registry.models import DocumentIndexPage, OfficialDocumentPage
from home.registry.views import document, feed, register
from portal.core.page_views import serve

serve(
    DocumentIndexPage,
    path("", register, name="index_route"),
    path("feed/", feed, name="feed"),
    path("tai-danh-muc/<str:kind>/", export, name="export"),
)
serve(OfficialDocumentPage, path("", document, name="index_route"))
