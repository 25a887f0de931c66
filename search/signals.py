"""Publishing keeps the index up to date.

Deleting a page takes its entry along by cascade. Moving it changes no text: its address is reckoned
when it is found.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from home.registry.extraction import text_extracted
from home.registry.models import OfficialDocumentPage
from search import services
from units.models import Unit

logger = logging.getLogger(__name__)
_paused: ContextVar[bool] = ContextVar("search_paused", default=False)


def connect() -> None:
    page_published.connect(index_published, dispatch_uid="search.index")
    post_save.connect(index_created, dispatch_uid="search.created")
    text_extracted.connect(index_users_of_file, dispatch_uid="search.file")
    page_unpublished.connect(remove_unpublished, dispatch_uid="search.remove")
    post_save.connect(index_home_of_unit, sender=Unit, dispatch_uid="search.unit")


@contextmanager
def unindexed() -> Iterator[None]:
    """Pages published inside the block are indexed by whoever publishes them (`services.rebuild`)."""
    token = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(token)


def index_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    _index(instance)


def index_created(
    sender: type[Model], instance: Model, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Aliases and imported pages are public from the start, and nobody publishes them.

    Only new rows: a page that is saved later may carry draft text in memory.
    """
    if created and not raw and isinstance(instance, Page) and instance.live:
        _index(instance)


def remove_unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    services.remove(instance)


def index_users_of_file(sender: type[Model], document: Model, **kwargs: Any) -> None:
    """The words of a file are known: they belong to the published documents that show it."""
    for page in OfficialDocumentPage.objects.live().filter(files__document=document).distinct():
        _index(page)


def index_home_of_unit(
    sender: type[Unit], instance: Unit, raw: bool = False, **kwargs: Any
) -> None:
    """A unit is found by its name, address and communes, which stand in its record."""
    if instance.home_page is not None and not raw:
        # Read anew: the unit may hold a page that is older than its last publication.
        page = Page.objects.filter(pk=instance.home_page_id).first()
        if page is not None:
            _index(page)


def _index(page: Page) -> None:
    """Index, but never let the index stop a publication; `rebuild_search` mends what is missing."""
    if _paused.get():
        return
    try:
        with transaction.atomic():
            services.index_page(page)
    except Exception:
        logger.exception("Page %s cannot be indexed", page.pk)
