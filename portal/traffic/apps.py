from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrafficConfig(AppConfig):
    name = "portal.traffic"
    label = "traffic"
    verbose_name = _("Lượt xem, lượt truy cập")
