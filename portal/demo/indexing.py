"""Each index is brought up to date once, when everything is there.

A page of the sample is saved several times, and each time Wagtail's references, Wagtail's search and the
portal's search would read it anew: a third of what loading takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from modelcluster.fields import ParentalKey
from modelsearch.backends import get_search_backends
from modelsearch.index import get_indexed_instance
from wagtail.models import ReferenceIndex

from portal.seam.index_receivers import indexed_models, indexes_held_back
from search.services import rebuild
from search.signals import unindexed


class _Saved:
    """Keys of the rows that were saved, by model, in order."""

    def __init__(self) -> None:
        self.keys: dict[type[Model], dict[Any, None]] = {}

    def note(self, sender: type[Model], instance: Model, raw: bool = False, **_kwargs: Any) -> None:
        if not raw:
            self.keys.setdefault(sender, {})[instance.pk] = None

    def rows(self, models: set[type[Model]]) -> Iterator[tuple[type[Model], list[Model]]]:
        """Those of `models` that are still there, as they are now."""
        for model, keys in self.keys.items():
            if model in models:
                yield model, list(model._base_manager.filter(pk__in=keys).order_by("pk"))


@contextmanager
def indexed_at_the_end() -> Iterator[None]:
    """For commands alone: what else the process saves meanwhile is indexed at the end as well.

    What an error ends is not indexed; its transaction takes the rows away.
    """
    saved = _Saved()
    referring, searched = indexed_models()
    post_save.connect(saved.note, weak=False)
    try:
        with indexes_held_back(), unindexed():
            yield
    finally:
        post_save.disconnect(saved.note)
    _index_references(saved, referring)
    _index_for_wagtail(saved, searched)
    rebuild()


def _index_references(saved: _Saved, models: set[type[Model]]) -> None:
    """As Wagtail's own task does it, each row once."""
    owners: dict[tuple[type[Model], Any], Model] = {}
    for _model, rows in saved.rows(models):
        for row in rows:
            owner = _owner(row)
            if owner is not None:
                owners.setdefault((type(owner), owner.pk), owner)
    for owner in owners.values():
        if ReferenceIndex.is_indexed(type(owner)):
            ReferenceIndex.create_or_update_for_object(owner)


def _owner(row: Model | None) -> Model | None:
    """A child's references count as those of the row that it belongs to."""
    while row is not None:
        fields = row._meta.get_fields()
        parental = next((field for field in fields if isinstance(field, ParentalKey)), None)
        if parental is None:
            break
        row = getattr(row, parental.name)
    return row


def _index_for_wagtail(saved: _Saved, models: set[type[Model]]) -> None:
    for _model, rows in saved.rows(models):
        found: dict[Any, list[Model]] = {}
        for row in rows:
            indexed = get_indexed_instance(row, check_exists=False)
            if indexed is not None:
                found.setdefault(type(indexed), []).append(indexed)
        for model, instances in found.items():
            keys = [instance.pk for instance in instances]
            for backend in get_search_backends(with_auto_update=True):
                backend.add_bulk(model, list(model.get_indexed_objects().filter(pk__in=keys)))
