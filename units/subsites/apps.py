from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubsitesConfig(AppConfig):
    name = "units.subsites"
    label = "subsites"
    verbose_name = _("Trang đơn vị")

    def ready(self) -> None:
        from units.subsites import page_urls  # noqa: F401
