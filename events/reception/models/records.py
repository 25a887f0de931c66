"""What a unit says of its receptions: regular hours, and each reception day."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, ClassVar
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.reception.querysets import ReceptionDayQuerySet, RegularHoursQuerySet
from events.reception.rules.law import PUBLIC_STATES, Facts, State
from portal.core.text import compose, format_date

OPENS, CLOSES = time(8), time(11, 30)
FIRST_YEAR, LAST_YEAR = 2014, 2090
# What is said of a day besides its date: hours first, then who receives and what for.
DAY_FIELDS = (
    "opens",
    "closes",
    "afternoon_opens",
    "afternoon_closes",
    "head_in_person",
    "official",
    "receiver",
    "participants",
    "matter",
    "place",
)
# The fields of a day that readers are shown: a change of one is a change of the calendar entry.
SHOWN_FIELDS = frozenset({"day", *DAY_FIELDS, "reason"})


def _check_hours(opens: time | None, closes: time | None, name: str) -> None:
    if opens and closes and closes <= opens:
        raise ValidationError({name: _("Giờ kết thúc phải sau giờ bắt đầu.")})


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("Thứ Hai")
    TUESDAY = 1, _("Thứ Ba")
    WEDNESDAY = 2, _("Thứ Tư")
    THURSDAY = 3, _("Thứ Năm")
    FRIDAY = 4, _("Thứ Sáu")
    SATURDAY = 5, _("Thứ Bảy")
    SUNDAY = 6, _("Chủ nhật")


class RegularHours(models.Model):
    """When and where a unit receives citizens every week; public as soon as it is saved."""

    unit = models.ForeignKey(
        "units.Unit", models.CASCADE, related_name="reception_hours", verbose_name=_("đơn vị")
    )
    weekday = models.PositiveSmallIntegerField(_("thứ"), choices=Weekday.choices)
    opens = models.TimeField(_("từ giờ"), default=OPENS)
    closes = models.TimeField(_("đến giờ"), default=CLOSES)
    place = models.CharField(
        _("nơi tiếp"),
        max_length=200,
        blank=True,
        help_text=_("Để trống nếu tiếp tại địa chỉ trụ sở của đơn vị."),
    )

    scope_unit_path = "unit"
    objects: ClassVar[RegularHoursQuerySet] = RegularHoursQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["unit", "weekday", "opens"]
        verbose_name = _("giờ tiếp thường xuyên")
        verbose_name_plural = _("giờ tiếp công dân thường xuyên")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "weekday", "opens"],
                name="reception_hours_once",
                violation_error_message=_("Đơn vị đã có dòng của thứ và giờ này."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M} – {self.closes:%H:%M}"

    def clean(self) -> None:
        self.place = compose(self.place).strip()
        _check_hours(self.opens, self.closes, "closes")


class ReceptionDay(models.Model):
    """A day on which somebody of the unit receives citizens.

    The state changes by `events.reception.services` alone: announcing and postponing are acts of the
    unit under law 42/2013, and not corrections of a field. What is planned is nobody's but the unit's.
    """

    class States(models.TextChoices):
        PLANNED = State.PLANNED.value, _("Dự kiến")
        ANNOUNCED = State.ANNOUNCED.value, _("Đã công bố")
        POSTPONED = State.POSTPONED.value, _("Hoãn")
        HELD = State.HELD.value, _("Đã tiếp")

    unit = models.ForeignKey(
        "units.Unit", models.CASCADE, related_name="reception_days", verbose_name=_("đơn vị")
    )
    day = models.DateField(_("ngày"), db_index=True)
    opens = models.TimeField(_("từ giờ"), default=OPENS)
    closes = models.TimeField(_("đến giờ"), default=CLOSES)
    afternoon_opens = models.TimeField(
        _("chiều từ giờ"),
        null=True,
        blank=True,
        help_text=_("Để trống nếu chỉ tiếp một buổi."),
    )
    afternoon_closes = models.TimeField(_("chiều đến giờ"), null=True, blank=True)
    head_in_person = models.BooleanField(
        _("người đứng đầu trực tiếp tiếp"),
        default=False,
        help_text=_("Luật yêu cầu người đứng đầu trực tiếp tiếp ít nhất một ngày mỗi tháng."),
    )
    official = models.ForeignKey(
        "units.Official",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người tiếp"),
        help_text=_("Chọn cán bộ của đơn vị, hoặc để trống và ghi ở ô bên dưới."),
    )
    receiver = models.CharField(
        _("người tiếp (ghi tay)"),
        max_length=200,
        blank=True,
        help_text=_("Ví dụ: Kiểm sát viên được phân công. Bỏ qua khi đã chọn cán bộ."),
    )
    participants = models.CharField(
        _("thành phần tham gia"),
        max_length=300,
        blank=True,
    )
    matter = models.CharField(
        _("nội dung dự kiến"),
        max_length=300,
        blank=True,
        help_text=_("Đừng ghi tên hay điều riêng tư của công dân: nội dung này được công bố."),
    )
    place = models.CharField(
        _("nơi tiếp"),
        max_length=200,
        blank=True,
        help_text=_("Để trống nếu tiếp tại địa chỉ trụ sở của đơn vị."),
    )
    state = models.CharField(
        _("trạng thái"),
        max_length=12,
        choices=States.choices,
        default=States.PLANNED,
        editable=False,
        db_index=True,
    )
    announced_at = models.DateTimeField(_("công bố lúc"), null=True, blank=True, editable=False)
    reason = models.CharField(_("lý do hoãn"), max_length=300, blank=True, editable=False)
    successor = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="predecessors",
        verbose_name=_("ngày tiếp thay thế"),
    )
    nobody_came = models.BooleanField(_("không có công dân đến"), default=False, editable=False)
    # Of the unit alone: it may name who came and why.
    result_note = models.TextField(
        _("ghi nhận kết quả"), blank=True, max_length=2000, editable=False
    )
    told_on = models.DateField(
        _("ngày thông báo kết quả xử lý"), null=True, blank=True, editable=False
    )
    # From which rule the day was made, and which day the rule named: it is made once.
    rule = models.CharField(max_length=40, blank=True, editable=False)
    rule_day = models.DateField(null=True, blank=True, editable=False)
    # What subscribed calendars know it by, and how often it has changed since.
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    scope_unit_path = "unit"
    objects: ClassVar[ReceptionDayQuerySet] = ReceptionDayQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["day", "opens", "pk"]
        verbose_name = _("ngày tiếp công dân")
        verbose_name_plural = _("ngày tiếp công dân")
        indexes = [models.Index(fields=["unit", "day"], name="reception_unit_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "day", "opens"],
                name="reception_day_once",
                violation_error_message=_("Đơn vị đã có buổi tiếp công dân vào ngày và giờ này."),
            ),
            models.UniqueConstraint(
                fields=["unit", "rule", "rule_day"],
                condition=~models.Q(rule=""),
                name="reception_rule_day_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{format_date(self.day)} – {self.who}" if self.day else ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.official is not None and self.state != State.HELD:
            # Kept beside the link: who received in 2026 stays named when he has left the unit.
            self.receiver = f"{self.official.post} {self.official.name}"[:200]
        super().save(*args, **kwargs)

    def clean(self) -> None:
        for name in ("receiver", "participants", "matter", "place"):
            setattr(self, name, compose(getattr(self, name)).strip())
        if self.day and not FIRST_YEAR <= self.day.year <= LAST_YEAR:
            limits = {"first": FIRST_YEAR, "last": LAST_YEAR}
            text = _("Năm phải từ %(first)d đến %(last)d: hãy kiểm tra lại ngày.") % limits
            raise ValidationError({"day": text})
        if self.official is None and not self.receiver:
            raise ValidationError({"official": _("Hãy chọn người tiếp hoặc ghi tên, chức vụ.")})
        if self.official is not None and self.official.unit_id != self.unit_id:
            raise ValidationError({"official": _("Người tiếp phải là cán bộ của đơn vị này.")})
        self._check_times()

    def _check_times(self) -> None:
        _check_hours(self.opens, self.closes, "closes")
        if (self.afternoon_opens is None) != (self.afternoon_closes is None):
            raise ValidationError(
                {"afternoon_closes": _("Hãy ghi cả giờ bắt đầu và giờ kết thúc buổi chiều.")}
            )
        _check_hours(self.afternoon_opens, self.afternoon_closes, "afternoon_closes")
        if self.afternoon_opens and self.closes and self.afternoon_opens < self.closes:
            raise ValidationError(
                {"afternoon_opens": _("Buổi chiều phải bắt đầu sau khi buổi sáng kết thúc.")}
            )

    @property
    def who(self) -> str:
        """Post and name; of a day to come as the organisation has them now."""
        if self.official is not None and self.state != State.HELD:
            return f"{self.official.post} {self.official.name}"
        return self.receiver

    @property
    def last_hour(self) -> time:
        return self.afternoon_closes or self.closes

    @property
    def hours(self) -> str:
        """08:00 – 11:30, 13:30 – 16:00."""
        found = f"{self.opens:%H:%M} – {self.closes:%H:%M}"
        if self.afternoon_opens and self.afternoon_closes:
            found += f", {self.afternoon_opens:%H:%M} – {self.afternoon_closes:%H:%M}"
        return found

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC_STATES

    @property
    def announced_on(self) -> date | None:
        return timezone.localdate(self.announced_at) if self.announced_at else None

    def facts(self) -> Facts:
        """What the rules of the law read."""
        return Facts(
            day=self.day,
            state=State(self.state),
            head_in_person=self.head_in_person,
            announced_on=self.announced_on,
            reason=self.reason,
            new_day=self.successor.day if self.successor else None,
            told_on=self.told_on,
            nobody_came=self.nobody_came,
        )

    def note_change(self, moment: datetime | None = None) -> None:
        """Subscribers of the calendar are told of a change by the next number."""
        self.sequence += 1
        self.changed_at = moment or timezone.now()
