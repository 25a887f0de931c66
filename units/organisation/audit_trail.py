"""What this room writes into the log: its actions, and the one place that writes them."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from portal.audit import log
from portal.audit.actions import FOREIGN_ID_REFUSED
from portal.users.models import User
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
}


def register(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


def record(
    action: str,
    instance: Model,
    user: User | None = None,
    unit: Unit | None = None,
    **data: Any,
) -> None:
    """Write one entry; `unit` is noted with it, so that a unit's own history can be told."""
    log.record(action, instance, user=user, unit=unit, data=data)


def record_refused_id(user: User, unit: Unit | None, model: type[Model], value: object) -> None:
    """Somebody sent an id of a unit that is not his. What the row holds is not written down."""
    data = {"model": model._meta.label_lower, "value": str(value)[:60]}
    log.record(FOREIGN_ID_REFUSED, user, user=user, unit=unit, data=data)
