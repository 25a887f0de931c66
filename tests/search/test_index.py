"""The index follows what is published, can be made anew, and never stands in the way."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from wagtail.models import Page

from home.models import StandardPage
from home.news.models import NewsPage
from search import services
from search.kinds import KIND_OF_TYPE, KINDS
from search.models import IndexEntry
from tests.search.conftest import Search, World, publish

FIELDS = ("page_id", *services.TEXT_FIELDS)


def contents() -> list[tuple]:
    return list(IndexEntry.objects.order_by("page_id").values_list(*FIELDS))


def test_rebuilding_makes_the_same_index_any_number_of_times(world: World):
    world.news("Một", "Nội dung một")
    world.notice("Hai", "Nội dung hai")
    world.page("Ba")
    call_command("rebuild_search", verbosity=0)
    first = contents()
    assert len(first) == Page.objects.live().filter(depth__gt=1).count()
    call_command("rebuild_search", verbosity=0)
    assert contents() == first


def test_rebuilding_adds_mends_and_removes(world: World, search: Search):
    lost, stale, gone = world.news("Mất"), world.news("Cũ"), world.news("Bỏ")
    IndexEntry.objects.filter(page=lost.pk).delete()
    IndexEntry.objects.filter(page=stale.pk).update(title="Khác", title_folded=" khac ")
    Page.objects.filter(pk=gone.pk).update(live=False)
    output = StringIO()
    call_command("rebuild_search", stdout=output)
    assert search("mất").titles == ["Mất"]
    assert search("cũ").titles == ["Cũ"]
    assert not IndexEntry.objects.filter(page=gone.pk).exists()
    assert "bỏ 1 mục cũ" in output.getvalue()


def test_rebuilding_works_in_batches(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(services, "BATCH", 2)
    for number in range(3):
        world.news(f"Tin {number}")
    seen: list[tuple[int, int]] = []
    report = services.rebuild(lambda done, total: seen.append((done, total)))
    total = Page.objects.live().filter(depth__gt=1).count()
    assert report.indexed == total == IndexEntry.objects.count()
    assert seen[0] == (2, total)
    assert seen[-1] == (total, total)


def test_pages_that_nobody_published_by_hand_are_indexed_too(world: World, search: Search):
    page = world.home.add_child(instance=StandardPage(title="Nạp từ tệp", slug="nap"))
    assert search("nạp").titles == ["Nạp từ tệp"]
    page.title = "Chưa duyệt"
    page.save_revision()
    assert search("chưa duyệt").titles == []
    draft = StandardPage(title="Bản nháp", slug="nhap", live=False)
    world.home.add_child(instance=draft)
    assert not IndexEntry.objects.filter(page=draft.pk).exists()


@pytest.mark.parametrize("error", [ValueError("hỏng"), IntegrityError("hỏng")])
def test_a_broken_text_never_stops_a_publication(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog, error: Exception
):
    def fail(self: NewsPage) -> str:
        raise error

    monkeypatch.setattr(NewsPage, "get_search_text", fail)
    page = world.news("Vẫn được đăng")
    assert page.live
    assert "cannot be indexed" in caplog.text
    with pytest.raises(CommandError):
        call_command("rebuild_search", verbosity=0)
    assert not IndexEntry.objects.filter(page=page.pk).exists()
    assert IndexEntry.objects.filter(page=world.home.pk).exists()


def test_a_failing_database_query_leaves_the_publication_whole(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    def fail(self: NewsPage) -> str:
        IndexEntry.objects.bulk_create([IndexEntry(page_id=None)])
        return ""

    monkeypatch.setattr(NewsPage, "get_search_text", fail)
    assert world.news("Vẫn được đăng").live


def test_a_copy_and_a_moved_page_are_found_at_their_own_address(world: World, search: Search):
    page = world.page("Giới thiệu chung")
    page.copy(to=world.home, update_attrs={"slug": "ban-sao", "title": "Giới thiệu bản sao"})
    assert set(search("giới thiệu").titles) == {"Giới thiệu chung", "Giới thiệu bản sao"}
    parent = world.page("Mục khác")
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=parent.pk), pos="last-child")
    result = search("giới thiệu chung").context["results"].object_list[0]
    assert result.url == f"/{parent.slug}/{page.slug}/"


def test_a_unit_that_goes_out_of_service_keeps_only_its_page_text(world: World, search: Search):
    world.van_lang.address = "Khu 4, Na Sầm"
    world.van_lang.save()
    assert search("na sầm").titles == ["VKSND huyện Văn Lãng"]
    world.van_lang.is_active = False
    world.van_lang.save()
    assert search("na sầm").titles == []
    assert search("văn lãng").titles == ["VKSND huyện Văn Lãng"]


def test_kinds_name_page_types_that_exist(world: World):
    from django.apps import apps

    assert all(issubclass(apps.get_model(name), Page) for name in KIND_OF_TYPE)
    assert {kind.key for kind in KIND_OF_TYPE.values()} <= {kind.key for kind in KINDS}


def test_an_unlisted_page_type_is_a_page(world: World):
    page = publish(world.home.add_child(instance=StandardPage(title="Một trang", slug="mot")))
    assert IndexEntry.objects.get(page=page.pk).kind == "trang"
