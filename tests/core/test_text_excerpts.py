"""The piece of a text around what was searched for."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text import compose, excerpt, fold

LONG = (
    "Sáng nay, tại trụ sở, hội nghị đã khai mạc. " * 12
    + "Viện kiểm sát nhân dân tỉnh Lạng Sơn ban hành Quyết định số 173/QĐ-VKS về tố giác tội phạm. "
    + "Các đại biểu đã trao đổi nhiều nội dung khác nhau. " * 12
)


def joined(segments: list[tuple[str, bool]]) -> str:
    return "".join(piece for piece, _ in segments)


def matched(segments: list[tuple[str, bool]]) -> list[str]:
    return [piece for piece, is_match in segments if is_match]


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        (["lang", "son"], ["Lạng", "Sơn"]),
        (["LẠNG SƠN"], ["Lạng Sơn"]),
        (["173/qd-vks"], ["173/QĐ-VKS"]),
        (["173"], ["173"]),
        (["to giac", "vien kiem sat"], ["Viện kiểm sát", "tố giác"]),
        ([unicodedata.normalize("NFD", "tội phạm")], ["tội phạm"]),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_found_without_their_marks_and_shown_with_them(form, terms, found):
    assert matched(excerpt(unicodedata.normalize(form, LONG), terms, 130)) == found


def test_the_piece_is_cut_between_words_and_says_so():
    segments = excerpt(LONG, ["173"], 60)
    text = joined(segments)
    assert text.startswith("…")
    assert text.endswith("…")
    inner = text.strip("…")
    assert inner in LONG
    assert inner == inner.strip()
    assert f" {inner} " in LONG
    assert len(inner) <= 60


def test_the_place_with_most_terms_wins_over_the_first_place():
    text = "hội nghị " + "và các đại biểu " * 30 + "hội nghị bàn về tố giác. " + "Hết. " * 30
    assert matched(excerpt(text, ["nghi", "giac"], 80)) == ["nghị", "giác"]


def test_exact_marks_win_over_folded_ones():
    text = "to lớn " + "xa xa " * 60 + "tố cáo"
    assert matched(excerpt(text, ["tố"], 60)) == ["tố"]
    assert matched(excerpt(text, ["to"], 60)) == ["to"]


def test_without_a_match_it_is_the_beginning():
    segments = excerpt(LONG, ["không-có"], 50)
    assert segments == [("Sáng nay, tại trụ sở, hội nghị đã khai mạc. Sáng…", False)]


def test_a_short_text_is_shown_whole_on_one_line():
    assert excerpt(" Lịch \n làm  việc ", ["lam"]) == [
        ("Lịch ", False), ("làm", True), (" việc", False),
    ]  # fmt: skip
    assert excerpt("", ["x"]) == []
    assert excerpt("Lịch", []) == [("Lịch", False)]


def test_a_part_of_a_word_is_no_match():
    assert matched(excerpt("thanh tra, thanhtra", ["tra"])) == ["tra"]


@given(
    st.one_of(st.text(), st.text(alphabet="aáạ đ\u0301bc /-12", max_size=300)),
    st.lists(st.text(alphabet="aáạđbc 12/", max_size=5), max_size=4),
    st.integers(min_value=-1, max_value=60),
)
def test_segments_are_a_piece_of_the_text(text: str, terms: list[str], width: int):
    segments = excerpt(text, terms, width)
    whole = " ".join(compose(text).split())
    piece = joined(segments)
    assert all(part for part, _ in segments)
    candidates = {piece, piece.removeprefix("…"), piece.removesuffix("…")}
    candidates.add(piece.removeprefix("…").removesuffix("…"))
    fitting = [candidate for candidate in candidates if candidate in whole]
    assert fitting
    assert min(map(len, fitting)) <= max(width, 1)
    if len(whole) <= width:
        assert piece == whole


@given(st.text(alphabet="aáạ đbc /-12", max_size=120))
def test_what_is_marked_folds_to_a_term(text: str):
    assert all(fold(piece) in ("a b", "ca") for piece in matched(excerpt(text, ["á/b", "ca"], 200)))
