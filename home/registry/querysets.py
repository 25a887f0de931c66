"""Questions about documents, as sentences. Status is derived for a day and stored nowhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Least
from wagtail.models import Page, Revision

from home.laws.rules.validity import Validity
from home.registry.wording import DocumentType, RelationKind, type_named
from portal.core.querysets import ShownQuerySet, is_restricted
from portal.core.text import fold

if TYPE_CHECKING:
    from home.registry.models import OfficialDocumentPage
    from units.models import Unit

MAX_WORDS = 12


class RelationQuerySet(QuerySet):
    def public(self) -> RelationQuerySet:
        """Relations that a published page states which anybody may read."""
        return self.filter(page__live=True).exclude(is_restricted("page__"))


class DocumentQuerySet(ShownQuerySet):
    def of_site(self, unit: Unit | None) -> DocumentQuerySet:
        """What the register of this site lists: a unit's own; of the province, every unit's."""
        if unit is None or unit.home_page is None:
            return self.none()
        return self.filter(path__startswith=unit.home_page.path)

    def own_of(self, unit: Unit, others: list[Unit]) -> DocumentQuerySet:
        """The unit's own, without those of units whose trees stand inside its own."""
        found = self.of_site(unit)
        own = unit.home_page.path if unit.home_page else ""
        for other in others:
            home = other.home_page
            if home is not None and home.path.startswith(own) and home.path != own:
                found = found.exclude(path__startswith=home.path)
        return found

    def matching(self, typed: str) -> DocumentQuerySet:
        """Every word begins a word of symbol, summary or signer; or all of it is a part of a symbol.

        Marks and dashes do not matter: "173", "QĐ-VKS", "qd vks", "qdvks".
        """
        kind, words = _kind_and_rest(fold(typed).split()[:MAX_WORDS])
        if not words:
            return self.none()
        by_words = Q()
        for word in dict.fromkeys(words):
            by_words &= _begins_word(word)
        together = "".join(words)
        if not together.isdigit():
            by_words |= Q(symbol_together__contains=together)
        found = self.filter(by_words)
        return found.filter(document_type=kind) if kind else found

    def with_term(self) -> DocumentQuerySet:
        """With `lapses_on`, the first day without force, for which nothing is asked again."""
        return self.annotate(lapses_on=self._lapses_on())

    def having(self, validity: Validity, day: date) -> DocumentQuerySet:
        """In this state on `day`: the rule of `home.laws.rules.validity`, in the database."""
        dated = self.alias(_lapses=self._lapses_on(), _effective=_effective())
        if validity is Validity.LAPSED:
            return dated.filter(_lapses__lte=day)
        unlapsed = dated.filter(Q(_lapses=None) | Q(_lapses__gt=day))
        if validity is Validity.NOT_YET:
            return unlapsed.filter(_effective__gt=day)
        return unlapsed.filter(_effective__lte=day)

    def newest_first(self) -> DocumentQuerySet:
        return self.order_by("-issued_on", "-number", "-suffix", "-pk")

    def oldest_first(self) -> DocumentQuerySet:
        return self.order_by("issued_on", "number", "suffix", "pk")

    def by_number(self) -> DocumentQuerySet:
        """9 before 10, 12 before 12a; of one number the newest first."""
        return self.order_by("number", "suffix", "-issued_on", "pk")

    def by_number_down(self) -> DocumentQuerySet:
        return self.order_by("-number", "-suffix", "-issued_on", "pk")

    def with_parts(self) -> DocumentQuerySet:
        """With what a list or an export shows of each; three queries, however many rows."""
        return self.select_related("field").prefetch_related("files__document")

    def with_key(self, key: tuple[str, str, int]) -> DocumentQuerySet:
        """This very document: by symbol, issuer and year."""
        symbol_key, issuer_key, year = key
        return self.filter(symbol_key=symbol_key, issuer_key=issuer_key, year=year)

    def twin_in(
        self, index: Page, key: tuple[str, str, int], but: int | None = None
    ) -> tuple[OfficialDocumentPage, bool] | None:
        """Another document of the register that is this very one, and whether it is a draft."""
        own = self.child_of(index).exclude(pk=but)
        found = own.with_key(key).first()
        if found is not None:
            return found, not found.live
        changed = own.filter(has_unpublished_changes=True, latest_revision__isnull=False)
        symbol_key, issuer_key, year = key
        drafts = Revision.objects.filter(
            pk__in=changed.values("latest_revision"),
            content__symbol_key=symbol_key,
            content__issuer_key=issuer_key,
            content__year=year,
        )
        draft = drafts.first()
        return (draft.as_object(), True) if draft else None

    def _lapses_on(self) -> Coalesce:
        """The day that the document names itself, else the day on which what replaces it takes effect."""
        relations = self.model.relations.rel.related_model.objects.public()
        told_there = relations.filter(kind=RelationKind.REPLACES, target=OuterRef("pk"))
        told_here = relations.filter(
            kind=RelationKind.REPLACED_BY, page=OuterRef("pk"), target__live=True
        ).exclude(is_restricted("target__"))
        there = Subquery(_earliest(told_there, "page__"))
        here = Subquery(_earliest(told_here, "target__"))
        # PostgreSQL's least of a day and nothing is the day, SQLite's is nothing.
        return Coalesce(F("expires_on"), Least(there, here), there, here)


def _kind_and_rest(words: list[str]) -> tuple[DocumentType | None, list[str]]:
    """ "Quyết định số 173/QĐ-VKS", as documents are called: the type, and what to look for."""
    for place, word in enumerate(words[:-1]):
        if word == "so" and words[place + 1][0].isdigit():
            kind = type_named(" ".join(words[:place]))
            if kind or not place:
                return kind, words[place + 1 :]
    return None, words


def _begins_word(word: str) -> Q:
    """A number below ten stands with a nought in front: 5 is written 05/CT-VKSTC."""
    found = Q(search_text__contains=f" {word}")
    if len(word) == 1 and word.isdigit():
        found |= Q(search_text__contains=f" 0{word}")
    return found


def _effective(prefix: str = "") -> Coalesce:
    return Coalesce(F(f"{prefix}effective_on"), F(f"{prefix}issued_on"))


def _earliest(relations: RelationQuerySet, prefix: str) -> QuerySet:
    return relations.annotate(day=_effective(prefix)).order_by("day").values("day")[:1]
