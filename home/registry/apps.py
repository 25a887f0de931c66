from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistryConfig(AppConfig):
    name = "home.registry"
    label = "registry"
    verbose_name = _("Sổ văn bản")

    def ready(self) -> None:
        from home.registry import page_urls, signals  # noqa: F401

        signals.connect()
