"""The laws that the sample's pages cite: real ones by their symbols, titles and dates; no text of a law.

A law with a successor lapsed on the day on which that took effect.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import ProtectedError

from home.laws.models import Amendment, Law
from home.laws.rules.symbols import identity, parse_symbol
from portal.demo.book import Say, note, noted
from portal.demo.content.reading import read_rows


@dataclass(frozen=True)
class LawSample:
    """`by`: symbol of what replaced it. `amended`: symbols of what changed parts of it."""

    kind: str
    title: str
    effective_on: date
    symbol: str = ""
    issued_on: date | None = None
    by: str = ""
    amended: tuple[str, ...] = ()
    issuer: str = "Quốc hội"
    partly_expires_on: date | None = None
    validity_note: str = ""


LAWS = read_rows("laws.toml", LawSample)


def load_laws() -> int:
    """Enter what is missing; a law that is there already stays as the board wrote it."""
    laws = {sample.symbol: _law(sample) for sample in LAWS}
    for sample in LAWS:
        law, is_new = laws[sample.symbol]
        if not is_new:
            continue
        if sample.by:
            law.replaced_by = laws[sample.by][0]
            law.save()
        for order, symbol in enumerate(sample.amended):
            Amendment.objects.create(law=law, by=laws[symbol][0], sort_order=order)
        note(law)
    return sum(is_new for _law_, is_new in laws.values())


def remove_laws(say: Say) -> None:
    """What real pages or real laws refer to stays, and so does what such a law refers to.

    A law goes before the one that replaced or amended it, so it takes several rounds.
    """
    waiting = list(noted(Law))
    while waiting:
        kept = [law for law in waiting if not _is_removed(law)]
        if len(kept) == len(waiting):
            break
        waiting = kept
    for law in waiting:
        say(f"Giữ lại “{law}”: đang được dùng ngoài dữ liệu mẫu.")


def _law(sample: LawSample) -> tuple[Law, bool]:
    symbol = parse_symbol(sample.symbol)
    inside = symbol.year if symbol and symbol.year else sample.effective_on.year
    year = sample.issued_on.year if sample.issued_on else inside
    key, issuer, _year = identity(sample.symbol, sample.issuer, year)
    values = asdict(sample)
    del values["by"], values["amended"]
    return Law.objects.get_or_create(symbol_key=key, issuer_key=issuer, year=year, defaults=values)


def _is_removed(law: Law) -> bool:
    try:
        with transaction.atomic():
            law.delete()
    except ProtectedError:
        return False
    return True
