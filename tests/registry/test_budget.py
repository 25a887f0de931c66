"""Few queries, however long the register: 5,000 documents."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.registry.models import DocumentField, OfficialDocumentPage
from home.registry.wording import RelationKind
from tests.bulk import add_rows
from tests.factories import browser
from tests.media import papers
from tests.registry.documents import make_document, make_file, register_of
from units.models import Unit

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
AMOUNT, MOST = 5_000, 15


def plant(unit: Unit) -> None:
    index = register_of(unit)
    field = DocumentField.objects.first()
    rows = []
    for number in range(1, AMOUNT + 1):
        row = OfficialDocumentPage(
            title=f"Văn bản {number}",
            slug=f"van-ban-{number}",
            symbol=f"{number}/{('QĐ', 'KH', 'BC', 'TB')[number % 4]}-VKS",
            issuer=unit.name,
            summary=f"Về việc kiểm sát số {number}",
            issued_on=date(2026, 1, 1) - timedelta(number % 1500),
            field=field,
            register=index,
        )
        row._derive()
        rows.append(row)
    add_rows(index, rows)


def queries(path: str) -> list[str]:
    client = browser()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def test_register_and_document_stay_within_their_budget(province: Unit, bac_son: Unit) -> None:
    plant(province)
    for path in (
        "/van-ban/",
        "/van-ban/?q=kiem+sat&sap-xep=so-tang&trang=7",
        "/van-ban/?don-vi=tinh&nam=2025&trang-thai=in_force&loai=ke-hoach",
    ):
        asked = queries(path)
        assert len(asked) <= MOST, "\n".join(asked)
    assert browser().get("/van-ban/").context_data["total"] == AMOUNT
    paper = make_file(bac_son, "qd.pdf", papers.pdf("x"))
    old = make_document(bac_son, "1/QĐ-VKS")
    relations = [
        {"kind": RelationKind.REPLACES, "target": old},
        {"kind": RelationKind.AMENDS, "other": "Quyết định số 2/QĐ-VKS"},
    ]
    page = make_document(bac_son, "3/QĐ-VKS", files=[paper], relations=relations)
    asked = queries(f"/don-vi/bac-son/van-ban/{page.slug}/")
    assert len(asked) <= MOST, "\n".join(asked)
