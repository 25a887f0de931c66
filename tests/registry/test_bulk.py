"""Many documents at once: every wrong cell is named, hostile archives are refused, nothing by halves."""

from __future__ import annotations

import io
import stat
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from home.registry.bulk import archives, services
from home.registry.bulk.archives import Archive
from home.registry.bulk.problems import BulkError
from home.registry.bulk.sheet import COLUMNS, day_in, read_lines
from home.registry.models import OfficialDocumentPage
from portal.media.models import PortalDocument
from tests.factories import browser, make_user
from tests.media import papers
from tests.registry.documents import make_document, register_of
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role

pytestmark = pytest.mark.django_db
HEAD = tuple(str(column.heading) for column in COLUMNS)
NAMES = [column.name for column in COLUMNS]
PDF = papers.pdf("Quyet dinh " * 9)


def row(symbol: Any = "173/QĐ-VKS", **values: Any) -> tuple[Any, ...]:
    cells = {
        "symbol": symbol, "summary": "Về việc ban hành Quy chế", "issued_on": "12/03/2025", **values
    }  # fmt: skip
    return tuple(cells.get(name) for name in NAMES)


def book(*rows: tuple[Any, ...]) -> bytes:
    return papers.xlsx(HEAD, *rows)


@pytest.fixture
def client(cao_loc: Unit) -> Client:
    found = browser()
    sign_in(found, make_user(Role.CONTRIBUTOR, cao_loc))
    return found


def send(client: Client, unit: Unit, data: bytes, files: bytes | None = None) -> Any:
    values = {"sheet": SimpleUploadedFile("danh-sach.xlsx", data)}
    if files is not None:
        values["archive"] = SimpleUploadedFile("tep.zip", files)
    return client.post(reverse("registry_import", args=[register_of(unit).pk]), values)


def confirm(client: Client, unit: Unit, preview: Any) -> Any:
    url = reverse("registry_import", args=[register_of(unit).pk])
    return client.post(url, {"token": preview.context["token"]}, follow=True)


@pytest.mark.reads_apart
def test_twenty_lines_become_twenty_drafts(client: Client, cao_loc: Unit) -> None:
    rows = [row(f"{n}/KH-VKS", files=f"kh-{n}.pdf" if n < 4 else None) for n in range(1, 21)]
    rows[5] = row("6/QĐ-VKS", issued_on=datetime(2024, 2, 29), field="hinh su", expires_on=None)
    files = papers.archive({f"thu muc/KH-{n}.pdf": PDF for n in range(1, 4)} | {"thua.pdf": PDF})
    preview = send(client, cao_loc, book(*rows), files)
    assert preview.status_code == 422
    assert "không có lĩnh vực “hinh su”" in preview.content.decode()

    rows[5] = row("6/QĐ-VKS", issued_on=datetime(2024, 2, 29))
    preview = send(client, cao_loc, book(*rows), files)
    assert preview.status_code == 200
    assert "thua.pdf" in preview.content.decode()
    assert not OfficialDocumentPage.objects.exists()

    done = confirm(client, cao_loc, preview)
    assert "Đã tạo 20 bản nháp" in done.content.decode()
    made = OfficialDocumentPage.objects.child_of(register_of(cao_loc))
    assert made.count() == 20
    assert not made.live().exists()
    assert {page.issuer for page in made} == {cao_loc.name}
    assert made.get(number=6).issued_on == date(2024, 2, 29)
    assert made.get(number=3).files.get().document.collection == cao_loc.collection
    assert PortalDocument.objects.count() == 3

    again = confirm(client, cao_loc, preview)
    assert "đã nhập xong" in again.content.decode()
    assert made.count() == 20


@pytest.mark.parametrize(
    ("bad", "place", "words"),
    [
        (row(None), "Dòng 3, cột A", "còn trống"),
        (row("khong so"), "Dòng 3, cột A", "Hãy ghi như 173/QĐ-VKS"),
        (row("/TB-VKS"), "Dòng 3, cột A", "còn thiếu số"),
        (row("1/KH-VKS"), "Dòng 3, cột A", "trùng với dòng 2"),
        (row("9/KH-VKS"), "Dòng 3, cột A", "sổ đã có văn bản này: Kế hoạch số 09/KH-VKS"),
        (row(document_type="Thơ"), "Dòng 3, cột B", "không có loại “Thơ”"),
        (row(issuer="a" * 300), "Dòng 3, cột C", "nhiều nhất 200"),
        (row(summary=None), "Dòng 3, cột D", "còn trống"),
        (row(issued_on="31/02/2025"), "Dòng 3, cột E", "không phải ngày"),
        (row(issued_on=None), "Dòng 3, cột E", "24/11/2026"),
        (row(issued_on="12/03/1025"), "Dòng 3, cột E", "năm ban hành"),
        (row(effective_on="01/01/2025"), "Dòng 3, cột F", "không thể trước"),
        (row(expires_on="#REF!"), "Dòng 3, cột G", "công thức"),
        (row(files="khong-co.pdf"), "Dòng 3, cột L", "không thấy tệp “khong-co.pdf”"),
        (row(files="a;" * 41), "Dòng 3, cột L", "nhiều nhất 40 tệp cho một văn bản"),
        (row(files="ma.pdf"), "Dòng 3, cột L", "trang web"),
        (row(files="phim.mp4"), "Dòng 3, cột L", "chỉ nhận tệp PDF"),
    ],
)
def test_each_wrong_cell_is_named_with_what_to_do(
    client: Client, cao_loc: Unit, bad: tuple, place: str, words: str
) -> None:
    make_document(cao_loc, "9/KH-VKS", live=False)
    parts = {"ma.pdf": b"<html></html>", "phim.mp4": b"\0\0\0\x20ftypisom"}
    response = send(client, cao_loc, book(row("1/KH-VKS"), bad), papers.archive(parts))
    assert response.status_code == 422
    (problem,) = response.context["problems"]
    assert str(problem).startswith(place)
    assert words in str(problem)
    assert response.context["token"] == ""
    assert OfficialDocumentPage.objects.count() == 1


def test_preview_shows_the_symbol_as_it_will_stand(client: Client, cao_loc: Unit) -> None:
    preview = send(client, cao_loc, book(row("số 7 / kh - vks")))
    assert "Kế hoạch số 07/KH-VKS" in preview.content.decode()


def test_nothing_is_half_imported(
    client: Client, cao_loc: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = book(row("1/KH-VKS", files="a.pdf"), row("2/KH-VKS", files="b.pdf"))
    preview = send(client, cao_loc, data, papers.archive({"a.pdf": PDF, "b.pdf": PDF}))
    stored: list[Any] = []
    write = services._Writer.write

    def fail_at_second(self: Any, planned: Any) -> Any:
        if self.stored:
            stored.extend((row.file.storage, row.file.name) for row in self.stored)
            raise RuntimeError("on purpose")
        return write(self, planned)

    monkeypatch.setattr(services._Writer, "write", fail_at_second)
    assert confirm(client, cao_loc, preview).status_code == 500
    assert not OfficialDocumentPage.objects.exists()
    assert not PortalDocument.objects.exists()
    assert stored
    assert not any(storage.exists(name) for storage, name in stored)


def test_what_came_in_between_is_told(client: Client, cao_loc: Unit) -> None:
    preview = send(client, cao_loc, book(row("1/KH-VKS"), row("2/KH-VKS")))
    make_document(cao_loc, "2/KH-VKS")
    response = confirm(client, cao_loc, preview)
    assert "Sổ đã thay đổi" in response.content.decode()
    assert OfficialDocumentPage.objects.count() == 1


def test_only_who_may_add_documents_imports(client: Client, cao_loc: Unit, bac_son: Unit) -> None:
    assert send(client, bac_son, book(row())).status_code == 404
    preview = send(client, cao_loc, book(row()))
    other = browser()
    sign_in(other, make_user(Role.LEADER, cao_loc))
    assert "không còn được giữ" in confirm(other, cao_loc, preview).content.decode()
    assert not OfficialDocumentPage.objects.exists()


def test_board_imports_into_the_provinces_register(province: Unit) -> None:
    client = browser()
    client.force_login(make_user(Role.BOARD))
    preview = send(client, province, book(row(files="a.pdf")), papers.archive({"a.pdf": PDF}))
    confirm(client, province, preview)
    assert not OfficialDocumentPage.objects.get().live


def test_template_is_understood_by_the_import(client: Client, cao_loc: Unit) -> None:
    url = reverse("registry_import", args=[register_of(cao_loc).pk])
    sheet = load_workbook(io.BytesIO(client.get(url, {"mau": "1"}).content))
    sheet.active.append(["173/QĐ-VKS", "Quyết định", None, "Về việc", "12/03/2025"])
    target = io.BytesIO()
    sheet.save(target)
    assert send(client, cao_loc, target.getvalue()).status_code == 200


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "trống"),
        (b"khong phai Excel", "Không nhận ra loại tệp"),
        (papers.docx("x"), "nội dung là Word"),
        (papers.xlsx(("a", "b"), (1, 2)), "dòng tiêu đề"),
        (papers.xlsx(), "dòng tiêu đề"),
        (book(), "chưa có dòng văn bản"),
        (papers.xlsx(*[HEAD, *[row(f"{n}/KH-VKS") for n in range(201)]]), "hơn 200 văn bản"),
        (papers.archive({"xl/vbaProject.bin": b"x"}, papers.xlsx((1,))), "macro"),
        (papers.archive({"xl/x.xml": b"0" * 45_000_000}, papers.xlsx((1,))), "bất thường"),
    ],
)
def test_list_that_cannot_be_read_is_refused_with_the_reason(
    client: Client, cao_loc: Unit, data: bytes, words: str
) -> None:
    response = send(client, cao_loc, data)
    assert response.status_code == 422
    assert words in response.content.decode()


def link() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as found:
        entry = zipfile.ZipInfo("a.pdf")
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        found.writestr(entry, "/etc/passwd")
    return target.getvalue()


def locked() -> bytes:
    data = bytearray(papers.archive({"a.pdf": PDF}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def many(amount: int) -> bytes:
    return papers.archive({f"{n}.pdf": b"" for n in range(amount)})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"khong phai zip", "not_zip"),
        (PDF, "not_zip"),
        (papers.archive({"../../etc/cron.d/x": b"x"}), "path"),
        (papers.archive({"a/../../x.pdf": b"x"}), "path"),
        (papers.archive({"..\\..\\x.pdf": b"x"}), "path"),
        (papers.archive({"/etc/passwd": b"x"}), "path"),
        (papers.archive({"C:\\Windows\\x.dll": b"x"}), "path"),
        (link(), "link"),
        (locked(), "password"),
        (many(10_000), "too_many"),
        (papers.archive({"a.pdf": b"\0" * 30_000_000}), "bomb"),
        (papers.archive({"a/x.pdf": b"1", "b/X.pdf": b"2"}), "twice"),
    ],
)
def test_hostile_archive_is_refused_with_the_reason(data: bytes, code: str) -> None:
    with pytest.raises(BulkError) as refused:
        Archive(io.BytesIO(data))
    assert refused.value.code == code
    assert "Hãy" in str(refused.value)


def test_archive_of_many_small_bombs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LIMITS", replace(archives.LIMITS, total=1000))
    with pytest.raises(BulkError):
        Archive(io.BytesIO(papers.archive({f"{n}.pdf": b"0" * 300 for n in range(4)})))


def test_refused_archive_is_told_beside_its_field(client: Client, cao_loc: Unit) -> None:
    response = send(client, cao_loc, book(row()), papers.archive({"../x.pdf": b"x"}))
    assert "trỏ ra ngoài thư mục" in response.context["form"].errors["archive"][0]


def packed_by(page: str, name: str) -> bytes:
    """A zip whose name is in this code page, without the mark that says which one."""
    placeholder = "x" * len(name.encode(page))
    data = papers.archive({placeholder: PDF})
    return data.replace(placeholder.encode(), name.encode(page))


@pytest.mark.parametrize("page", ["utf-8", "cp1258"])
def test_names_are_read_as_their_packer_meant_them(page: str) -> None:
    import unicodedata

    written = "Thư mục/Quyết định số 12.pdf"
    if page == "cp1258":  # which has letters and tones apart
        written = "".join(
            letter if len(letter.encode(page, "ignore")) == 1 else _with_tone_apart(letter)
            for letter in written
        )
    archive = Archive(io.BytesIO(packed_by(page, written)))
    assert archive.names == ["Quyết định số 12.pdf"]
    assert unicodedata.is_normalized("NFC", archive.names[0])


def _with_tone_apart(letter: str) -> str:
    """ "ế" as "ê" and the tone behind it."""
    import unicodedata

    *base, tone = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(base)) + tone


def test_name_in_any_bytes_never_breaks_the_preview(client: Client, cao_loc: Unit) -> None:
    data = papers.archive({"xxxx.pdf": PDF}).replace(b"xxxx", b"\xff\xd2\x9d\x8f")
    response = send(client, cao_loc, book(row()), data)
    assert response.status_code == 200


def test_names_are_found_without_marks_capitals_and_folders() -> None:
    import unicodedata

    mac = unicodedata.normalize("NFD", "Quyết định.pdf")
    found = Archive(io.BytesIO(papers.archive({f"Thư mục/{mac}": b"x", "__MACOSX/._x": b"x"})))
    assert found.names == ["Quyết định.pdf"]
    for wanted in ("quyet dinh.PDF", "Quyết định.pdf", "thu muc\\Quyết Định.pdf"):
        assert found.find(wanted) == "Quyết định.pdf"
    assert found.find("quyet dinh.docx") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/11/2026", date(2026, 11, 24)),
        ("4.1.2026", date(2026, 1, 4)),
        ("24 - 11 - 2026", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("2026-11-24 00:00:00", date(2026, 11, 24)),
        ("11/24/2026", None),
        ("24/11", None),
        ("", None),
    ],
)
def test_days_as_people_write_them(text: str, day: date | None) -> None:
    assert day_in(text) == day


def test_heading_may_stand_below_a_title_and_lack_columns() -> None:
    data = papers.xlsx(
        ("SỔ VĂN BẢN NĂM 2025",),
        ("TT", "SỐ, KÝ HIỆU *", "Ngày ban hành", "trích yếu"),
        (1, "1/KH-VKS", datetime(2025, 1, 2), "Kế hoạch"),
        (None, None, None, None),
        (2, "2/KH-VKS", "03.01.2025", "Kế  hoạch\u00a0hai"),
    )
    first, second = read_lines(io.BytesIO(data))
    assert (first.number, second.number) == (3, 5)
    assert first.values["issued_on"] == date(2025, 1, 2)
    assert second.values["summary"] == "Kế hoạch hai"
