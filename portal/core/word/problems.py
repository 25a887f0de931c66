"""Why a Word file is refused: each reason with the sentence that tells a person what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from portal.core.intake.refusals import FileRefused

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REASONS: Final[dict[str, StrOrPromise]] = {
    "empty": _("Tệp này trống. Hãy kiểm tra lại tệp trên máy rồi gửi lại."),
    "too_large": _(
        "Tệp quá lớn: nhiều nhất là %(limit)s MB. Hãy thu nhỏ ảnh trong Word (Định dạng ảnh, Nén ảnh) "
        "rồi gửi lại."
    ),
    "password": _(
        "Tệp được đặt mật khẩu nên không đọc được. Hãy mở bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo "
        "vệ tài liệu) rồi gửi lại."
    ),
    "old_format": _(
        "Đây là tệp Word kiểu cũ (.doc). Hãy mở bằng Word, chọn “Lưu thành”, kiểu “Word Document "
        "(*.docx)” rồi gửi lại."
    ),
    "pdf": _(
        "Đây là tệp PDF, không phải tệp Word. Hãy gửi bản .docx đã dùng để làm ra tệp PDF này."
    ),
    "rtf": _(
        "Đây là tệp RTF. Hãy mở bằng Word, chọn “Lưu thành”, kiểu “Word Document (*.docx)” rồi gửi lại."
    ),
    "not_docx": _(
        "Tệp này không phải là tệp Word .docx, dù tên có thể là .docx. Hãy mở bằng Word, chọn “Lưu "
        "thành”, kiểu “Word Document (*.docx)” rồi gửi lại."
    ),
    "macros": _(
        "Tệp có chứa macro (mã lệnh) nên không được nhận. Hãy mở bằng Word, chọn “Lưu thành”, kiểu "
        "“Word Document (*.docx)” để bỏ macro rồi gửi lại."
    ),
    "suspicious": _(
        "Tệp có cấu trúc bất thường (khi mở ra lớn hơn hoặc rối hơn hẳn một bài viết) nên không được "
        "nhận. Hãy chép nội dung sang một tệp Word mới rồi gửi lại."
    ),
    "too_long": _(
        "Nội dung quá dài hoặc quá nhiều bảng: nhiều nhất là %(limit)d đoạn, ô và định dạng. Hãy chia thành "
        "nhiều bài ngắn hơn rồi gửi lại từng bài."
    ),
    "damaged": _(
        "Tệp bị hỏng nên không đọc được. Hãy mở bằng Word, chọn “Lưu thành” một tệp .docx mới rồi "
        "gửi lại."
    ),
    "no_text": _("Không thấy chữ hay ảnh nào trong tệp. Hãy kiểm tra lại nội dung rồi gửi lại."),
}


class WordFileError(FileRefused):
    """A Word file that is not taken."""

    reasons = REASONS
