"""What this room writes into the log: its actions, and the one place that writes them."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, log

from units.models import Unit

# action → (name in filters, sentence in a history)
ACTIONS = {
    "units.member_grant": (_("Giao vai trò"), _("Giao vai trò trong đơn vị")),
    "units.member_change": (_("Đổi vai trò"), _("Đổi vai trò hoặc thời hạn")),
    "units.member_revoke": (_("Thu hồi vai trò"), _("Thu hồi vai trò trong đơn vị")),
    "units.invite": (_("Mời thành viên"), _("Gửi lời mời tham gia đơn vị")),
    "units.invite_again": (_("Gửi lại lời mời"), _("Gửi lại lời mời tham gia đơn vị")),
    "units.invite_withdraw": (_("Rút lời mời"), _("Rút lại lời mời")),
    "units.invite_accept": (_("Chấp nhận lời mời"), _("Chấp nhận lời mời")),
    "units.provision": (_("Mở trang đơn vị"), _("Mở hoặc sửa lại trang đơn vị")),
    "units.close": (_("Ngừng hoạt động đơn vị"), _("Ngừng hoạt động đơn vị")),
    "units.reopen": (_("Mở lại đơn vị"), _("Mở lại đơn vị")),
    "units.foreign_id": (
        _("Từ chối mã của đơn vị khác"),
        _("Từ chối một lựa chọn không thuộc đơn vị của người dùng"),
    ),
}


def register(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


def record(
    action: str,
    instance: Model,
    user: AbstractBaseUser | None = None,
    unit: Unit | None = None,
    **data: Any,
) -> None:
    """Write one entry; `unit` is noted with it, so that a unit's own history can be told."""
    if unit is not None:
        data["unit"] = unit.pk
    log(instance=instance, action=action, user=user, data=data or None)
