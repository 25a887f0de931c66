"""Few queries, however long the register: 5,000 documents."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from home.registry.models import DocumentField, OfficialDocumentPage
from home.registry.wording import RelationKind
from tests.factories import browser
from tests.media import papers
from tests.registry.documents import make_document, make_file, register_of
from units.models import Unit

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
AMOUNT, MOST = 5_000, 15


def plant(unit: Unit) -> None:
    """Rows alone, as `bulk_news` makes them: thousands of pages in seconds."""
    index = register_of(unit)
    kind, locale = ContentType.objects.get_for_model(OfficialDocumentPage), Locale.objects.get()
    field = DocumentField.objects.first()
    pages = [
        Page(
            path=Page._get_path(index.path, index.depth + 1, number),
            depth=index.depth + 1,
            title=f"Văn bản {number}",
            draft_title=f"Văn bản {number}",
            slug=f"van-ban-{number}",
            url_path=f"{index.url_path}van-ban-{number}/",
            content_type=kind,
            locale=locale,
            live=True,
        )
        for number in range(1, AMOUNT + 1)
    ]
    Page.objects.bulk_create(pages, batch_size=500)
    made = Page.objects.filter(path__startswith=index.path, depth=index.depth + 1).order_by("path")
    rows = []
    for number, page in enumerate(made, 1):
        row = OfficialDocumentPage(
            page_ptr_id=page.pk,
            symbol=f"{number}/{('QĐ', 'KH', 'BC', 'TB')[number % 4]}-VKS",
            issuer=unit.name,
            summary=f"Về việc kiểm sát số {number}",
            issued_on=date(2026, 1, 1) - timedelta(number % 1500),
            field=field,
            register=index,
        )
        row._derive()
        rows.append(row)
    local = list(OfficialDocumentPage._meta.local_concrete_fields)
    columns = ", ".join(f'"{f.column}"' for f in local)
    marks = ", ".join(["%s"] * len(local))
    table = OfficialDocumentPage._meta.db_table
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{table}" ({columns}) VALUES ({marks})',  # noqa: S608 (names of the model)
            [
                [f.get_db_prep_save(getattr(row, f.attname), connection) for f in local]
                for row in rows
            ],
        )
    Page.objects.filter(pk=index.pk).update(numchild=AMOUNT)


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
