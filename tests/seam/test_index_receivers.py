"""Wagtail connects each model to two receivers; held back, saving calls neither."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from wagtail.models import ReferenceIndex

from portal.seam.index_receivers import indexes_held_back
from tests.factories import make_document


def connected() -> set[Any]:
    return {row[0] for row in post_save.receivers}


def test_every_receiver_comes_back() -> None:
    before = connected()
    with indexes_held_back():
        missing = before - connected()
    assert len(missing) == len(ReferenceIndex.tracked_models) + len(set(get_indexed_models()))
    assert connected() == before


def test_receivers_come_back_after_an_error() -> None:
    before = connected()
    with pytest.raises(InterruptedError), indexes_held_back():
        raise InterruptedError
    assert connected() == before


@pytest.mark.django_db
def test_a_saved_row_is_not_read_anew() -> None:
    document = make_document()
    with (
        patch("wagtail.signal_handlers.update_reference_index_task") as references,
        patch("modelsearch.signal_handlers.insert_or_update_object_task") as search,
    ):
        with indexes_held_back():
            document.save()
        assert not references.mock_calls
        assert not search.mock_calls
        document.save()
        assert search.mock_calls
