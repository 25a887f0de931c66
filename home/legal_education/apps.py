from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegalEducationConfig(AppConfig):
    name = "home.legal_education"
    label = "legal_education"
    verbose_name = _("Phổ biến, giáo dục pháp luật")

    def ready(self) -> None:
        from home.legal_education import page_urls, signals  # noqa: F401

        signals.connect()
