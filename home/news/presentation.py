"""How a news item is shown to readers, to those who share it and to machines."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urljoin

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage, SourceImageIOError

from portal.core.addresses import absolute_url
from portal.core.pages import Metadata
from units.frames import frame_for_page, units_of

if TYPE_CHECKING:
    from home.news.models import NewsPage

logger = logging.getLogger(__name__)
SHARE_SPEC = "fill-1200x630|format-jpeg"


def label_units(items: Iterable[NewsPage], request: HttpRequest) -> None:
    """Put the unit's name on each item that is not the province's own; no query for each item."""
    units = units_of(request)
    for item in items:
        owner = units.owner_of(item)
        item._unit_label = "" if owner is None or owner.is_province else owner.short_name


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
        url = image.get_rendition(SHARE_SPEC).url
    except (SourceImageIOError, OSError, ValueError) as error:
        logger.warning("Picture %s cannot be shared: %s", image.pk, error)
        return ""
    # The canonical host, like the address that is shared; media may also lie on a host of its own.
    return urljoin(root_url, url)


def news_article(page: NewsPage, request: HttpRequest) -> dict[str, Any]:
    """schema.org/NewsArticle."""
    frame = frame_for_page(page, request)
    publisher = {
        "@type": "GovernmentOrganization",
        "name": frame.name,
        "url": frame.absolute_home_url,
    }
    author = {"@type": "Person", "name": page.author_name} if page.author_name else publisher
    data: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.lead,
        "inLanguage": "vi",
        "mainEntityOfPage": absolute_url(page, request),
        "author": author,
        "publisher": publisher,
    }
    if page.first_published_at:
        data["datePublished"] = page.first_published_at.isoformat()
    if page.last_published_at:
        data["dateModified"] = page.last_published_at.isoformat()
    picture = share_picture(page.lead_image, absolute_url(page, request))
    if picture:
        data["image"] = [picture]
    return data
