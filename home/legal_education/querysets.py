"""Questions about legal-education pages, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import Page

from portal.core.querysets import ShownQuerySet
from units.frame.frames import Units
from units.models import Unit

if TYPE_CHECKING:
    from home.legal_education.models import LegalEducationPage


class LegalEducationPageQuerySet(ShownQuerySet):
    def in_tree(self, root: Page) -> LegalEducationPageQuerySet:
        return self.filter(path__startswith=root.path, depth__gt=root.depth)

    def of_unit(self, unit: Unit | None) -> LegalEducationPageQuerySet:
        """Everything below the unit's home page: of the province, every unit's too."""
        if unit is None or unit.home_page is None:
            return self.none()
        return self.in_tree(unit.home_page)

    def only_of(self, unit: Unit, units: Units) -> LegalEducationPageQuerySet:
        """The unit's own, without those of units whose sites stand below its tree."""
        return self.of_unit(unit).exclude(units.below_others(unit))

    def newest_first(self) -> LegalEducationPageQuerySet:
        return self.order_by("-first_published_at", "-pk")

    def related_to(self, page: LegalEducationPage) -> LegalEducationPageQuerySet:
        """Others about the same fields of law."""
        fields = [field.pk for field in page.field_list]
        return self.filter(legal_fields__in=fields).exclude(pk=page.pk).distinct()
