"""The list of a register, for readers: what stands in it, found by what, in which order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.registry.models import DocumentField
from home.registry.wording import RelationKind
from tests.factories import browser
from tests.registry.documents import make_document, register_of
from units.models import Unit

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def listed(path: str, host: str = "localhost", **query: str) -> list[str]:
    """Symbols in the order of the list."""
    response = browser(host).get(path, query)
    assert response.status_code == 200
    return [row.page.symbol for row in response.context_data["rows"]]


@pytest.fixture
def documents(province: Unit, cao_loc: Unit) -> None:
    make_document(province, "173/QĐ-VKS", summary="Về việc ban hành Quy chế tiếp công dân")
    make_document(province, "9/KH-VKS", summary="Kế hoạch kiểm sát thi hành án")
    make_document(province, "10/KH-VKS", issued_on=date(2024, 2, 1), summary="Kế hoạch công tác")
    make_document(province, "12a/KH-VKS", issued_on=date(2025, 5, 1), summary="Phòng, chống ma túy")
    make_document(cao_loc, "1173/TB-VKS", issued_on=date(2025, 6, 1), summary="Lịch nghỉ lễ")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("173", {"173/QĐ-VKS"}),
        ("1173", {"1173/TB-VKS"}),
        ("QĐ-VKS", {"173/QĐ-VKS"}),
        ("qd vks", {"173/QĐ-VKS"}),
        ("qdvks", {"173/QĐ-VKS"}),
        ("173/QĐ", {"173/QĐ-VKS"}),
        ("73/qđ", {"173/QĐ-VKS"}),
        ("Quyết định số 173/QĐ-VKS", {"173/QĐ-VKS"}),
        ("quyet dinh so 173", {"173/QĐ-VKS"}),
        ("số 173/QĐ-VKS", {"173/QĐ-VKS"}),
        ("Kế hoạch số 173/QĐ-VKS", set()),
        ("9", {"09/KH-VKS"}),
        ("số 9/KH", {"09/KH-VKS"}),
        ("Kế hoạch số 9", {"09/KH-VKS"}),
        ("12A", {"12a/KH-VKS"}),
        ("kh", {"09/KH-VKS", "10/KH-VKS", "12a/KH-VKS"}),
        ("TIẾP CÔNG dân", {"173/QĐ-VKS"}),
        ("ma tuy", {"12a/KH-VKS"}),
        ("Quy chế khác", set()),
        ("%", set()),
    ],
)
def test_found_by_any_part_of_symbol_or_summary(documents: None, typed: str, found: set) -> None:
    assert set(listed("/van-ban/", q=typed)) == found


@pytest.mark.parametrize(
    ("order", "symbols"),
    [
        ("so-tang", ["09/KH-VKS", "10/KH-VKS", "12a/KH-VKS", "173/QĐ-VKS", "1173/TB-VKS"]),
        ("so-giam", ["1173/TB-VKS", "173/QĐ-VKS", "12a/KH-VKS", "10/KH-VKS", "09/KH-VKS"]),
        ("", ["1173/TB-VKS", "12a/KH-VKS", "173/QĐ-VKS", "09/KH-VKS", "10/KH-VKS"]),
        ("cu-nhat", ["10/KH-VKS", "09/KH-VKS", "173/QĐ-VKS", "12a/KH-VKS", "1173/TB-VKS"]),
    ],
)
def test_numbers_are_sorted_as_numbers_and_days_as_days(
    documents: None, order: str, symbols: list[str]
) -> None:
    assert listed("/van-ban/", **{"sap-xep": order}) == symbols


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        ({"loai": "ke-hoach"}, {"09/KH-VKS", "10/KH-VKS", "12a/KH-VKS"}),
        ({"nam": "2024"}, {"10/KH-VKS"}),
        ({"don-vi": "cao-loc"}, {"1173/TB-VKS"}),
        ({"don-vi": "tinh", "loai": "thong-bao"}, set()),
        ({"co-quan": "vien-kiem-sat-nhan-dan-huyen-cao-loc"}, {"1173/TB-VKS"}),
        ({"loai": "ke-hoach", "nam": "2025", "q": "kiểm sát"}, {"09/KH-VKS"}),
    ],
)
def test_filters_narrow_together(documents: None, query: dict, symbols: set) -> None:
    assert set(listed("/van-ban/", **query)) == symbols


def test_filter_by_field(province: Unit) -> None:
    field = DocumentField.objects.get(slug="hinh-su")
    make_document(province, "1/KH-VKS", field=field)
    make_document(province, "2/KH-VKS")
    assert listed("/van-ban/", **{"linh-vuc": "hinh-su"}) == ["01/KH-VKS"]


@pytest.mark.parametrize(
    "query",
    [
        "q=%00", "trang=99999999999999999999", "trang=-1", "trang=x", "nam=9999999999999", "nam=abc",
        "loai=khong-co", "don-vi=khong-co", "co-quan=%00", "sap-xep=%3Cscript%3E", "trang-thai=partly",
        "q=" + "a" * 3000, "%FF=%FF&q=%C3%28", "linh-vuc=x&la=1",
    ],
)  # fmt: skip
def test_whatever_stands_in_the_address_gets_a_page(documents: None, query: str) -> None:
    assert browser().get(f"/van-ban/?{query}").status_code == 200


def test_province_lists_all_units_and_a_unit_its_own(documents: None, cao_loc: Unit) -> None:
    assert "1173/TB-VKS" in listed("/van-ban/")
    assert listed("/van-ban/", host="cao-loc.localhost") == ["1173/TB-VKS"]


def test_drafts_and_private_documents_are_not_listed(province: Unit, bac_son: Unit) -> None:
    make_document(province, "1/KH-VKS", live=False)
    private = make_document(bac_son, "2/KH-VKS")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert listed("/van-ban/") == []
    for kind in ("csv", "json"):
        data = b"".join(browser().get(f"/van-ban/tai-danh-muc/{kind}/").streaming_content)
        assert b"KH-VKS" not in data
    assert b"KH-VKS" not in browser().get("/van-ban/feed/").content


def statuses(**query: str) -> dict[str, str]:
    rows = browser().get("/van-ban/", query).context_data["rows"]
    return {row.page.symbol: str(row.status) for row in rows}


def test_status_follows_from_days_and_from_what_replaces(province: Unit, bac_son: Unit) -> None:
    day = timedelta(1)
    make_document(province, "1/QĐ-VKS")
    make_document(province, "2/QĐ-VKS", effective_on=TODAY + day)
    make_document(province, "3/QĐ-VKS", expires_on=TODAY)
    make_document(province, "4/QĐ-VKS", expires_on=TODAY + day)
    replaced = make_document(province, "5/QĐ-VKS")
    soon = make_document(province, "6/QĐ-VKS")
    make_document(
        bac_son, "7/QĐ-VKS", relations=[{"kind": RelationKind.REPLACES, "target": replaced}]
    )
    later = {"kind": RelationKind.REPLACES, "target": soon}
    make_document(province, "8/QĐ-VKS", effective_on=TODAY + day, relations=[later])
    unpublished = make_document(province, "9/QĐ-VKS")
    draft = {"kind": RelationKind.REPLACES, "target": unpublished}
    make_document(province, "10/QĐ-VKS", live=False, relations=[draft])
    expected = {
        "01/QĐ-VKS": "in_force",
        "02/QĐ-VKS": "not_yet",
        "03/QĐ-VKS": "lapsed",
        "04/QĐ-VKS": "in_force",
        "05/QĐ-VKS": "lapsed",
        "06/QĐ-VKS": "in_force",
        "07/QĐ-VKS": "in_force",
        "08/QĐ-VKS": "not_yet",
        "09/QĐ-VKS": "in_force",
    }
    assert statuses() == expected
    for status in ("in_force", "not_yet", "lapsed"):
        found = statuses(**{"trang-thai": status})
        assert found == {symbol: s for symbol, s in expected.items() if s == status}


def test_replaced_by_is_told_on_either_side(province: Unit) -> None:
    new = make_document(province, "20/QĐ-VKS", effective_on=TODAY)
    told_here = {"kind": RelationKind.REPLACED_BY, "target": new}
    old = make_document(province, "11/QĐ-VKS", relations=[told_here])
    assert old.status == "lapsed"
    html = browser().get(old.get_url()).content.decode()
    assert f"Hết hiệu lực từ ngày {TODAY:%d/%m/%Y}" in html
    assert "Được thay thế bởi" in html
    assert new.slug in html
    new_html = browser().get(new.get_url()).content.decode()
    assert "Thay thế" in new_html
    assert old.slug in new_html


def test_relation_to_what_is_no_longer_public_names_nothing(province: Unit) -> None:
    secret = make_document(province, "66/BC-VKS", summary="Báo cáo mật về nhân sự")
    relation = {"kind": RelationKind.AMENDS, "target": secret}
    page = make_document(province, "67/BC-VKS", relations=[relation])
    assert "66/BC-VKS" in browser().get(page.get_url()).content.decode()
    secret.unpublish()
    html = browser().get(page.get_url()).content.decode()
    assert "66/BC-VKS" not in html
    assert "nhân sự" not in html


def test_detail_page_says_what_the_document_is(province: Unit) -> None:
    page = make_document(province, "173/QĐ-VKS", signer="Hoàng Văn Mẫu", signer_post="Viện trưởng")
    html = browser().get(page.get_url()).content.decode()
    for words in (
        "Quyết định số 173/QĐ-VKS",
        page.summary,
        "Hoàng Văn Mẫu",
        "12/03/2025",
        "Còn hiệu lực",
    ):
        assert words in html
    assert page.get_url().endswith("/van-ban/173-qd-vks-2025/")


def test_page_stays_small(documents: None, province: Unit) -> None:
    for number in range(20, 60):
        make_document(province, f"{number}/KH-VKS", summary="Kế hoạch kiểm sát " * 10)
    assert len(browser().get("/van-ban/").content) < 60_000
    assert len(listed("/van-ban/")) == 20
    assert len(listed("/van-ban/", trang="2")) == 20


def test_feed_names_the_newest_documents(documents: None) -> None:
    response = browser().get("/van-ban/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    assert "Quyết định số 173/QĐ-VKS" in response.content.decode()
    assert "<id>http://localhost/van-ban/feed/</id>" in response.content.decode()


def test_register_of_a_unit_is_a_standard_page(bac_son: Unit) -> None:
    register: Any = register_of(bac_son)
    assert register.slug == "van-ban"
    assert browser().get("/don-vi/bac-son/van-ban/").status_code == 200
