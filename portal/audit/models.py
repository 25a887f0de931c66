"""What a security entry is about when there is no account: the portal itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.Model):
    """Wagtail's entries belong to an object; a sign-in with a name nobody has, has none.

    The table stays empty: an entry needs the type, the number and the name, not the row, and looking
    for one would take a query that sign-in with an existing account does not.
    """

    name = models.CharField(max_length=60, unique=True)

    class Meta:
        verbose_name = _("hệ thống")
        verbose_name_plural = _("hệ thống")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def portal(cls) -> "Subject":
        return cls(pk=1, name="Cổng thông tin")
