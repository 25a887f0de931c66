from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReceptionConfig(AppConfig):
    name = "events.reception"
    label = "reception"
    verbose_name = _("Tiếp công dân")

    def ready(self) -> None:
        from events.reception import page_urls  # noqa: F401 (importing it is what counts)
