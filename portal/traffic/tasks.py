"""Work of this room for Celery."""

from celery import shared_task

from portal.traffic import marks


@shared_task(name="traffic.forget_marks")
def forget_marks() -> None:
    """Each night, shortly after the salt has changed."""
    marks.forget_marks()
