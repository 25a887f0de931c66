from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchedulesConfig(AppConfig):
    name = "events.schedules"
    label = "schedules"
    verbose_name = _("Lịch công tác")

    def ready(self) -> None:
        from events.schedules import page_urls, signals  # noqa: F401 (importing it is what counts)

        signals.connect()
