"""The ledger as one person may read it, narrowed by unit, author, topic, decision and period."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Max, Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.text import sort_key
from units.models import Role
from units.moderation.models.ledger import Decision, LedgerEntry, LedgerQuerySet
from units.scope.rows import is_board, units_of_user

READERS = (Role.LEADER, Role.UNIT_ADMIN)


def may_read(user: Any) -> bool:
    return is_board(user) or bool(units_of_user(user, *READERS))


def readable(user: Any) -> LedgerQuerySet:
    """Every row for the board; for leaders and admins of units the rows of these units.

    Raises PermissionDenied for everybody else.
    """
    if is_board(user):
        return LedgerEntry.objects.all()
    units = units_of_user(user, *READERS)
    if not units:
        raise PermissionDenied
    return LedgerEntry.objects.filter(unit_id__in=[unit.pk for unit in units])


class _Day(forms.DateInput):
    input_type = "date"


class LedgerFilter(forms.Form):
    """What stands in the address; a value that is none of those offered is told, and narrows nothing."""

    unit = forms.TypedChoiceField(label=_("Đơn vị"), required=False, coerce=int)
    author = forms.TypedChoiceField(label=_("Tác giả"), required=False, coerce=int)
    topic = forms.ChoiceField(label=_("Chủ đề"), required=False)
    decision = forms.ChoiceField(
        label=_("Việc"), required=False, choices=[("", _("Tất cả")), *Decision.choices]
    )
    first = forms.DateField(
        label=_("Từ ngày"), required=False, widget=_Day(format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )  # fmt: skip
    last = forms.DateField(
        label=_("Đến hết ngày"), required=False, widget=_Day(format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )  # fmt: skip

    def __init__(self, *args: Any, rows: LedgerQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        everything = [("", str(_("Tất cả")))]
        self.fields["unit"].choices = everything + _named(rows, "unit")  # type: ignore[attr-defined]
        self.fields["author"].choices = everything + _named(rows, "author")  # type: ignore[attr-defined]
        topics = sorted(set(_topics(rows)), key=sort_key)
        self.fields["topic"].choices = everything + [(name, name) for name in topics]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        first, last = values.get("first"), values.get("last")
        if first and last and last < first:
            self.add_error("last", _("Ngày kết thúc không được sớm hơn ngày bắt đầu."))
        return values

    def found(self) -> LedgerQuerySet:
        """Newest first."""
        self.is_valid()
        values = self.cleaned_data
        rows = self.rows
        for name, lookup in (
            ("unit", "unit_id"),
            ("author", "author_id"),
            ("decision", "decision"),
        ):
            if values.get(name):
                rows = rows.filter(**{lookup: values[name]})
        if values.get("topic"):
            rows = _about(rows, values["topic"])
        if values.get("first"):
            rows = rows.filter(at__gte=_midnight(values["first"]))
        if values.get("last") and values["last"] < date.max:
            rows = rows.filter(at__lt=_midnight(values["last"] + timedelta(days=1)))
        return rows.order_by("-at", "-pk")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _named(rows: LedgerQuerySet, kind: str) -> list[tuple[str, str]]:
    """Each id once, with the name it had last."""
    key, name = f"{kind}_id", f"{kind}_name"
    newest = rows.exclude(**{key: None}).order_by().values(key).annotate(row=Max("pk"))
    pairs = LedgerEntry.objects.filter(pk__in=newest.values("row")).values_list(key, name)
    return sorted(((str(pk), text) for pk, text in pairs), key=lambda pair: sort_key(pair[1]))


def _topics(rows: LedgerQuerySet) -> chain[str]:
    return chain.from_iterable(rows.order_by().values_list("topics", flat=True).distinct())


def _about(rows: LedgerQuerySet, topic: str) -> LedgerQuerySet:
    """Rows with the topic in their list. SQLite cannot look into JSON and keeps it in ASCII."""
    rows = rows.annotate(topic_text=Cast("topics", TextField()))
    spellings = {json.dumps(topic), json.dumps(topic, ensure_ascii=False)}
    wanted = Q()
    for spelling in spellings:
        wanted |= Q(topic_text__contains=spelling)
    return rows.filter(wanted)
