"""Vietnamese order: tones after letters, syllable by syllable; people by given name."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text import (
    person_sort_key,
    person_sort_key_text,
    sort_key,
    sort_key_text,
)

TITLES = st.one_of(
    st.text(), st.text(alphabet="aàáạăâbdđeêhnoôơuưyz ĐÁ0129.", max_size=12)
)  # fmt: skip


@pytest.mark.parametrize(
    "in_order",
    [
        ["An", "Ánh", "Ăn", "Ân", "Bình", "Dũng", "Dương", "Đức"],
        list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],  # ngang, huyền, hỏi, ngã, sắc, nặng
        ["Phòng 1", "Phòng 2", "Phòng 9", "Phòng 10", "Phòng 10A", "Phòng thống kê"],
        ["9/QĐ-VKS", "49/LLV", "173/QĐ-VKS"],
        ["ba hoa", "bà con", "bá tước"],  # the first syllable decides before the second
        ["Lộc", "Lộc Bình", "Lộc Hà", "Lộng"],
        ["Bắc Sơn", "Bình Gia", "Cao Lộc", "Chi Lăng", "Đình Lập", "Hữu Lũng", "Lộc Bình",
         "Tràng Định", "Văn Lãng", "Văn Quan"],
        ["z", "я", "北"],
    ],
)  # fmt: skip
def test_lists_stand_in_vietnamese_order(in_order: list[str]):
    shuffled = random.Random(7).sample(in_order, len(in_order))
    assert sorted(shuffled, key=sort_key) == in_order
    assert sorted(shuffled, key=sort_key_text) == in_order


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "HÒA"), ("Phòng 09", "phòng 9"), ("A, B", "a - b"), ("Ðức", "Đức"), ("é", "e\u0301")],
)
def test_what_reads_the_same_sorts_the_same(one: str, other: str):
    assert sort_key(one) == sort_key(other)
    assert sort_key_text(one) == sort_key_text(other)


def test_people_stand_by_given_name_then_family_then_middle():
    in_order = [
        "Vũ Văn An (mẫu)",
        "Hoàng Thị Ánh",
        "Lê Văn Bình (mẫu)",
        "Nguyễn An Bình",
        "Nguyễn Đức Bình",
        "Nguyễn Văn Bình (mẫu)",
        "Trần Dũng",
        "Đặng Thùy Dương",
        "Bế Văn Đức",
        "Đức Hạnh",
    ]
    shuffled = random.Random(3).sample(in_order, len(in_order))
    assert sorted(shuffled, key=person_sort_key) == in_order
    assert sorted(shuffled, key=person_sort_key_text) == in_order


@pytest.mark.parametrize("name", ["", "  ", "(mẫu)", "Hà", "((", ")("])
def test_odd_names_still_sort(name: str):
    assert sorted([name, "Nguyễn Văn An"], key=person_sort_key)


@given(TITLES, TITLES)
def test_the_key_and_its_stored_text_give_the_same_total_order(one: str, other: str):
    keys = sort_key(one), sort_key(other)
    texts = sort_key_text(one), sort_key_text(other)
    assert (keys[0] < keys[1]) == (texts[0] < texts[1])
    assert (keys[0] == keys[1]) == (texts[0] == texts[1])
    assert (keys[0] < keys[1]) + (keys[0] == keys[1]) + (keys[0] > keys[1]) == 1


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_digits_sort_as_numbers_of_any_length(one: int, other: int):
    assert (sort_key_text(f"Phòng {one}") < sort_key_text(f"Phòng {other}")) == (one < other)


def test_a_number_too_long_for_pythons_int_still_sorts():
    assert sort_key_text("9" * 6000) < sort_key_text("1" + "0" * 6000)


@given(TITLES)
def test_stored_keys_are_plain_and_blind_to_the_unicode_form(text: str):
    stored = sort_key_text(text)
    assert stored == "" or (stored.isascii() and stored.isalnum() and stored == stored.lower())
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(text)
