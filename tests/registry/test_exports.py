"""The register as a file: what stands in it, in which shape, and that no cell calculates."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from home.registry.wording import RelationKind
from portal.core.spreadsheets import harmless
from tests.factories import browser
from tests.media import papers
from tests.registry.documents import make_document, make_file
from units.models import Unit


def fetch(kind: str, query: str = "") -> Any:
    return browser().get(f"/van-ban/tai-danh-muc/{kind}/{query}")


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


@pytest.fixture
def documents(db: None, province: Unit, cao_loc: Unit) -> None:
    old = make_document(province, "9/QĐ-VKS", issued_on=date(2024, 1, 5), summary="=HYPERLINK(1)")
    paper = make_file(cao_loc, "qd.pdf", papers.pdf("Quyet dinh"))
    relation = {"kind": RelationKind.REPLACES, "target": old}
    make_document(
        cao_loc, "173/QĐ-VKS", files=[paper], relations=[relation], signer="Hoàng Văn Mẫu"
    )


def test_csv_opens_in_excel_with_vietnamese_letters(documents: None) -> None:
    response = fetch("csv")
    data = body(response)
    assert data.startswith(b"\xef\xbb\xbf")
    assert ".csv" in response["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["Số, ký hiệu"] for row in rows] == ["173/QĐ-VKS", "09/QĐ-VKS"]
    assert rows[0]["Ngày ban hành"] == "12/03/2025"
    assert rows[1]["Trích yếu"] == "'=HYPERLINK(1)"
    assert rows[1]["Hiệu lực"] == "Hết hiệu lực"


def test_excel_holds_the_same_rows_and_no_formula(documents: None) -> None:
    sheet = load_workbook(io.BytesIO(body(fetch("xlsx")))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["Số, ký hiệu", "173/QĐ-VKS", "09/QĐ-VKS"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_files_follow_the_filters(documents: None) -> None:
    assert b"173/Q" not in body(fetch("csv", "?nam=2024"))
    assert len(json.loads(body(fetch("json", "?don-vi=cao-loc")))["documents"]) == 1


def test_open_data_keeps_its_shape(documents: None) -> None:
    """The shape of docs/open-data.md: others build on it."""
    data = json.loads(body(fetch("json")))
    assert set(data) == {"version", "publisher", "source", "generated_at", "limit", "documents"}
    assert data["version"] == 1
    new, old = data["documents"]
    assert set(new) == {
        "id", "url", "symbol", "number", "type", "summary", "issuer", "unit", "field", "issued_on",
        "effective_on", "lapses_on", "status", "signer", "files", "replaces", "replaced_by", "amends",
    }  # fmt: skip
    assert new["unit"]["code"] == "cao-loc"
    assert new["type"] == {"code": "quyet-dinh", "label": "Quyết định"}
    assert new["replaces"] == [{"id": old["id"], "symbol": "09/QĐ-VKS"}]
    assert new["files"][0]["type"] == "pdf"
    assert new["files"][0]["url"].startswith("http://")
    assert (old["status"]["code"], old["lapses_on"]) == ("lapsed", "2025-03-12")
    assert new["url"].startswith("http://cao-loc.localhost/")


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_pages_of_others_may_fetch_it(documents: None, kind: str) -> None:
    assert fetch(kind)["Access-Control-Allow-Origin"] == "*"


def test_no_other_format_exists(documents: None) -> None:
    assert fetch("exe").status_code == 404


def test_unit_exports_its_own_register(documents: None) -> None:
    response = browser("cao-loc.localhost").get("/van-ban/tai-danh-muc/json/")
    assert [row["symbol"] for row in json.loads(body(response))["documents"]] == ["173/QĐ-VKS"]


@given(st.text(max_size=60))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = harmless(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert "\x00" not in cell


@pytest.mark.parametrize("text", ["173/QĐ-VKS", "Về việc", "'", ""])
def test_ordinary_cells_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text
