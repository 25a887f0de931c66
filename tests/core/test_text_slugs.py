"""Addresses: static/core/js/slug.js follows the same rules in the browser."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text import slugify

VALID = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đặc khu Đình Lập", "dac-khu-dinh-lap"),  # Django's slugify: ac-khu-inh-lap
        (unicodedata.normalize("NFD", "Đặc khu Đình Lập"), "dac-khu-dinh-lap"),
        ("Ðặc khu", "dac-khu"),  # Eth in the place of Đ
        ("Viện kiểm sát nhân dân tỉnh Lạng Sơn", "vien-kiem-sat-nhan-dan-tinh-lang-son"),
        ("173/QĐ-VKS", "173-qd-vks"),
        ("49/LLV, từ ngày 11/11/2024", "49-llv-tu-ngay-11-11-2024"),
        ("  -- Thông báo! -- ", "thong-bao"),
        ("snake_case__x", "snake-case-x"),
        ("kiểm\u200bsát \ufeffso\u00adft", "kiemsat-soft"),
        ("Straße Łódź Øre Ǿ", "strasse-lodz-ore-o"),
        ("½ ngày, 5 m², № 7", "1-2-ngay-5-m2-no-7"),
        ("Путь", "put"),
        ("北京", "beijing"),
        ("조선", "joseon"),
        ("Tin vui 😀", "tin-vui"),
        ("😀 …!", ""),
        ("", ""),
    ],
)
def test_titles_become_addresses(title: str, slug: str):
    assert slugify(title) == slug


@pytest.mark.parametrize(
    ("title", "max_length", "slug"),
    [
        ("Đặc khu Đình Lập", 8, "dac-khu"),
        ("Đặc khu Đình Lập", 7, "dac-khu"),
        ("Đặc khu Đình Lập", 6, "dac"),
        ("nghiêng", 4, "nghi"),  # one word alone: nothing else can be cut
        ("abc", 0, ""),
    ],
)
def test_a_long_address_ends_after_a_whole_word(title: str, max_length: int, slug: str):
    assert slugify(title, max_length) == slug


@given(st.text(), st.integers(min_value=1, max_value=120))
def test_an_address_is_always_valid_and_short_enough(text: str, max_length: int):
    slug = slugify(text, max_length)
    assert VALID.fullmatch(slug)
    assert len(slug) <= max_length


@given(st.text())
def test_an_address_is_its_own_address_whatever_the_unicode_form(text: str):
    slug = slugify(text)
    assert slugify(slug) == slug
    assert slugify(unicodedata.normalize("NFD", text)) == slug


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyĐÁÀẢÃẠỆỮ0123456789", min_size=1))
def test_a_vietnamese_title_never_loses_its_address(text: str):
    assert slugify(text)
