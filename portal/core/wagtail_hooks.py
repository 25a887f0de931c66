"""Registration only."""

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page

from portal.core.addresses import moved_address


@hooks.register("before_serve_page", order=-10)
def send_to_canonical_host(
    page: Page, request: HttpRequest, args: list, kwargs: dict
) -> HttpResponsePermanentRedirect | None:
    """A page asked for under another site's host moves to its own."""
    address = moved_address(page, request)
    return HttpResponsePermanentRedirect(address) if address else None


@hooks.register("insert_global_admin_js")
def slugs_in_the_browser() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("core/js/admin-slug.js"))
