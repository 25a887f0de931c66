"""What a question finds, however it is typed."""

import unicodedata

import pytest

from home.models import StandardPage
from search.models import IndexEntry
from search.terms import SearchTerms
from tests.search.conftest import Search, World

TITLES = (
    "Viện kiểm sát nhân dân tỉnh Lạng Sơn sơ kết công tác",
    "Đoàn công tác tỉnh Đồng Nai đến thăm",
    "Phiên hòa giải tại cơ sở",
    "Thúy Hằng – điển hình tiên tiến",
    "Quyết định số 173/QĐ-VKS về kế hoạch năm",
    "Tiếp nhận tố giác, tin báo về tội phạm",
    "Hưởng ứng “Ngày Pháp luật” 9/11",
)


@pytest.fixture
def titles(world: World) -> None:
    for number, title in enumerate(TITLES):
        world.home.add_child(instance=StandardPage(title=title, slug=f"trang-{number}"))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("viện kiểm sát", 0),
        ("vien kiem sat", 0),
        ("VIỆN KIỂM SÁT", 0),
        ("lạng sơn", 0),
        ("son lang", 0),  # words in any order
        ("kiem nhan", 0),
        ("Đồng Nai", 1),
        ("dong nai", 1),
        ("Ðồng Nai", 1),  # Eth, as converters from legacy fonts write it
        ("đồng nai", 1),
        ("hoà giải", 2),
        ("hòa giải", 2),
        ("hoa giai", 2),
        ("thuý hằng", 3),
        ("thúy hằng", 3),
        ("173/QĐ", 4),
        ("173/QĐ-VKS", 4),
        ("173", 4),
        ("qd-vks", 4),
        ("QĐ VKS", 4),
        ("to giac toi pham", 5),
        ("tố giac", 5),
        ("tố giác tin báo", 5),  # punctuation in between
        ("ngay phap luat 9/11", 6),
        ("  hưởng\tứng \n ngày ", 6),
        ("huong u", 6),  # the last word is not finished yet
    ],
)
def test_finds(titles: None, search: Search, asked: str, number: int, form: str):
    asked = unicodedata.normalize(form, asked)
    assert search(asked, loai="trang").titles == [TITLES[number]]


@pytest.mark.parametrize("asked", ["iem sat", "ong nai", "73/QĐ", "tố giác Đồng Nai", "khongco"])
def test_does_not_find_the_middle_of_a_word_nor_words_of_two_pages(
    titles: None, search: Search, asked: str
):
    answer = search(asked)
    assert answer.titles == []
    assert answer.context["total"] == 0


def test_a_decomposed_page_is_found_by_a_composed_question(world: World, search: Search):
    title = "Lễ hội ở Đình Lập"
    world.news(unicodedata.normalize("NFD", title), unicodedata.normalize("NFD", "Thủy điện"))
    assert search("đình lập").titles == [title]
    assert search("thuỷ điện").titles == [title]
    assert search("thuy dien").titles == [title]


def test_words_may_stand_in_title_and_body(world: World, search: Search):
    world.news("Hội nghị cuối năm", "Khen thưởng <b>tập</b> thể và các cá nhân.")
    assert search("hoi nghi khen thuong").titles == ["Hội nghị cuối năm"]
    assert search("tập thể").titles == ["Hội nghị cuối năm"]


def test_a_pasted_title_longer_than_what_is_compared_finds_its_page(world: World, search: Search):
    title = "Viện kiểm sát nhân dân tỉnh Lạng Sơn tổ chức hội nghị triển khai công tác kiểm sát năm"
    world.news(title)
    assert len(SearchTerms.parse(title).words) == 12
    assert search(title).titles == [title]
    assert search(" ".join([title] * 200)).titles == [title]


def test_a_unit_is_found_by_its_address_and_communes(world: World, search: Search):
    world.van_lang.address = "Khu 4, thị trấn Na Sầm"
    world.van_lang.service_area = "Thanh Long, Thụy Hùng, Hội Hoan"
    world.van_lang.save()
    assert search("na sam").titles == ["VKSND huyện Văn Lãng"]
    assert search("thuỵ hùng").titles == ["VKSND huyện Văn Lãng"]
    assert search("vien kiem sat nhan dan huyen van lang").titles == ["VKSND huyện Văn Lãng"]


def test_padding_marks_the_ends_of_words(world: World):
    entry = IndexEntry.objects.get(page=world.news("Tố giác", "Nội dung").pk)
    assert entry.title_folded == " to giac "
    assert entry.title_marks == " tố giác "
    assert entry.body_folded.startswith(" tin ")
    assert entry.body_folded.endswith(" noi dung ")
    assert entry.body == "Tin. Nội dung"
