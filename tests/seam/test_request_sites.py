"""The chooser of links still takes its sites from the request, and still asks for no permission."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory
from wagtail.admin.views.chooser import ExternalLinkView
from wagtail.models import Site

from portal.seam.request_sites import limit_sites
from tests.factories import Portal, make_user


def chosen(portal: Portal, roots: Any) -> str:
    """The answer to somebody who types a page's whole address."""
    address = portal.home.get_children().live().first().full_url
    sent = {"external-link-chooser-url": address, "external-link-chooser-link_text": "x"}
    request = RequestFactory().post("/admin/choose-external-link/", sent)
    request.user = make_user()
    if roots is not None:
        limit_sites(request, roots)
    return ExternalLinkView.as_view()(request).content.decode()


def test_wagtail_looks_on_every_site(portal: Portal) -> None:
    """When this fails, Wagtail has begun to ask whose page it is."""
    assert '"parentId"' in chosen(portal, None)


@pytest.mark.parametrize("known", [True, False])
def test_only_the_given_sites_are_looked_through(portal: Portal, known: bool) -> None:
    roots = Site.get_site_root_paths() if known else []
    assert ('"parentId"' in chosen(portal, roots)) is known
