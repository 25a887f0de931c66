"""The words by which people agree, one for each purpose (Law 91/2025/QH15 on personal data)."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# The start of an editor's text: kept in the page's row, so it is plain text and no lazy translation.
DEFAULT_CONSENT = gettext_noop(
    "Tôi đồng ý để đơn vị tổ chức xử lý họ tên, đơn vị (trường học) và số điện thoại của tôi cho một mục "
    "đích: tổ chức cuộc thi này, gồm ghi nhận bài dự thi, xếp hạng, liên hệ và trao giải. Thông tin không "
    "được dùng vào việc khác. Tôi có thể yêu cầu xem, sửa hoặc xóa thông tin bằng cách liên hệ đơn vị tổ "
    "chức. Nếu chưa đủ 16 tuổi, tôi đã hỏi ý kiến cha, mẹ hoặc người giám hộ."
)


def wordings(purpose: str, days: int) -> dict[str, str]:
    """What stands beside the two boxes, as it is kept with each version of a quiz."""
    retention = _(
        "Thông tin cá nhân được xóa sau %(days)d ngày kể từ ngày cuộc thi kết thúc; câu trả lời không còn "
        "gắn với tên được giữ để thống kê."
    ) % {"days": days}
    return {
        "taking_part": f"{purpose.strip()} {retention}",
        "publication": _(
            "Tôi đồng ý công bố họ tên, đơn vị (trường học) và số điện thoại đã che bớt của tôi trên trang "
            "này nếu tôi đạt giải. Không đồng ý thì vẫn được dự thi và nhận giải."
        ),
    }
