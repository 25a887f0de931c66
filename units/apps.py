from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class UnitsConfig(AppConfig):
    name = "units"
    label = "units"
    verbose_name = _("Tổ chức")

    def ready(self) -> None:
        from units.rights.checks import check_roles

        checks.register(check_roles, checks.Tags.database)
