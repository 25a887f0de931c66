"""How a page is shared: plain links to other services, and the picture that they show."""

from __future__ import annotations

import logging
from urllib.parse import quote, urlencode, urljoin

from django.templatetags.static import static
from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage, SourceImageIOError

from portal.core.pages import Metadata

logger = logging.getLogger(__name__)
SHARE_SPEC = "fill-1200x630|format-jpeg"
# A bitmap, since few of those who read structured data take an SVG.
LOGO = "core/img/apple-touch-icon.png"


def absolute_static(name: str, root_url: str) -> str:
    """Absolute address of a static file, on the canonical host."""
    return urljoin(root_url, static(name))


def share_links(meta: Metadata) -> list[tuple[str, str, str]]:
    """(label, address, key): plain links, so that nothing of those services is loaded here."""
    address = meta.canonical_url
    facebook = "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": address})
    x = "https://x.com/intent/post?" + urlencode({"url": address, "text": meta.title})
    mail = "mailto:?" + urlencode({"subject": meta.title, "body": address}, quote_via=quote)
    return [
        (_("Facebook"), facebook, "facebook"),
        (_("X"), x, "x"),
        (_("Thư điện tử"), mail, "email"),
    ]


def share_picture(image: AbstractImage | None, root_url: str) -> str:
    """Absolute address of the picture that a shared link shows; "" without a usable file."""
    if image is None:
        return ""
    try:
        url = image.get_renditions(SHARE_SPEC)[SHARE_SPEC].url
    except (SourceImageIOError, OSError, ValueError) as error:
        logger.warning("Picture %s cannot be shared: %s", image.pk, error)
        return ""
    # The canonical host, like the address that is shared; media may also lie on a host of its own.
    return urljoin(root_url, url)
