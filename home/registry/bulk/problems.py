"""What is wrong with a list or an archive, in words that say what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl.utils import get_column_letter

from portal.core.intake.refusals import FileRefused

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REASONS: Final[dict[str, StrOrPromise]] = {
    "not_zip": gettext_lazy(
        "Đây không phải tệp nén .zip. Hãy chọn các tệp văn bản, bấm chuột phải, “Nén thành tệp ZIP” rồi "
        "gửi lại."
    ),
    "damaged": gettext_lazy("Tệp nén bị hỏng. Hãy nén lại các tệp văn bản rồi gửi lại."),
    "too_large": gettext_lazy(
        "Tệp nén nặng hơn %(limit)s MB. Hãy chia thành nhiều lần nhập, mỗi lần ít văn bản hơn."
    ),
    "password": gettext_lazy("Tệp nén có mật khẩu. Hãy nén lại, không đặt mật khẩu, rồi gửi lại."),
    "too_many": gettext_lazy(
        "Tệp nén có %(count)s tệp, nhiều nhất là %(limit)s. Hãy chia thành nhiều lần nhập."
    ),
    "path": gettext_lazy(
        "Tệp nén có tên tệp trỏ ra ngoài thư mục (“%(name)s”) nên không được nhận. Hãy nén lại chỉ "
        "các tệp văn bản."
    ),
    "link": gettext_lazy(
        "Tệp nén có liên kết (“%(name)s”) thay vì tệp thật nên không được nhận. Hãy nén lại các tệp thật."
    ),
    "bomb": gettext_lazy(
        "Tệp nén có nội dung phình ra bất thường khi mở (“%(name)s”) nên không được nhận. Hãy nén lại "
        "chỉ các tệp văn bản."
    ),
    "twice": gettext_lazy(
        "Tệp nén có hai tệp cùng tên “%(name)s”. Hãy đổi tên một tệp, sửa trong danh sách rồi gửi lại."
    ),
    "no_header": gettext_lazy(
        "Không thấy dòng tiêu đề có các cột %(columns)s ở mười dòng đầu. Hãy dùng tệp mẫu, giữ nguyên "
        "dòng tiêu đề."
    ),
    "no_rows": gettext_lazy("Danh sách chưa có dòng văn bản nào dưới dòng tiêu đề."),
    "too_many_rows": gettext_lazy(
        "Danh sách có hơn %(limit)s văn bản. Hãy chia thành nhiều lần nhập."
    ),
    "list_too_large": gettext_lazy(
        "Danh sách Excel quá lớn hoặc quá rối. Hãy chép các dòng cần nhập sang tệp mẫu rồi gửi lại."
    ),
}


class BulkError(FileRefused):
    """The whole list or archive is not taken."""

    reasons = REASONS


@dataclass(frozen=True)
class CellProblem:
    """One cell to mend: its line in the sheet, its column (1 is A) with its heading, and what to do."""

    line: int
    column: int
    heading: str
    text: str

    def __str__(self) -> str:
        place = _("Dòng %(line)d, cột %(column)s (%(heading)s)") % {
            "line": self.line,
            "column": get_column_letter(self.column),
            "heading": self.heading,
        }
        return f"{place}: {self.text}"
