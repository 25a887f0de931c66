"""A document in another register: it belongs there at once, and stands there only once."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.registry.models import OfficialDocumentPage
from tests.factories import browser, make_user
from tests.registry.documents import make_document, register_of
from tests.users.helpers import sign_in
from units.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(cao_loc: Unit) -> Client:
    found = browser()
    sign_in(found, make_user())
    return found


def move(client: Client, page: Page, unit: Unit) -> Any:
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, register_of(unit).pk])
    return client.post(url, follow=True)


def move_many(client: Client, pages: list[Page], unit: Unit) -> Any:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{url}?{ids}", {"chooser": register_of(unit).pk}, follow=True)


def register_id(page: Page) -> int | None:
    return OfficialDocumentPage.objects.get(pk=page.pk).register_id


def draft(unit: Unit, symbol: str, slug: str = "") -> OfficialDocumentPage:
    """What is public stays in its unit. A draft may have an address that its symbol does not tell."""
    return make_document(unit, symbol, live=False, issuer="VKSND tối cao", slug=slug)


def test_moved_document_belongs_to_the_other_register(
    admin: Client, cao_loc: Unit, bac_son: Unit
) -> None:
    page = draft(cao_loc, "173/QĐ-VKS")
    move(admin, page, bac_son)
    assert register_id(page) == register_of(bac_son).pk

    again = draft(cao_loc, "173/QĐ-VKS")
    assert register_id(again) == register_of(cao_loc).pk
    assert OfficialDocumentPage.objects.twin_in(register_of(bac_son), page.key) is not None


def test_many_moved_documents_belong_there_too(admin: Client, cao_loc: Unit, bac_son: Unit) -> None:
    pages = [draft(cao_loc, f"{number}/QĐ-VKS") for number in (1, 2)]
    move_many(admin, pages, bac_son)
    assert {register_id(page) for page in pages} == {register_of(bac_son).pk}


@pytest.mark.parametrize("live", [True, False])
def test_register_that_has_the_document_refuses_it_with_the_reason(
    admin: Client, cao_loc: Unit, bac_son: Unit, live: bool
) -> None:
    page = draft(cao_loc, "173/QĐ-VKS", slug="van-ban-cu")
    make_document(bac_son, "173/qd-vks", issuer="VKSND tối cao", live=live)
    for answer in (move(admin, page, bac_son), move_many(admin, [page], bac_son)):
        assert answer.status_code == 200
        text = answer.content.decode()
        assert "Chưa di chuyển văn bản nào" in text
        assert "Sổ này đã có Quyết định số 173/QĐ-VKS" in text
    assert register_id(page) == register_of(cao_loc).pk
    assert page.get_parent().pk == register_of(cao_loc).pk


def test_two_alike_cannot_move_together(
    admin: Client, province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    pages = [draft(unit, "9/KH-VKS", slug=unit.slug) for unit in (cao_loc, bac_son)]
    answer = move_many(admin, pages, province)
    assert "Chưa di chuyển văn bản nào" in answer.content.decode()
    assert not OfficialDocumentPage.objects.child_of(register_of(province)).exists()


def test_program_cannot_move_it_there_either(cao_loc: Unit, bac_son: Unit) -> None:
    page = make_document(cao_loc, "173/QĐ-VKS", issuer="VKSND tối cao")
    make_document(bac_son, "173/QĐ-VKS", issuer="VKSND tối cao")
    with pytest.raises(ValidationError, match="Sổ này đã có"):
        page.move(register_of(bac_son), pos="last-child")
    assert register_id(page) == register_of(cao_loc).pk


def test_order_in_the_register_may_change(cao_loc: Unit) -> None:
    first, second = (make_document(cao_loc, f"{number}/QĐ-VKS") for number in (1, 2))
    second.move(first, pos="left")
    assert register_id(second) == register_of(cao_loc).pk
