from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsersConfig(AppConfig):
    name = "portal.users"
    label = "users"
    verbose_name = _("Người dùng")

    def ready(self) -> None:
        from portal.users import signals  # noqa: F401
