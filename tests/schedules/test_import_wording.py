"""Hours and days in the words of real schedules: a column of them, and what each is understood as."""

from __future__ import annotations

import io
import unicodedata
from datetime import date, time
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.schedules.imports.opening import Source, open_file
from events.schedules.rules.grid import Cell, Grid, Row
from events.schedules.rules.pieces import cut
from events.schedules.rules.reading import Reading
from events.schedules.rules.understand import understand
from events.schedules.rules.week import Entry

WEEK = (date(2024, 10, 21), date(2024, 10, 27))


def grid(*rows: tuple[str, ...]) -> Grid:
    cells = [
        Row(number, tuple(Cell(number, at, text) for at, text in enumerate(row)))
        for number, row in enumerate(rows, 1)
    ]
    return Grid(tuple(cells))


def read(*rows: tuple[str, ...]) -> Reading:
    return understand([grid(*rows)], hint=WEEK)


def entries(reading: Reading) -> tuple[Entry, ...]:
    return reading.week.entries if reading.week else ()


HOURS: dict[str, tuple[str, time | None, time | None]] = {
    "7 giờ 30'": ("morning", time(7, 30), None),
    "8g": ("morning", time(8), None),
    "8h-11h30": ("morning", time(8), time(11, 30)),
    "7h30 ->11h30": ("morning", time(7, 30), time(11, 30)),
    "7h30 ~ 11h30": ("morning", time(7, 30), time(11, 30)),
    "Từ 14h00": ("afternoon", time(14), None),
    "14h00 - hết giờ": ("afternoon", time(14), None),
    "từ 14h đến hết buổi": ("afternoon", time(14), None),
    "Khoảng 9h": ("morning", time(9), None),
    "Sau 14h": ("afternoon", time(14), None),
    "Buổi sáng từ 8h": ("morning", time(8), None),
    "Sáng (8h00)": ("morning", time(8), None),
    "Cả ngày (từ 7h30)": ("all_day", time(7, 30), None),
    "11h30 trưa": ("morning", time(11, 30), None),
    "12h trưa": ("afternoon", time(12), None),
    "1h trưa": ("afternoon", time(13), None),
    "08:00 AM": ("morning", time(8), None),
    "2:00 PM": ("afternoon", time(14), None),
    "2:00 CH": ("afternoon", time(14), None),
    "0730": ("morning", time(7, 30), None),
    "14": ("afternoon", time(14), None),
    "S": ("morning", None, None),
    "C": ("afternoon", None, None),
    "S, C": ("all_day", None, None),
    "Sáng - Chiều": ("all_day", None, None),
    "Cả hai buổi": ("all_day", None, None),
    "Đầu giờ sáng": ("morning", None, None),
    "Cuối giờ chiều": ("afternoon", None, None),
    "Sáng:": ("morning", None, None),
}  # fmt: skip


@pytest.mark.parametrize("written", HOURS)
def test_hours_are_understood_as_they_are_written(written: str) -> None:
    for text in (written, unicodedata.normalize("NFC", written).replace(" ", "  ")):
        reading = read(("Ngày", "Giờ", "Nội dung"), ("21/10", text, "Họp"))
        (entry,) = entries(reading)
        assert (entry.session.value, entry.start, entry.end) == HOURS[written]


@pytest.mark.parametrize("written", ["25h", "8 người", "khi xong việc", "99", "7", "Trước 9h"])
def test_what_may_be_no_hour_is_not_guessed(written: str) -> None:
    reading = read(("Ngày", "Giờ", "Nội dung"), ("21/10", written, "Họp"))
    found = entries(reading)
    assert not found or (written, found[0].start) == ("7", time(7))


def test_hours_that_are_vague_are_said_to_be() -> None:
    reading = read(("Ngày", "Giờ", "Nội dung"), ("21/10", "Dự kiến 9h00", "Họp"))
    assert [problem.why for problem in reading.problems] == [
        "Ghi “Dự kiến 9h00”: đã hiểu là 09:00."
    ]


def test_two_hours_on_one_line_are_two_entries_or_one_with_a_warning() -> None:
    head = ("Ngày", "Giờ", "Nội dung")
    two = entries(read(head, ("21/10", "8h, 14h", "Họp giao ban\nTiếp công dân")))
    assert [entry.start for entry in two] == [time(8), time(14)]
    reading = read(head, ("21/10", "8h và 14h", "Họp giao ban"))
    assert len(entries(reading)) == 1
    assert "2 giờ" in reading.problems[0].why


DAYS: dict[str, list[int]] = {
    "Thứ 2 (21/10)": [21], "Thứ Hai ngày 21.10.2024": [21], "T2": [21], "T.6": [25], "Thứ II": [21],
    "Hai\n21": [21], "Thứ Ba, 22-10": [22], "Thứ năm ngày 24": [24], "Ngày 22": [22],
    "C.Nhật": [27], "CN 27/10": [27], "Chủ nhật": [27], "Thứ hai\n(21.10)\nÂm lịch 19/9": [21],
    "Thứ tư 23/10 - 21/9 ÂL": [23],
    "Từ 21/10 đến 23/10": [21, 22, 23], "21-23/10": [21, 22, 23], "Thứ 2 - Thứ 4": [21, 22, 23],
    "T5, T6": [24, 25], "Thứ 2, 3, 5": [21, 22, 24], "Thứ Hai và Thứ Tư": [21, 23],
    "Cả tuần": [21, 22, 23, 24, 25], "Hằng ngày": [21, 22, 23, 24, 25],
}  # fmt: skip


@pytest.mark.parametrize("written", DAYS)
def test_days_are_understood_as_they_are_written(written: str) -> None:
    reading = read(("Thứ, ngày", "Giờ", "Nội dung"), (written, "8h", "Họp"))
    assert [entry.day.day for entry in entries(reading)] == DAYS[written]
    assert bool(reading.problems) == (len(DAYS[written]) > 1), "several days are said to be several"


@pytest.mark.parametrize("written", ["cuối tuần", "32/10", "Ngày 40", "Thứ 9", "21 22 23", "24 10"])
def test_what_may_be_no_day_is_not_guessed(written: str) -> None:
    reading = read(("Thứ, ngày", "Giờ", "Nội dung"), (written, "8h", "Họp"))
    assert not entries(reading)
    assert reading.problems


def test_rows_below_several_days_begin_a_day_of_their_own() -> None:
    reading = read(
        ("Ngày", "Giờ", "Nội dung"),
        ("21/10 - 22/10", "8h", "Tập huấn"),
        ("", "14h", "Thảo luận"),
        ("24/10", "8h", "Họp"),
    )
    found = [(entry.day.day, entry.content) for entry in entries(reading)]
    assert found == [
        (21, "Tập huấn"), (21, "Thảo luận"), (22, "Tập huấn"), (22, "Thảo luận"), (24, "Họp"),
    ]  # fmt: skip


def test_signs_that_only_part_a_text_do_not_stay_at_its_end() -> None:
    cell = "9h00: Họp Ủy ban; Chủ trì: Đ/c Viện trưởng; Địa điểm: Phòng họp."
    (entry,) = entries(read(("Ngày", "Buổi sáng"), ("21/10", cell)))
    assert (entry.content, entry.place) == ("Họp Ủy ban", "Phòng họp")
    assert entry.chairs == ("Đ/c Viện trưởng",)


def test_a_dash_in_a_cell_is_no_entry() -> None:
    reading = read(("Ngày", "Sáng", "Chiều"), ("21/10", "Họp", "-"), ("22/10", "…", "//"))
    assert [entry.content for entry in entries(reading)] == ["Họp"]
    assert not reading.problems


@pytest.mark.parametrize(
    "heading", ["Nông Thị Mẫu\nPhó Viện trưởng", "PHÓ VIỆN TRƯỞNG\nNông Thị Mẫu"]
)
def test_a_leader_is_known_by_name_above_or_below_the_post(heading: str) -> None:
    reading = read(("Thứ/ngày", "Buổi", heading), ("21/10", "S", "Họp"))
    assert entries(reading)[0].chairs == ("Nông Thị Mẫu",)
    reading = read(("Lãnh đạo", "21/10", "22/10"), (heading, "Họp", "Nghỉ"))
    assert entries(reading)[0].chairs == ("Nông Thị Mẫu",)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Lãnh đạo Viện, các phòng 1, 2, 3", ("Lãnh đạo Viện", "các phòng 1, 2, 3")),
        ("- LĐ Viện;\n- Đ/c Mẫu, Đ/c Tày", ("LĐ Viện", "Đ/c Mẫu", "Đ/c Tày")),
        ("Lê Văn Mẫu, Viện trưởng; Lý Văn Mẫu", ("Lê Văn Mẫu, Viện trưởng", "Lý Văn Mẫu")),
    ],
)
def test_names_are_parted_as_they_are_meant(written: str, names: tuple[str, ...]) -> None:
    reading = read(("Ngày", "Nội dung", "Thành phần"), ("21/10", "Họp", written))
    assert entries(reading)[0].attendees == names


def test_a_table_in_an_old_font_below_a_head_in_unicode_is_read() -> None:
    paper = docx.Document()
    paper.add_paragraph("LỊCH LÀM VIỆC TUẦN từ ngày 21/10/2024 đến ngày 25/10/2024 của đơn vị")
    rows = [
        ["Thø, ngµy", "Giê", "Néi dung c«ng viÖc", "Chñ tr×"],
        ["Thø Hai 21/10", "7 giê 30", "Giao ban ®Çu tuÇn l·nh ®¹o ViÖn", "§/c ViÖn tr\xadëng"],
        ["Thø Ba 22/10", "14h00", "KiÓm s¸t thi hµnh ¸n d©n sù", ""],
    ]
    table = paper.add_table(rows=3, cols=4)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    target = io.BytesIO()
    paper.save(target)
    source = open_file(target.getvalue())
    found = entries(understand(source.blocks))
    assert [entry.content for entry in found] == [
        "Giao ban đầu tuần lãnh đạo Viện",
        "Kiểm sát thi hành án dân sự",
    ]
    assert "phông cũ" in source.notes[0]


# What is hidden in a sheet --------------------------------------------------------------------------


def opened(hide: Any) -> Source:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Ngày", "Giờ", "Nội dung", "Riêng"])
    sheet.append([date(2024, 10, 21), time(8), "Việc hiện", "Lời riêng"])
    sheet.append([date(2024, 10, 22), time(8), "Việc ẩn", None])
    hide(sheet)
    target = io.BytesIO()
    book.save(target)
    return open_file(target.getvalue())


def test_hidden_rows_and_columns_are_left_out_and_that_is_said() -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True

    source = opened(hide)
    assert [entry.content for entry in entries(understand(source.blocks))] == ["Việc hiện"]
    assert "Lời riêng" not in repr(source.blocks)
    assert source.notes[0].startswith("Không đọc 2 dòng, cột bị ẩn")


def test_an_empty_sheet_in_front_is_passed_over() -> None:
    def hide(sheet: Any) -> None:
        sheet.parent.create_sheet("Trống", 0)
        sheet.parent.active = 0

    source = opened(hide)
    assert len(entries(understand(source.blocks))) == 2
    assert "chỉ đọc trang “Sheet”" in source.notes[0]


def test_a_sheet_that_hides_nothing_says_nothing() -> None:
    source = opened(lambda _sheet: None)
    assert len(entries(understand(source.blocks))) == 2
    assert not source.notes


# One line of each kind that a cell may hold.
LINES = (
    "Sáng",
    "Chiều: Làm việc với Phòng 1",
    "8h Họp giao ban",
    "14 giờ 30'",
    "Chủ trì: Lê Thị Bình",
    "Thành phần:",
    "- Phòng 1, Phòng 2",
    "Tiếp công dân",
    "và báo cáo kết quả",
    "",
)


@given(lines=st.lists(st.sampled_from(LINES), max_size=6), by_line=st.booleans())
def test_lines_of_a_cell_are_read_in_whatever_order_they_stand(
    lines: list[str], by_line: bool
) -> None:
    kept = " ".join(
        word
        for piece in cut("\n".join(lines), None, by_line=by_line)
        for word in (piece.content, *piece.fields.values())
    )
    assert all(name in kept for name in ("Lê Thị Bình",) if f"Chủ trì: {name}" in lines[1:])


def test_a_half_day_below_a_label_begins_an_entry_of_its_own() -> None:
    pieces = cut("8h Họp\nChủ trì: Lê Thị Bình\nChiều: Làm việc", None)
    assert [piece.content for piece in pieces] == ["Họp", "Làm việc"]
