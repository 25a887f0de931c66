"""Personal data goes when its time is over; marks and answers stay, without a name, for the statistics."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from home.quizzes import audit_trail
from home.quizzes.models import QuizDraft, QuizEntry, QuizPage, QuizVersion
from home.quizzes.rules.periods import delete_at

# A paper that nobody has touched for so long is not being written any more.
DRAFT_DAYS = 60


def delete_due(moment: datetime) -> int:
    """Delete what is due at the moment; the number of papers that lost their names."""
    since = moment - timedelta(days=DRAFT_DAYS)
    QuizDraft.objects.useless(moment, since).delete()
    done = 0
    for page in QuizPage.objects.filter(mode=QuizPage.Mode.CONTEST, closes_at__lt=moment):
        done += _delete_of(page, moment)
    return done


@transaction.atomic
def _delete_of(page: QuizPage, moment: datetime) -> int:
    """Each paper by the days that its own version of the consent promised."""
    closes_at = page.closes_at
    if closes_at is None:
        return 0
    due = [
        version.pk
        for version in QuizVersion.objects.filter(page=page).defer("content")
        if delete_at(closes_at, version.retention_days) <= moment
    ]
    rows = QuizEntry.objects.with_personal_data().filter(page=page, version__in=due)
    number = rows.update(
        name="",
        organisation="",
        telephone="",
        phone_key=None,
        personal_data_deleted_at=moment,
    )
    if number:
        audit_trail.log_quiz_action(audit_trail.PERSONAL_DATA_DELETED, page, deleted=number)
    return number
