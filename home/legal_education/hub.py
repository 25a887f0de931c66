"""What the hub shows: the theme, Law Day, the ways in, and one page of items narrowed by the address."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from home.legal_education.models.lists import Audience, LegalField, MonthlyTheme
from home.legal_education.presentation import label
from home.legal_education.querysets import LegalEducationPageQuerySet
from home.legal_education.rules.season import law_day
from portal.core.filters import Choice
from portal.core.pagination import page_numbers, page_of
from units.frame.frames import Frame, frame_for_page
from units.models import Unit

if TYPE_CHECKING:
    from home.legal_education.models import LegalEducationIndexPage

PER_PAGE = 12


class HubFilters:
    """Unknown values narrow nothing: an old or mangled link still leads to the hub."""

    def __init__(self, request: HttpRequest, frame: Frame) -> None:
        from home.legal_education.models import LegalEducationPage

        self.frame = frame
        self.rows = LegalEducationPage.objects
        self.forms = LegalEducationPage.Form
        self.fields = list(LegalField.objects.active())
        self.audiences = list(Audience.objects.active())
        wanted = request.GET.get
        self.field = next((f for f in self.fields if f.slug == wanted("linh-vuc")), None)
        self.audience = next((a for a in self.audiences if a.slug == wanted("doi-tuong")), None)
        self.form = next((f for f in self.forms.values if f == wanted("hinh-thuc")), "")
        self.unit = self._unit(wanted("don-vi", ""))

    def _unit(self, slug: str) -> Unit | None:
        return next((unit for unit in self._units() if unit.slug == slug), None)

    def _units(self) -> list[Unit]:
        """The province's hub can be narrowed to a unit; a unit's own has nothing to narrow to."""
        units = self.frame.units
        if not self.frame.is_province:
            return []
        return [*([units.province] if units.province else []), *units.lower_level]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.field or self.audience or self.form or self.unit)

    @cached_property
    def all_items(self) -> LegalEducationPageQuerySet:
        """The province shows what every unit has published (see decision 0019), a unit its own."""
        return self.rows.shown().of_unit(self.frame.unit or self.frame.province)

    def items(self) -> LegalEducationPageQuerySet:
        items = self.all_items
        if self.unit:
            items = items.filter(pk__in=self.rows.only_of(self.unit, self.frame.units).values("pk"))
        if self.field:
            items = items.filter(legal_fields=self.field)
        if self.audience:
            items = items.filter(audiences=self.audience)
        if self.form:
            items = items.filter(form=self.form)
        return items.newest_first()

    def choices(self) -> list[Choice]:
        choices = [
            Choice(
                "linh-vuc", _("Lĩnh vực"), [(f.slug, f.name, f == self.field) for f in self.fields]
            ),
            Choice(
                "doi-tuong",
                _("Đối tượng"),
                [(a.slug, a.name, a == self.audience) for a in self.audiences],
            ),
            Choice(
                "hinh-thuc",
                _("Hình thức"),
                [(value, str(name), value == self.form) for value, name in self.forms.choices],
            ),
        ]
        if self.frame.is_province:
            units = [(u.slug, u.short_name, u == self.unit) for u in self._units()]
            choices.append(Choice("don-vi", _("Đơn vị"), units))
        return choices


def hub_context(index: LegalEducationIndexPage, request: HttpRequest) -> dict[str, Any]:
    frame, today = frame_for_page(index, request), timezone.localdate()
    filters = HubFilters(request, frame)
    items = filters.items().select_related("lead_image")
    page, out_of_range = page_of(Paginator(items, PER_PAGE), request.GET.get("trang"))
    label(page.object_list, request)
    context: dict[str, Any] = {
        "items": page,
        "total": page.paginator.count,
        "out_of_range": out_of_range,
        "page_range": page_numbers(page),
        "filters": filters.choices(),
        "is_narrowed": filters.is_narrowed,
    }
    if not filters.is_narrowed and page.number == 1:
        # The ways in stand above the whole list; a narrowed one says by its chips where one is.
        context["theme"] = MonthlyTheme.objects.on(today)
        context["law_day"] = law_day(today)
        context["shelves"] = filters.choices()[:3]
    return context
