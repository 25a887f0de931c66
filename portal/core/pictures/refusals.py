"""Why a picture is not taken: each reason with the sentence that tells a person what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from portal.core.intake.refusals import FileRefused

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REASONS: Final[dict[str, StrOrPromise]] = {
    "picture_unknown": _(
        "Không nhận loại ảnh này: chỉ nhận ảnh JPEG, PNG, WebP, GIF và AVIF không động. Hãy mở ảnh bằng "
        "phần mềm xem ảnh, lưu thành tệp JPEG rồi gửi lại."
    ),
    "picture_damaged": _(
        "Ảnh bị hỏng hoặc thiếu một phần nên không mở được. Hãy chép lại ảnh từ máy đã chụp, hoặc mở ra "
        "và lưu thành tệp mới, rồi gửi lại."
    ),
    "picture_heavy": _("Ảnh nặng hơn %(limit)s MB. Hãy lưu lại ảnh thành tệp nhỏ hơn rồi gửi lại."),
    "pixels": _(
        "Ảnh %(kind)s này rộng %(width)s × cao %(height)s điểm ảnh, quá mức %(limit)s triệu điểm ảnh. Hãy "
        "thu nhỏ ảnh (cạnh dài khoảng 3000 điểm ảnh là đủ; bản quét nên để khoảng 200 dpi) rồi gửi lại."
    ),
    "frames": _(
        "Ảnh động này có %(frames)s khung hình, mỗi khung %(width)s × %(height)s điểm ảnh; nhiều nhất là "
        "%(most)s khung hình và tổng cộng %(limit)s triệu điểm ảnh. Hãy cắt ngắn hoặc thu nhỏ ảnh động, "
        "hoặc gửi một khung hình."
    ),
    "picture_name": _(
        "Tên tệp có đuôi “.%(said)s” nhưng nội dung là ảnh %(found)s. Hãy đổi đuôi tên tệp thành "
        "“.%(right)s” rồi gửi lại."
    ),
}


class PictureRefused(FileRefused):
    """A picture that is not opened."""

    reasons = REASONS
