from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    name = "units.moderation"
    label = "moderation"
    verbose_name = _("Duyệt tin bài")

    def ready(self) -> None:
        from units.moderation import procedure, services, signals, stock_mails
        from units.moderation.checks import review_days

        procedure.install()
        checks.register(review_days)
        signals.connect()
        stock_mails.silence()
        post_migrate.connect(services.ensure_for_portal, sender=self)
