"""A leader lets somebody decide for him, and takes it back: the row, its mail and its entry in the log."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from units.moderation import notices
from units.moderation.models import Delegation
from units.organisation.audit_trail import log_unit_action


def begin(row: Delegation) -> None:
    """Save a checked delegation; its delegate is told."""
    row.save()
    notices.delegated(row)
    days = {"starts_on": row.starts_on.isoformat(), "ends_on": row.ends_on.isoformat()}
    log_unit_action("moderation.delegate", row.delegate, user=row.leader, unit=row.unit, **days)


def end(row: Delegation) -> None:
    """From today on the leader decides himself again; one that has not begun is as if it never was."""
    yesterday = timezone.localdate() - timedelta(days=1)
    if row.starts_on > yesterday:
        row.delete()
    else:
        row.ends_on = min(row.ends_on, yesterday)
        row.save(update_fields=["ends_on"])
    log_unit_action("moderation.delegate_end", row.delegate, user=row.leader, unit=row.unit)
