"""Wagtail's models still do not measure a file that comes without a form."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from portal.media.models import PortalDocument
from portal.seam.file_facts import measure
from tests.factories import make_image

pytestmark = pytest.mark.django_db


def test_a_document_is_measured_only_when_it_is_asked_for() -> None:
    row = PortalDocument(title="x", file=ContentFile(b"%PDF-1.4 x", name="x.pdf"))
    row.save()
    assert row.file_hash == "", "measured by itself: the module can go"
    measure(row)
    assert (row.file_size, len(row.file_hash)) == (10, 40)


def test_a_picture_is_measured() -> None:
    row = make_image()
    row.file_hash, row.file_size = "", None
    measure(row)
    assert row.file_size == row.file.size
    assert len(row.file_hash) == 40
