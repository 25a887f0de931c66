"""Celery's application and what beat runs when.

Start with `celery -A portal worker` and `celery -A portal beat`. Without a broker (`REDIS_URL`
unset) every task runs at once in the process that asked for it, and neither is needed.
"""

import logging.config
import os
from typing import Any

from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    # A run that waited longer than its minute is of no use: the next one does its work too.
    "publish-scheduled": {
        "task": "portal.publish_scheduled",
        "schedule": crontab(),
        "options": {"expires": 55},
    },
    "repair": {
        "task": "portal.repair",
        "schedule": crontab(hour="2", minute="30"),
        "options": {"expires": 6 * 3600},
    },
    "unused-accounts": {
        "task": "portal.disable_unused_accounts",
        "schedule": crontab(hour="3", minute="15"),
        "options": {"expires": 6 * 3600},
    },
    # After the laws of the day have lapsed at midnight, before people start work.
    "legal-education-due": {
        "task": "legal_education.tell_due",
        "schedule": crontab(hour="6", minute="0"),
        "options": {"expires": 6 * 3600},
    },
    # Every day: personal data of contests whose time is over.
    "quiz-personal-data": {
        "task": "quizzes.delete_personal_data",
        "schedule": crontab(hour="3", minute="30"),
        "options": {"expires": 6 * 3600},
    },
    "law-validity": {
        "task": "laws.watch_validity",
        "schedule": crontab(hour="0", minute="10"),
        "options": {"expires": 12 * 3600},
    },
    "traffic-marks": {
        "task": "traffic.forget_marks",
        "schedule": crontab(hour="0", minute="20"),
        "options": {"expires": 12 * 3600},
    },
    "review-deadlines": {
        "task": "moderation.watch_deadlines",
        "schedule": crontab(minute="*/10"),
        "options": {"expires": 590},
    },
    "review-digests": {
        "task": "moderation.send_digests",
        "schedule": crontab(hour="17", minute="0"),
        "options": {"expires": 6 * 3600},
    },
}


@setup_logging.connect
def use_django_logging(**_kwargs: Any) -> None:
    """Worker and beat write the same lines as the web process, instead of Celery's own format."""
    logging.config.dictConfig(settings.LOGGING)
