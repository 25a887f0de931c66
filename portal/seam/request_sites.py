"""The sites among which an address typed in the link chooser is looked for.

What: sets `_wagtail_cached_site_root_paths` on a request.
Reason: Wagtail answers a typed address with the draft title of whatever page stands there, on every site.
    It has no method to narrow the sites, but takes them from this name.
Versions: Wagtail 7.4
Upstream: none known
Goes when: `ExternalLinkView` asks a method for the sites, or for a permission on the page that it finds.
"""

from collections.abc import Sequence

from django.http import HttpRequest
from wagtail.models.sites import SiteRootPath


def limit_sites(request: HttpRequest, roots: Sequence[SiteRootPath]) -> None:
    """Inside this request Wagtail knows of these sites alone."""
    request._wagtail_cached_site_root_paths = list(roots)  # type: ignore[attr-defined]
