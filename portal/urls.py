"""Every address of the portal."""

from django.conf import settings
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from home.views.crawlers import favicon, robots, sitemap_of_host
from home.views.security import security_policy, security_txt
from portal.traffic.views import beacon
from portal.users.private import open_collection, open_page
from portal.users.views import private_page
from search.views import SearchView
from units.people.urls import open_urlpatterns as invitation_urls

handler400 = "portal.core.error_views.bad_request"
handler403 = "portal.core.error_views.permission_denied"
handler404 = "portal.core.error_views.page_not_found"
handler500 = "portal.core.error_views.server_error"

urlpatterns = [
    path(settings.ADMIN_PATH, include("portal.users.urls")),
    path(settings.ADMIN_PATH, include(invitation_urls)),
    path(settings.ADMIN_PATH, include(wagtailadmin_urls)),
    path("", include("portal.media.urls")),
    path("favicon.ico", favicon, name="favicon"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_of_host, name="sitemap"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("bao-loi-bao-mat/", security_policy, name="security_policy"),
    path("_dem/", beacon, name="traffic_beacon"),
    path("tim-kiem/", SearchView.as_view(), name="search"),
    # In the place of Wagtail's own form, which knows neither the second factor nor the lock.
    path("_util/login/", private_page, name="wagtailcore_login"),
    # In the place of Wagtail's views, which take any number of guesses.
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        open_page,
        name="wagtailcore_authenticate_with_password",
    ),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        open_collection,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("", include(wagtail_urls)),
]
