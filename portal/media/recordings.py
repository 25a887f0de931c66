"""Uploads of sound, film and captions are checked by what they hold, when they come in."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.text import format_number
from portal.media.rules import recordings, webvtt

VTT_PROBLEMS: Final = {
    webvtt.NOT_TEXT: gettext_lazy("tệp không phải văn bản UTF-8"),
    webvtt.NO_HEADER: gettext_lazy("dòng đầu tiên phải là WEBVTT"),
    webvtt.BAD_TIME: gettext_lazy(
        "dòng %(line)d không có thời gian đúng dạng 00:00:01.000 --> 00:00:04.000"
    ),
    webvtt.BACKWARDS: gettext_lazy("dòng %(line)d: thời điểm kết thúc phải sau thời điểm bắt đầu"),
    webvtt.EMPTY: gettext_lazy("dòng %(line)d: có thời gian mà không có lời"),
    webvtt.NO_CUES: gettext_lazy("tệp chưa có câu phụ đề nào"),
}


def check_recording(file: Any) -> None:
    """Raise ValidationError for a recording or captions file that is none, or is too large.

    Other kinds of documents are not looked at. Reads the first bytes alone, of captions all of them.
    """
    ending = PurePosixPath(file.name or "").suffix.lower().removeprefix(".")
    if ending == "vtt":
        _check_captions(file)
    elif ending in recordings.RECORDINGS:
        _check_size(file)
        kind = recordings.kind_of(_read(file, recordings.HEAD))
        if not recordings.is_named_rightly(kind, ending):
            raise ValidationError({"file": _wrong_kind(ending)})


def _wrong_kind(ending: str) -> str:
    message = _(
        "Nội dung tệp không phải là %(ending)s. Hãy xuất lại từ phần mềm dựng (MP4, WebM, MP3, OGG hoặc "
        "M4A); chỉ đổi tên tệp thì trình duyệt không phát được."
    )
    return message % {"ending": ending.upper()}


def _check_size(file: Any) -> None:
    limit = settings.PORTAL_RECORDING_MAX_MB
    if file.size > limit * 1024 * 1024:
        message = _(
            "Tệp nặng %(size)s MB, vượt giới hạn %(limit)s MB. Hãy xuất lại với độ phân giải 720p hoặc "
            "cắt thành nhiều phần."
        )
        size = format_number(round(file.size / 1024 / 1024))
        raise ValidationError({"file": message % {"size": size, "limit": format_number(limit)}})


def _check_captions(file: Any) -> None:
    problem = webvtt.problem_in(_read(file, webvtt.LARGEST + 1))
    if problem is not None:
        what = str(VTT_PROBLEMS[problem.what])
        if "%(line)d" in what:
            what %= {"line": problem.line}
        raise ValidationError({"file": _("Tệp phụ đề chưa đúng: %s.") % what})


def _read(file: Any, amount: int) -> bytes:
    file.seek(0)
    try:
        data: bytes = file.read(amount)
    finally:
        file.seek(0)
    return data
