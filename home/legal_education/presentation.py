"""How an item is shown to readers and machines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils import timezone

from home.legal_education import citations
from home.legal_education.models import LegalEducationPage
from home.legal_education.rules.forms import PLAYABLE
from portal.core.addresses import absolute_url, canonical_url
from portal.core.blocks import body_text
from portal.core.sharing import share_picture
from portal.core.text import strip_html
from units.frame.frames import frame_for_page, units_of

RELATED = 4


def label(items: Iterable[LegalEducationPage], request: HttpRequest) -> None:
    """Put the unit's name on items of units, and the notice on those that cite what no longer holds.

    One query for all of them.
    """
    units = units_of(request)
    rows = list(items)
    listed = LegalEducationPage.objects.filter(pk__in=[row.pk for row in rows])
    lapsed = listed.citing_lapsed(timezone.localdate()).order_by().values_list("pk", flat=True)
    cites_lapsed = set(lapsed)
    for item in rows:
        owner = units.owner_of(item)
        item.unit_label = "" if owner is None or owner.is_province else owner.short_name
        item.cites_lapsed = item.pk in cites_lapsed


def item_context(page: LegalEducationPage, request: HttpRequest) -> dict[str, Any]:
    units = units_of(request)
    unit = units.owner_of(page)
    shown = LegalEducationPage.objects.shown()
    siblings = shown.only_of(unit, units) if unit else shown.child_of(page.get_parent())
    related = list(siblings.related_to(page).newest_first()[:RELATED]) if page.field_list else []
    label(related, request)
    index = page.get_trail()[-1]
    address = canonical_url(index, request)
    cited = citations.shown_of(page, timezone.localdate())
    return {
        "asked": page.asked,
        "field_links": [(row.name, f"{address}?linh-vuc={row.slug}") for row in page.field_list],
        "form_link": f"{address}?hinh-thuc={page.form}",
        "cited": cited,
        "lapsed": [row for row in cited if row.is_lapsed],
        "related": related,
        "embed_host": (urlsplit(page.embed_url).hostname or "").removeprefix("www."),
    }


def structured_data(page: LegalEducationPage, request: HttpRequest) -> dict[str, Any]:
    """schema.org: QAPage for a question, VideoObject and AudioObject for recordings, else Article."""
    frame = frame_for_page(page, request)
    publisher = {
        "@type": "GovernmentOrganization",
        "name": frame.name,
        "url": frame.absolute_home_url,
    }
    author = {"@type": "Person", "name": page.author_name} if page.author_name else publisher
    common: dict[str, Any] = {"inLanguage": "vi", "author": author}
    if page.first_published_at:
        common["datePublished"] = page.first_published_at.isoformat()
    if page.form == page.Form.QUESTION:
        return _qa_page(page, common)
    data = {
        "@type": "Article",
        "headline": page.title,
        "description": page.lead,
        "mainEntityOfPage": absolute_url(page, request),
        "publisher": publisher,
        **common,
    }
    if page.last_published_at:
        data["dateModified"] = page.last_published_at.isoformat()
    picture = share_picture(page.lead_image or page.infographic, absolute_url(page, request))
    if picture:
        data["image"] = [picture]
    if page.form in PLAYABLE and page.recording:
        data["associatedMedia"] = _recording(page, request, picture)
    return data


def _qa_page(page: LegalEducationPage, common: dict[str, Any]) -> dict[str, Any]:
    answer = {"@type": "Answer", "text": body_text(page.body), **common}
    question = {
        "@type": "Question",
        "name": page.title,
        "text": strip_html(page.question),
        "answerCount": 1,
        "acceptedAnswer": answer,
        **common,
    }
    return {"@type": "QAPage", "mainEntity": question}


def _recording(page: LegalEducationPage, request: HttpRequest, picture: str) -> dict[str, Any]:
    kind = "VideoObject" if page.form == page.Form.VIDEO else "AudioObject"
    data: dict[str, Any] = {
        "@type": kind,
        "name": page.title,
        "description": page.lead,
        "contentUrl": request.build_absolute_uri(page.recording.url),
    }
    if page.first_published_at:
        data["uploadDate"] = page.first_published_at.isoformat()
    if picture:
        data["thumbnailUrl"] = picture
    if page.filled()["transcript"]:
        data["transcript"] = strip_html(page.transcript)
    return data
