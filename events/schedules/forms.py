"""The form of a week: what a new one begins with, and a number that the register does not have yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from events.schedules.leaders import leaders_of
from units.scope.forms import ScopedPageForm
from units.scope.rows import unit_of_object

CARRIED_OVER = ("signer", "signer_post", "place_of_issue", "recipients")
PLACES = 40


class WorkScheduleForm(ScopedPageForm):
    instance: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.index = self.parent_page or self.instance.get_parent()
        if self.instance._state.adding and not self.is_bound:
            self._begin()
        self._furnish_grid()

    def _begin(self) -> None:
        """The week after the last one, with its signer and recipients and the next number."""
        last = self._siblings().order_by("-first", "-pk").first()
        first, end = next_week(last.last if last else None)
        self.initial.update(first=first, last=end, number=self._next_number(first.year))
        for name in CARRIED_OVER if last else ():
            self.initial[name] = getattr(last, name)

    def _furnish_grid(self) -> None:
        """What the grid offers while somebody types, and where it asks."""
        field = self.fields.get("entries")
        if field is None:
            return
        field.widget.furnish(
            people=[leader.name for leader in leaders_of(unit_of_object(self.index))],
            places=self._places(),
            urls={
                "copy": reverse("schedules_copy", args=[self.index.pk]),
                "check": reverse("schedules_check"),
                "paste": reverse("schedules_paste"),
            },
        )

    def _siblings(self) -> Any:
        model = type(self.instance)
        return model.objects.child_of(self.index).exclude(pk=self.instance.pk)

    def _places(self) -> list[str]:
        """Places of the last weeks, the most recent first."""
        found: dict[str, None] = {}
        for page in self._siblings().order_by("-first")[:6]:
            found.update(dict.fromkeys(line.entry.place for line in page.lines if line.entry.place))
        return list(found)[:PLACES]

    def _next_number(self, year: int) -> int:
        return max(self._numbers(year), default=0) + 1

    def _numbers(self, year: int) -> set[int]:
        return taken_numbers(self._siblings(), year)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, number = cleaned.get("first"), cleaned.get("number")
        if isinstance(first, date) and number and number in self._numbers(first.year):
            following = self._next_number(first.year)
            self.add_error("number", number_is_taken(number, first.year, following))
        return cleaned


def next_week(after: date | None) -> tuple[date, date]:
    """Monday to Friday of the week that follows the last one, or the coming one."""
    day = after if after is not None else timezone.localdate()
    monday = day + timedelta(7 - day.weekday())
    return monday, monday + timedelta(4)


def taken_numbers(weeks: Any, year: int) -> set[int]:
    """Numbers of the year that these weeks have, as published and as drafts."""
    rows = weeks.filter(year=year, number__isnull=False)
    numbers = set(rows.values_list("number", flat=True))
    changed = weeks.filter(has_unpublished_changes=True, latest_revision__isnull=False)
    drafts = Revision.objects.filter(pk__in=changed.values("latest_revision"))
    for content in drafts.values_list("content", flat=True):
        if str(content.get("first", ""))[:4] == str(year) and content.get("number"):
            numbers.add(int(content["number"]))
    return numbers


def number_is_taken(number: int, year: int, following: int) -> str:
    text = _("Số %(number)d/LLV của năm %(year)d đã có trong sổ. Số tiếp theo là %(next)d.")
    return text % {"number": number, "year": year, "next": following}
