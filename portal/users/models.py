"""The portal's user: Django's, with a Vietnamese name in the order people write it."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff. Citizens have no accounts."""

    full_name = models.CharField(_("họ và tên"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def get_full_name(self) -> str:
        """Family name first, as Vietnamese names are; Django would join given name first."""
        return self.full_name or f"{self.last_name} {self.first_name}".strip()

    def get_short_name(self) -> str:
        return self.get_full_name().rsplit(" ", 1)[-1] or self.username
