from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    name = "units.moderation"
    label = "moderation"
    verbose_name = _("Duyệt tin bài")

    def ready(self) -> None:
        from portal.seam.stock_mails import replace_stock_mails
        from units.moderation import notices, procedure, services, signals
        from units.moderation.checks import review_days

        procedure.install()
        checks.register(review_days)
        signals.connect()
        replace_stock_mails(notices.commented)
        post_migrate.connect(services.ensure_for_portal, sender=self)
