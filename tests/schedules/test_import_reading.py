"""Files and pasted tables as units really have them: what is understood, and what is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date, time
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.schedules.imports.opening import open_file, open_paste
from events.schedules.imports.problems import REASONS, ScheduleFileError
from events.schedules.imports.sheets import written
from events.schedules.rules.grid import Grid
from events.schedules.rules.reading import LineKind, Reading
from events.schedules.rules.understand import understand
from tests.schedules.messy import MESSY, by_day_docx, by_day_xlsx


def read(name: str) -> Reading:
    return understand(open_file(MESSY[name]()).blocks)


def in_short(reading: Reading) -> list[str]:
    assert reading.week is not None
    return [
        f"{entry.day:%d/%m} {entry.start:%H:%M} {entry.content}"
        if entry.start
        else f"{entry.day:%d/%m} {entry.session} {entry.content}"
        for entry in reading.week.entries
    ]


EXPECTED: dict[str, tuple[str, str, int | None, list[str]]] = {
    "by_day_docx": ("2024-10-21", "2024-10-25", 49, [
        "21/10 07:30 Giao ban đầu tuần", "21/10 14:00 Họp Ủy ban kiểm sát\n(tài liệu gửi trước)",
        "22/10 07:30 Kiểm sát trực tiếp tại Nhà tạm giữ", "22/10 13:30 Tiếp công dân",
        "23/10 morning Dự phiên tòa mẫu", "23/10 afternoon Làm việc tại cơ quan",
        "24/10 08:00 Hội nghị tập huấn nghiệp vụ", "25/10 14:00 Sơ kết công tác tháng 10",
    ]),
    "leader_by_row_docx": ("2024-11-11", "2024-11-15", 12, [
        "11/11 07:30 Giao ban", "11/11 13:30 Làm việc với Công an", "12/11 morning Họp chi bộ",
        "12/11 all_day Đi công tác", "12/11 afternoon Tiếp công dân",
        "13/11 all_day Làm việc tại cơ quan", "13/11 all_day Kiểm sát thi hành án",
        "14/11 08:00 Dự phiên tòa", "14/11 14:00 Họp liên ngành", "15/11 all_day Nghỉ phép",
        "15/11 all_day Trực",
    ]),
    "paragraphs_docx": ("2024-10-28", "2024-11-01", None, [
        "28/10 07:30 Giao ban Phòng.", "28/10 14:00 Duyệt án",
        "29/10 morning Xét xử sơ thẩm vụ án hình sự", "29/10 afternoon Kiểm sát bản án",
        "01/11 all_day Tập huấn trực tuyến",
    ]),
    "amended_docx": ("2024-10-28", "2024-11-03", 50, [
        "28/10 07:30 Giao ban", "29/10 08:00 Họp báo quý III tại ins",
        "30/10 09:00 Tiếp đoàn công tác", "03/11 all_day Trực nghiệp vụ",
    ]),
    "by_day_xlsx": ("2024-11-04", "2024-11-10", 51, [
        "04/11 07:30 Giao ban tuần", "04/11 14:00 Hội nghị trực tuyến\ntoàn Ngành",
        "05/11 08:15 Kiểm sát thi hành án", "06/11 13:30 Họp tổ thẩm định", "08/11 all_day Đi cơ sở",
    ]),
    "day_against_leaders_xlsx": ("2024-11-18", "2024-11-22", None, [
        "18/11 07:30 Giao ban đầu tuần", "18/11 afternoon Họp Thường trực",
        "18/11 afternoon Duyệt án", "18/11 14:00 Tiếp công dân", "19/11 all_day Đi công tác Hà Nội",
        "19/11 morning Họp Phòng 2", "19/11 afternoon Làm việc tại cơ quan",
        "19/11 afternoon Kiểm sát trại tạm giam", "20/11 morning Lễ kỷ niệm 20/11",
    ]),
    "half_understood_xlsx": ("2024-12-02", "2024-12-06", None, [
        "02/12 07:30 Giao ban", "06/12 16:30 Tổng kết thi đua",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", MESSY)
def test_each_layout_gives_its_week_and_every_entry(name: str) -> None:
    reading = read(name)
    first, last, number, entries = EXPECTED[name]
    assert reading.week is not None
    week = (reading.week.first.isoformat(), reading.week.last.isoformat(), reading.week.number)
    assert week == (first, last, number)
    assert in_short(reading) == entries
    assert not any(entry.is_public for entry in reading.week.entries)


def test_head_and_foot_are_read_as_such() -> None:
    week = read("by_day_docx").week
    assert week is not None
    assert week.issuer == "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO"
    assert week.unit_name == "VIỆN KIỂM SÁT NHÂN DÂN TỈNH LẠNG SƠN"
    assert (week.place_of_issue, week.issued_on) == ("Lạng Sơn", date(2024, 10, 18))
    assert week.signer == "Nông Thị Mẫu"
    assert week.signer_post == "KT. VIỆN TRƯỞNG\nPHÓ VIỆN TRƯỞNG"
    assert week.recipients == ("Lãnh đạo Viện (b/c)", "Các phòng, đơn vị", "Lưu: VT")


def test_cells_beside_the_content_are_kept_with_it() -> None:
    week = read("by_day_docx").week
    assert week is not None
    first = week.entries[0]
    assert first.chairs == ("Đ/c Hoàng Văn Mẫu - Viện trưởng",)
    assert first.attendees == ("Lãnh đạo Viện", "Trưởng các phòng")
    assert (first.place, first.prepared_by) == ("Phòng họp tầng 2", "Văn phòng")
    assert week.entries[3].end == time(16, 30)


def test_one_meeting_of_several_leaders_is_one_entry() -> None:
    for name in ("leader_by_row_docx", "day_against_leaders_xlsx"):
        week = read(name).week
        assert week is not None
        assert len(week.entries[0].chairs) > 1, name


def test_marks_of_an_amendment_are_read_and_deleted_words_are_not() -> None:
    week = read("amended_docx").week
    assert week is not None
    assert [entry.mark for entry in week.entries] == ["postponed", "changed", "added", ""]
    assert "tại del" not in week.entries[1].content
    assert week.amendment == "Điều chỉnh lần 1 ngày 29/10/2024"


def test_what_is_not_understood_is_said_line_by_line() -> None:
    reading = read("half_understood_xlsx")
    unknown = [line.number for line in reading.lines if line.kind is LineKind.UNKNOWN]
    assert unknown == [6, 7, 8]
    said = {problem.line: problem.why for problem in reading.problems}
    assert "sau giờ nghỉ trưa" in said[6]
    assert "cuối tuần" in said[7]
    assert "không có nội dung" in said[8]
    assert "Thứ Ba" in said[5]


def test_hidden_sheets_are_not_read() -> None:
    text = repr(open_file(by_day_xlsx()).blocks)
    assert "Việc của tuần trước" not in text


def test_of_several_sheets_the_open_one_is_read_and_that_is_said() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Ngày", "Giờ", "Nội dung"])
    book.active.append([date(2024, 10, 28), time(8), "Việc tuần 44"])
    second = book.create_sheet("Tuần 45")
    second.append(["Ngày", "Giờ", "Nội dung"])
    second.append([date(2024, 11, 4), time(8), "Việc tuần 45"])
    book.active = 1
    target = io.BytesIO()
    book.save(target)
    source = open_file(target.getvalue())
    assert in_short(understand(source.blocks)) == ["04/11 08:00 Việc tuần 45"]
    assert "Tuần 45" in source.notes[0]


# What is refused ------------------------------------------------------------------------------------


def zipped(parts: dict[str, bytes], base: bytes = b"") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        if base:
            with zipfile.ZipFile(io.BytesIO(base)) as source:
                for name in source.namelist():
                    if name not in parts:
                        archive.writestr(name, source.read(name))
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def with_types(base: bytes, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(base)) as source:
        types = source.read("[Content_Types].xml")
    assert old in types
    return zipped({"[Content_Types].xml": types.replace(old, new)}, base)


def long_book(rows: int) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(rows):
        sheet.append([f"dòng {number}"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def long_document(rows: int) -> bytes:
    with zipfile.ZipFile(io.BytesIO(by_day_docx())) as source:
        text = source.read("word/document.xml").decode()
    row = "<w:p><w:r><w:t>dòng</w:t></w:r></w:p>"
    return zipped(
        {"word/document.xml": text.replace("<w:body>", "<w:body>" + row * rows, 1).encode()},
        by_day_docx(),
    )


ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64 + "EncryptedPackage".encode("utf-16-le")
)
REFUSED: dict[str, tuple[str, Any]] = {
    "empty": ("empty", lambda: b""),
    "password": ("password", lambda: ENCRYPTED),
    "old kind": ("old_format", lambda: ENCRYPTED[:60]),
    "pdf": ("pdf", lambda: b"%PDF-1.7 x"),
    "rtf": ("rtf", lambda: b"{\\rtf1 x}"),
    "text": ("not_docx", lambda: b"Th\xe1\xbb\xa9 Hai"),
    "other zip": ("not_docx", lambda: zipped({"a.txt": b"x"})),
    "cut off": ("damaged", lambda: by_day_xlsx()[:2000]),
    "macro in a document": (
        "macros",
        lambda: with_types(
            by_day_docx(),
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"vnd.ms-word.document.macroEnabled.main+xml",
        ),
    ),
    "macro in a workbook": (
        "macros",
        lambda: with_types(
            by_day_xlsx(),
            b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
    ),
    "macro part": ("macros", lambda: zipped({"xl/vbaProject.bin": b"x"}, by_day_xlsx())),
    "path": ("suspicious", lambda: zipped({"../../x": b"x"}, by_day_xlsx())),
    "bomb": (
        "suspicious",
        lambda: zipped({"xl/sharedStrings.xml": b" " * 40_000_000}, by_day_xlsx()),
    ),
    "entities": (
        "suspicious",
        lambda: zipped(
            {"xl/sharedStrings.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><sst>&b;</sst>'}, by_day_xlsx()
        ),
    ),
    "ten thousand rows": ("too_many_rows", lambda: long_book(10_000)),
    "ten thousand lines": ("too_many_rows", lambda: long_document(10_000)),
    "no sheet": ("no_text", lambda: zipped({"xl/worksheets/sheet1.xml": b"<x/>"}, by_day_xlsx())),
    "no text": ("no_text", lambda: long_book(0)),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_schedule_is_refused_with_the_reason(name: str) -> None:
    code, make = REFUSED[name]
    with pytest.raises(ScheduleFileError) as refused:
        open_file(make())
    assert refused.value.code == code
    assert "%(" not in str(refused.value)


def test_every_reason_of_the_archive_has_its_sentence() -> None:
    from portal.core.word.problems import REASONS as of_archives

    assert set(of_archives) <= set(REASONS)


def test_an_endless_merged_cell_costs_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(by_day_xlsx())) as source:
        sheet = source.read("xl/worksheets/sheet1.xml")
    endless = sheet.replace(b'ref="A5:F5"', b'ref="A5:XFD1048576"')
    assert endless != sheet
    (grid,) = open_file(zipped({"xl/worksheets/sheet1.xml": endless}, by_day_xlsx())).blocks
    assert isinstance(grid, Grid)
    assert len(grid.rows) < 50


# Pasting --------------------------------------------------------------------------------------------


def test_a_table_of_excel_is_understood_from_tabs() -> None:
    text = 'Ngày\tGiờ\tNội dung\n11/11/2024\t7h30\t"Giao ban\ntoàn cơ quan"\n\t14:00\tHọp\n'
    week = (date(2024, 11, 11), date(2024, 11, 15))
    reading = understand(open_paste("", text).blocks, hint=week)
    assert in_short(reading) == ["11/11 07:30 Giao ban\ntoàn cơ quan", "11/11 14:00 Họp"]


def test_a_quotation_mark_that_somebody_typed_swallows_no_rows() -> None:
    text = (
        'Ngày\tGiờ\tNội dung\n21/10/2024\t8h\t"Họp không đóng ngoặc\n'
        '22/10/2024\t9h\t"Giao ban" tuần\n23/10/2024\t9h\t"Việc\ndòng ""hai"""'
    )
    assert in_short(understand(open_paste("", text).blocks)) == [
        '21/10 08:00 "Họp không đóng ngoặc', '22/10 09:00 "Giao ban" tuần',
        '23/10 09:00 Việc\ndòng "hai"',
    ]  # fmt: skip


def test_merged_cells_and_styles_of_the_clipboard_are_understood() -> None:
    html = """<html><head><style>td {mso-x: y}</style></head><body><!--StartFragment-->
    <table><tr><td>Thứ</td><td>Giờ</td><td>Nội dung</td></tr>
    <tr><td rowspan=2><p class=MsoNormal>Thứ Hai<o:p></o:p></p></td><td>7h30</td>
      <td><p>Giao ban</p><p>(có tài
      liệu)</p><script>alert(1)</script></td></tr>
    <tr><td>14h</td><td>Họp <del>cũ</del>mới</td></tr></table></body></html>"""
    week = (date(2024, 11, 11), date(2024, 11, 15))
    reading = understand(open_paste(html, "x").blocks, hint=week)
    assert in_short(reading) == ["11/11 07:30 Giao ban\n(có tài liệu)", "11/11 14:00 Họp mới"]


@given(st.text(max_size=300), st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_whatever_is_pasted_is_understood_or_refused(inner: str, text: str) -> None:
    for html in ("", f"<table><tr><td rowspan=3>{inner}</td><td>{text}", inner):
        try:
            reading = understand(open_paste(html, text).blocks)
        except ScheduleFileError:
            continue
        places = range(len(reading.week.entries)) if reading.week else range(0)
        assert all(place in places for line in reading.lines for place in line.entries)


@given(st.times(), st.dates(date(2000, 1, 1), date(2089, 12, 30)))
def test_cells_of_excel_are_written_as_schedules_write_them(moment: time, day: date) -> None:
    shown = written(moment.replace(microsecond=0, second=0))
    assert shown == f"{moment:%H:%M}"
    assert written(day) == f"{day:%d/%m/%Y}"


@pytest.mark.parametrize("value", [None, True, 3.5, 7, float("inf"), "x\0y"])
def test_no_cell_is_too_strange(value: Any) -> None:
    assert isinstance(written(value), str)
