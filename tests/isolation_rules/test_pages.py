"""Explorer, chooser, search, API, history and bulk actions show own pages alone."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.news.models import NewsPage
from tests.factories import make_user, news_index
from tests.isolation_rules.conftest import Holdings, signed_in, text, words
from units.models import Role, Unit
from units.people.memberships import grant

# Who asks is a fixture that some tests name by a parameter.
pytestmark = pytest.mark.usefixtures("portal")

ROLES = ("contributor", "leader", "unit_admin")


@pytest.fixture(params=ROLES)
def member(request: pytest.FixtureRequest) -> Client:
    return request.getfixturevalue(request.param)


OF_A_PAGE = [
    "wagtailadmin_explore",
    "wagtailadmin_explore_results",
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:view_draft",
    "wagtailadmin_pages:usage",
    "wagtailadmin_pages:history",
    "wagtailadmin_pages:history_results",
    "wagtailadmin_pages:workflow_history",
    "wagtailadmin_pages:revisions_index",
    "wagtailadmin_pages:delete",
    "wagtailadmin_pages:unpublish",
    "wagtailadmin_pages:move",
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:lock",
    "wagtailadmin_pages:preview_on_edit",
    "wagtailadmin_pages:add_subpage",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_api:pages:detail",
]


@pytest.mark.parametrize("name", OF_A_PAGE)
def test_pages_of_another_unit_are_not_found(leader: Client, foreign: Holdings, name: str) -> None:
    for page in (foreign.draft, foreign.live):
        for answer in (
            leader.get(reverse(name, args=[page.pk])),
            leader.post(reverse(name, args=[page.pk])),
        ):
            assert answer.status_code == 404
            assert foreign.word not in words(answer)


def test_comparisons_of_another_unit_are_not_found(leader: Client, foreign: Holdings) -> None:
    url = reverse(
        "wagtailadmin_pages:revisions_compare", args=[foreign.draft.pk, "earliest", "latest"]
    )
    assert leader.get(url).status_code == 404


def test_explorer_lists_own_pages(member: Client, own: Holdings, foreign: Holdings) -> None:
    start = member.get(reverse("wagtailadmin_explore_root"))
    assert start.status_code == 302
    assert start.url == reverse("wagtailadmin_explore", args=[own.unit.home_page.pk])
    index = news_index(own.unit)
    listing = text(member, reverse("wagtailadmin_explore", args=[index.pk]))
    assert own.word in listing
    assert foreign.word not in listing


def test_explorer_search_finds_own_pages(member: Client, own: Holdings, foreign: Holdings) -> None:
    url = reverse("wagtailadmin_explore", args=[own.unit.home_page.pk])
    found = text(member, url, q="Bản thảo", search_all="on")
    assert own.word in found
    assert foreign.word not in found
    found = text(member, reverse("wagtailadmin_pages:search"), q="Bản thảo")
    assert own.word in found
    assert foreign.word not in found
    usage = text(member, reverse("wagtailadmin_pages:type_use", args=["news", "newspage"]))
    assert own.word in usage
    assert foreign.word not in usage


def test_filters_name_no_people_of_other_units(
    member: Client, own: Holdings, foreign: Holdings
) -> None:
    stranger = make_user(Role.LEADER, foreign.unit, last_name="Họ-Lạ", username="nguoi-la")
    writer = make_user(Role.LEADER, own.unit, last_name="Họ-Quen", username="nguoi-quen")
    for holdings, person in ((own, writer), (foreign, stranger)):
        holdings.draft.owner = person
        holdings.draft.save()
        holdings.draft.save_revision(user=person, log_action=True)
    for url in (
        reverse("wagtailadmin_explore", args=[own.unit.home_page.pk]),
        reverse("wagtailadmin_pages:type_use", args=["news", "newspage"]),
    ):
        page = text(member, url)
        assert "Họ-Quen" in page or "nguoi-quen" in page
        assert "Họ-Lạ" not in page
        assert "nguoi-la" not in page
        assert foreign.unit.short_name not in page


def test_chooser_starts_at_the_own_home(
    member: Client, own: Holdings, foreign: Holdings, province: Unit
) -> None:
    for url in (
        reverse("wagtailadmin_choose_page"),
        reverse("wagtailadmin_choose_page_child", args=[province.home_page.pk]),
    ):
        browsed = text(member, url, page_type="news.NewsPage")
        assert own.unit.home_page.title in browsed
        assert province.home_page.title not in browsed
        assert foreign.unit.home_page.title not in browsed


def test_chooser_search_and_ids_reach_own_pages(
    member: Client, own: Holdings, foreign: Holdings
) -> None:
    found = text(member, reverse("wagtailadmin_choose_page_search"), q="Bản thảo")
    assert own.word in found
    assert foreign.word not in found
    url = reverse("wagtailadmin_choose_page_chosen_multiple")
    assert own.word in text(member, url, id=own.draft.pk)
    assert member.get(url, {"id": [own.draft.pk, foreign.draft.pk]}).status_code == 404


def test_api_lists_own_pages(member: Client, own: Holdings, foreign: Holdings) -> None:
    listing = text(member, reverse("wagtailadmin_api:pages:listing"), limit=20, offset=0)
    assert foreign.word not in listing
    index = news_index(own.unit)
    listing = text(member, reverse("wagtailadmin_api:pages:listing"), child_of=index.pk)
    assert own.word in listing
    found = text(member, reverse("wagtailadmin_api:pages:listing"), search="matkhau")
    assert foreign.word not in found


def test_a_member_of_two_units_sees_no_third_one(
    portal: object, own: Holdings, foreign: Holdings, province: Unit
) -> None:
    from tests.factories import make_unit
    from units.subsites.models import UnitDirectoryPage
    from units.subsites.provisioning import open_subsite

    third = make_unit("chi-lang", province)
    open_subsite(third)
    user = make_user(Role.LEADER, own.unit)
    grant(user, third, Role.CONTRIBUTOR)
    directory = UnitDirectoryPage.objects.get()
    directory.title = "Thư mục matkhau"
    directory.save_revision()
    client = signed_in(user)
    for url in (
        reverse("wagtailadmin_explore", args=[directory.pk]),
        reverse("wagtailadmin_choose_page"),
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[own.unit.home_page.pk]),
    ):
        page = text(client, url)
        assert foreign.unit.home_page.title not in page
        assert "matkhau" not in page
    listing = text(client, reverse("wagtailadmin_explore", args=[directory.pk]))
    assert own.unit.home_page.title in listing
    assert third.home_page.title in listing


def test_external_links_turn_into_own_pages_only(
    member: Client, own: Holdings, foreign: Holdings
) -> None:
    url = reverse("wagtailadmin_choose_page_external_link")
    for holdings, expected in ((own, True), (foreign, False)):
        form = {
            "external-link-chooser-url": holdings.live.full_url,
            "external-link-chooser-link_text": "đọc thêm",
        }
        answer = member.post(url, form)
        assert answer.status_code == 200
        assert (holdings.word in words(answer)) is expected


def test_bulk_actions_refuse_foreign_pages(
    leader: Client, own: Holdings, foreign: Holdings
) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    index, home = news_index(foreign.unit), Page.objects.get(depth=2)
    assert leader.get(f"{url}?id={own.draft.pk}").status_code == 200
    for query in (
        f"id={foreign.draft.pk}",
        f"id={own.draft.pk}&id={foreign.draft.pk}",
        f"id=all&childOf={index.pk}",
        f"id=all&childOf={home.pk}",
        "id=all",
        "id=all&q=matkhau",
    ):
        for answer in (leader.get(f"{url}?{query}"), leader.post(f"{url}?{query}")):
            assert answer.status_code in (403, 404)
            assert foreign.word not in words(answer)
    assert NewsPage.objects.filter(pk=foreign.draft.pk).exists()


def test_nothing_is_copied_or_moved_into_another_unit(
    leader: Client, own: Holdings, foreign: Holdings
) -> None:
    target = news_index(foreign.unit)
    form = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": target.pk}
    copied = leader.post(reverse("wagtailadmin_pages:copy", args=[own.draft.pk]), form)
    moved = leader.post(reverse("wagtailadmin_pages:move_confirm", args=[own.draft.pk, target.pk]))
    asked = leader.post(
        reverse("wagtailadmin_pages:move", args=[own.draft.pk]), {"new_parent_page": target.pk}
    )
    assert {copied.status_code, moved.status_code, asked.status_code} == {404}
    assert not target.get_children().filter(slug__in=["ban-sao", own.draft.slug]).exists()


def test_who_left_a_unit_does_not_meet_its_pages_on_the_first_screen(
    foreign: Holdings, cao_loc: Unit
) -> None:
    user = make_user(Role.LEADER, cao_loc)
    foreign.draft.locked, foreign.draft.locked_by = True, user
    foreign.draft.save()
    foreign.draft.save_revision(user=user, log_action=True)
    foreign.draft.save_revision(user=user, log_action=True)
    assert foreign.word not in text(signed_in(user), reverse("wagtailadmin_home"))


def test_an_open_editor_of_another_unit_is_not_told(leader: Client, foreign: Holdings) -> None:
    url = reverse(
        "wagtailadmin_editing_sessions:ping", args=["wagtailcore", "page", foreign.draft.pk, 1]
    )
    assert leader.post(url).status_code == 404


def test_the_board_sees_every_unit(board: Client, own: Holdings, foreign: Holdings) -> None:
    for holdings in (own, foreign):
        index = news_index(holdings.unit)
        assert holdings.word in text(board, reverse("wagtailadmin_explore", args=[index.pk]))
        assert holdings.word in text(
            board, reverse("wagtailadmin_choose_page_child", args=[index.pk])
        )
    assert board.get(reverse("wagtailadmin_pages:edit", args=[foreign.draft.pk])).status_code == 200
