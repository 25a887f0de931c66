"""Addresses of files. They replace Wagtail's own for documents, under the same names.

The one at which the password of a private folder is asked for is in `portal.urls`: accounts answer there.
"""

from django.urls import re_path

from portal.media.serving import serve_document, serve_picture

urlpatterns = [
    re_path(r"^documents/(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    # Renditions lie flat in one folder; a name with a step in it is none.
    re_path(r"^media/images/(?P<name>[^/\\]+)$", serve_picture, name="picture"),
]
