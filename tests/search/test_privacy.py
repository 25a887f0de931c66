"""What is not public is not found, whatever stands in the index."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from search.models import IndexEntry
from tests.search.conftest import Search, World, later, publish

WORD = "bí mật"


@pytest.fixture(autouse=True)
def _public_page(world: World) -> None:
    world.news("Công khai", "Không còn bí mật.")


def found(search: Search) -> list[str]:
    answer = search(WORD)
    assert answer.context["total"] == len(answer.titles)
    return answer.titles


def restrict(page: Page, kind: str = PageViewRestriction.LOGIN) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")


def test_a_draft_is_not_found(world: World, search: Search):
    page = world.news("Bản nháp bí mật", published=False)
    page.save_revision()
    assert found(search) == ["Công khai"]


def test_draft_changes_of_a_published_page_are_not_found(world: World, search: Search):
    page = world.news("Bài đã đăng")
    page.title = "Bài bí mật"
    page.lead = "Chuyện bí mật"
    page.save_revision()
    assert found(search) == ["Công khai"]
    call_command("rebuild_search", verbosity=0)
    assert found(search) == ["Công khai"]
    assert search("bài đã đăng").titles == ["Bài đã đăng"]


def test_published_changes_replace_what_was_found(world: World, search: Search):
    page = world.news("Bài bí mật")
    page.title = "Bài đã sửa"
    publish(page)
    assert found(search) == ["Công khai"]
    assert search("đã sửa").titles == ["Bài đã sửa"]


def test_an_unpublished_page_is_not_found(world: World, search: Search):
    page = world.news("Bài bí mật")
    page.unpublish()
    assert found(search) == ["Công khai"]
    assert not IndexEntry.objects.filter(page=page.pk).exists()


def test_the_index_is_not_trusted(world: World, search: Search):
    page = world.news("Bài bí mật")
    Page.objects.filter(pk=page.pk).update(live=False)
    assert IndexEntry.objects.filter(page=page.pk).exists()
    assert found(search) == ["Công khai"]


@pytest.mark.parametrize(
    "kind",
    [PageViewRestriction.LOGIN, PageViewRestriction.GROUPS, PageViewRestriction.PASSWORD],
)
def test_a_private_page_is_not_found(world: World, search: Search, kind: str):
    restrict(world.news("Bài bí mật"), kind)
    assert found(search) == ["Công khai"]


def test_a_page_below_a_private_page_is_not_found(world: World, search: Search):
    parent = world.page("Nội bộ")
    world.page("Trang bí mật", parent=world.page("Ở giữa", parent=parent))
    assert "Trang bí mật" in found(search)
    restrict(parent)
    assert found(search) == ["Công khai"]


def test_a_page_beside_a_private_page_is_found(world: World, search: Search):
    private, public = world.page("Trang bí mật 1"), world.page("Trang bí mật 2")
    assert private.path < public.path
    restrict(private)
    assert set(found(search)) == {"Công khai", "Trang bí mật 2"}


def test_an_alias_of_a_private_page_is_not_found(world: World, search: Search):
    page = world.page("Trang bí mật")
    alias = page.create_alias(parent=world.home, update_slug="ban-khac")
    assert IndexEntry.objects.filter(page=alias.pk).exists()
    assert len(found(search)) == 3
    restrict(page)
    assert found(search) == ["Công khai"]


def test_whoever_is_signed_in_sees_the_same(world: World, search: Search, admin_client):
    restrict(world.news("Bài bí mật"))
    response = admin_client.get("/tim-kiem/", {"q": WORD}, headers={"host": "localhost"})
    assert response.context["total"] == 1


def test_a_scheduled_page_is_found_from_its_hour_to_its_end(world: World, search: Search):
    page = world.news("Bài bí mật", published=False)
    page.go_live_at = later(hours=1)
    page.save_revision().publish()
    assert found(search) == ["Công khai"]
    revision = page.get_latest_revision()
    hour = later(minutes=-1)  # the hour has come
    revision.content["go_live_at"] = hour.isoformat()
    revision.approved_go_live_at = hour
    revision.save()
    call_command("publish_scheduled")
    assert set(found(search)) == {"Công khai", "Bài bí mật"}
    Page.objects.filter(pk=page.pk).update(expire_at=later(minutes=-1))
    call_command("publish_scheduled")
    assert found(search) == ["Công khai"]


def test_a_deleted_page_is_not_found(world: World, search: Search):
    page = world.news("Bài bí mật")
    Page.objects.get(pk=page.pk).delete()
    assert found(search) == ["Công khai"]
    assert not IndexEntry.objects.filter(page=page.pk).exists()


def test_a_page_outside_every_site_is_not_found(world: World, search: Search):
    root = Page.objects.get(depth=1)
    tree = root.add_child(instance=Page(title="Ngoài", slug="ngoai"))
    page = tree.add_child(instance=Page(title="Trang bí mật", slug="trang"))
    publish(page)
    assert IndexEntry.objects.filter(page=page.pk).exists()
    assert found(search) == ["Công khai"]
