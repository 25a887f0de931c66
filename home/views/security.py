"""How a stranger reports a fault of the portal: `security.txt` (RFC 9116) on every host, and the policy.

The file is not signed: what vouches for it is the host's certificate.
"""

from datetime import UTC, timedelta
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home.views.crawlers import site_of
from portal.core.addresses import canonical_parts
from portal.core.pages import Metadata
from units.frame.frames import frame_for_request, units_of

# From the day of the request on, so that nobody has to renew it; the standard asks for less than a year.
VALID_FOR = timedelta(days=180)


def _policy(request: HttpRequest) -> tuple[int, str]:
    """The site that has the policy, and its address there: the province's, which runs the portal."""
    site, province = site_of(request), units_of(request).province
    page = province.home_page if province else None
    parts = canonical_parts(page, request) if page else None
    site_id, root_url = parts[:2] if parts else (site.pk, site.root_url)
    return site_id, root_url + reverse("security_policy")


# A new mail address of the province is known everywhere within the hour.
@require_safe
@cache_control(public=True, max_age=3600)
def security_txt(request: HttpRequest) -> HttpResponse:
    _site_id, policy = _policy(request)
    province = units_of(request).province
    mail = province.email if province else ""
    expires = timezone.now().astimezone(UTC) + VALID_FOR
    lines = [
        f"Contact: mailto:{quote(mail, safe='@')}" if mail else f"Contact: {policy}",
        # The same all day, so that an unchanged file is not sent again.
        f"Expires: {expires:%Y-%m-%d}T00:00:00Z",
        "Preferred-Languages: vi, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
        f"Policy: {policy}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def security_policy(request: HttpRequest) -> HttpResponseBase:
    """On the province's host alone; the others lead there."""
    site_id, address = _policy(request)
    if site_id != site_of(request).pk:
        return HttpResponsePermanentRedirect(address)
    frame = frame_for_request(request)
    context = {
        "frame": frame,
        "meta": Metadata(
            title=_("Báo lỗi bảo mật"),
            description=_("Cách báo cho cơ quan vận hành một lỗi bảo mật của cổng thông tin này."),
            canonical_url=address,
        ),
        "breadcrumbs": [(_("Trang chủ"), frame.home_url)],
    }
    return render(request, "home/security_policy.html", context)
