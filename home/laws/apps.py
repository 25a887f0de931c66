from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LawsConfig(AppConfig):
    name = "home.laws"
    label = "laws"
    verbose_name = _("Văn bản pháp luật")
