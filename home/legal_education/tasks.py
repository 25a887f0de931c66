"""Work of this room for Celery."""

from celery import shared_task

from home.legal_education.telling import tell_due


@shared_task(name="legal_education.tell_due")
def tell_due_pages() -> None:
    """Each morning: who answers for an item is told when a law that it cites has lapsed."""
    tell_due()
