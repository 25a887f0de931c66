"""treebeard looks for a page's parent where the seam puts it."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from portal.seam.page_parents import remember_parent
from tests.factories import Portal


def test_a_known_parent_costs_no_query(portal: Portal, django_assert_num_queries: Any) -> None:
    page = Page.objects.get(pk=portal.home.get_children().first().pk)
    with django_assert_num_queries(1):
        page.get_parent(update=True)
    page = Page.objects.get(pk=page.pk)
    remember_parent(page, portal.home)
    with django_assert_num_queries(0):
        assert page.get_parent() is portal.home or page.get_parent().pk == portal.home.pk
