"""The grid in which a week is written: one text field underneath, rows and cells above it."""

from __future__ import annotations

import json
from typing import Any, Final

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.schedules.rules.week import MARK_WORDS, SESSION_WORDS
from portal.core.sent_json import read_json

# No JSON, which is said by the field.
_UNREADABLE: Final = "["


class ScheduleGrid(forms.Textarea):
    """The script shows the field's JSON as a grid and writes every change back into it."""

    template_name = "schedules/admin/grid.html"

    class Media:
        css = {"all": ["schedules/css/grid.css"]}
        js = ["schedules/js/rows.js", "schedules/js/paste.js", "schedules/js/grid.js"]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self._furniture: dict[str, Any] = {"people": [], "places": [], "urls": {}}

    def furnish(self, people: list[str], places: list[str], urls: dict[str, str]) -> None:
        self._furniture = {"people": people, "places": places, "urls": urls}

    def format_value(self, value: Any) -> str:
        """JSON as the browser reads it; what could not be read before is shown again as it was sent."""
        if value in (None, ""):
            return "[]"
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Django's field would read JSON of any depth, and keep texts that no database takes."""
        value = super().value_from_datadict(data, files, name)
        if not value:
            return value
        try:
            return json.dumps(read_json(value), ensure_ascii=False)
        except json.JSONDecodeError:
            return value  # the field says what is wrong with it
        except ValueError:
            return _UNREADABLE

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["settings"] = {
            **self._furniture,
            "sessions": dict(SESSION_WORDS),
            "marks": dict(MARK_WORDS),
            "words": words(),
        }
        return context

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """From the project's templates: Django's renderer of forms looks into apps alone."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))


def words() -> dict[str, str]:
    """What the script says; kept here, where translations are."""
    return {
        "empty": _("Chưa có công việc nào trong ngày này."),
        "add": _("Thêm công việc"),
        "duplicate": _("Nhân đôi"),
        "remove": _("Xóa"),
        "up": _("Lên"),
        "down": _("Xuống"),
        "more": _("Chi tiết"),
        "session": _("Buổi"),
        "start": _("Từ giờ"),
        "end": _("Đến giờ"),
        "content": _("Nội dung"),
        "chairs": _("Chủ trì"),
        "attendees": _("Thành phần"),
        "place": _("Địa điểm"),
        "prepared_by": _("Đơn vị chuẩn bị"),
        "note": _("Ghi chú (luôn nội bộ)"),
        "is_public": _("Công khai"),
        "public_content": _("Lời công khai (thay cho mọi điều khác của dòng, trừ giờ và chủ trì)"),
        "mark": _("Điều chỉnh"),
        "no_mark": _("Không"),
        "day": _("Ngày"),
        "copied": _("Đã chép %s công việc từ tuần trước."),
        "nothing_to_copy": _("Không có lịch của tuần trước để chép."),
        "replace": _("Tuần này đã có công việc. Chép thêm vào bên dưới?"),
        "failed": _("Không thực hiện được. Nội dung đang soạn vẫn còn nguyên, hãy thử lại."),
        "no_dates": _("Hãy chọn ngày đầu và ngày cuối của tuần trước."),
        "kept": _("Có bản đang soạn dở chưa lưu trên máy này."),
        "kept_sent": _(
            "Lần gửi trước từ trang này có thể chưa được lưu. Nếu không thấy lịch đó trong danh sách, hãy "
            "lấy lại."
        ),
        "restore": _("Lấy lại"),
        "forget": _("Bỏ"),
        "removed": _("Đã xóa một công việc."),
        "undo": _("Hoàn tác"),
        "outside": _("Ngoài tuần"),
        "paste_nothing": _(
            "Chưa có gì trong ô. Hãy chép bảng trong Excel hoặc Word rồi dán vào ô."
        ),
        "paste_reading": _("Đang đọc bảng…"),
        "paste_line": _("Dòng"),
        "paste_text": _("Đã dán"),
        "paste_understood": _("Đã hiểu là"),
        "paste_unfinished": _("Thêm cả dòng này, để sửa tiếp trong lưới bên dưới"),
        "paste_add": _("Thêm %s việc vào lịch (nội bộ)"),
        "pasted": _("Đã thêm %s việc, đều là nội bộ."),
        "weekdays": _("Chủ nhật,Thứ hai,Thứ ba,Thứ tư,Thứ năm,Thứ sáu,Thứ bảy"),
    }
