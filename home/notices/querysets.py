"""Questions about notices, as sentences. A day ends at midnight in Vietnam."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from portal.core.querysets import ShownQuerySet

if TYPE_CHECKING:
    from units.models import Unit


class NoticePageQuerySet(ShownQuerySet):
    def of_unit(self, unit: Unit) -> NoticePageQuerySet:
        if unit.home_page is None:
            return self.none()
        return self.filter(path__startswith=unit.home_page.path)

    def directly_of(self, unit: Unit) -> NoticePageQuerySet:
        """The unit's own notices, not those of units whose pages stand below its tree."""
        if unit.home_page is None:
            return self.none()
        return self.of_unit(unit).filter(depth=unit.home_page.depth + 2)

    def current_on(self, day: date) -> NoticePageQuerySet:
        """In force on that day; both ends count."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def newest_first(self) -> NoticePageQuerySet:
        return self.order_by("-starts_on", "-pk")

    def important_first(self) -> NoticePageQuerySet:
        return self.order_by("-is_important", "-starts_on", "-pk")
