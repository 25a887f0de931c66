"""How a news item is shown to readers, to those who share it and to machines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.timezone import localtime

from portal.core.addresses import absolute_url
from portal.core.sharing import LOGO, absolute_static, share_picture
from units.frame.frames import frame_for_page, units_of

if TYPE_CHECKING:
    from home.news.models import NewsPage


def label_units(items: Iterable[NewsPage], request: HttpRequest) -> None:
    """Put the unit's name on each item that is not the province's own; no query for each item."""
    units = units_of(request)
    for item in items:
        owner = units.owner_of(item)
        item._unit_label = "" if owner is None or owner.is_province else owner.short_name


def _author(page: NewsPage) -> dict[str, Any]:
    """A person with a role; {} for an item that names nobody."""
    known = {"name": page.author_name, "jobTitle": page.author_role}
    parts = {key: value for key, value in known.items() if value}
    return {"@type": "Person", **parts} if page.author_name else {}


def news_article(page: NewsPage, request: HttpRequest) -> dict[str, Any]:
    """schema.org/NewsArticle."""
    frame = frame_for_page(page, request)
    publisher = {
        "@type": "GovernmentOrganization",
        "name": frame.name,
        "url": frame.absolute_home_url,
        "logo": absolute_static(LOGO, frame.absolute_home_url),
    }
    data: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.lead,
        "inLanguage": "vi",
        "mainEntityOfPage": absolute_url(page, request),
        "author": _author(page) or publisher,
        "publisher": publisher,
    }
    if page.first_published_at:
        data["datePublished"] = localtime(page.first_published_at).isoformat()
    if page.last_published_at:
        data["dateModified"] = localtime(page.last_published_at).isoformat()
    picture = share_picture(page.lead_image, absolute_url(page, request))
    if picture:
        data["image"] = [picture]
    return data
