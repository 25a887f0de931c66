"""Wagtail names a page by its draft's title, for whoever asks."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from tests.seam.upstream import sum_of
from units.isolation.titles import display_title


def test_wagtails_method_is_the_one_that_was_replaced() -> None:
    assert sum_of("wagtail.models.pages", "Page.get_admin_display_title") == "b3bd7be5436c"


@pytest.mark.django_db
def test_rows_read_as_plain_pages_are_named_by_ours() -> None:
    """A page type's own method would not be asked for them."""
    assert Page.get_admin_display_title is display_title
    assert Page(title="Đã đăng", draft_title="Nháp").get_admin_display_title() == "Nháp"
