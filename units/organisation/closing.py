"""Close a unit without deleting anything, and open it again.

Its pages stay readable with a banner; its members lose their rights with their next request, because a
membership of a closed unit is not in force. Only the board decides.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.users.models import User
from units.models import Unit
from units.organisation.audit_trail import record
from units.scope.rows import is_board


@transaction.atomic
def close(unit: Unit, actor: User) -> None:
    """Archive the unit from today on; without effect on one that is closed already."""
    _check(unit, actor)
    if unit.closed_on is None:
        _set_closed(unit, True)
        record("units.close", unit, user=actor, unit=unit)


@transaction.atomic
def reopen(unit: Unit, actor: User) -> None:
    """Members whose period still runs have their roles back at once."""
    _check(unit, actor)
    if unit.closed_on is not None:
        _set_closed(unit, False)
        record("units.reopen", unit, user=actor, unit=unit)


def _check(unit: Unit, actor: User) -> None:
    if not is_board(actor):
        raise PermissionDenied(_("Chỉ Ban Biên tập được đóng hoặc mở lại một đơn vị."))
    if unit.is_province:
        raise ValidationError(_("Không thể đóng đơn vị cấp tỉnh."))


def _set_closed(unit: Unit, closed: bool) -> None:
    unit.is_active = not closed
    unit.closed_on = timezone.localdate() if closed else None
    unit.save(update_fields=["is_active", "closed_on"])
