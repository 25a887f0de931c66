"""Each index is brought up to date once, when everything is there.

A page of the sample is saved several times, and each time Wagtail's references, Wagtail's search and the
portal's search would read it anew: a third of what loading takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from search.services import rebuild
from search.signals import unindexed


@contextmanager
def indexed_at_the_end() -> Iterator[None]:
    """For commands alone, and for a database that holds little else: at the end all of it is indexed.

    What an error ends is not indexed; its transaction takes the rows away.
    """
    searched = [m for m in get_indexed_models() if getattr(m, "search_auto_update", True)]
    for model in searched:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update(), unindexed():
            yield
    finally:
        for model in searched:
            post_save.connect(post_save_signal_handler, sender=model)
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
    rebuild()
