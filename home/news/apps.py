from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "home.news"
    label = "news"
    verbose_name = _("Tin bài")

    def ready(self) -> None:
        from home.news import page_urls  # noqa: F401
