"""Questions about the organisation, as sentences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

if TYPE_CHECKING:
    from units.models import Unit


class UnitQuerySet(models.QuerySet["Unit"]):
    def active(self) -> UnitQuerySet:
        return self.filter(is_active=True)

    def province(self) -> Unit | None:
        """The provincial procuracy, or None on an installation that is not set up yet."""
        return self.filter(kind=self.model.Kind.PROVINCE).first()

    def departments(self) -> UnitQuerySet:
        return self.filter(kind=self.model.Kind.DEPARTMENT)

    def lower_level(self) -> UnitQuerySet:
        """District or regional procuracies: the units with a subsite."""
        return self.filter(kind__in=(self.model.Kind.DISTRICT, self.model.Kind.REGION))

    def with_home_pages(self) -> UnitQuerySet:
        return self.select_related("home_page")

    def owning(self, page: Page) -> UnitQuerySet:
        """Units whose tree holds the page, the innermost first."""
        step = page.steplen
        paths = [page.path[:end] for end in range(step, len(page.path) + 1, step)]
        return self.filter(home_page__path__in=paths).order_by("-home_page__depth")


class OfficialQuerySet(models.QuerySet):
    def leading(self, unit: Unit) -> OfficialQuerySet:
        """The unit's leaders in protocol order."""
        return self.filter(unit=unit, is_leader=True).order_by("sort_order", "pk")


class MembershipQuerySet(models.QuerySet):
    def active_on(self, day: date) -> MembershipQuerySet:
        """In force on that day (both dates inclusive), in units that are open."""
        return self.filter(
            Q(starts_on=None) | Q(starts_on__lte=day),
            Q(ends_on=None) | Q(ends_on__gte=day),
            revoked_at=None,
            unit__is_active=True,
        )

    def active(self) -> MembershipQuerySet:
        """In force today, in Vietnam's time."""
        return self.active_on(timezone.localdate())

    def upcoming(self) -> MembershipQuerySet:
        return self.filter(starts_on__gt=timezone.localdate(), revoked_at=None)

    def ended(self) -> MembershipQuerySet:
        return self.filter(Q(ends_on__lt=timezone.localdate()) | Q(revoked_at__isnull=False))

    def overlapping(self, starts_on: date | None, ends_on: date | None) -> MembershipQuerySet:
        """Periods that share a day with the given one; None is open at that end."""
        found = self.filter(revoked_at=None)
        if ends_on is not None:
            found = found.filter(Q(starts_on=None) | Q(starts_on__lte=ends_on))
        if starts_on is not None:
            found = found.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
        return found


class InvitationQuerySet(models.QuerySet):
    def open(self) -> InvitationQuerySet:
        return self.filter(accepted_at=None, withdrawn_at=None)
