"""The portal's user: Django's, with a Vietnamese name in the order people write it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from portal.seam.session_hash import UserWithBoundSessions


class User(UserWithBoundSessions):
    """A member of staff. Citizens have no accounts."""

    full_name = models.CharField(_("họ và tên"), max_length=120, blank=True)
    session_stamp = models.CharField(max_length=16, blank=True, editable=False)
    second_factor_due = models.BooleanField(default=False, editable=False)
    activated_at = models.DateTimeField(null=True, editable=False)
    unused_notice_at = models.DateTimeField(null=True, editable=False)

    # As it stands in the database; a deferred column counts as switched on, and as nobody's rights.
    _was_active = True
    was_superuser = False

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any]) -> User:
        user = super().from_db(db, field_names, values)
        user._was_active = user.__dict__.get("is_active", True)
        user.was_superuser = user.__dict__.get("is_superuser", False)
        return user

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Start the count of unused days anew when somebody switches an account on again.

        Here, so that it holds for every screen and command that can do so.
        """
        if self.is_active and not self._was_active:
            self.activated_at = timezone.now()
            self.unused_notice_at = None
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {
                    *kwargs["update_fields"],
                    "activated_at",
                    "unused_notice_at",
                }
        super().save(*args, **kwargs)
        self._was_active = self.is_active

    def get_full_name(self) -> str:
        """Family name first, as Vietnamese names are; Django would join given name first."""
        return self.full_name or f"{self.last_name} {self.first_name}".strip()

    def get_short_name(self) -> str:
        return self.get_full_name().rsplit(" ", 1)[-1] or self.username

    @property
    def last_used_at(self) -> datetime:
        """When the account was last signed in to, made, or switched on again."""
        moments = [self.last_login, self.activated_at, self.date_joined]
        return max(moment for moment in moments if moment is not None)

    def end_sessions(self) -> None:
        """Sign this user out everywhere, from the next request on; the caller saves."""
        self.session_stamp = get_random_string(16)

    def session_binding(self) -> str:
        return self.session_stamp


class Throttle(models.Model):
    """How often something was tried since a moment; see `portal.users.limits`."""

    key = models.CharField(max_length=80, unique=True)
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.key
