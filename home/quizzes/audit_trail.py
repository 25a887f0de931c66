"""What this room writes into the log. Entries name codes of papers, never a person."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from home.quizzes.models import QuizPage
from portal.audit import log
from portal.users.models import User
from units.scope.rows import unit_of_object

EXPORTED = "quizzes.export"
ENTRY_DELETED = "quizzes.entry_delete"
PRIZE_SET = "quizzes.prize"
WINNERS_PUBLISHED = "quizzes.winners_publish"
WINNERS_WITHDRAWN = "quizzes.winners_withdraw"
KEY_CORRECTED = "quizzes.key_correct"
PERSONAL_DATA_DELETED = "quizzes.personal_data_delete"

# action → (name in filters, sentence in a history)
ACTIONS = {
    EXPORTED: (_("Xuất bài dự thi"), _("Đã xuất danh sách bài dự thi")),
    ENTRY_DELETED: (_("Xóa bài dự thi"), _("Đã xóa một bài dự thi theo yêu cầu")),
    PRIZE_SET: (_("Ghi giải thưởng"), _("Đã ghi giải thưởng cho một bài dự thi")),
    WINNERS_PUBLISHED: (_("Công bố giải"), _("Đã công bố người đạt giải")),
    WINNERS_WITHDRAWN: (_("Gỡ công bố giải"), _("Đã gỡ danh sách người đạt giải")),
    KEY_CORRECTED: (
        _("Sửa đáp án, chấm lại"),
        _("Đã sửa đáp án một câu hỏi và chấm lại các bài dự thi"),
    ),
    PERSONAL_DATA_DELETED: (
        _("Xóa thông tin cá nhân"),
        _("Đã xóa thông tin cá nhân của người dự thi khi hết hạn lưu"),
    ),
}


def register(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


def record(action: str, page: QuizPage, user: User | None = None, **data: Any) -> None:
    log.record(action, page, user=user, unit=unit_of_object(page), data=data)
