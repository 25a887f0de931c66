from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "units.people"
    label = "people"
    verbose_name = _("Thành viên")

    def ready(self) -> None:
        from units.people.checks import check_roles

        checks.register(check_roles, checks.Tags.database)
