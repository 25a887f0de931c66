"""How an item is shown to readers and machines, and what its editor is told to mend."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from home.legal_education import citations
from home.legal_education.rules import forms as rules
from portal.core.addresses import absolute_url, canonical_url
from portal.core.blocks import body_text
from portal.core.sharing import share_links, share_picture
from portal.core.text import strip_html
from units.frame.frames import frame_for_page, units_of

if TYPE_CHECKING:
    from home.legal_education.models import LegalEducationPage

RELATED = 4
SOUND: Final = frozenset({"mp3", "m4a", "ogg"})
FILM: Final = frozenset({"mp4", "webm"})
# A sound file may also come in a WebM box; a film in none of the sound boxes.
PLAYABLE: Final = {rules.VIDEO: FILM, rules.PODCAST: SOUND | {"webm"}}

# (form, field) or field alone → what a person has to do.
_MISSING: Final[dict[tuple[str, str] | str, StrOrPromise]] = {
    (rules.QUESTION, "body"): gettext_lazy("Hãy viết câu trả lời vào phần Nội dung."),
    (rules.LEAFLET, "panels"): gettext_lazy("Tờ gấp cần ít nhất một mặt có nội dung."),
    (rules.VIDEO, "recording"): gettext_lazy(
        "Hãy chọn tệp video (MP4, WebM), hoặc ghi địa chỉ video ở trang ngoài."
    ),
    (rules.PODCAST, "recording"): gettext_lazy("Hãy chọn tệp âm thanh (MP3, M4A, OGG)."),
    (rules.VIDEO, "transcript"): gettext_lazy(
        "Video ở trang ngoài cần lời của video, cho người không nghe được."
    ),
    (rules.VIDEO, "lead_image"): gettext_lazy(
        "Video ở trang ngoài cần ảnh bìa của cổng: trang này không lấy ảnh từ trang ngoài."
    ),
    "body": gettext_lazy("Hãy viết phần Nội dung."),
    "facts": gettext_lazy("Hãy kể tình huống."),
    "question": gettext_lazy("Hãy viết câu hỏi."),
    "analysis": gettext_lazy("Hãy viết phần phân tích."),
    "conclusion": gettext_lazy("Hãy viết kết luận."),
    "infographic": gettext_lazy("Hãy chọn tranh infographic."),
    "text_alternative": gettext_lazy(
        "Hãy viết nội dung bằng chữ của tranh, cho người không nhìn thấy tranh."
    ),
    "captions": gettext_lazy("Hãy chọn tệp phụ đề (.vtt), cho người không nghe được."),
    "transcript": gettext_lazy("Hãy viết lời của podcast, cho người không nghe được."),
}


def what_is_missing(page: LegalEducationPage, name: str) -> str:
    return str(_MISSING.get((page.form, name)) or _MISSING[name])


def file_errors(page: LegalEducationPage) -> dict[str, Any]:
    """Files of the wrong kind, by field; a draft cannot have them either.

    What another form holds is kept as it is: nobody sees it.
    """
    errors: dict[str, Any] = {}
    fit = PLAYABLE.get(page.form)
    if fit and page.recording and page.recording.file_extension.lower() not in fit:
        names = ", ".join(sorted(name.upper() for name in fit))
        message = _("Tệp này không phát được ở hình thức đã chọn. Hãy chọn tệp %s.") % names
        errors["recording"] = ValidationError(message)
    is_film = page.form == page.Form.VIDEO
    if is_film and page.captions and page.captions.file_extension.lower() != "vtt":
        errors["captions"] = ValidationError(_("Phụ đề phải là tệp .vtt."))
    if is_film and page.embed_url and urlsplit(page.embed_url).scheme != "https":
        errors["embed_url"] = ValidationError(_("Địa chỉ phải bắt đầu bằng https://."))
    return errors


def label(items: Iterable[LegalEducationPage], request: HttpRequest) -> None:
    """Put the unit's name on items of units, and the notice on those that cite what no longer holds.

    One query for all of them.
    """
    units = units_of(request)
    rows = list(items)
    lapsed = citations.pages_with_lapsed([row.pk for row in rows], timezone.localdate())
    for item in rows:
        owner = units.owner_of(item)
        item._unit_label = "" if owner is None or owner.is_province else owner.short_name
        item.cites_lapsed = item.pk in lapsed


def page_context(page: LegalEducationPage, request: HttpRequest) -> dict[str, Any]:
    from home.legal_education.models import LegalEducationPage

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
        "share_links": share_links(page.get_meta(request)),
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
