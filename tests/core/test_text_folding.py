"""Folding for recall and for ranking: people type without marks, or with marks elsewhere."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text import fold, normalize_marks, words

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
VIETNAMESE_TEXT = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " 0123456789/-.,")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặc khu Đình Lập", "dac khu dinh lap"),
        (unicodedata.normalize("NFD", "Đặc khu Đình Lập"), "dac khu dinh lap"),
        ("Ðình Lập", "dinh lap"),  # Eth
        ("173/QĐ-VKS", "173 qd vks"),
        ("05/CT-VKSTC-TCKS", "05 ct vkstc tcks"),
        ("hoà hòa HOÀ", "hoa hoa hoa"),
        ("  nhiều   dấu\tcách\n", "nhieu dau cach"),
        ("“Tố giác”, tin báo…", "to giac tin bao"),
        ("snake_case", "snake case"),
        ("kiểm\u200bsát", "kiemsat"),
        ("ＶＫＳ ﬁ m²", "vks fi m2"),
        ("Straße Ångström", "strasse angstrom"),
        ("Москва", "москва"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_folding_keeps_what_is_searched_for(text: str, folded: str):
    assert fold(text) == folded
    assert words(text) == folded.split()


@pytest.mark.parametrize(
    ("new_style", "old_style"),
    [
        ("hoà", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("uỷ", "ủy"), ("Thuỷ", "thủy"),
        ("loã", "lõa"), ("HOẠ", "họa"), ("tuỳ", "tùy"), ("toả", "tỏa"), ("xoè", "xòe"),
    ],
)  # fmt: skip
def test_both_styles_of_tone_placement_are_equal(new_style: str, old_style: str):
    assert normalize_marks(new_style) == normalize_marks(old_style) == old_style.lower()


@pytest.mark.parametrize(
    "syllable",
    [
        "quý", "quỳ", "quả", "quạt", "giá", "già", "giữ", "gì", "gìn", "giếng", "giường", "hoàn",
        "thuận", "khuỷu", "ngoẻo", "khuya", "tuyết", "nghiêng", "mùa", "mía", "mưa", "thuở",
        "ngoài", "hoặc", "đường", "quốc", "xoong", "boong", "ý", "ủy", "ứng", "đắk",
    ],
)  # fmt: skip
def test_correct_spelling_stays_as_it_is(syllable: str):
    assert normalize_marks(syllable) == syllable


@pytest.mark.parametrize(("mistake", "word"), [("qúy", "quý"), ("gía", "giá"), ("gìa", "già")])
def test_a_tone_on_a_consonant_is_a_mistake_and_not_a_style(mistake: str, word: str):
    assert normalize_marks(mistake) == mistake != normalize_marks(word)
    assert fold(mistake) == fold(word)


@pytest.mark.parametrize(
    ("one", "other"), [("tố", "to"), ("tố", "tổ"), ("đơn", "dơn"), ("ma", "mạ"), ("lân", "lăn")]
)
def test_different_words_fold_together_but_rank_apart(one: str, other: str):
    assert fold(one) == fold(other)
    assert normalize_marks(one) != normalize_marks(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)
    assert normalize_marks(normalize_marks(text)) == normalize_marks(text)


@given(st.text())
def test_the_unicode_form_does_not_matter(text: str):
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(decomposed) == fold(text)
    assert normalize_marks(decomposed) == normalize_marks(text)


@given(st.text())
def test_exact_marks_never_hide_what_folding_finds(text: str):
    assert fold(normalize_marks(text)) == fold(text)


@given(VIETNAMESE_TEXT)
def test_folded_vietnamese_is_plain_ascii_words(text: str):
    assert re.fullmatch(r"(?:[a-z0-9]+(?: [a-z0-9]+)*)?", fold(text))
    assert fold(text.upper()) == fold(text)
