"""What was refused, in the log: the same of one person for one cause is one entry with a count.

Otherwise whoever tries long enough buries everything else. When much is refused within an hour the board
gets one mail.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model, Sum
from django.http import HttpRequest
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from portal.audit.actions import ACTIONS
from portal.audit.log import current_request, log_action, origin
from portal.audit.models import RefusalCount
from portal.core.mails import admin_link, put_into_outbox
from portal.users import limits
from portal.users.client import client_network
from portal.users.models import User

# An entry counts for an hour from its first refusal; then another one begins.
WINDOW = timedelta(hours=1)
# Of all people and causes together within an hour: one a minute is no mistyped password any more.
WORTH_A_MAIL = 60
# Of what differs between the refusals (ids, names, addresses) an entry keeps so many.
KEPT_VALUES = 20
MORE = "…"
MAIL_KIND = "refusals"


def log_refusal(
    action: str,
    instance: Model | None = None,
    *,
    cause: str = "",
    user: User | None = None,
    unit: Model | None = None,
    data: dict[str, Any] | None = None,
    request: HttpRequest | None = None,
) -> int:
    """Log that somebody was refused; return which time it was within the hour.

    "The same" is: the action, the account it was about, who did it (for nobody's account the network the
    request came from), and `cause`.
    """
    now = timezone.now()
    who = str(user.pk) if user else client_network(request or current_request.get())
    about = f"{instance._meta.label_lower}:{instance.pk}" if instance is not None else ""
    with transaction.atomic():
        row, _created = RefusalCount.objects.select_for_update().get_or_create(
            key=_key(action, about, who, cause), defaults={"action": action, "since": now}
        )
        if row.since <= now - WINDOW:
            row.since, row.count, row.entry_id = now, 0, None
        row.count += 1
        if row.count == 1 or not _counted(row, {**(data or {}), **origin(request)}, now):
            entry = log_action(action, instance, user=user, unit=unit, data=data, request=request)
            row.entry_id = entry.pk if entry else None
        row.save()
    transaction.on_commit(partial(_warn, now))
    return row.count


def _key(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()


def _counted(row: RefusalCount, data: dict[str, Any], now: datetime) -> bool:
    """Count once more in the entry; False when it is no longer there. The row is locked by the caller."""
    entry = ModelLogEntry.objects.filter(pk=row.entry_id).first()
    if entry is None:
        return False
    kept = {key: _joined(entry.data.get(key), value) for key, value in data.items()}
    counted = {**entry.data, **kept, "count": row.count, "last": now.isoformat()}
    # Around `save`, which would check and date the entry anew.
    ModelLogEntry.objects.filter(pk=entry.pk).update(data=counted)
    return True


def _joined(before: Any, value: Any) -> Any:
    """What it was before and now, each once; what is no text stays as it was first."""
    if not isinstance(before, str) or not isinstance(value, str):
        return value if before is None else before
    known = before.split("; ")
    if value in known or known[-1] == MORE:
        return before
    return "; ".join([*known, value if len(known) < KEPT_VALUES else MORE])


def _warn(now: datetime) -> None:
    """Tell the board once in an hour, when it was too much in the last one."""
    recent = RefusalCount.objects.filter(since__gt=now - WINDOW)
    by_action = list(recent.values_list("action").annotate(Sum("count")).order_by("-count__sum"))
    total = sum(count for _action, count in by_action)
    if total < WORTH_A_MAIL:
        return
    if limits.take(MAIL_KIND, "", 1, int(WINDOW.total_seconds())) < 0:
        return
    people = import_string(settings.PORTAL_SECURITY_WATCH)()
    lines = [
        _("Trong một giờ qua, hệ thống đã từ chối %(total)d lần:") % {"total": total},
        *(f"– {ACTIONS[action][0]}: {count}" for action, count in by_action),
        _(
            "Nhật ký an ninh cho biết ai, từ đâu và vì sao. Nếu không phải việc của cán bộ mình, hãy báo "
            "quản trị hệ thống. Trong một giờ tới không có thư nào nữa về việc này."
        ),
    ]
    subject = _("Nhiều lần bị từ chối trong một giờ")
    put_into_outbox(people, MAIL_KIND, subject, lines, admin_link("security_log"))


def forget_old() -> None:
    """Remove counts whose hour is long over; their entries stay."""
    RefusalCount.objects.filter(since__lt=timezone.now() - 2 * WINDOW).delete()
