"""Registration only."""

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from portal.core.addresses import address_in_small_letters, canonical_url, moved_address
from portal.core.targets import find_many


@hooks.register("before_serve_page", order=-10)
def send_to_own_address(
    page: Page, request: HttpRequest, args: list, kwargs: dict
) -> HttpResponsePermanentRedirect | None:
    """A page asked for under another site's host, or in capitals, moves to its own address."""
    address = moved_address(page, request) or address_in_small_letters(request)
    return HttpResponsePermanentRedirect(address) if address else None


class PageLinks(PageLinkHandler):
    """Links in running text to pages: the canonical address, from what the page has at hand."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        pages = find_many(Page, [attrs.get("id") for attrs in attrs_list])
        urls = [canonical_url(page) if isinstance(page, Page) else "" for page in pages]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]


class DocumentLinks(DocumentLinkHandler):
    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list:
        return find_many(get_document_model(), [attrs.get("id") for attrs in attrs_list])


# After Wagtail's own, which they replace.
@hooks.register("register_rich_text_features", order=10)
def links_at_hand(features: FeatureRegistry) -> None:
    features.register_link_type(PageLinks)
    features.register_link_type(DocumentLinks)


@hooks.register("insert_global_admin_js")
def slugs_in_the_browser() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("core/js/admin-slug.js"))


@hooks.register("insert_global_admin_js")
def start_without_inline_scripts() -> SafeString:
    return format_html('<script src="{}"></script>', static("core/js/admin-start.js"))
