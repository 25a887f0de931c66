"""Any string gets an answer, and none is more than a string."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.terms import MAX_LENGTH, MAX_WORDS, SearchTerms
from tests.search.conftest import Search, World

HOSTILE = [
    "",
    " ",
    "!!!",
    "%",
    "_",
    "\\",
    "100%",
    "a_b",
    "'; DROP TABLE search_indexentry; --",
    '" OR 1=1',
    "\x00",
    "tố\x00giác",
    "😀🇻🇳👨‍👩‍👧",
    "مرحبا بالعالم",
    "\u202eevil",
    "Tố\u0301\u0301\u0301",
    "\u0301",
    "日本語",
    "x" * 10_000,
    "tố " * 5_000,
    "ﷺ" * 500,
    "<script>alert(1)</script>",
    "{{ 7|add:7 }}",
    "%s %(q)s {0}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_string_gets_an_answer(world: World, search: Search, text: str):
    world.news("Tố giác", "Nội dung 100%")
    answer = search(text)
    assert answer.status == 200
    assert "<script>alert" not in answer.html


@pytest.mark.parametrize("text", ["", "%", "_", "\\", "!!!", "\x00", "%%%%", "😀"])
def test_signs_alone_find_nothing(world: World, search: Search, text: str):
    world.news("Tố giác", "Nội dung 100% a_b \\")
    assert search(text).context["total"] == 0


@pytest.mark.django_db
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(), kind=st.text(max_size=5), unit=st.text(max_size=5), page=st.text(max_size=5))
def test_any_text_gets_an_answer(world: World, client: Client, text, kind, unit, page):
    parameters = {"q": text, "loai": kind, "don-vi": unit, "trang": page, "pham-vi": kind}
    encoded = {name: value.encode("utf-8", "surrogatepass") for name, value in parameters.items()}
    response = client.get("/tim-kiem/", encoded, headers={"host": "localhost"})
    assert response.status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "q=%ff%fe&trang=%00",
        "q",
        "q=a&q=b",
        "q[]=a",
        "q=a&trang=-1",
        "q=a&trang=1e9",
        "q=a&trang=99999999999999999999",
        "q=a&trang=١",
        "q=a&don-vi=%00&loai=%00",
        "q=a&pham-vi=%ff",
        "&&&===",
    ],
)
def test_a_malformed_address_gets_an_answer(world: World, client: Client, query: str):
    response = client.get(f"/tim-kiem/?{query}", headers={"host": "localhost"})
    assert response.status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_only_reading_is_allowed(world: World, method: str):
    client = Client(enforce_csrf_checks=True)
    response = getattr(client, method)("/tim-kiem/", headers={"host": "localhost"})
    assert response.status_code == 405
    assert client.head("/tim-kiem/", headers={"host": "localhost"}).status_code == 200


@given(st.text())
def test_a_question_is_bounded_and_clean(text: str):
    terms = SearchTerms.parse(text)
    assert len(terms.text) <= MAX_LENGTH
    assert len(terms.words) <= MAX_WORDS
    assert "\x00" not in terms.text + terms.folded_phrase + terms.marked_phrase
    assert all(word.folded and word.marked for word in terms.words)
    assert all(" " not in word.folded + word.marked for word in terms.words)
    assert SearchTerms.parse(terms.text) == terms
