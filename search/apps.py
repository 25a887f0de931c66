from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published, page_unpublished


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = _("Tìm kiếm")

    def ready(self) -> None:
        from home.registry.extraction import text_extracted
        from search import signals
        from units.models import Unit

        page_published.connect(signals.index_published, dispatch_uid="search.index")
        post_save.connect(signals.index_created, dispatch_uid="search.created")
        text_extracted.connect(signals.index_users_of_file, dispatch_uid="search.file")
        page_unpublished.connect(signals.remove_unpublished, dispatch_uid="search.remove")
        post_save.connect(signals.index_home_of_unit, sender=Unit, dispatch_uid="search.unit")
