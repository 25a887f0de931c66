"""Laws by what is asked about them."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from home.laws.rules.symbols import symbol_key
from home.laws.rules.validity import Validity
from portal.core.text import words


class LawQuerySet(QuerySet):
    def with_replacement(self) -> LawQuerySet:
        """With what is needed to tell each law's validity without a further query."""
        return self.select_related("replaced_by")

    def _dated(self) -> LawQuerySet:
        return self.alias(_lapses=Coalesce(F("expires_on"), F("replaced_by__effective_on")))

    def lapsed_on(self, day: date) -> LawQuerySet:
        """Not in force any more on `day`."""
        return self._dated().filter(_lapses__lte=day)

    def in_force_on(self, day: date) -> LawQuerySet:
        """In force on `day`, wholly or in part."""
        return self._unlapsed_on(day).filter(effective_on__lte=day)

    def partly_lapsed_on(self, day: date) -> LawQuerySet:
        return self.in_force_on(day).filter(partly_expires_on__lte=day)

    def not_yet_in_force_on(self, day: date) -> LawQuerySet:
        return self._unlapsed_on(day).filter(effective_on__gt=day)

    def _unlapsed_on(self, day: date) -> LawQuerySet:
        return self._dated().filter(Q(_lapses=None) | Q(_lapses__gt=day))

    def having(self, validity: Validity, day: date) -> LawQuerySet:
        """In this state on `day`; the same rule as `home.laws.rules.validity`, in the database."""
        if validity is Validity.LAPSED:
            return self.lapsed_on(day)
        if validity is Validity.NOT_YET:
            return self.not_yet_in_force_on(day)
        if validity is Validity.PARTLY:
            return self.partly_lapsed_on(day)
        return self.in_force_on(day).filter(
            Q(partly_expires_on=None) | Q(partly_expires_on__gt=day)
        )

    def with_symbol(self, text: str) -> LawQuerySet:
        """Documents with this very symbol, however it is typed; there may be several."""
        return self.filter(symbol_key=symbol_key(text))

    def matching(self, text: str) -> LawQuerySet:
        """Each word of `text`, marks or not, is a part of symbol, title or issuer."""
        found = self
        for word in words(text)[:12]:
            found = found.filter(search_text__contains=word)
        return found

    def by_number(self) -> LawQuerySet:
        """Newest year first, in it 9 before 10."""
        return self.order_by("-year", "number", "suffix", "symbol_key", "pk")
