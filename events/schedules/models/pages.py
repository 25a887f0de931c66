"""The page of a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager

from events.schedules.audience import sealed
from events.schedules.display import WEEKDAYS, time_of
from events.schedules.forms import WorkScheduleForm
from events.schedules.models.records import LeaderPublication
from events.schedules.panels import EntriesPanel
from events.schedules.querysets import WorkSchedulePageQuerySet
from events.schedules.rules import week as rules
from events.schedules.rules.lines import (
    ScheduleLine,
    WrongLinesError,
    from_data,
    marked,
    readable,
    to_data,
)
from events.schedules.widgets import ScheduleGrid
from portal.core.page_views import ViewedPage
from portal.core.pages import Metadata
from portal.core.text import compose
from units.models import Unit
from units.scope.rows import unit_of_object

HEADER_FIELDS = (
    "number",
    "issued_on",
    "place_of_issue",
    "signer",
    "signer_post",
    "recipients",
)
LONGEST_DAYS = 31


class WorkSchedulePage(ViewedPage):
    """One week of one unit.

    The entries stand in one field and not in rows of their own, so that drafts, reviews and versions
    hold a whole week, and a page with the weeks of all units reads one row for each.
    """

    first = models.DateField(_("từ ngày"))
    last = models.DateField(_("đến ngày"))
    number = models.PositiveIntegerField(
        _("số vào sổ"),
        null=True,
        blank=True,
        help_text=_("Số trong sổ đăng ký lịch làm việc (LLV), bắt đầu lại mỗi năm."),
    )
    issued_on = models.DateField(_("ngày ký"), null=True, blank=True)
    place_of_issue = models.CharField(_("nơi ký"), max_length=80, blank=True)
    signer = models.CharField(_("người ký"), max_length=120, blank=True)
    signer_post = models.CharField(_("chức vụ người ký"), max_length=120, blank=True)
    recipients = models.TextField(
        _("nơi nhận"), blank=True, max_length=600, help_text=_("Mỗi dòng một nơi nhận.")
    )
    entries = models.JSONField(_("lịch trong tuần"), default=list, blank=True)
    # Follow from the tree and the dates; kept so that the database guards the register.
    owning_unit = models.ForeignKey(
        "units.Unit",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="schedules",
        verbose_name=_("đơn vị"),
    )
    year = models.PositiveSmallIntegerField(_("năm"), default=0, editable=False)

    objects: ClassVar[PageManager] = PageManager.from_queryset(WorkSchedulePageQuerySet)()

    base_form_class = WorkScheduleForm
    content_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("first"), FieldPanel("last"), FieldPanel("number")]),
            ],
            heading=_("Tuần"),
        ),
        EntriesPanel("entries", widget=ScheduleGrid),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("signer"), FieldPanel("signer_post")]),
                FieldRowPanel([FieldPanel("place_of_issue"), FieldPanel("issued_on")]),
                FieldPanel("recipients"),
            ],
            heading=_("Ký và nơi nhận"),
        ),
    ]
    promote_panels: list[Any] = []
    parent_page_types = ["schedules.WorkScheduleIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "schedules/week_page.html"
    # A copy is another week: its number would stand in the register twice.
    exclude_fields_in_copy = ["number", "owning_unit", "year"]

    class Meta:
        verbose_name = _("lịch tuần")
        verbose_name_plural = _("lịch tuần")
        indexes = [models.Index(fields=["owning_unit", "first"], name="schedule_unit_first")]
        constraints = [
            models.UniqueConstraint(
                fields=["owning_unit", "year", "number"], name="schedule_number_once"
            )
        ]

    def derive_fields(self) -> None:
        """Title and address follow from the days; drafts and published weeks both pass here."""
        if self.first and self.last:
            self.title = rules.title(rules.Week(self.first, self.last))
            if not self.slug and self.path:
                self.slug = self.free_slug(f"tuan-{self.first:%d-%m-%Y}")
        super().derive_fields()

    def clean(self) -> None:
        super().clean()
        self.check_dates()
        for name in ("signer", "signer_post", "place_of_issue", "recipients"):
            setattr(self, name, compose(getattr(self, name)))
        try:
            lines = from_data(self.entries)
        except WrongLinesError as error:
            raise ValidationError({"entries": wrong_lines(error)}) from error
        self.entries = to_data(self._with_marks(lines))

    def check_dates(self) -> None:
        """Raises ValidationError, by field."""
        if not self.first or not self.last:
            return
        if self.last < self.first:
            raise ValidationError({"last": _("Ngày cuối tuần phải từ ngày đầu tuần trở đi.")})
        if self.last - self.first >= timedelta(LONGEST_DAYS):
            raise ValidationError(
                {"last": _("Một lịch dài nhất một tháng: hãy kiểm tra hai ngày.")}
            )

    def _with_marks(self, lines: Sequence[ScheduleLine]) -> Sequence[ScheduleLine]:
        """An amendment says in words what it did to each entry that was published before."""
        published = WorkSchedulePage.objects.filter(pk=self.pk, live=True).first()
        return marked(lines, published.lines) if published else lines

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.first:
            self.year = self.first.year
        if self.path:
            self.owning_unit = unit_of_object(self)
        super().save(*args, **kwargs)

    @property
    def lines(self) -> tuple[ScheduleLine, ...]:
        return readable(self.entries)

    @property
    def symbol(self) -> str:
        return rules.symbol(self.as_week())

    def as_week(
        self, lines: Sequence[ScheduleLine] | None = None, unit: Unit | None = None
    ) -> rules.Week:
        """Everything, internal entries too; what others may read is `rules.week.public_part` of it."""
        shown = self.lines if lines is None else lines
        unit = unit or self.owning_unit
        return rules.Week(
            first=self.first,
            last=self.last,
            number=self.number,
            unit_name=unit.name if unit else "",
            signer=self.signer,
            signer_post=self.signer_post,
            place_of_issue=self.place_of_issue,
            issued_on=self.issued_on,
            recipients=tuple(line for line in self.recipients.splitlines() if line.strip()),
            entries=tuple(line.entry for line in shown),
        )

    def snapshot(self) -> dict[str, Any]:
        """What a version keeps."""
        header = {name: getattr(self, name) for name in HEADER_FIELDS}
        dates = {"first": self.first.isoformat(), "last": self.last.isoformat()}
        issued = header["issued_on"]
        header["issued_on"] = issued.isoformat() if issued else None
        return {**header, **dates, "entries": to_data(self.lines)}

    def with_header(self, values: dict[str, Any]) -> WorkSchedulePage:
        """An unsaved copy with the head and foot that a version had."""
        return WorkSchedulePage(
            **{name: values[name] for name in ("first", "last", *HEADER_FIELDS) if name in values}
        )

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def leader_publishes_alone(self) -> bool:
        """Read by the reviews: whether the unit's leader is the last to approve."""
        unit = unit_of_object(self)
        return LeaderPublication.objects.includes(unit.pk if unit else None)

    def get_public_texts(self) -> list[tuple[str, str]]:
        """Read by the check list of the reviews: what everybody will read, and where it stands."""
        texts = []
        for entry in rules.public_part(self.as_week()).entries:
            label = f"{WEEKDAYS[entry.day.weekday()]} {entry.day:%d/%m/%Y}, {time_of(entry)}"
            parts = (entry.content, *entry.chairs, *entry.attendees, entry.place, entry.prepared_by)
            texts += [(label, part) for part in parts if part]
        return texts

    def get_search_text(self) -> str:
        public = rules.public_part(self.as_week())
        return " ".join(
            f"{entry.content} {' '.join(entry.chairs)} {entry.place}" for entry in public.entries
        )

    def get_meta(self, request: HttpRequest) -> Metadata:
        meta = super().get_meta(request)
        meta.published = self.first_published_at
        return meta

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Whatever view answers: what it told a member is sealed."""
        return sealed(request, super().serve(request, *args, **kwargs))


def wrong_lines(error: WrongLinesError) -> list[str]:
    """One message for each line, as the editor shows them."""
    return [
        str(_("Dòng %(place)d: %(what)s") % {"place": place, "what": text}) if place else text
        for place, text in error.problems
    ]
