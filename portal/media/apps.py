from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "portal.media"
    label = "media"
    verbose_name = _("Hình ảnh và tài liệu")

    def ready(self) -> None:
        from portal.core.pictures.judging import MOST_PIXELS
        from portal.media import signals, willow_plugin
        from portal.seam.pillow_limit import open_at_most

        signals.connect()
        open_at_most(MOST_PIXELS)
        willow_plugin.install()
