"""Addresses of files. They replace Wagtail's own for documents, under the same names."""

from django.urls import path, re_path
from wagtail.documents.views.serve import authenticate_with_password

from portal.media.serving import serve_document, serve_picture

urlpatterns = [
    re_path(r"^documents/(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    # Renditions lie flat in one folder; a name with a step in it is none.
    re_path(r"^media/images/(?P<name>[^/\\]+)$", serve_picture, name="picture"),
]
