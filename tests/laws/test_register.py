"""The register in the administration: the board keeps it, everyone chooses from it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from home.laws.models import Lapse, Law
from home.laws.wording import LawKind
from tests.factories import make_user
from tests.laws.laws import make_law
from units.models import Role, Unit

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_laws_law:list"
FORM: dict[str, Any] = {
    "kind": LawKind.LAW,
    "symbol": "31 / 2024 / qh15",
    "title": "Luật Đất đai",
    "issuer": "Quốc hội",
    "issued_on": "18/01/2024",
    "effective_on": "01/08/2024",
    "amendments-TOTAL_FORMS": "0",
    "amendments-INITIAL_FORMS": "0",
    "amendments-MIN_NUM_FORMS": "0",
    "amendments-MAX_NUM_FORMS": "1000",
}


def signed_in(role: Role, unit: Unit) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(make_user(role, unit))
    return client


@pytest.fixture
def board(province: Unit) -> Client:
    return signed_in(Role.BOARD, province)


@pytest.fixture
def contributor(cao_loc: Unit) -> Client:
    return signed_in(Role.CONTRIBUTOR, cao_loc)


def listed(client: Client, **query: Any) -> list[str]:
    answer = client.get(reverse(LIST), query)
    assert answer.status_code == 200
    return [law.symbol for law in answer.context["object_list"]]


def test_the_board_enters_a_law_and_it_is_kept_in_its_official_form(board: Client):
    answer = board.post(reverse("wagtailsnippets_laws_law:add"), FORM)
    assert answer.status_code == 302
    law = Law.objects.get(title="Luật Đất đai")
    assert (law.symbol, law.number, law.year) == ("31/2024/QH15", 31, 2024)
    assert law.revisions.count() == 1, "its history is kept"


def test_a_second_entry_is_told_and_nothing_that_was_typed_is_lost(board: Client):
    make_law("31/2024/QH15", "Luật Đất đai", issued_on=date(2024, 1, 18))
    answer = board.post(
        reverse("wagtailsnippets_laws_law:add"), FORM | {"validity_note": "Chữ đã gõ"}
    )
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "đã có trong danh mục" in html
    assert "Chữ đã gõ" in html


@pytest.mark.parametrize(
    "values",
    [{"issued_on": "32/13/2024"}, {"symbol": "x" * 70}, {"title": "\x00"}, {"replaced_by": "999999"},
     {"replaced_by": "x"}, {"kind": "x"}, {"source_url": "javascript:alert(1)"},
     {"effective_on": "01/01/99999"}],
)  # fmt: skip
def test_nonsense_is_told_and_never_breaks_the_form(board: Client, values: dict[str, str]):
    answer = board.post(reverse("wagtailsnippets_laws_law:add"), FORM | values)
    assert answer.status_code == 200
    assert not Law.objects.filter(title="Luật Đất đai").exists()


def test_entering_the_end_of_a_law_tells_other_rooms_at_once(
    board: Client, django_capture_on_commit_callbacks: Any
):
    law = make_law("31/2024/QH15", "Luật Đất đai", issued_on=date(2024, 1, 18))
    today = timezone.localdate()
    values = FORM | {"expires_on": f"{today:%d/%m/%Y}"}
    with django_capture_on_commit_callbacks(execute=True):
        board.post(reverse("wagtailsnippets_laws_law:edit", args=[law.pk]), values)
    assert Lapse.objects.filter(law=law, day=today).exists()


@pytest.mark.parametrize("query", ["31/2024", "đất đai", "dat dai", "QH15 dat"])
def test_the_list_is_searched_by_any_part(board: Client, query: str):
    make_law("31/2024/QH15", "Luật Đất đai", issued_on=date(2024, 1, 18))
    assert listed(board, q=query) == ["31/2024/QH15"]


def test_the_list_is_filtered_by_state_kind_and_year(board: Client):
    make_law("31/2024/QH15", "Luật Đất đai", issued_on=date(2024, 1, 18))
    make_law("10/2099/QH20", issued_on=date(2099, 1, 1), effective_on=date(2099, 1, 1))
    make_law("11/2020/QH14", expires_on=date(2021, 1, 1))
    make_law("12/2020/QH14", partly_expires_on=date(2021, 1, 1))
    assert "11/2020/QH14" in listed(board, status="lapsed")
    assert listed(board, status="not_yet") == ["10/2099/QH20"]
    assert listed(board, status="partly") == ["12/2020/QH14"]
    assert "31/2024/QH15" in listed(board, status="in_force", kind=LawKind.LAW)
    assert listed(board, year="2024") == ["31/2024/QH15"]
    assert set(listed(board, kind=LawKind.DECREE)) == {"42/2022/NĐ-CP", "224/2026/NĐ-CP"}


@pytest.mark.parametrize(
    "query",
    [{"status": "x"}, {"year": "x"}, {"year": "9" * 400}, {"year": "-1"}, {"kind": "x"}, {"q": "\x00"},
     {"q": "%_'\"" * 200}, {"p": "x"}, {"p": "99999"}, {"ordering": "-x"}, {"title__startswith": "L"}],
)  # fmt: skip
def test_odd_questions_are_answered(board: Client, query: dict[str, str]):
    assert board.get(reverse(LIST), query, follow=True).status_code in (200, 404)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_is_exported(board: Client, kind: str):
    make_law("31/2024/QH15", "Luật Đất đai", issued_on=date(2024, 1, 18))
    answer = board.get(reverse(LIST), {"export": kind})
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer.status_code == 200
    assert len(content) > 200


def test_a_long_list_asks_no_query_for_each_law(board: Client, django_assert_max_num_queries: Any):
    for number in range(40):
        make_law(f"{number + 1}/2020/QH14")
    board.get(reverse(LIST))
    with django_assert_max_num_queries(25):
        assert len(listed(board)) == 42


def test_a_law_that_is_still_referred_to_is_not_deleted_and_the_reason_is_told(board: Client):
    law = Law.objects.get(symbol="224/2026/NĐ-CP")
    bulk = reverse("wagtail_bulk_action", args=["laws", "law", "delete"])
    for address in (
        reverse("wagtailsnippets_laws_law:delete", args=[law.pk]),
        f"{bulk}?id={law.pk}",
    ):
        answer = board.post(address, follow=True)
        assert answer.status_code == 200
        assert "Không xóa được: Nghị định số 224/2026/NĐ-CP" in answer.content.decode()
        assert Law.objects.filter(pk=law.pk).exists()


def test_a_law_that_nothing_refers_to_is_deleted(board: Client):
    law = make_law("31/2024/QH15", "Luật Đất đai", issued_on=date(2024, 1, 18))
    board.post(reverse("wagtailsnippets_laws_law:delete", args=[law.pk]))
    assert not Law.objects.filter(pk=law.pk).exists()


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN])
def test_units_change_nothing(cao_loc: Unit, role: Role):
    client, law = signed_in(role, cao_loc), Law.objects.get(symbol="42/2022/NĐ-CP")
    for name, args in (("add", []), ("edit", [law.pk]), ("delete", [law.pk])):
        address = reverse(f"wagtailsnippets_laws_law:{name}", args=args)
        for answer in (client.get(address), client.post(address, FORM)):
            assert answer.status_code in (302, 403), name
    law.refresh_from_db()
    assert law.title.startswith("Quy định về việc")
    assert not Law.objects.filter(title="Luật Đất đai").exists()
    # Nor by the form inside the chooser.
    create = client.post(reverse("wagtailsnippetchoosers_laws_law:create"), FORM)
    assert create.status_code in (302, 403, 404) or "Luật Đất đai" not in create.content.decode()
    assert not Law.objects.filter(title="Luật Đất đai").exists()


def test_no_law_is_made_in_the_chooser(contributor: Client, board: Client):
    make = reverse("wagtailsnippetchoosers_laws_law:create")
    before = Law.objects.count()
    for client in (contributor, board):
        assert client.post(make, {"title": "Luật mới"}).status_code in (302, 403)
    assert Law.objects.count() == before


def test_everyone_chooses_and_sees_what_has_lapsed(contributor: Client):
    answer = contributor.get(
        reverse("wagtailsnippetchoosers_laws_law:choose"), {"q": "cong truc tuyen"}
    )
    html = answer.json()["html"]
    assert "42/2022/NĐ-CP" in html
    assert "Hết hiệu lực" in html
    law = Law.objects.get(symbol="42/2022/NĐ-CP")
    chosen = contributor.get(reverse("wagtailsnippetchoosers_laws_law:chosen", args=[law.pk]))
    assert chosen.json()["result"]["string"] == "Nghị định số 42/2022/NĐ-CP"
    results = reverse("wagtailsnippetchoosers_laws_law:choose_results")
    assert "42/2022" not in contributor.get(results, {"q": "224/2026"}).content.decode()
    assert contributor.get(results, {"q": "\x00"}).status_code == 200
