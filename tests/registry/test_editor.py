"""The editor's side: what is refused and why, what is carried over, whose documents may be named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from home.registry.extraction import extract
from home.registry.models import OfficialDocumentPage
from home.registry.wording import RelationKind
from portal.users.models import User
from tests.factories import browser, make_user
from tests.media import papers
from tests.moderation.people import approve, make_staff, submit
from tests.registry.documents import make_document, make_file, register_of
from tests.users.helpers import sign_in
from units.models import Unit
from units.publication.direct import review_required
from units.rights.roles import Role

pytestmark = pytest.mark.django_db
TYPE = ["registry", "officialdocumentpage"]
VKSTC = "Viện kiểm sát nhân dân tối cao"


@pytest.fixture
def writer(cao_loc: Unit) -> User:
    return make_user(Role.CONTRIBUTOR, cao_loc)


@pytest.fixture
def client(writer: User) -> Client:
    found = browser()
    sign_in(found, writer)
    return found


def inline(prefix: str, *rows: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {
        f"{prefix}-TOTAL_FORMS": len(rows),
        f"{prefix}-INITIAL_FORMS": 0,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(rows):
        cells = {"id": "", "ORDER": number + 1, "DELETE": "", **row}
        values |= {f"{prefix}-{number}-{name}": value for name, value in cells.items()}
    return values


def form(files: Any = (), relations: Any = (), **values: Any) -> dict[str, Any]:
    return {
        "symbol": "173/QĐ-VKS",
        "document_type": "",
        "issuer": "Viện kiểm sát nhân dân huyện cao-loc",
        "issued_on": "2025-03-12",
        "summary": "Về việc ban hành Quy chế tiếp công dân",
        "field": "",
        "signer": "",
        "signer_post": "",
        "abstract": "",
        "effective_on": "",
        "expires_on": "",
        **inline("files", *({"document": file.pk, "label": ""} for file in files)),
        **inline("relations", *relations),
        **inline("comments"),
        **values,
    }


def add(client: Client, unit: Unit, **values: Any) -> Any:
    url = reverse("wagtailadmin_pages:add", args=[*TYPE, register_of(unit).pk])
    return client.post(url, form(**values), follow=True)


def relation(kind: str, target: Any = "", other: str = "") -> dict[str, Any]:
    return {"kind": kind, "target": getattr(target, "pk", target), "other": other}


def test_contributor_files_a_document_with_a_file(client: Client, cao_loc: Unit) -> None:
    paper = make_file(cao_loc, "qd.pdf", papers.pdf("Quyet dinh " * 9))
    extract(paper)
    html = add(client, cao_loc, symbol=" số 173 / qd - vks", files=[paper]).content.decode()
    page = OfficialDocumentPage.objects.get()
    assert (page.symbol, page.number, page.document_type) == ("173/QĐ-VKS", 173, "quyet-dinh")
    assert (page.live, page.year, page.register) == (False, 2025, register_of(cao_loc))
    assert page.title == "Quyết định số 173/QĐ-VKS: Về việc ban hành Quy chế tiếp công dân"
    assert [row.document for row in page.files.all()] == [paper]
    assert "đã đọc chữ, tìm được" in html


def test_new_document_begins_with_the_units_name(client: Client, cao_loc: Unit) -> None:
    url = reverse("wagtailadmin_pages:add", args=[*TYPE, register_of(cao_loc).pk])
    assert f'value="{cao_loc.name}"' in client.get(url).content.decode()


def test_one_symbol_may_be_two_documents(client: Client, cao_loc: Unit) -> None:
    """05/CT-VKSTC of 8/6/2021, and 05/CT-VKSTC-TCKS of 2012, which people call 05/CT-VKSTC too."""
    day = {"issuer": VKSTC, "issued_on": "2021-06-08"}
    add(client, cao_loc, symbol="05/CT-VKSTC", **day)
    add(client, cao_loc, symbol="05/CT-VKSTC-TCKS", issuer=VKSTC, issued_on="2012-10-01")
    add(client, cao_loc, symbol="05/CT-VKSTC", issuer=VKSTC, issued_on="2012-10-01")
    add(client, cao_loc, symbol="05/CT-VKSTC", issuer="Cục Thống kê", issued_on="2021-06-08")
    assert OfficialDocumentPage.objects.count() == 4

    again = add(client, cao_loc, symbol="5/ct-vkstc", **{**day, "issued_on": "2021-11-30"})
    assert OfficialDocumentPage.objects.count() == 4
    errors = again.context["form"].errors["symbol"]
    assert "Chỉ thị số 05/CT-VKSTC" in errors[0]
    assert "08/06/2021" in errors[0]
    assert 'value="5/ct-vkstc"' in again.content.decode()


def test_draft_that_took_a_symbol_counts_too(client: Client, cao_loc: Unit) -> None:
    page = make_document(cao_loc, "10/KH-VKS", issuer=cao_loc.name, issued_on=date(2025, 1, 2))
    page.symbol = "11/KH-VKS"
    page.save_revision()
    response = add(client, cao_loc, symbol="11/KH-VKS")
    assert "bản nháp" in response.context["form"].errors["symbol"][0]


def test_other_registers_may_hold_the_same_document(
    client: Client, cao_loc: Unit, bac_son: Unit
) -> None:
    make_document(bac_son, "05/CT-VKSTC", issuer=VKSTC)
    add(client, cao_loc, symbol="05/CT-VKSTC", issuer=VKSTC)
    assert OfficialDocumentPage.objects.count() == 2


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"symbol": "không phải số"}, "symbol", "Hãy ghi như"),
        ({"symbol": "Số:      /TB-VKS"}, "symbol", "còn thiếu số"),
        ({"issued_on": "1800-01-01"}, "issued_on", "năm ban hành"),
        ({"effective_on": "2025-01-01"}, "effective_on", "không thể trước ngày ban hành"),
        ({"expires_on": "2025-03-01"}, "expires_on", "không thể trước ngày ban hành"),
        (
            {"relations": [relation("replaced_by", other="Quyết định số 9/QĐ-VKS")]},
            "expires_on",
            "ngày văn bản này hết hiệu lực",
        ),
    ],
)
def test_what_is_refused_says_what_to_do(
    client: Client, cao_loc: Unit, values: dict, field: str, words: str
) -> None:
    response = add(client, cao_loc, **values)
    assert words in response.context["form"].errors[field][0]
    assert not OfficialDocumentPage.objects.exists()
    assert "Về việc ban hành Quy chế" in response.content.decode()


@pytest.mark.parametrize("value", ["\x00", "9" * 400, "<script>", "٣/QĐ", "2025-13-45", "-1"])
@pytest.mark.parametrize("name", ["symbol", "issued_on", "issuer", "summary", "field"])
def test_bad_input_never_breaks_the_form(
    client: Client, cao_loc: Unit, name: str, value: str
) -> None:
    assert add(client, cao_loc, **{name: value}).status_code == 200


def test_relation_to_another_units_draft_is_refused(
    client: Client, cao_loc: Unit, bac_son: Unit
) -> None:
    secret = make_document(bac_son, "66/BC-VKS", live=False, summary="Báo cáo mật")
    response = add(client, cao_loc, relations=[relation("replaces", secret)])
    assert not OfficialDocumentPage.objects.child_of(register_of(cao_loc)).exists()
    assert "Báo cáo mật" not in response.content.decode()
    public = make_document(bac_son, "67/BC-VKS")
    add(client, cao_loc, relations=[relation("replaces", public)])
    page = OfficialDocumentPage.objects.child_of(register_of(cao_loc)).get()
    assert page.relations.get().target == public


def test_file_of_another_unit_is_refused(client: Client, cao_loc: Unit, bac_son: Unit) -> None:
    paper = make_file(bac_son, "mat.pdf", papers.pdf("x"))
    add(client, cao_loc, files=[paper])
    assert not OfficialDocumentPage.objects.exists()


def test_film_is_no_document(client: Client, cao_loc: Unit) -> None:
    film = make_file(cao_loc, "phim.mp4", b"\x00\x00\x00\x20ftypisom")
    response = add(client, cao_loc, files=[film])
    assert "chỉ nhận tệp PDF" in response.content.decode()
    assert not OfficialDocumentPage.objects.exists()


def test_document_does_not_replace_itself(client: Client, cao_loc: Unit, writer: User) -> None:
    page = make_document(cao_loc, "1/KH-VKS", live=False, owner=writer)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = form(symbol="1/KH-VKS", relations=[relation(RelationKind.REPLACES, page)])
    assert "chính nó" in client.post(url, data).content.decode()


@pytest.mark.parametrize(
    ("kind", "issued", "words"),
    [
        (RelationKind.REPLACED_BY, date(2024, 1, 2), "trước văn bản này"),
        (RelationKind.REPLACES, date(2025, 6, 2), "sau văn bản này"),
        (RelationKind.AMENDS, date(2025, 6, 2), "sau văn bản này"),
    ],
)
def test_days_must_agree_with_what_replaces_what(
    client: Client, cao_loc: Unit, kind: RelationKind, issued: date, words: str
) -> None:
    other = make_document(cao_loc, "9/QĐ-VKS", issued_on=issued)
    response = add(client, cao_loc, relations=[relation(kind, target=other.pk)])
    assert words in " ".join(response.context["form"].non_field_errors())
    assert OfficialDocumentPage.objects.count() == 1


def test_two_documents_do_not_replace_each_other(
    client: Client, cao_loc: Unit, writer: User
) -> None:
    page = make_document(cao_loc, "173/QĐ-VKS", live=False, owner=writer)
    other = make_document(
        cao_loc, "9/QĐ-VKS", relations=[{"kind": RelationKind.REPLACES, "target": page}]
    )
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.post(url, form(relations=[relation("replaces", target=other.pk)]))
    assert "Hãy bỏ một bên" in " ".join(response.context["form"].non_field_errors())


def test_scan_is_taken_with_a_request_for_words(client: Client, cao_loc: Unit) -> None:
    scan = make_file(cao_loc, "quet.pdf", papers.scanned_pdf())
    extract(scan)
    html = add(client, cao_loc, files=[scan]).content.decode()
    assert OfficialDocumentPage.objects.exists()
    assert "không có chữ. Văn bản vẫn" in html
    html = add(client, cao_loc, files=[scan], symbol="174/QĐ-VKS", abstract="Quy chế gồm 5 điều.")
    assert "không có chữ. Văn bản vẫn" not in html.content.decode()


def test_document_passes_both_reviews_before_it_is_public(cao_loc: Unit, bac_son: Unit) -> None:
    staff = make_staff(cao_loc, bac_son)
    client = browser()
    client.force_login(staff.author)
    with review_required():
        add(client, cao_loc)
        page = submit(OfficialDocumentPage.objects.get(), staff.author)
        assert not approve(page, staff.leader).live
        assert approve(page, staff.board).live
    assert browser().get(page.get_url(), headers={"host": "cao-loc.localhost"}).status_code == 200


def test_copy_has_no_symbol_until_somebody_gives_it_one(cao_loc: Unit) -> None:
    page = make_document(cao_loc, "1/KH-VKS")
    copy = page.copy(update_attrs={"slug": "ban-sao"}, keep_live=False)
    assert (copy.symbol, copy.symbol_key) == ("", None)
