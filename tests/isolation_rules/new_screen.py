"""The portal's addresses with a new screen of the administration that nobody has named yet."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal import urls
from portal.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

TEXT = "màn hình mới"


def show(request: HttpRequest) -> HttpResponse:
    return HttpResponse(TEXT)


urlpatterns = [path(f"{settings.ADMIN_PATH}moi/", show, name="new_screen"), *urls.urlpatterns]
