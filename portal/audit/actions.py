"""The table of actions that the portal's security log knows: action → (name in filters, sentence).

The entries themselves are Wagtail's. Other rooms register their own actions with Wagtail; those whose
first word is in `LISTED` appear in the report as well, and so does what is done on Wagtail's own screens
to accounts, groups and sites (`STOCK_MODELS`): whoever edits one there changes rights.
"""

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.users.events import Action

# Kept for `AUDIT_RETENTION_DAYS`; the others belong to the history of what they are about.
PREFIXES = ("security.", "units.")
LISTED = (*PREFIXES, "moderation.", "reception.")
STOCK_ACTIONS = ("wagtail.create", "wagtail.edit", "wagtail.delete")
# (app label, model name)
STOCK_MODELS = (("users", "user"), ("auth", "group"), ("wagtailcore", "site"))

FOREIGN_ID_REFUSED = "security.foreign_id"
PUBLICATION_REFUSED = "security.publication_refused"
LOG_EXPORTED = "security.log_exported"
LOG_PURGED = "security.log_purged"

# What can be tried again and again: the same of one person for one cause is one entry with a count.
REFUSALS = frozenset(
    {
        FOREIGN_ID_REFUSED, PUBLICATION_REFUSED, Action.SIGN_IN_FAILED, Action.LOCKED,
        Action.CODE_FAILED, Action.CODE_LOCKED, Action.PRIVATE_FAILED, Action.PRIVATE_LOCKED,
    }
)  # fmt: skip

ACTIONS: dict[str, tuple[StrOrPromise, StrOrPromise]] = {
    Action.SIGN_IN: (_("Đăng nhập"), _("Đã đăng nhập")),
    Action.SIGN_OUT: (_("Đăng xuất"), _("Đã đăng xuất")),
    Action.SIGN_IN_FAILED: (_("Đăng nhập sai"), _("Đăng nhập không thành công")),
    Action.LOCKED: (_("Khóa đăng nhập"), _("Tạm khóa đăng nhập vì sai quá nhiều lần")),
    Action.CODE_FAILED: (_("Sai mã xác thực"), _("Nhập sai mã xác thực")),
    Action.CODE_LOCKED: (_("Khóa mã xác thực"), _("Tạm khóa vì sai mã quá nhiều lần")),
    Action.FACTOR_ADDED: (_("Bật xác thực hai lớp"), _("Đã bật xác thực hai lớp")),
    Action.FACTOR_REMOVED: (_("Đổi thiết bị xác thực"), _("Đã gỡ thiết bị xác thực")),
    Action.FACTOR_RESET: (_("Đặt lại xác thực hai lớp"), _("Đặt lại xác thực hai lớp")),
    Action.CODES_RENEWED: (_("Tạo lại mã dự phòng"), _("Đã tạo lại mã dự phòng")),
    Action.RECOVERY_CODE_USED: (_("Dùng mã dự phòng"), _("Đăng nhập bằng mã dự phòng")),
    Action.PASSWORD_CHANGED: (_("Đổi mật khẩu"), _("Đã đổi mật khẩu")),
    Action.PASSWORD_RESET_ASKED: (_("Yêu cầu đặt lại mật khẩu"), _("Yêu cầu đặt lại mật khẩu")),
    Action.PASSWORD_RESET: (_("Đặt lại mật khẩu"), _("Đã đặt lại mật khẩu")),
    Action.MAIL_CHANGE_ASKED: (_("Yêu cầu đổi địa chỉ thư"), _("Yêu cầu đổi địa chỉ thư")),
    Action.MAIL_CHANGED: (_("Đổi địa chỉ thư"), _("Đã đổi địa chỉ thư")),
    Action.MAIL_CHANGE_UNDONE: (_("Hủy đổi địa chỉ thư"), _("Hủy việc đổi địa chỉ thư")),
    Action.NAME_CHANGED: (_("Đổi họ tên"), _("Đã đổi họ tên")),
    Action.SESSIONS_ENDED: (_("Đăng xuất mọi nơi"), _("Đã đăng xuất ở mọi nơi")),
    Action.SESSION_EXPIRED: (_("Hết phiên"), _("Phiên kết thúc vì không có thao tác hoặc quá dài")),
    Action.ACCOUNT_NOTICE: (_("Báo trước tạm ngừng"), _("Đã báo tài khoản lâu không dùng")),
    Action.ACCOUNT_DISABLED: (_("Tạm ngừng tài khoản"), _("Tài khoản lâu không dùng bị tạm ngừng")),
    Action.ACCOUNT_REACTIVATED: (_("Mở lại tài khoản"), _("Mở lại tài khoản")),
    Action.PRIVATE_FAILED: (
        _("Sai mật khẩu nội dung riêng"),
        _("Nhập sai mật khẩu của trang hoặc thư mục riêng"),
    ),
    Action.PRIVATE_LOCKED: (
        _("Khóa nội dung riêng"),
        _("Tạm khóa việc nhập mật khẩu của trang hoặc thư mục riêng"),
    ),
    Action.LIMITED: (_("Vượt giới hạn thao tác"), _("Tạm dừng vì thao tác quá nhiều lần")),
    Action.SUPERUSER_MADE: (_("Giao quyền quản trị hệ thống"), _("Giao quyền quản trị hệ thống")),
    Action.SUPERUSER_ENDED: (_("Thu quyền quản trị hệ thống"), _("Thu quyền quản trị hệ thống")),
    FOREIGN_ID_REFUSED: (_("Từ chối mã ngoài phạm vi"), _("Từ chối một mã ngoài phạm vi")),
    PUBLICATION_REFUSED: (
        _("Từ chối đăng bài"),
        _("Từ chối đăng bài chưa đủ hai bước duyệt"),
    ),
    LOG_EXPORTED: (_("Xuất nhật ký"), _("Đã xuất nhật ký an ninh")),
    LOG_PURGED: (_("Xóa nhật ký cũ"), _("Đã xóa nhật ký quá thời hạn lưu")),
}
