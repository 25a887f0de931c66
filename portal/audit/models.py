"""What a security entry is about when there is no account, and how often the same was refused."""

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


class RefusalCount(models.Model):
    """How often somebody was refused for one cause since a moment; the entry tells it to people.

    A row of its own, because Wagtail's entries have nothing that two requests could find them by at once.
    """

    key = models.CharField(max_length=64, unique=True)
    action = models.CharField(max_length=60)
    since = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)
    # Without a constraint, as Wagtail's own references in its log: entries are purged by their age.
    entry_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("số lần từ chối")
        verbose_name_plural = _("số lần từ chối")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.action}: {self.count}"
