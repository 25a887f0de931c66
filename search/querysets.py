"""Questions to the index, as sentences. Plain substring search, so that every database agrees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When

from portal.core.querysets import is_restricted
from search.kinds import ResultKind
from search.terms import SearchTerms, Word
from units.frame.frames import Units
from units.models import Unit


class IndexEntryQuerySet(models.QuerySet):
    def public(self) -> IndexEntryQuerySet:
        """What anyone may read at this moment; the index itself is not trusted with that."""
        return self.filter(page__live=True).exclude(is_restricted("page__"))

    def below(self, url_paths: Iterable[str]) -> IndexEntryQuerySet:
        """Pages of the given sites' trees: others have no address."""
        outermost: list[str] = []
        for path in sorted(url_paths, key=len):
            if not path.startswith(tuple(outermost)):
                outermost.append(path)
        inside = Q(pk__in=[])
        for path in outermost:
            inside |= Q(page__url_path__startswith=path)
        return self.filter(inside)

    def of_unit(self, unit: Unit, units: Units) -> IndexEntryQuerySet:
        """The unit's own pages, without those of units whose trees stand inside its own."""
        if unit.home_page is None:
            return self.none()
        own = unit.home_page.path
        found = self.filter(page__path__startswith=own)
        for other in units.known:
            home = other.home_page
            if home is not None and home.path.startswith(own) and home.path != own:
                found = found.exclude(page__path__startswith=home.path)
        return found

    def of_kind(self, kind: ResultKind) -> IndexEntryQuerySet:
        return self.filter(kind=kind.key)

    def matching(self, terms: SearchTerms) -> IndexEntryQuerySet:
        """Every word begins some word of the title or of the body; marks do not matter."""
        if not terms:
            return self.none()
        found = self
        for folded in dict.fromkeys(word.folded for word in terms.words):
            found = found.filter(_somewhere(f" {folded}"))
        return found

    def best_first(self, terms: SearchTerms) -> IndexEntryQuerySet:
        """By relevance, then newest, then by number: the same order on every database."""
        tiers = _tiers(terms)
        cases = [When(tier, then=Value(len(tiers) - place)) for place, tier in enumerate(tiers)]
        rank = Case(*cases, default=Value(0), output_field=IntegerField())
        return self.annotate(rank=rank).order_by(
            "-rank", F("published_at").desc(nulls_last=True), "-pk"
        )


def _has(column: str, text: str) -> Q:
    return Q(**{f"{column}__contains": text})


def _somewhere(folded: str) -> Q:
    return _has("title_folded", folded) | _has("body_folded", folded)


def _every(conditions: Iterable[Q]) -> Q:
    result = Q()
    for condition in conditions:
        result &= condition
    return result


def _tiers(terms: SearchTerms) -> Sequence[Q]:
    """Conditions from the most relevant on; an entry stands in the first that it meets.

    Whoever types marks means them: "tố" puts a text with "tố" above a title with "to". Whoever types
    none leaves them open, so titles come first, and "to" itself only leads among equals.
    """
    if not terms:
        return []
    exact_title = [_phrase("title_marks", terms.marked_phrase), _exact_words_in_title(terms)]
    title = [_phrase("title_folded", terms.folded_phrase), _whole_words_in_title(terms)]
    beginnings = _every(_has("title_folded", f" {word.folded}") for word in terms.distinct)
    exact_body = _phrase("body_marks", terms.marked_phrase)
    body = [
        _phrase("body_folded", terms.folded_phrase),
        _every(_somewhere(f" {word.folded} ") for word in terms.distinct),
    ]
    if terms.has_marks:
        exact = [*exact_title, exact_body, _exact_words_anywhere(terms)]
        return [*exact, *title, beginnings, *body]
    interleaved = [exact_title[0], title[0], exact_title[1], title[1]]
    return [*interleaved, beginnings, exact_body, *body]


def _phrase(column: str, phrase: str) -> Q:
    return _has(column, f" {phrase} ")


def _whole_words_in_title(terms: SearchTerms) -> Q:
    return _every(_has("title_folded", f" {word.folded} ") for word in terms.distinct)


def _exact_words_in_title(terms: SearchTerms) -> Q:
    """Half a question may be typed without marks ("tố giac"): then only the other half is exact."""
    if not terms.has_marks:
        return _every(_has("title_marks", f" {word.marked} ") for word in terms.distinct)
    exact = _every(_has("title_marks", f" {word.marked} ") for word in _marked(terms))
    return exact & _whole_words_in_title(terms)


def _exact_words_anywhere(terms: SearchTerms) -> Q:
    return _every(
        _has("title_marks", f" {word.marked} ") | _has("body_marks", f" {word.marked} ")
        for word in _marked(terms)
    )


def _marked(terms: SearchTerms) -> list[Word]:
    return [word for word in terms.distinct if word.has_marks]
