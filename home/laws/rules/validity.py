"""Whether a document is in force on a day: derived from its dates, stored nowhere.

Law 64/2025/QH15 on the promulgation of legal documents (before it 80/2015/QH13, Điều 151–154): a document
takes effect on a day that it names itself, and ceases when its time is up, or when it is replaced or
abolished. "Hết hiệu lực từ ngày 1/7/2026" means that 1/7/2026 is the first day without force.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Validity(StrEnum):
    """A document's state on one day. `home.laws.wording` has the words for people."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    PARTLY = "partly"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class Term:
    """The dates from which the state follows; a missing one never comes.

    `effective`: first day in force (None: in force from its issue, whenever that was). `expires`: first
    day without force. `replaced`: the day on which what replaces it takes effect; it counts where
    `expires` is not given. `partly_expires`: first day on which a part of it is without force.
    """

    effective: date | None = None
    expires: date | None = None
    replaced: date | None = None
    partly_expires: date | None = None

    @property
    def lapses(self) -> date | None:
        """First day on which nothing of the document is in force any more."""
        return self.expires or self.replaced


def validity_on(day: date, term: Term) -> Validity:
    """The state on `day`. What lapsed before it took effect never was in force: it is lapsed."""
    if term.lapses is not None and term.lapses <= day:
        return Validity.LAPSED
    if term.effective is not None and day < term.effective:
        return Validity.NOT_YET
    if term.partly_expires is not None and term.partly_expires <= day:
        return Validity.PARTLY
    return Validity.IN_FORCE
