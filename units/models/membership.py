"""Who belongs to which unit in which role, from when until when; and who was asked to.

Rights follow from these rows alone: `units.people.memberships.sync_groups` makes a person's groups equal to
them. Rows are kept after they end, so that one can tell who held a role on a given day.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.users.rules.mail_addresses import normal_address
from units.models.querysets import InvitationQuerySet, MembershipQuerySet


class Role(models.TextChoices):
    """The roles of the portal; what each may do stands in `units.rights.roles.ROLES`."""

    CONTRIBUTOR = "contributor", _("Cộng tác viên")
    LEADER = "leader", _("Lãnh đạo đơn vị")
    UNIT_ADMIN = "unit_admin", _("Quản trị đơn vị")
    BOARD = "board", _("Ban Biên tập")


class RolePeriod(models.Model):
    """A role in a unit for a time: what a membership and an invitation have in common."""

    role = models.CharField(_("vai trò"), max_length=12, choices=Role.choices)
    starts_on = models.DateField(
        _("từ ngày"), null=True, blank=True, help_text=_("Để trống: có hiệu lực ngay.")
    )
    ends_on = models.DateField(
        _("đến hết ngày"), null=True, blank=True, help_text=_("Để trống: không thời hạn.")
    )

    scope_unit_path = "unit"

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Ngày kết thúc không được sớm hơn ngày bắt đầu.")})
        unit = getattr(self, "unit", None)
        if unit is not None and (self.role == Role.BOARD) != unit.is_province:
            raise ValidationError(
                {"role": _("Ban Biên tập thuộc đơn vị cấp tỉnh; các vai trò khác thuộc đơn vị.")}
            )


class Membership(RolePeriod):
    """One person's role in one unit; both dates are inclusive and read in Vietnam's time."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("người dùng"),
    )
    unit = models.ForeignKey(
        "units.Unit", models.PROTECT, related_name="memberships", verbose_name=_("đơn vị")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người giao"),
    )
    created_at = models.DateTimeField(_("giao lúc"), auto_now_add=True)
    revoked_at = models.DateTimeField(_("thu hồi lúc"), null=True, blank=True, editable=False)

    objects: ClassVar[MembershipQuerySet] = MembershipQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["unit", "user", "pk"]
        verbose_name = _("thành viên")
        verbose_name_plural = _("thành viên")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "unit"],
                condition=Q(ends_on=None, revoked_at=None),
                name="one_open_membership",
                violation_error_message=_("Người này đã có vai trò trong đơn vị."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="membership_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()} – {self.unit}"

    def clean(self) -> None:
        super().clean()
        others = Membership.objects.filter(user=self.user_id, unit=self.unit_id, revoked_at=None)
        if others.exclude(pk=self.pk).overlapping(self.starts_on, self.ends_on).exists():
            raise ValidationError(
                _(
                    "Người này đã có một vai trò trong đơn vị trong thời gian đó. Hãy sửa vai trò ấy."
                )
            )

    def is_in_force(self, day: date | None = None) -> bool:
        """The rule of `MembershipQuerySet.active_on`, for a row at hand."""
        day = day or timezone.localdate()
        return (
            self.revoked_at is None
            and (self.starts_on is None or self.starts_on <= day)
            and (self.ends_on is None or self.ends_on >= day)
            and self.unit.is_active
        )


class Invitation(RolePeriod):
    """A role offered to a mail address; what its link may do ends with the first acceptance."""

    unit = models.ForeignKey(
        "units.Unit", models.PROTECT, related_name="invitations", verbose_name=_("đơn vị")
    )
    email = models.EmailField(_("thư điện tử"), max_length=150)
    # Part of the signed link: a new one makes every link sent before it worthless.
    nonce = models.CharField(max_length=32, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("người mời"),
    )
    created_at = models.DateTimeField(_("mời lúc"), auto_now_add=True)
    expires_at = models.DateTimeField(_("liên kết hết hạn lúc"))
    mailed_at = models.DateTimeField(_("đã gửi thư lúc"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("chấp nhận lúc"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("rút lại lúc"), null=True, blank=True)

    objects: ClassVar[InvitationQuerySet] = InvitationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("lời mời")
        verbose_name_plural = _("lời mời")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "email"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation",
                violation_error_message=_("Địa chỉ này đã có lời mời đang chờ trong đơn vị."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} – {self.get_role_display()} – {self.unit}"

    def clean(self) -> None:
        super().clean()
        # One spelling of an address, so that "one open invitation" compares what it means to.
        self.email = normal_address(self.email).lower()

    @property
    def is_open(self) -> bool:
        """Neither accepted nor withdrawn; its link may have expired all the same."""
        return self.accepted_at is None and self.withdrawn_at is None

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= timezone.now()
