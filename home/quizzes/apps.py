from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuizzesConfig(AppConfig):
    name = "home.quizzes"
    label = "quizzes"
    verbose_name = _("Thi tìm hiểu pháp luật")

    def ready(self) -> None:
        from home.quizzes import page_urls, signals  # noqa: F401

        signals.connect()
