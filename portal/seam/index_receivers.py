"""Wagtail's indexes while very many rows are written.

What: disconnects `update_reference_index_on_save` and the search's `post_save_signal_handler`, and
    connects them again.
Reason: the sample saves a page several times, and each time both read it anew: a third of what loading
    takes. Wagtail can leave the reference index alone for a while, but the search only by the model.
Versions: Wagtail 7.4, modelsearch 1.3
Upstream: https://github.com/wagtail/wagtail/issues/10833
Goes when: pages can be written in bulk, or both indexes can be held back together.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import update_reference_index_on_save

Models = set[type[Model]]


@contextmanager
def indexes_held_back() -> Iterator[None]:
    """Inside, saving a row touches neither index; whoever holds them back brings them up to date."""
    referring, searched = set(ReferenceIndex.tracked_models), set(get_indexed_models())
    _turn(post_save.disconnect, referring, searched)
    try:
        yield
    finally:
        _turn(post_save.connect, referring, searched)


def _turn(connection: Callable[..., Any], referring: Models, searched: Models) -> None:
    for model in referring:
        connection(update_reference_index_on_save, sender=model)
    for model in searched:
        if getattr(model, "search_auto_update", True):
            connection(post_save_signal_handler, sender=model)
