"""How the reviews tell a moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.text import format_date, format_time


def in_words(moment: datetime) -> str:
    """A deadline as people read it: "15:00 21/11/2026", and "hết ngày 20/11/2026" for the midnight after
    that day, which would be taken for the day that begins with it."""
    local = timezone.localtime(moment)
    if (local.hour, local.minute) == (0, 0):
        return _("hết ngày %s") % format_date(local - timedelta(days=1))
    return f"{format_time(local)} {format_date(local)}"
