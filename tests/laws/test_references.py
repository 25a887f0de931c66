"""The citation that a page holds: what may be typed, and how it reads."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from home.laws.models import Law, LawReference
from home.laws.rules.places import tidy_letter, tidy_number
from home.laws.wording import LawKind
from home.legal_education.models.pages import CitedLaw


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("5", "5"), (" Điều 5 ", "5"), ("điều 217A", "217a"), ("5-9", "5–9"), ("5 – 9", "5–9"),
        ("1, 2 và 4", "1, 2 và 4"), ("1,2", "1,2"), ("các khoản 1 và 2", "1 và 2"), ("", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_numbers_are_kept_in_one_form(typed: str, kept: str, form: str):
    assert tidy_number(unicodedata.normalize(form, typed)) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a", "a"), ("điểm Đ", "đ"), ("d", "d"), ("a, b và đ", "a, b và đ"), ("a1", "a1")],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_are_kept_in_one_form_and_d_is_not_dd(typed: str, kept: str, form: str):
    assert tidy_letter(unicodedata.normalize(form, typed)) == kept


@pytest.mark.parametrize("typed", ["a", "năm", "5 Luật Đất đai", "12345", "<b>", "-5", "5–"])
def test_what_is_no_number_is_refused(typed: str):
    with pytest.raises(ValueError, match=r".*"):
        tidy_number(typed)


@pytest.mark.parametrize("typed", ["5", "ab", "ô", "a b", "điều"])
def test_what_is_no_letter_is_refused(typed: str):
    with pytest.raises(ValueError, match=r".*"):
        tidy_letter(typed)


@given(st.text(max_size=30))
def test_any_text_is_kept_in_a_stable_form_or_refused(text: str):
    for tidy in (tidy_number, tidy_letter):
        try:
            kept = tidy(text)
        except ValueError:
            continue
        assert tidy(kept) == kept


def reference(**values: str) -> str:
    law = Law(kind=LawKind.LAW, symbol="14/2012/QH13", title="Luật Phổ biến, giáo dục pháp luật",
              effective_on=date(2013, 1, 1))  # fmt: skip
    holder = Holder(law, **values)
    return LawReference.text.fget(holder)


class Holder:
    """Fields of a row, for the properties that read them."""

    def __init__(self, law: Law, article: str = "", clause: str = "", point: str = "") -> None:
        self.law, self.article, self.clause, self.point = law, article, clause, point

    place = LawReference.place


def test_a_citation_reads_from_the_point_to_the_law():
    law = "Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13"
    assert reference(point="a", clause="2", article="5") == f"điểm a khoản 2 Điều 5 {law}"
    assert reference(article="5–9") == f"Điều 5–9 {law}"
    assert reference() == law


def test_what_was_typed_is_kept_in_one_form_or_refused_at_its_field() -> None:
    fine = CitedLaw(point="điểm Đ", clause="khoản 2", article="điều 217A")
    fine.clean()
    assert (fine.point, fine.clause, fine.article) == ("đ", "2", "217a")
    with pytest.raises(ValidationError) as refused:
        CitedLaw(point="5", clause="hai", article="năm").clean()
    assert set(refused.value.message_dict) == {"point", "clause", "article"}


@pytest.mark.parametrize("typed", [{"clause": "2"}, {"point": "a"}])
def test_a_clause_or_a_point_stands_in_an_article(typed: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="Hãy ghi điều"):
        CitedLaw(**typed).clean()
