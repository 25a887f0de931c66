"""Work of this room for Celery."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from home.quizzes.retention import delete_due


@shared_task(name="quizzes.delete_personal_data")
def delete_personal_data() -> None:
    """Each night: personal data whose time is over, and papers that nobody writes any more."""
    delete_due(timezone.now())
