"""An id of another unit that somebody has sent: what he is told, and what the log says."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from units.organisation.audit_trail import record_refused_id
from units.scope.rows import Actor, memberships_of

FOREIGN_CHOICE = _("Lựa chọn này không thuộc đơn vị của bạn.")


def note_refused(user: Actor, model: type[Model], value: Any) -> None:
    """Write a refused id into the log, under the first of the person's own units."""
    if user is not None and user.is_authenticated:
        unit = next((m.unit for m in memberships_of(user)), None)
        record_refused_id(user, unit, model, value)  # type: ignore[arg-type]
