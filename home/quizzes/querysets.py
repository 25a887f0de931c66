"""Questions about quizzes, as sentences."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from portal.core.querysets import ShownQuerySet


class QuizPageQuerySet(ShownQuerySet):
    def newest_first(self) -> QuizPageQuerySet:
        return self.order_by("-closes_at", "-first_published_at", "-pk")


class QuizEntryQuerySet(QuerySet):
    def with_personal_data(self) -> QuizEntryQuerySet:
        return self.filter(personal_data_deleted_at=None)

    def winners(self) -> QuizEntryQuerySet:
        return self.exclude(prize="")


class QuizDraftQuerySet(QuerySet):
    def useless(self, moment: datetime, since: datetime) -> QuizDraftQuerySet:
        """Of contests that are over, and those that nobody has touched for long."""
        over = Q(page__closes_at__lt=moment, updated_at__lt=moment)
        return self.filter(over | Q(updated_at__lt=since))
