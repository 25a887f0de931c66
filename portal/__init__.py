"""The portal. Celery's application is made here, so that `@shared_task` always finds it."""

from .celery import app as celery_app

__all__ = ["celery_app"]
