"""Questions about the organisation, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
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
