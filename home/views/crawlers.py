"""What crawlers ask a host for."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.templatetags.static import static
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from portal.core.addresses import absolute_url, canonical_parts
from portal.core.querysets import is_restricted
from portal.core.sharing import LOGO


def site_of(request: HttpRequest) -> Site:
    """The site that was asked for; "not found" on a portal that is not set up yet."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


class HostSitemap(Sitemap):
    """Public pages whose canonical address is on this host."""

    limit = 50_000

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.site = site_of(request)

    def items(self) -> list[Page]:
        root = self.site.root_page
        pages = Page.objects.live().filter(path__startswith=root.path).exclude(is_restricted())
        return [page for page in pages.order_by("path") if self._is_own(page)]

    def _is_own(self, page: Page) -> bool:
        parts = canonical_parts(page, self.request)
        return parts is not None and parts[0] == self.site.pk

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: Any = None
    ) -> list[dict[str, Any]]:
        rows = self.paginator.page(page).object_list
        return [
            {
                "item": row,
                "location": absolute_url(row, self.request),
                "lastmod": row.last_published_at,
            }
            for row in rows
        ]


@require_safe
def sitemap_of_host(request: HttpRequest) -> HttpResponseBase:
    return sitemap(request, {"pages": HostSitemap(request)})


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Feed readers and old browsers ask for it by this name, whatever a page's head says."""
    return HttpResponseRedirect(static(LOGO))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search results and administration are not for crawlers; the sitemap is."""
    site = site_of(request)
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /tim-kiem/",
        f"Sitemap: {site.root_url}/sitemap.xml",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
