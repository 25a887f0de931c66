"""A file field's value says by one private name whether it waits to be stored."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from portal.media.models import PortalDocument
from portal.seam.new_files import is_new_file
from tests.factories import make_document

pytestmark = pytest.mark.django_db


def test_a_file_is_new_until_it_is_stored() -> None:
    row = PortalDocument(title="Quyết định")
    assert not is_new_file(row.file), "there is none"
    row.file = ContentFile(b"%PDF-1.4", name="a.pdf")
    assert is_new_file(row.file)
    row.file.save("a.pdf", row.file.file, save=False)
    assert not is_new_file(row.file)


def test_a_file_that_takes_the_place_of_another_is_new() -> None:
    row = PortalDocument.objects.get(pk=make_document().pk)
    assert not is_new_file(row.file)
    row.file = ContentFile(b"%PDF-1.4", name="b.pdf")
    assert is_new_file(row.file)
