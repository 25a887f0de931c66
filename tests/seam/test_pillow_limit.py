"""Pillow refuses by a number of its module, twice of which is too much."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from portal.core.pictures.judging import MOST_PIXELS
from portal.seam.pillow_limit import open_at_most
from tests.media import bombs


def test_the_portal_has_set_it() -> None:
    assert Image.MAX_IMAGE_PIXELS == MOST_PIXELS // 2


def test_more_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)
    open_at_most(10_000)
    with pytest.raises(Image.DecompressionBombError):
        Image.open(BytesIO(bombs.png(101, 100)))
