from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "home.notices"
    label = "notices"
    verbose_name = _("Thông báo")

    def ready(self) -> None:
        from home.notices import page_urls  # noqa: F401
