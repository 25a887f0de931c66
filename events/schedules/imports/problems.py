"""Why a file is not taken as a schedule: each reason with the sentence that tells a person what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from portal.core.intake.refusals import FileRefused

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_NEITHER: Final = _(
    "Tệp này không phải là tệp Word .docx hay Excel .xlsx (dù tên có thể ghi như vậy). Hãy mở bằng Word "
    "hoặc Excel, chọn “Lưu thành” kiểu .docx hoặc .xlsx rồi gửi lại."
)
REASONS: Final[dict[str, StrOrPromise]] = {
    "empty": _("Tệp này trống. Hãy kiểm tra lại tệp trên máy rồi gửi lại."),
    "too_large": _("Tệp quá lớn: nhiều nhất là %(limit)s MB. Hãy bỏ bớt ảnh rồi gửi lại."),
    "password": _(
        "Tệp được đặt mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ) rồi "
        "gửi lại."
    ),
    "old_format": _(
        "Đây là tệp kiểu cũ (.doc hoặc .xls). Hãy mở bằng Word hoặc Excel, chọn “Lưu thành” kiểu .docx "
        "hoặc .xlsx rồi gửi lại."
    ),
    "pdf": _(
        "Đây là tệp PDF. Hãy gửi bản Word (.docx) hoặc Excel (.xlsx) đã dùng để làm ra tệp PDF này."
    ),
    "rtf": _("Đây là tệp RTF. Hãy mở bằng Word, chọn “Lưu thành” kiểu .docx rồi gửi lại."),
    "not_docx": _NEITHER,
    "macros": _(
        "Tệp có chứa macro (mã lệnh) nên không được nhận. Hãy chọn “Lưu thành” kiểu .docx hoặc .xlsx "
        "(không có macro) rồi gửi lại."
    ),
    "suspicious": _(
        "Tệp có cấu trúc bất thường (khi mở ra lớn hơn hoặc rối hơn hẳn một lịch tuần) nên không được "
        "nhận. Hãy chép bảng lịch sang một tệp mới rồi gửi lại."
    ),
    "damaged": _(
        "Tệp bị hỏng nên không đọc được. Hãy mở bằng Word hoặc Excel, lưu thành một tệp mới rồi gửi lại."
    ),
    "too_many_rows": _(
        "Tệp có hơn %(limit)s dòng, quá dài cho lịch một tuần. Hãy chỉ giữ lại lịch của tuần cần nhập."
    ),
    "too_long": _(
        "Chữ trong tệp nhiều hơn hẳn một lịch tuần. Hãy chỉ giữ lại lịch của tuần cần nhập."
    ),
    "no_text": _("Không thấy chữ nào trong tệp. Nếu lịch là ảnh chụp, hãy gõ lại thành bảng."),
}


class ScheduleFileError(FileRefused):
    """A file that is not taken as a schedule."""

    reasons = REASONS
