"""The laws that items cite: how they stand today, and those that a text names but the list does not."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

from home.laws.models import Law
from home.laws.rules.citations import THIS, Reference
from home.laws.rules.validity import Validity
from home.laws.services import laws_cited_in
from home.laws.wording import VALIDITY_LABELS
from home.legal_education.rules.forms import RICH_FIELDS
from portal.core.blocks import body_text
from portal.core.text import format_date, strip_html

if TYPE_CHECKING:
    from home.legal_education.models import LegalEducationPage

MOST_SUGGESTIONS = 12


@dataclass(frozen=True)
class ShownLaw:
    """One cited law as the page shows it on one day."""

    text: str
    validity: Validity
    label: StrOrPromise
    note: str
    source_url: str
    lapsed_on: date | None
    replaced_by: str

    @property
    def is_lapsed(self) -> bool:
        return self.validity is Validity.LAPSED

    @property
    def is_warned_of(self) -> bool:
        return self.validity is not Validity.IN_FORCE


def references_of(page: LegalEducationPage) -> list[Any]:
    """The page's references with their laws and what replaces them: two queries, in a preview too."""
    rows = list(page.law_references.all())
    laws = Law.objects.with_replacement().in_bulk({row.law_id for row in rows if row.law_id})
    for row in rows:
        row.law = laws.get(row.law_id)
    return [row for row in rows if row.law is not None]


def shown_of(page: LegalEducationPage, today: date) -> list[ShownLaw]:
    return [_shown(row, today) for row in references_of(page)]


def _shown(row: Any, today: date) -> ShownLaw:
    law = row.law
    validity = law.validity_on(today)
    return ShownLaw(
        text=row.text,
        validity=validity,
        label=VALIDITY_LABELS[validity],
        note=row.note or law.validity_note,
        source_url=law.source_url,
        lapsed_on=law.lapses_on if validity is Validity.LAPSED else None,
        replaced_by=law.replaced_by.full_name if law.replaced_by else "",
    )


@dataclass(frozen=True)
class Suggestion:
    """A law that the text cites; `key` is what the form sends back."""

    law_id: int
    law_name: str
    validity: StrOrPromise
    article: str = ""
    clause: str = ""
    point: str = ""

    @property
    def key(self) -> str:
        return ":".join((str(self.law_id), self.article, self.clause, self.point))

    @property
    def label(self) -> str:
        steps = (("điểm", self.point), ("khoản", self.clause), ("Điều", self.article))
        place = " ".join(f"{word} {value}" for word, value in steps if value)
        return _("%(cited)s – %(validity)s") % {
            "cited": f"{place} {self.law_name}".strip(),
            "validity": self.validity,
        }


def text_of(page: LegalEducationPage) -> str:
    """Everything that the page says, for finding citations; parts that its form hides are left out."""
    asked = page.asked
    parts = [page.lead, *(strip_html(getattr(page, name)) for name in RICH_FIELDS if name in asked)]
    if "body" in asked:
        parts.append(body_text(page.body))
    if "panels" in asked:
        parts.append(body_text(page.panels))
    return "\n".join(part for part in parts if part)


def take(page: LegalEducationPage, offered: Iterable[Suggestion], keys: Collection[str]) -> None:
    """Add the ticked suggestions to the page in memory; one that it has already stays one."""
    references = page.law_references
    known = {_key_of(row) for row in references.all()}
    for row in offered:
        if row.key in keys and row.key not in known:
            references.add(
                references.model(
                    law_id=row.law_id, article=row.article, clause=row.clause, point=row.point
                )
            )


def _key_of(row: Any) -> str:
    return ":".join((str(row.law_id), row.article, row.clause, row.point))


def lapsed_sentence(law: Law) -> str:
    """ "Nghị định số 42/2022/NĐ-CP hết hiệu lực từ ngày 1/7/2026, được thay thế bởi …" """
    values = {"law": law.full_name, "day": format_date(law.lapses_on) if law.lapses_on else "…"}
    sentence = _("%(law)s hết hiệu lực từ ngày %(day)s") % values
    if law.replaced_by is None:
        return sentence
    return _("%(sentence)s, được thay thế bởi %(other)s") % {
        "sentence": sentence,
        "other": law.replaced_by.full_name,
    }


def suggestions_for(page: LegalEducationPage, *, listed_too: bool = False) -> list[Suggestion]:
    """What the text cites of the laws we know and the list of references does not have, in its order.

    Two queries and a few; a place that the text only counts up ("khoản 1, 2 và 4 Điều 9") is one each.
    """
    known = set() if listed_too else {_key_of(row) for row in page.law_references.all()}
    found: dict[str, Suggestion] = {}
    for cited in laws_cited_in(text_of(page)):
        for reference, law in cited.references:
            if law is None:
                continue
            row = _suggestion(reference, law)
            if row.key not in known:
                found.setdefault(row.key, row)
    return list(found.values())[:MOST_SUGGESTIONS]


def _suggestion(reference: Reference, law: Law) -> Suggestion:
    """ "khoản này" names no place that a list could hold: the law alone is offered then."""
    places = (reference.article, reference.clause, reference.point)
    article, clause, point = ("", "", "") if THIS in places else places
    return Suggestion(law.pk, law.full_name, law.validity_label, article, clause, point)
