"""What every request passes: downtime, its charset, hosts, the administration's own host, content policy."""

import codecs
from collections.abc import Callable
from urllib.parse import urlsplit

from csp.constants import HEADER, SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import BadRequest, DisallowedHost
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.loader import render_to_string
from wagtail.models import Site

from portal.core.addresses import host_of, known_hosts

GetResponse = Callable[[HttpRequest], HttpResponseBase]
# On every host, that of the administration included.
SHARED_PREFIXES = (
    settings.STATIC_URL,
    settings.MEDIA_URL,
    "/documents/",
    "/.well-known/security.txt",
)


def is_admin_path(path: str) -> bool:
    return path.startswith(f"/{settings.ADMIN_PATH}") or path == f"/{settings.ADMIN_PATH}"[:-1]


class MaintenanceMiddleware:
    """Planned downtime: 503 with a readable page, without touching database or cache."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.MAINTENANCE_MODE and not request.path.startswith(settings.STATIC_URL):
            response = HttpResponse(render_to_string("maintenance.html"), status=503)
            response["Retry-After"] = "3600"
            return response
        return self.get_response(request)


class CharsetMiddleware:
    """Refuse what says that it is not written in UTF-8, in which all forms of the portal send.

    Django (5.2) decodes fields by any codec of Python's that is named: some are none of text, and make every
    page a fault; others make halves of letters, which no database keeps.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.encoding and codecs.lookup(request.encoding).name != "utf-8":
            raise BadRequest(f"Not in UTF-8: {request.encoding}")
        return self.get_response(request)


class KnownHostMiddleware:
    """Refuse hosts that are neither a site nor listed in EXTRA_HOSTS.

    Wagtail answers an unknown host with the default site; that lets anyone point a domain of theirs
    at a government portal, and poisons caches keyed by host.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            known = host_of(request) in known_hosts(request)
        except DisallowedHost:
            known = False
        if known or request.path.startswith(settings.STATIC_URL):
            return self.get_response(request)
        site = Site.objects.filter(is_default_site=True).first()
        context = {"province_url": site.root_url if site else ""}
        return HttpResponse(render_to_string("unknown_host.html", context), status=404)


def has_administration(request: HttpRequest) -> bool:
    """Is this the host (in development: one of the hosts) on which people sign in?"""
    if settings.ADMIN_HOST:
        return host_of(request) == settings.ADMIN_HOST.lower()
    if host_of(request) == urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname:
        # To which the other ones send on: the most requests there are of the administration's.
        return True
    site = Site.find_for_request(request)
    return site is None or site.is_default_site


class AdminHostMiddleware:
    """Keep the administration on one host.

    A script on a subsite shares no origin with an administrator's session then. With `ADMIN_HOST`
    set, only that host has the administration, and nothing else; without it (development) every host
    has it that is not a unit's own.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        on_admin_host = has_administration(request)
        if is_admin_path(request.path):
            if on_admin_host:
                return self.get_response(request)
            if not settings.ADMIN_HOST and request.method in {"GET", "HEAD"}:
                return HttpResponseRedirect(
                    settings.WAGTAILADMIN_BASE_URL + request.get_full_path()
                )
            raise Http404
        if settings.ADMIN_HOST and on_admin_host and self._is_only_admin(request):
            if request.path == "/":
                return HttpResponseRedirect(f"/{settings.ADMIN_PATH}")
            raise Http404
        return self.get_response(request)

    @staticmethod
    def _is_only_admin(request: HttpRequest) -> bool:
        """A small installation may keep site and administration on one host."""
        site = Site.find_for_request(request)
        shares_site_host = site is not None and site.hostname.lower() == host_of(request)
        return not shares_site_host and not request.path.startswith(SHARED_PREFIXES)


class PortalCSPMiddleware(CSPMiddleware):
    """The strict policy for the public, a policy of its own for Wagtail's administration.

    A preview is an item as the public will see it, in a frame of the administration: it has the policy of
    the public, and may be framed. Wagtail sends it through all middleware by itself (as a visit to the
    item's own address), so it arrives here with a policy that forbids frames.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if may_be_framed(response):
            response.headers.pop(HEADER, None)
        return super().process_response(request, response)

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if report_only:
            return parts
        if may_be_framed(response):
            parts.replace = {"frame-ancestors": [SELF]}
        elif is_admin_path(request.path):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts


def may_be_framed(response: HttpResponseBase) -> bool:
    """Has the view said that its answer stands in a frame of ours?"""
    return response.get("X-Frame-Options") == "SAMEORIGIN"


class ResourcePolicyMiddleware:
    """What other sites may do with an answer, and the answer with the reader's device."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault(
            "Cross-Origin-Resource-Policy", settings.CROSS_ORIGIN_RESOURCE_POLICY
        )
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response
