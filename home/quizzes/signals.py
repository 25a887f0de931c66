"""Publishing a quiz keeps a version of it, if its questions or its words of consent are others."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.signals import page_published

from home.quizzes.models import QuizPage, QuizVersion


def connect() -> None:
    page_published.connect(keep_version, sender=QuizPage, dispatch_uid="quizzes_keep_version")


@transaction.atomic
def keep_version(sender: Any, instance: QuizPage, **_kwargs: Any) -> None:
    # The row, locked: two publications at once would both be the next version.
    QuizPage.objects.lock(instance.pk)
    last = QuizVersion.objects.filter(page=instance.pk).order_by("number").last()
    content = instance.snapshot()
    if (
        last is not None
        and last.content == content
        and last.retention_days == instance.retention_days
    ):
        return
    QuizVersion.objects.create(
        page=instance,
        number=1 if last is None else last.number + 1,
        published_at=timezone.now(),
        content=content,
        retention_days=instance.retention_days,
    )
