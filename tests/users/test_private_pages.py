"""Private pages: a password of their own, or our sign-in with its lock and its second factor."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    BaseViewRestriction,
    CollectionViewRestriction,
    ModelLogEntry,
    Page,
    PageViewRestriction,
)

from home.news.models import NewsPage
from portal.users import private
from portal.users.events import Action
from portal.users.models import Throttle, User
from tests.clock import at
from tests.factories import PASSWORD, Portal, make_news, make_user
from tests.users.helpers import code, enrol, is_signed_in, post_code, post_login, sign_in
from units.models import Role

SECRET_TITLE, PAGE_PASSWORD = "Kế hoạch xuanhoa", "mat-khau-cua-trang"
SIGN_IN = "/_util/login/"


@pytest.fixture
def item(portal: Portal) -> NewsPage:
    return make_news(portal.province, SECRET_TITLE, lead="Lời dẫn xuanhoa.")


@pytest.fixture
def leader(portal: Portal) -> User:
    return make_user(Role.LEADER, portal.units[0], username="lanh-dao")


@pytest.fixture
def writer(portal: Portal) -> User:
    return make_user(Role.CONTRIBUTOR, portal.units[0], username="cong-tac-vien")


def path(page: Page) -> str:
    parts = page.get_url_parts()
    assert parts is not None
    return parts[2]


def close(page: Page, kind: str = BaseViewRestriction.LOGIN) -> PageViewRestriction:
    return PageViewRestriction.objects.create(
        page=page, restriction_type=kind, password=PAGE_PASSWORD
    )


def test_signing_in_our_way_leads_back_to_the_page(
    client: Client, item: NewsPage, writer: User
) -> None:
    close(item)
    first = client.get(path(item))
    assert first["Location"] == f"{SIGN_IN}?next={path(item)}"
    second = client.get(first["Location"])
    assert second["Location"].startswith(reverse("account_login"))
    form = {"login": writer.username, "password": PASSWORD}
    assert client.post(second["Location"], form)["Location"] == path(item)
    assert SECRET_TITLE in client.get(path(item)).content.decode()


def test_wagtails_form_is_gone(client: Client, item: NewsPage, writer: User) -> None:
    form = {"username": writer.username, "password": PASSWORD}
    assert client.post(SIGN_IN, form).status_code == 405
    assert not is_signed_in(client)


def test_the_lock_holds_on_this_way_too(client: Client, item: NewsPage, writer: User) -> None:
    close(item)
    for _attempt in range(5):
        post_login(client, writer.username, "khong-phai-mat-khau-nay")
    client.post(
        f"{reverse('account_login')}?next={path(item)}",
        {"login": writer.username, "password": PASSWORD},
    )
    assert not is_signed_in(client)
    assert SECRET_TITLE not in client.get(path(item), follow=True).content.decode()


def test_a_password_alone_opens_no_private_page_to_who_must_enrol(
    client: Client, item: NewsPage, leader: User
) -> None:
    close(item)
    post_login(client, leader.username)
    answer = client.get(path(item))
    assert answer.status_code == 302
    assert SECRET_TITLE not in client.get(path(item), follow=True).content.decode()


def test_a_session_without_the_code_opens_no_private_page(
    client: Client, item: NewsPage, leader: User
) -> None:
    close(item)
    enrol(leader)
    client.force_login(leader)
    assert client.get(path(item)).status_code == 302
    client.logout()
    post_login(client, leader.username)
    assert client.get(path(item)).status_code == 302
    post_code(client, code())
    assert SECRET_TITLE in client.get(path(item)).content.decode()


def test_who_is_signed_in_but_not_of_the_group_is_told_so(
    client: Client, item: NewsPage, leader: User
) -> None:
    restriction = close(item, BaseViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.create(name="Nhóm khác"))
    sign_in(client, leader)
    answer = client.get(path(item), follow=True)
    assert answer.status_code == 403
    assert SECRET_TITLE not in answer.content.decode()


def test_where_nobody_can_sign_in_the_page_says_where(
    client: Client, item: NewsPage, settings: Any
) -> None:
    close(item)
    settings.ADMIN_HOST = "quan-tri.vks.example"
    answer = client.get(path(item), follow=True)
    assert answer.status_code == 403
    assert "Hãy đăng nhập vào phần quản trị" in answer.content.decode()


def test_the_password_form_stands_in_the_frame_and_names_nothing(
    client: Client, portal: Portal, item: NewsPage
) -> None:
    close(item, BaseViewRestriction.PASSWORD)
    answer = client.get(path(item))
    text = answer.content.decode()
    assert "Trang cần mật khẩu" in text
    assert portal.province.name in text
    assert "xuanhoa" not in text
    assert "no-store" in answer["Cache-Control"]


def test_the_right_password_opens_and_a_wrong_one_says_so(client: Client, item: NewsPage) -> None:
    restriction = close(item, BaseViewRestriction.PASSWORD)
    action = client.get(path(item)).context["action_url"]
    wrong = client.post(action, {"password": "sai", "return_url": path(item)})
    assert "Mật khẩu không đúng" in wrong.content.decode()
    assert "xuanhoa" not in wrong.content.decode()
    right = client.post(action, {"password": restriction.password, "return_url": path(item)})
    assert right["Location"] == path(item)
    assert SECRET_TITLE in client.get(path(item)).content.decode()


def test_the_forms_address_with_another_pages_id_tells_nothing(
    client: Client, portal: Portal, item: NewsPage
) -> None:
    restriction = close(item, BaseViewRestriction.PASSWORD)
    draft = make_news(portal.units[0], "Bản thảo xuanhoa", live=False)
    name = "wagtailcore_authenticate_with_password"
    answer = client.get(reverse(name, args=[restriction.pk, draft.pk]))
    assert answer.status_code == 404
    assert "xuanhoa" not in answer.content.decode()


@pytest.fixture
def folder(portal: Portal) -> CollectionViewRestriction:
    return CollectionViewRestriction.objects.create(
        collection=portal.units[0].collection,
        restriction_type=BaseViewRestriction.PASSWORD,
        password=PAGE_PASSWORD,
    )


@pytest.fixture(params=["page", "folder"])
def door(request: pytest.FixtureRequest, item: NewsPage) -> tuple[str, str]:
    """Where a password is sent, for a page and for a folder; and what the log calls it."""
    if request.param == "page":
        restriction = close(item, BaseViewRestriction.PASSWORD)
        name = "wagtailcore_authenticate_with_password"
        return reverse(name, args=[restriction.pk, item.pk]), SECRET_TITLE
    row = request.getfixturevalue("folder")
    return reverse("wagtaildocs_authenticate_with_password", args=[row.pk]), str(row.collection)


def guess(address: str, typed: str = "sai", ip: str = "192.0.2.1") -> Any:
    form = {"password": typed, "return_url": "/tin-tuc/"}
    return Client().post(address, form, REMOTE_ADDR=ip)


def test_five_wrong_passwords_lock_the_door_for_this_address(door: tuple[str, str]) -> None:
    """Not even the right one is looked at then; the sentence says how long, and nothing is lost."""
    address, name = door
    for _attempt in range(5):
        assert "không đúng" in guess(address).content.decode()
    for _attempt in range(2):
        answer = guess(address, PAGE_PASSWORD)
        assert answer.status_code == 429
        assert 0 < int(answer["Retry-After"]) <= 15 * 60
        assert "Hãy thử lại sau 15 phút" in answer.content.decode()
        assert 'value="/tin-tuc/"' in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
    assert guess(address, PAGE_PASSWORD, ip="192.0.2.2").status_code == 302
    Throttle.objects.update(since="2020-01-01T00:00:00Z")
    assert guess(address, PAGE_PASSWORD).status_code == 302
    wrong, lock = ModelLogEntry.objects.filter(action__startswith="security.private_").order_by(
        "pk"
    )
    assert (wrong.action, wrong.data["count"]) == (Action.PRIVATE_FAILED, 5)
    assert wrong.data["private"] == lock.data["private"] == name
    assert lock.action == Action.PRIVATE_LOCKED
    assert PAGE_PASSWORD not in str(wrong.data)


def test_the_last_minutes_are_told_as_minutes(door: tuple[str, str]) -> None:
    address, _name = door
    begun = timezone.now()
    with at(begun):
        for _attempt in range(5):
            guess(address)
    with at(begun + timedelta(minutes=13, seconds=30)):
        answer = guess(address)
    assert "sau 2 phút" in answer.content.decode()
    assert answer["Retry-After"] == "90"


def test_one_line_of_ipv6_counts_as_one_address(door: tuple[str, str]) -> None:
    address, _name = door
    answers = [guess(address, ip=f"2001:db8:1:2::{number:x}") for number in range(1, 8)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
    assert guess(address, ip="2001:db8:1:3::1").status_code == 200


def test_many_addresses_together_have_a_limit_too(
    door: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, _name = door
    monkeypatch.setattr(private, "IN_ALL", 3)
    for number in range(3):
        assert guess(address, ip=f"192.0.2.{number}").status_code == 200
    assert guess(address, PAGE_PASSWORD, ip="192.0.2.99").status_code == 429


def test_right_passwords_use_nothing_up(
    door: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole office comes from one address."""
    address, _name = door
    monkeypatch.setattr(private, "IN_ALL", 8)
    for _person in range(10):
        assert guess(address, PAGE_PASSWORD).status_code == 302
    for _person in range(2):
        for _attempt in range(3):
            assert guess(address).status_code == 200
        assert guess(address, PAGE_PASSWORD).status_code == 302


def test_doors_are_counted_apart(item: NewsPage, folder: CollectionViewRestriction) -> None:
    restriction = close(item, BaseViewRestriction.PASSWORD)
    page = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, item.pk])
    for _attempt in range(6):
        guess(page)
    assert guess(page).status_code == 429
    files = reverse("wagtaildocs_authenticate_with_password", args=[folder.pk])
    assert guess(files, PAGE_PASSWORD).status_code == 302


def test_a_door_without_a_password_takes_none(item: NewsPage) -> None:
    """A password that was left when the kind of privacy changed opens nothing."""
    restriction = close(item, BaseViewRestriction.LOGIN)
    name = "wagtailcore_authenticate_with_password"
    address = reverse(name, args=[restriction.pk, item.pk])
    assert guess(address, PAGE_PASSWORD).status_code == 404


def test_a_page_outside_of_the_portal_is_no_way_back(client: Client, item: NewsPage) -> None:
    restriction = close(item, BaseViewRestriction.PASSWORD)
    action = client.get(path(item)).context["action_url"]
    form = {"password": restriction.password, "return_url": "https://ke-la.example/"}
    assert client.post(action, form)["Location"] == reverse("wagtailadmin_home")
