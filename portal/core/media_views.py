"""Pictures in development; in production the web server hands them out.

Only scaled pictures are served. Originals may carry a place and a name in their metadata, and
documents must pass the permission check of Wagtail's own view.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.static import serve


def serve_picture(request: HttpRequest, path: str) -> HttpResponseBase:
    return serve(request, path, document_root=settings.MEDIA_ROOT)
