from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchedulesConfig(AppConfig):
    name = "events.schedules"
    label = "schedules"
    verbose_name = _("Lịch công tác")

    def ready(self) -> None:
        from events.schedules import signals

        signals.connect()
