"""One canonical address for every page, whatever host and prefix it was asked under.

A unit's pages live below the province's page tree and may also be the root of a `Site` with a host
of its own. Wagtail then prefers the site that is being visited, so the same page gets two addresses.
Here the most specific site always wins.
"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import escape_leading_slashes, url_has_allowed_host_and_scheme
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath


def site_roots(request: HttpRequest | None = None) -> Sequence[SiteRootPath]:
    """Every site's root, most specific first; read from the cache once per request."""
    if request is None:
        return Site.get_site_root_paths()
    roots = getattr(request, "_portal_site_roots", None)
    if roots is None:
        roots = Site.get_site_root_paths()
        request._portal_site_roots = roots  # type: ignore[attr-defined]
    return roots


def canonical_parts(page: Page, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
    """Return (site id, root address, path) of the most specific site that holds the page."""
    for root in site_roots(request):
        if page.url_path.startswith(root.root_path):
            path = reverse("wagtail_serve", args=(page.url_path[len(root.root_path) :],))
            return root.site_id, root.root_url, path
    return None


def canonical_url(page: Page, request: HttpRequest | None = None) -> str:
    """The page's address: a path on its own site, with scheme and host from anywhere else.

    Returns "" for a page outside every site, so that templates render no link at all.
    """
    parts = canonical_parts(page, request)
    if parts is None:
        return ""
    site_id, root_url, path = parts
    current = Site.find_for_request(request) if request is not None else None
    if current is not None and current.pk == site_id:
        return path
    return root_url + path


def absolute_url(page: Page, request: HttpRequest | None = None) -> str:
    """The canonical address with scheme and host, for feeds, sitemaps and metadata."""
    parts = canonical_parts(page, request)
    return parts[1] + parts[2] if parts else ""


def moved_address(page: Page, request: HttpRequest) -> str | None:
    """Where a request for `page` should have gone, or None when it came to the right host.

    What follows the page's own path (a feed, a page number) and the query string are kept.
    """
    parts = canonical_parts(page, request)
    current = Site.find_for_request(request)
    if parts is None or current is None or current.pk == parts[0]:
        return None
    prefix = _path_below(current, parts[0], request)
    if prefix is None:
        return None
    rest = request.get_full_path()[len(prefix) :]
    return f"{parts[1]}/{rest.lstrip('/')}"


def address_in_small_letters(request: HttpRequest) -> str | None:
    """The address that was meant by one in capitals, when routing found a page only there."""
    if not getattr(request, "portal_in_capitals", False):
        return None
    path, mark, query = request.get_full_path().partition("?")
    return escape_leading_slashes(path.lower()) + mark + query


def _path_below(current: Site, site_id: int, request: HttpRequest) -> str | None:
    """The path under `current` at which the other site's root stands, if it stands there."""
    own_root = current.root_page.url_path
    for root in site_roots(request):
        if root.site_id == site_id and root.root_path.startswith(own_root):
            return reverse("wagtail_serve", args=(root.root_path[len(own_root) :],)).rstrip("/")
    return None


def known_hosts(request: HttpRequest | None = None) -> set[str]:
    """Host names, without ports, that the portal answers for."""
    hosts = {urlsplit(root.root_url).hostname or "" for root in site_roots(request)}
    return hosts | {host.lower() for host in settings.EXTRA_HOSTS}


def host_of(request: HttpRequest) -> str:
    """The host name that was asked for: lower case, without port; brackets of IPv6 kept."""
    host = request.get_host().lower()
    return host.rsplit(":", 1)[0] if not host.endswith("]") and ":" in host else host


def redirect_to_sent(request: HttpRequest, target: str, otherwise: str) -> HttpResponseRedirect:
    """To an address that was sent along, where it leads to the host that was asked; else to `otherwise`.

    Django's `redirect` would take what is no path for the name of a view: `[1]` would break off, and
    `account_logout` lead there.
    """
    is_ours = leads_here(target, request.get_host(), request.is_secure())
    return HttpResponseRedirect(target if is_ours else otherwise)


def leads_here(target: str, host: str, is_secure: bool = False) -> bool:
    """Whether an address that was sent along leads to this host; not `//`, which Django lets pass."""
    allowed = url_has_allowed_host_and_scheme(target, {host}, is_secure)
    return allowed and not target.strip().startswith("//")
