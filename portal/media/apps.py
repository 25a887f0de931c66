from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "portal.media"
    label = "media"
    verbose_name = _("Hình ảnh và tài liệu")

    def ready(self) -> None:
        from portal.media import signals

        signals.connect()
