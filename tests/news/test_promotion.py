"""Only the board puts a unit's item on the province's pages; nothing else does it on the way."""

from __future__ import annotations

import pytest
from django.urls import reverse

from home.news.models import NewsPage, Promotion
from tests.factories import browser, make_news, make_user, news_index
from units.models import Unit
from units.rights.roles import Role


def address(item: NewsPage) -> str:
    return reverse("news_promote", args=[item.pk])


@pytest.fixture
def item(cao_loc: Unit) -> NewsPage:
    return make_news(cao_loc)


def promoted(item: NewsPage) -> bool:
    return Promotion.objects.filter(page=item).exists()


@pytest.mark.parametrize("role", [None, Role.BOARD])
def test_board_and_administrator_promote_and_take_back(item: NewsPage, role: Role | None) -> None:
    user = make_user(role)
    visitor = browser()
    visitor.force_login(user)
    assert visitor.get(address(item)).status_code == 200
    assert not promoted(item)
    assert visitor.post(address(item)).status_code == 302
    assert Promotion.objects.get(page=item).promoted_by == user
    assert visitor.post(address(item)).status_code == 302
    assert not promoted(item)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN])
def test_nobody_of_the_unit_can_promote(
    item: NewsPage, cao_loc: Unit, role: Role, method: str
) -> None:
    visitor = browser()
    visitor.force_login(make_user(role, cao_loc))
    response = getattr(visitor, method)(address(item))
    assert response.status_code in {302, 403}
    assert "Trên trang tỉnh" not in response.content.decode()
    assert not promoted(item)


@pytest.mark.parametrize("method", ["get", "post"])
def test_someone_not_signed_in_is_sent_to_sign_in(item: NewsPage, method: str) -> None:
    response = getattr(browser(), method)(address(item))
    assert response.status_code == 302
    assert "?next=" in response["Location"]
    assert not promoted(item)


def test_draft_and_the_provinces_own_items_are_not_promoted(province: Unit, cao_loc: Unit) -> None:
    visitor = browser()
    visitor.force_login(make_user(Role.BOARD))
    for item in (make_news(cao_loc, live=False), make_news(province)):
        visitor.post(address(item))
        assert not promoted(item)


def test_item_that_does_not_exist_is_not_found(province: Unit) -> None:
    visitor = browser()
    visitor.force_login(make_user())
    assert visitor.post(reverse("news_promote", args=[10**9])).status_code == 404


def test_field_in_a_form_of_the_page_promotes_nothing(item: NewsPage, cao_loc: Unit) -> None:
    visitor = browser()
    visitor.force_login(make_user(Role.LEADER, cao_loc))
    forged = {"title": item.title, "slug": item.slug, "lead": "X", "promotion": "1"}
    visitor.post(reverse("wagtailadmin_pages:edit", args=[item.pk]), forged)
    assert not promoted(item)


def test_copy_and_alias_do_not_inherit_the_choice(item: NewsPage, bac_son: Unit) -> None:
    Promotion.objects.create(page=item)
    copy = item.copy(to=news_index(bac_son), update_attrs={"slug": "ban-sao"})
    alias = item.create_alias(parent=news_index(bac_son), update_slug="bi-danh")
    assert promoted(item)
    assert not promoted(copy)
    assert not promoted(alias)


def test_choice_survives_a_later_draft_and_goes_with_the_item(item: NewsPage) -> None:
    Promotion.objects.create(page=item)
    item.title = "Tựa mới"
    item.save_revision().publish()
    assert promoted(item)
    item.delete()
    assert not Promotion.objects.exists()


def test_button_stands_on_published_items_for_the_board(item: NewsPage, cao_loc: Unit) -> None:
    from home.news.admin import promotion_button

    board, leader = make_user(Role.BOARD), make_user(Role.LEADER, cao_loc)
    assert [button.label for button in promotion_button(item, board)] == ["Trên trang tỉnh…"]
    assert list(promotion_button(item, leader)) == []
    assert list(promotion_button(make_news(cao_loc, live=False), board)) == []
    assert list(promotion_button(cao_loc.home_page, board)) == []
