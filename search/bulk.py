"""Each index is brought up to date once, when everything is there.

Where very many pages are made, each is saved several times, and each time Wagtail's references, Wagtail's
search and the portal's search would read it anew: a third of what loading the sample takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command

from portal.seam.index_receivers import indexes_held_back
from search.services import rebuild
from search.signals import unindexed


@contextmanager
def indexed_at_the_end() -> Iterator[None]:
    """Inside, saving touches no index; at the end all three are built anew.

    For commands alone, and for a database that holds little else: at the end all of it is indexed. What an
    error ends is not indexed; its transaction takes the rows away.
    """
    with indexes_held_back(), unindexed():
        yield
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
    rebuild()
