"""Write the ledger and its twin in Wagtail's log; and build the ledger again from that log."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.log_actions import LogActionRegistry, log
from wagtail.models import Page, PageLogEntry, Revision

from portal.users.models import User
from units.models import Unit
from units.moderation.models.ledger import Decision, LedgerEntry

PREFIX = "moderation."
_COPIED = [
    field.name for field in LedgerEntry._meta.concrete_fields if field.name not in ("id", "at")
]


def register_actions(actions: LogActionRegistry) -> None:
    for decision in Decision:
        actions.register_action(f"{PREFIX}{decision.value}", decision.label, decision.label)


def digest_of(revision: Revision | None) -> str:
    """A mark of a revision's content: what was approved must be what is published."""
    if revision is None:
        return ""
    text = json.dumps(revision.content, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def record_decision(
    decision: Decision,
    page: Page,
    *,
    unit: Unit | None,
    actor: User | None,
    revision: Revision | None = None,
    on_behalf_of: User | None = None,
    at: datetime | None = None,
    **values: Any,
) -> LedgerEntry:
    """Add a row and its twin in the log, both or neither."""
    author = User.objects.filter(pk=page.owner_id).first() if page.owner_id else None
    entry = LedgerEntry(
        at=at or timezone.now(),
        decision=decision,
        **_about_item(page, revision),
        unit_id=unit.pk if unit else None,
        unit_name=unit.name if unit else "",
        **_about_person("author", author),
        **_about_person("actor", actor),
        **_about_person("on_behalf", on_behalf_of),
        **values,
    )
    entry.save()
    _log(entry, page, actor, revision)
    return entry


def _about_item(page: Page, revision: Revision | None) -> dict[str, Any]:
    """The item as the revision has it, or as it is public when there is none."""
    model = page.specific_class
    return {
        "page_id": page.pk,
        "page_title": (revision.content.get("title") if revision else "") or page.title,
        "page_type": str(model.get_verbose_name()) if model else "",
        "topics": topics_of(page, revision),
        "revision_id": revision.pk if revision else None,
        "digest": digest_of(revision),
    }


def _about_person(part: str, person: User | None) -> dict[str, Any]:
    """Who had the part: {"actor_id": 7, "actor_name": "Nguyễn Văn An"}."""
    return {
        f"{part}_id": person.pk if person else None,
        f"{part}_name": str(person) if person else "",
    }


def topics_of(page: Page, revision: Revision | None) -> list[str]:
    """Names of the item's topics; from its class alone, because topics are another room's noun."""
    model = page.specific_class
    if model is None or not any(field.name == "topics" for field in model._meta.get_fields()):
        return []
    ids = revision.content.get("topics", []) if revision else []
    topics = model._meta.get_field("topics").related_model.objects
    found = topics.filter(pk__in=ids) if ids else topics.none()
    return [str(topic) for topic in found]


def _log(entry: LedgerEntry, page: Page, actor: User | None, revision: Revision | None) -> None:
    data = {name: getattr(entry, name) for name in _COPIED}
    log(
        instance=page,
        action=f"{PREFIX}{entry.decision}",
        user=actor,
        revision=revision,
        timestamp=entry.at,
        data={"ledger": {**data, "at": entry.at.isoformat()}},
    )


def derive(entries: Iterable[PageLogEntry] | None = None) -> list[LedgerEntry]:
    """The ledger as Wagtail's log tells it, in unsaved rows, oldest first."""
    if entries is None:
        entries = PageLogEntry.objects.filter(action__startswith=PREFIX).order_by("timestamp", "pk")
    rows = []
    for entry in entries:
        values = dict(entry.data["ledger"])
        values["at"] = parse_datetime(values["at"])
        rows.append(LedgerEntry(**values))
    return rows
