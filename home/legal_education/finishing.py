"""What an item still lacks or has wrong, in words for its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from home.legal_education.rules import forms as rules

if TYPE_CHECKING:
    from home.legal_education.models import LegalEducationPage

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


def what_is_missing(form: str, name: str) -> str:
    return str(_MISSING.get((form, name)) or _MISSING[name])


def file_errors(page: LegalEducationPage) -> dict[str, Any]:
    """Files of the wrong kind, by field; a draft cannot have them either.

    What another form holds is kept as it is: nobody sees it.
    """
    return _recording_errors(page) | (_film_errors(page) if page.form == rules.VIDEO else {})


def _recording_errors(page: LegalEducationPage) -> dict[str, Any]:
    """An MP3 in a video, an MP4 in a podcast."""
    fit = rules.PLAYABLE.get(page.form)
    if not fit or not page.recording or page.recording.file_extension.lower() in fit:
        return {}
    names = ", ".join(sorted(name.upper() for name in fit))
    message = _("Tệp này không phát được ở hình thức đã chọn. Hãy chọn tệp %s.") % names
    return {"recording": ValidationError(message)}


def _film_errors(page: LegalEducationPage) -> dict[str, Any]:
    errors: dict[str, Any] = {}
    if page.captions and page.captions.file_extension.lower() != "vtt":
        errors["captions"] = ValidationError(_("Phụ đề phải là tệp .vtt."))
    if page.embed_url and urlsplit(page.embed_url).scheme != "https":
        errors["embed_url"] = ValidationError(_("Địa chỉ phải bắt đầu bằng https://."))
    return errors
