"""What an author sees on an item under review: that it is locked, and by whom."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock


class ReviewLock(WorkflowLock):
    """Closed to everybody but those who decide the step."""

    def _reviewers(self) -> str:
        names = ", ".join(str(user) for user in self.task.deciders(self.object))
        return names or str(_("chưa có người duyệt"))

    def get_message(self, user: Any) -> SafeString | None:
        if not self.for_user(user):
            return None
        return format_html(
            _("Bài đang khóa để duyệt ở bước <b>{step}</b>. Người duyệt: <b>{names}</b>."),
            step=self.task.name,
            names=self._reviewers(),
        )

    def get_locked_by(self, user: Any, can_lock: bool = False) -> str:
        return str(_("Đang duyệt")) if can_lock else str(_("Khóa để duyệt"))

    def get_description(self, user: Any, can_lock: bool = False) -> str:
        return str(_("Chỉ người duyệt mới sửa được bài: %s") % self._reviewers())
