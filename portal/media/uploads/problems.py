"""Why an uploaded file is refused: each reason with the sentence that tells a person what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from portal.core.intake.refusals import FileRefused
from portal.core.pictures.refusals import REASONS as OF_PICTURES

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REASONS: Final[dict[str, StrOrPromise]] = {
    **OF_PICTURES,
    "empty": _("Tệp này trống. Hãy kiểm tra lại tệp trên máy rồi gửi lại."),
    "too_large": _(
        "Tệp nặng %(size)s MB, nhiều nhất là %(limit)s MB. Hãy quét lại ở độ phân giải thấp hơn (khoảng "
        "200 dpi, đen trắng) hoặc tách thành nhiều tệp rồi gửi lại."
    ),
    "password": _(
        "Tệp được đặt mật khẩu hoặc mã hóa nên người đọc không mở được. Hãy bỏ mật khẩu rồi gửi lại."
    ),
    "old_format": _(
        "Đây là tệp Office kiểu cũ (.doc, .xls). Hãy mở tệp, chọn “Lưu thành” kiểu .docx, .xlsx hoặc "
        "PDF rồi gửi lại."
    ),
    "macros": _(
        "Tệp có chứa macro (mã lệnh) nên không được nhận. Hãy mở tệp, chọn “Lưu thành” kiểu .docx, "
        ".xlsx hoặc PDF để bỏ macro rồi gửi lại."
    ),
    "script": _(
        "Tệp PDF có chứa mã lệnh tự chạy nên không được nhận. Hãy in tệp ra PDF mới (In, Lưu thành PDF) "
        "rồi gửi lại."
    ),
    "web_page": _(
        "Đây là trang web hoặc hình vẽ SVG, có thể chứa mã lệnh, nên không được nhận. Hãy gửi bản PDF, "
        "Word (.docx), Excel (.xlsx) hoặc ảnh."
    ),
    "program": _(
        "Đây là chương trình, không phải văn bản, nên không được nhận. Nếu bạn không biết tệp này từ đâu "
        "tới, hãy báo người quản trị trước khi mở nó."
    ),
    "archive": _(
        "Đây là tệp nén. Hãy giải nén và gửi từng văn bản; muốn nhập nhiều văn bản một lần, hãy dùng "
        "“Nhập từ danh sách Excel”."
    ),
    "suspicious": _(
        "Tệp có cấu trúc bất thường (khi mở ra lớn hơn hoặc rối hơn hẳn một văn bản) nên không được "
        "nhận. Hãy lưu lại thành tệp mới hoặc in ra PDF rồi gửi lại."
    ),
    "damaged": _("Tệp bị hỏng nên không mở được. Hãy lưu lại thành tệp mới rồi gửi lại."),
    "unknown": _(
        "Không nhận ra loại tệp này. Hãy gửi bản PDF, Word (.docx), Excel (.xlsx) hoặc ảnh JPEG, PNG, "
        "WebP."
    ),
    "other_name": _(
        "Tên tệp có đuôi “.%(said)s” nhưng nội dung là %(found)s. Hãy đổi đuôi tên tệp thành “.%(right)s” "
        "rồi gửi lại."
    ),
}


class UploadError(FileRefused):
    """An upload that is not taken."""

    reasons = REASONS
