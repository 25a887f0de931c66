"""Why a file from outside is not taken. Light to import, for the program that reads files has no portal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MEGABYTE: Final = 1024 * 1024


class FileRefused(Exception):
    """`code` is a key of the class's `reasons`, `str()` the sentence for the person.

    A code without a sentence is only looked up by whoever catches it.
    """

    reasons: ClassVar[Mapping[str, StrOrPromise]] = {}

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params

    def __str__(self) -> str:
        reason = str(self.reasons.get(self.code, self.code))
        return reason % self.params if self.params else reason


class ReadingStopped(FileRefused):
    """Reading took too much, or fell over a part that nobody foresaw."""

    reasons = {
        "too_slow": _(
            "Đọc tệp mất quá nhiều thời gian nên đã dừng. Hãy chép nội dung sang một tệp mới, ngắn hơn, rồi "
            "gửi lại."
        ),
        "too_large": _(
            "Tệp quá lớn hoặc quá rối để đọc. Hãy chép nội dung sang một tệp mới, bỏ bớt ảnh và định dạng, "
            "rồi gửi lại."
        ),
        "damaged": _("Tệp bị hỏng nên không đọc được. Hãy lưu lại thành tệp mới rồi gửi lại."),
    }


def refuse_larger(size: int | None, most: int, refusal: type[FileRefused]) -> None:
    """By what the upload says of itself, before it is read into memory."""
    if size is not None and size > most:
        raise refusal("too_large", limit=most // MEGABYTE)
