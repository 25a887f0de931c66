"""Symbols of documents: read however they are typed, written one way, sorted by number."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.laws.rules.symbols import (
    TYPES,
    Symbol,
    canonical_symbol,
    find_symbols,
    identity,
    lacks_number,
    parse_symbol,
    symbol_key,
)

READ = [
    ("49/LLV", Symbol(49, "LLV")),
    ("173/QĐ-VKS", Symbol(173, "QĐ", "VKS")),
    ("05/CT-VKSTC", Symbol(5, "CT", "VKSTC")),
    ("05/CT-VKSTC-TCKS", Symbol(5, "CT", "VKSTC-TCKS")),
    ("14/2012/QH13", Symbol(14, "", "QH13", 2012)),
    ("42/2022/NĐ-CP", Symbol(42, "NĐ", "CP", 2022)),
    ("1486/QĐ-TTg", Symbol(1486, "QĐ", "TTg")),
    ("24/2018/QĐ-TTg", Symbol(24, "QĐ", "TTg", 2018)),
    ("02/2018/NQ-HĐTP", Symbol(2, "NQ", "HĐTP", 2018)),
    ("08/2022/UBTVQH15", Symbol(8, "", "UBTVQH15", 2022)),
    (
        "01/2017/TTLT-VKSNDTC-TANDTC-BCA-BQP",
        Symbol(1, "TTLT", "VKSNDTC-TANDTC-BCA-BQP", 2017),
    ),
    ("27-NQ/TW", Symbol(27, "NQ", "TW", is_party_style=True)),
    ("44-L/CTN", Symbol(44, "L", "CTN", is_party_style=True)),
    ("33-LCT/HĐNN8", Symbol(33, "LCT", "HĐNN8", is_party_style=True)),
    ("15/VKS-P1", Symbol(15, "", "VKS-P1")),
    ("12a/QĐ-VKS", Symbol(12, "QĐ", "VKS", suffix="a")),
    ("03/TTr-VKS", Symbol(3, "TTr", "VKS")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "symbol"), READ)
def test_symbols_of_every_form_are_read_in_parts(text: str, symbol: Symbol):
    assert parse_symbol(text) == symbol
    assert symbol.canonical == text


SLOPPY = [
    ("5/CT-VKSTC", "05/CT-VKSTC"),
    ("số 42/2022/NĐ-CP", "42/2022/NĐ-CP"),
    ("Số: 42/2022/NĐ-CP.", "42/2022/NĐ-CP"),
    ("42 / 2022 / NĐ - CP", "42/2022/NĐ-CP"),
    ("42/2022/NĐ–CP", "42/2022/NĐ-CP"),
    ("42/2022/ND-CP", "42/2022/NĐ-CP"),
    ("42/2022/nđ-cp", "42/2022/NĐ-CP"),
    ("42/2022/NÐ-CP", "42/2022/NĐ-CP"),
    ("42/2022/ NĐ-CP", "42/2022/NĐ-CP"),
    ("173/qd-vks", "173/QĐ-VKS"),
    ("1486/QD-TTG", "1486/QĐ-TTg"),
    ("02/2018/NQ-HDTP", "02/2018/NQ-HĐTP"),
    ("14/2012/qh13", "14/2012/QH13"),
    ("49 /llv", "49/LLV"),
    ("27 - NQ / TW", "27-NQ/TW"),
]


@pytest.mark.parametrize(("typed", "official"), SLOPPY)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_symbol_is_the_same_however_it_is_typed(typed: str, official: str, form: str):
    assert canonical_symbol(unicodedata.normalize(form, typed)) == official
    assert symbol_key(typed) == symbol_key(official)


@pytest.mark.parametrize(
    "text", ["", "số", "2022", "ngày 8/6/2021", "24/7", "42/2022", "Luật Đất đai", "1/2/3/NĐ-CP",
             "49/LLV và 50/LLV", "/NĐ-CP", "9999999/QĐ-VKS", "\x00"]
)  # fmt: skip
def test_what_is_no_symbol_is_none(text: str):
    assert parse_symbol(text) is None


def test_numbers_sort_as_numbers():
    symbols = ["10/QĐ-VKS", "9/QĐ-VKS", "100/QĐ-VKS", "12a/QĐ-VKS", "12/QĐ-VKS"]
    parsed = sorted((parse_symbol(text) for text in symbols), key=lambda symbol: symbol.sort_key)
    assert [symbol.canonical for symbol in parsed] == [
        "09/QĐ-VKS", "10/QĐ-VKS", "12/QĐ-VKS", "12a/QĐ-VKS", "100/QĐ-VKS",
    ]  # fmt: skip


def test_one_symbol_alone_is_two_documents():
    body = "Viện kiểm sát nhân dân tối cao"
    directive = identity("05/CT-VKSTC", body, 2021)
    assert directive != identity("05/CT-VKSTC-TCKS", body, 2012)
    assert directive != identity("05/CT-VKSTC", body, 2012)
    assert directive != identity("05/CT-VKSTC", "Ban Bí thư", 2021)
    assert directive == identity("5 / CT – VKSTC", "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", 2021)


def test_symbols_in_running_text_are_found_where_they_stand():
    text = "Theo Luật số 14/2012/QH13 và Nghị định 42/2022/NĐ-CP, ngày 8/6/2021, 24/7, 3 xe/giờ."
    found = [(symbol.canonical, text[start:end]) for symbol, start, end in find_symbols(text)]
    assert found == [("14/2012/QH13", "14/2012/QH13"), ("42/2022/NĐ-CP", "42/2022/NĐ-CP")]


PARTS = st.text(alphabet="ABCDĐEGHKLMNOPQRSTUVXY", min_size=1, max_size=6)
SYMBOLS = st.builds(
    Symbol,
    number=st.integers(1, 999_999),
    type=st.sampled_from(sorted(TYPES)),
    issuer=st.lists(PARTS, min_size=1, max_size=3).map("-".join),
    year=st.none() | st.integers(1945, 2099),
    suffix=st.sampled_from(["", "a", "b"]),
)


@given(SYMBOLS)
def test_what_is_written_is_read_again(symbol: Symbol):
    again = parse_symbol(symbol.canonical)
    assert again is not None
    assert again.key == symbol.key
    assert again.canonical == parse_symbol(again.canonical).canonical


@given(SYMBOLS)
def test_marks_and_spaces_never_make_another_symbol(symbol: Symbol):
    typed = symbol.canonical.replace("/", " / ").replace("-", " – ").replace("Đ", "D").lower()
    assert symbol_key(typed) == symbol.key


@given(st.text())
def test_any_text_is_survived(text: str):
    canonical = canonical_symbol(text)
    assert canonical_symbol(canonical) == canonical
    for _symbol, start, end in find_symbols(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Nghị định 42/2022/NĐ-CP – Nghị định về thông tin", ["42/2022/NĐ-CP"]),
        ("Quyết định 173/QĐ-VKS - Quy chế tiếp công dân", ["173/QĐ-VKS"]),
        ("Kế hoạch 12/KH-VKS – VKSND tỉnh Mẫu", ["12/KH-VKS"]),
        ("theo 42/2022/NĐ-CP/khoản 1", ["42/2022/NĐ-CP"]),
        ("số 42/2022/NĐ - CP", ["42/2022/NĐ-CP"]),
        ("số 123 / QĐ - VKS - VP", ["123/QĐ-VKS-VP"]),
        ("số 42/2022/nđ-cp của", ["42/2022/NĐ-CP"]),
        ("số 41/2017/QĐ-TTg", ["41/2017/QĐ-TTg"]),
        ("01/2017/TTLT-VKSNDTC-\nTANDTC-BCA", ["01/2017/TTLT-VKSNDTC-TANDTC-BCA"]),
        ("05/CT-VKSTC\n- Kế hoạch 12/KH-VKS", ["05/CT-VKSTC", "12/KH-VKS"]),
    ],
)
def test_a_symbol_ends_where_the_sentence_goes_on(text: str, symbols: list[str]):
    assert [symbol.canonical for symbol, _start, _end in find_symbols(text)] == symbols


@pytest.mark.parametrize("text", ["/TB-VKS", "Số:      /TB-VKS", "…/tb-vks", "......../KH-VKS-P1"])
def test_a_number_that_was_left_blank_is_missed(text: str):
    assert lacks_number(text)


@pytest.mark.parametrize("text", ["12/TB-VKS", "Số: 12/TB-VKS", "", "/", "TB-VKS", "thông báo"])
def test_what_has_a_number_or_is_no_symbol_misses_none(text: str):
    assert not lacks_number(text)
