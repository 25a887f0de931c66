"""Which items have to be read again, and why; asked live, so it is true on the very day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from home.laws.models import Law
from home.legal_education.citations import lapsed_sentence
from home.legal_education.models import CitedLaw, LegalEducationPage, PageReview
from portal.audit import log
from portal.core.text import format_date
from portal.users.models import User
from units.models import Role, Unit
from units.scope.actors import is_board, units_of_user

ACTION = "legal_education.reviewed"


@dataclass(frozen=True)
class Reason:
    """`key` names the reason for good: a law that lapses anew on another day is another reason."""

    key: str
    text: str


@dataclass
class Due:
    """A published page and why it is to be read again."""

    page: LegalEducationPage
    reasons: list[Reason] = field(default_factory=list)

    @property
    def keys(self) -> set[str]:
        return {reason.key for reason in self.reasons}


def due_among(pages: QuerySet[LegalEducationPage], today: date) -> list[Due]:
    """Those of the published pages that are due, the longest published first: four queries in all."""
    lapsed = {law.pk: law for law in Law.objects.with_replacement().lapsed_on(today)}
    cited = _cited(lapsed)
    rows = list(
        pages.filter(live=True, alias_of=None)
        .filter(Q(pk__in=list(cited)) | Q(review_again_on__lte=today))
        .order_by("first_published_at", "pk")
    )
    answered = _answered([page.pk for page in rows])
    found = []
    for page in rows:
        laws = [lapsed[pk] for pk in sorted(cited.get(page.pk, ()))]
        reasons = _reasons(page, laws, today)
        open_ones = [reason for reason in reasons if reason.key not in answered[page.pk]]
        if open_ones:
            found.append(Due(page, open_ones))
    return found


def _cited(laws: Collection[int]) -> dict[int, set[int]]:
    """By published page, those of the laws that it cites."""
    cites = CitedLaw.objects.filter(law__in=list(laws), page__live=True)
    by_page: dict[int, set[int]] = defaultdict(set)
    for page_id, law_id in cites.order_by().values_list("page_id", "law_id"):
        by_page[page_id].add(law_id)
    return by_page


def _reasons(page: LegalEducationPage, lapsed: list[Law], today: date) -> list[Reason]:
    """Each law that has lapsed is one; the day for reading it again, once it has come, is one too."""
    reasons = [_of_law(law) for law in lapsed]
    if page.review_again_on and page.review_again_on <= today:
        reasons.append(_of_date(page.review_again_on))
    return reasons


def due_of(page: LegalEducationPage, today: date | None = None) -> Due:
    """The page with its open reasons, perhaps none."""
    rows = due_among(LegalEducationPage.objects.filter(pk=page.pk), today or timezone.localdate())
    return rows[0] if rows else Due(page)


def _answered(page_ids: list[int]) -> dict[int, set[str]]:
    answered: dict[int, set[str]] = defaultdict(set)
    for page_id, keys in PageReview.objects.filter(page__in=page_ids).values_list(
        "page_id", "reasons"
    ):
        answered[page_id].update(keys)
    return answered


def _of_law(law: Law) -> Reason:
    return Reason(f"law:{law.pk}:{law.lapses_on}", lapsed_sentence(law))


def _of_date(day: date) -> Reason:
    return Reason(f"date:{day}", _("Đến hạn xem lại ngày %s") % format_date(day))


def may_mark(user: Any, unit: Unit | None) -> bool:
    """Who answers for the unit's items: its leaders and administrators, and the board."""
    if is_board(user):
        return True
    own = {row.pk for row in units_of_user(user, Role.LEADER, Role.UNIT_ADMIN)}
    return unit is not None and unit.pk in own


@transaction.atomic
def mark_reviewed(
    page: LegalEducationPage, user: User, unit: Unit | None, seen: Collection[str], note: str = ""
) -> list[Reason]:
    """Clear the reasons that were shown and are still open; what arose since stays due.

    The row is locked, so of two people who mark at once one clears and the other finds nothing left.
    """
    LegalEducationPage.objects.lock(page.pk)
    cleared = [reason for reason in due_of(page).reasons if reason.key in seen]
    if cleared:
        keys = [reason.key for reason in cleared]
        PageReview.objects.create(page=page, reviewed_by=user, reasons=keys, note=note[:300])
        texts = [reason.text for reason in cleared]
        log.log_action(
            ACTION, page, user=user, unit=unit, data={"reasons": texts, "note": note[:300]}
        )
    return cleared
