"""The list of laws: what makes a row one of its kind, how it is found, named and cited."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from home.laws.models import Law
from home.laws.services import find_by_symbol, laws_cited_in
from home.laws.wording import LawKind
from tests.laws.laws import make_law

pytestmark = pytest.mark.django_db
BODY = "Viện kiểm sát nhân dân tối cao"


def directive(symbol: str, day: date) -> Law:
    return make_law(
        symbol, "Về công tác kiểm sát", kind=LawKind.DIRECTIVE, issuer=BODY, issued_on=day,
        effective_on=day,
    )  # fmt: skip


def draft(**values: Any) -> Law:
    given = {
        "kind": LawKind.LAW, "symbol": "10/2020/QH14", "title": "Luật Thử", "issuer": "Quốc hội",
        "issued_on": date(2020, 1, 1), "effective_on": date(2020, 7, 1),
    }  # fmt: skip
    return Law(**{**given, **values})


def test_one_symbol_alone_is_two_documents():
    new, old = (
        directive("05/CT-VKSTC", date(2021, 6, 8)),
        directive("05/CT-VKSTC", date(2012, 6, 8)),
    )
    joint = directive("05/CT-VKSTC-TCKS", date(2012, 6, 8))
    assert find_by_symbol("5/CT-VKSTC") is None
    assert find_by_symbol("05/CT-VKSTC", year=2021) == new
    assert find_by_symbol("05/CT-VKSTC", year=2012) == old
    assert find_by_symbol("05/CT-VKSTC-TCKS") == joint


def test_the_same_symbol_issuer_and_year_is_refused_in_the_form_and_below_it():
    directive("05/CT-VKSTC", date(2021, 6, 8))
    again = draft(
        kind=LawKind.DIRECTIVE, symbol="5 / ct – vkstc", issuer=BODY.upper(),
        issued_on=date(2021, 9, 1), effective_on=date(2021, 9, 1),
    )  # fmt: skip
    with pytest.raises(ValidationError, match="đã có trong danh mục"):
        again.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"symbol": ""}, "symbol"),
        ({"symbol": "không phải số"}, "symbol"),
        ({"symbol": "173/QĐ-VKS", "issued_on": None}, "issued_on"),
        ({"effective_on": date(2019, 12, 31)}, "effective_on"),
        ({"effective_on": None}, "effective_on"),
        ({"expires_on": date(2019, 1, 1)}, "expires_on"),
        ({"partly_expires_on": date(2019, 1, 1)}, "partly_expires_on"),
        ({"source_url": "javascript:alert(1)"}, "source_url"),
    ],
)
def test_wrong_entries_are_told_at_their_field(values: dict[str, Any], field: str):
    with pytest.raises(ValidationError) as caught:
        draft(**values).full_clean()
    assert field in caught.value.message_dict


def test_a_law_cannot_replace_itself():
    law = make_law("10/2020/QH14")
    law.replaced_by = law
    with pytest.raises(ValidationError, match="chính nó"):
        law.full_clean()


def test_a_symbol_with_a_year_needs_no_date_of_issue():
    law = draft(symbol="224/2026/nd-cp", issued_on=None, kind=LawKind.DECREE)
    law.symbol = "225/2026/nd-cp"
    law.full_clean()
    law.save()
    assert (law.symbol, law.year, law.number) == ("225/2026/NĐ-CP", 2026, 225)


def test_the_constitution_alone_has_no_symbol():
    law = draft(
        kind=LawKind.CONSTITUTION, symbol="", title="Hiến pháp", issued_on=date(2013, 11, 28)
    )
    law.effective_on = date(2014, 1, 1)
    law.full_clean()
    law.save()
    assert law.full_name == "Hiến pháp"


@pytest.mark.parametrize(
    "query",
    ["31/2024", "QH15", "31/2024/QH15", "31 2024", "đất đai", "dat dai", "ĐẤT", "quoc hoi", "luật đất 2024",
     "312024qh15"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_any_part_of_symbol_or_title_finds_a_law_with_or_without_marks(query: str, form: str):
    law = make_law("31/2024/QH15", "Luật Đất đai", issued_on=date(2024, 1, 18))
    make_law("27/2023/UBTVQH14", "Bộ Nhà ở", kind=LawKind.CODE, issuer="Khác")
    found = list(Law.objects.matching(unicodedata.normalize(form, query)))
    assert law in found
    assert all(other.symbol != "27/2023/UBTVQH14" for other in found)


def test_numbers_stand_in_their_order():
    for symbol in ("10/2020/QH14", "9/2020/QH14", "100/2020/QH14"):
        make_law(symbol)
    symbols = list(Law.objects.filter(year=2020).by_number().values_list("symbol", flat=True))
    assert symbols == ["09/2020/QH14", "10/2020/QH14", "100/2020/QH14"]


def test_laws_are_called_as_people_call_them():
    decree = Law.objects.get(symbol="42/2022/NĐ-CP")
    assert decree.full_name == "Nghị định số 42/2022/NĐ-CP"
    law = make_law("31/2024/QH15", "Luật Đất đai")
    assert law.full_name == "Luật Đất đai số 31/2024/QH15"


def test_what_the_migration_enters_is_what_saving_would_enter():
    for law in Law.objects.all():
        before = {field.attname: getattr(law, field.attname) for field in Law._meta.concrete_fields}
        law.full_clean()
        law.save()
        law.refresh_from_db()
        after = {field.attname: getattr(law, field.attname) for field in Law._meta.concrete_fields}
        assert before == after


def test_citations_are_matched_with_the_laws_that_we_know(django_assert_num_queries: Any):
    old = make_law("45/2013/QH13", "Luật Đất đai", issued_on=date(2013, 11, 29),
                   effective_on=date(2014, 7, 1), expires_on=date(2024, 8, 1))  # fmt: skip
    new = make_law("31/2024/QH15", "Luật Đất đai", issued_on=date(2024, 1, 18),
                   effective_on=date(2024, 8, 1))  # fmt: skip
    decree = Law.objects.get(symbol="42/2022/NĐ-CP")
    text = (
        "Theo điểm a khoản 2 Điều 5 Luật Đất đai, Điều 7 Luật Đất đai năm 2013, Nghị định "
        "42/2022/ND-CP và Luật Không có năm 1999; khoản 2 Điều này."
    )
    with django_assert_num_queries(2):
        cited = laws_cited_in(text)
    assert [c.laws for c in cited] == [[new], [old], [decree], [], []]
    first = cited[0]
    assert text[first.citation.start : first.citation.end] == "điểm a khoản 2 Điều 5 Luật Đất đai"
    reference, law = first.references[0]
    assert (reference.point, reference.clause, reference.article, law) == ("a", "2", "5", new)


def test_an_ambiguous_symbol_is_nobody():
    directive("05/CT-VKSTC", date(2021, 6, 8))
    directive("05/CT-VKSTC", date(2012, 6, 8))
    assert [c.laws for c in laws_cited_in("Chỉ thị số 05/CT-VKSTC")] == [[]]
    assert laws_cited_in("Chỉ thị số 05/CT-VKSTC ngày 8/6/2021")[0].laws[0].year == 2021


@pytest.mark.parametrize("text", ["", "\x00", "không có luật nào", "9" * 5000])
def test_texts_without_laws_cite_none(text: str):
    assert laws_cited_in(text) == []


def test_a_law_that_something_replaced_cannot_be_deleted_away():
    new = Law.objects.get(symbol="224/2026/NĐ-CP")
    with pytest.raises(Exception, match="protected"):
        new.delete()
    assert Law.objects.filter(pk=new.pk).exists()
