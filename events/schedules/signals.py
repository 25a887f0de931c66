"""Publishing a week keeps a version of it, if its entries are others than in the last one."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.signals import page_published

from events.schedules.models import ScheduleVersion, WorkSchedulePage


def connect() -> None:
    page_published.connect(
        keep_version, sender=WorkSchedulePage, dispatch_uid="schedules_keep_version"
    )


@transaction.atomic
def keep_version(sender: Any, instance: WorkSchedulePage, **_kwargs: Any) -> None:
    """A corrected number or signer is no amendment: it is written over the last version."""
    # The row, locked: two publications at once would both be the next version.
    list(WorkSchedulePage.objects.select_for_update().filter(pk=instance.pk).values_list("pk"))
    last = ScheduleVersion.objects.filter(page=instance.pk).order_by("number").last()
    content = instance.snapshot()
    if last is not None and last.content.get("entries") == content["entries"]:
        last.content = content
        last.save(update_fields=["content"])
        return
    ScheduleVersion.objects.create(
        page=instance,
        number=0 if last is None else last.number + 1,
        published_at=timezone.now(),
        content=content,
    )
