"""Schedules as units really send them: letterhead in a table, merged cells, hours and dates in every
spelling, a foot with signer and recipients. Written for this project; people and matters are invented.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.styles import Font

NBSP = "\xa0"


def by_day_docx() -> bytes:
    """By day; days merged downwards, a half-day as a row of its own, soft line breaks, two spellings."""
    paper = _paper("49/LLV", "Lạng Sơn, ngày 18 tháng 10 năm 2024")
    paper.add_paragraph("LỊCH LÀM VIỆC CỦA LÃNH ĐẠO VIỆN")
    paper.add_paragraph("(Từ ngày 21.10.2024 đến ngày 25/10/2024)")
    rows = [
        ["Thứ, ngày", "Thời gian", "Nội dung", "Chủ trì", "Thành phần", "Địa điểm", "Đ/v chuẩn bị"],
        ["Thứ Hai\n21.10", f"7{NBSP}giờ{NBSP}30'", "Giao ban đầu tuần", "Đ/c Hoàng Văn Mẫu - Viện trưởng",
         "Lãnh đạo Viện, Trưởng các phòng", "Phòng họp tầng 2", "Văn phòng"],
        ["", "14:00", "Họp Ủy ban kiểm sát\n(tài liệu gửi trước)", "Đ/c Hoàng Văn Mẫu",
         "Thành viên Ủy ban kiểm sát", "Phòng họp tầng 3", "Phòng 9"],
        ["Thứ Ba\n22.10", "07h30", "Kiểm sát trực tiếp tại Nhà tạm giữ", "Đ/c Nông Thị Mẫu - PVT",
         "Phòng 8", "Công an huyện", "Phòng 8"],
        ["", "13 giờ 30 - 16h30", "Tiếp công dân", "Đ/c Nông Thị Mẫu", "", "Trụ sở tiếp công dân", ""],
        ["Thứ Tư\n23/10/2024", "Sáng", "Dự phiên tòa mẫu", "Đ/c Lý Văn Mẫu", "", "TAND tỉnh", "P.1"],
        ["CHIỀU", "", "", "", "", "", ""],
        ["Thứ Tư\n23/10/2024", "", "Làm việc tại cơ quan", "Đ/c Lý Văn Mẫu", "", "", ""],
        ["Thứ Năm\n24.10", "8g", "Hội nghị tập huấn nghiệp vụ", "Đ/c Hoàng Văn Mẫu", "Toàn thể công chức",
         "Hội trường", "Văn phòng"],
        ["Thứ Sáu\n25-10-2024", "2h chiều", "Sơ kết công tác tháng 10", "Đ/c Hoàng Văn Mẫu", "", "", ""],
    ]  # fmt: skip
    table = _table(paper, rows)
    _merge(table, (1, 0), (2, 0))
    _merge(table, (3, 0), (4, 0))
    _merge(table, (6, 0), (6, 6))
    _foot(paper, "KT. VIỆN TRƯỞNG\nPHÓ VIỆN TRƯỞNG\n\n(đã ký)\n\nNông Thị Mẫu")
    return _saved(paper)


def leader_by_row_docx() -> bytes:
    """A row for each leader, a column for each day; one meeting lies over two leaders."""
    paper = _paper("12/LLV", "Cao Lộc, ngày 08/11/2024")
    paper.add_paragraph("LỊCH CÔNG TÁC TUẦN\nTừ ngày 11/11/2024 đến ngày 15/11/2024")
    rows = [
        ["STT", "Họ và tên", "Chức vụ", "Thứ hai 11/11", "Thứ ba 12/11", "Thứ tư 13/11", "Thứ năm 14/11",
         "Thứ sáu 15/11"],
        ["1", "Hoàng Thị Mẫu", "Viện trưởng", "7h30: Giao ban", "Sáng: Họp chi bộ\nChiều: Tiếp công dân",
         "Làm việc tại cơ quan", "08h00 Dự phiên tòa\n14h Họp liên ngành", "Nghỉ phép"],
        ["2", "Lương Văn Mẫu", "Phó Viện trưởng", "7h30: Giao ban", "", "Kiểm sát thi hành án", "", "Trực"],
        ["3", "Vi Thị Mẫu", "Phó Viện trưởng", "13h30: Làm việc với Công an", "Đi công tác", "", "", ""],
    ]  # fmt: skip
    table = _table(paper, rows)
    _merge(table, (1, 3), (2, 3))
    _foot(paper, "VIỆN TRƯỞNG\n\n\nHoàng Thị Mẫu")
    return _saved(paper)


def paragraphs_docx() -> bytes:
    """No table at all: days as headings, points below them, labels for people and places."""
    paper = docx.Document()
    paper.add_paragraph("VIỆN KIỂM SÁT NHÂN DÂN TỈNH\nPHÒNG 7")
    paper.add_paragraph("LỊCH LÀM VIỆC TUẦN 44\n(từ 28/10/2024 đến 01/11/2024)")
    for text in (
        "Thứ Hai, ngày 28/10/2024 (26/9 âm lịch)",
        "- 7 giờ 30': Giao ban Phòng. Chủ trì: Đ/c Triệu Văn Mẫu. Địa điểm: Phòng 305",
        "- 14h00': Duyệt án",
        "Chủ trì: Đ/c Triệu Văn Mẫu",
        "Thứ Ba, ngày 29.10.2024",
        "Sáng: Xét xử sơ thẩm vụ án hình sự",
        "Chiều: Kiểm sát bản án",
        "Thứ Sáu, ngày 01 tháng 11 năm 2024",
        "Cả ngày: Tập huấn trực tuyến",
        "Nơi nhận:\n- Lãnh đạo Viện;\n- Lưu: P7.",
        "TRƯỞNG PHÒNG\nTriệu Văn Mẫu",
    ):
        paper.add_paragraph(text)
    return _saved(paper)


def amended_docx() -> bytes:
    """An amendment with tracked changes, a content control and marks in words."""
    paper = _paper("50/LLV", "Lạng Sơn, ngày 29 tháng 10 năm 2024")
    paper.add_paragraph("LỊCH LÀM VIỆC (Điều chỉnh lần 1 ngày 29/10/2024)")
    paper.add_paragraph("Tuần từ 28/10 đến 03/11/2024")
    rows = [
        ["Ngày", "Giờ", "Nội dung công việc", "Lãnh đạo chủ trì", "Ghi chú"],
        ["28/10", "07:30", "(Hoãn) Giao ban", "Viện trưởng", ""],
        ["29/10", "8.00", "Họp báo quý III", "Viện trưởng", "Điều chỉnh"],
        ["30/10", "9h", "Bổ sung: Tiếp đoàn công tác", "Phó Viện trưởng", "xe 12A-000.00"],
        ["Chủ nhật 03/11", "Cả ngày", "Trực nghiệp vụ", "P. 1", ""],
    ]  # fmt: skip
    table = _table(paper, rows)
    paragraph = table.cell(2, 2).paragraphs[0]._p
    for tag, inner in (("del", "delText"), ("ins", "t")):
        paragraph.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="1" w:author="x"><w:r>'
                f'<w:{inner} xml:space="preserve"> tại {tag}</w:{inner}></w:r></w:{tag}>'
            )
        )
    cell = table.cell(4, 2)._tc
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    inner_paragraph = cell.p_lst[0]
    cell.replace(inner_paragraph, control)
    control[0].append(inner_paragraph)
    _foot(paper, "TL. VIỆN TRƯỞNG\nCHÁNH VĂN PHÒNG\n\n\nDương Văn Mẫu")
    return _saved(paper)


def by_day_xlsx() -> bytes:
    """Real date and time cells, merged letterhead, a hidden sheet of last week, formatted empty rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Tuan 45"
    _letterhead_rows(sheet)
    sheet["A5"] = "LỊCH LÀM VIỆC TUẦN TỪ NGÀY 04/11/2024 ĐẾN NGÀY 10/11/2024"
    sheet.merge_cells("A5:F5")
    rows: list[list[Any]] = [
        ["Ngày", "Giờ", "Nội dung", "Chủ trì", "Địa điểm", "Xe"],
        [date(2024, 11, 4), time(7, 30), "Giao ban tuần", "Hoàng Văn Mẫu", "P. họp", None],
        [None, time(14, 0), "Hội nghị trực tuyến\ntoàn Ngành", "Hoàng Văn Mẫu", "Hội trường", None],
        [datetime(2024, 11, 5), "8h15", "Kiểm sát thi hành án", "Nông Thị Mẫu", "Chi cục THA", "12A-1"],
        [datetime(2024, 11, 6), 0.5625, "Họp tổ thẩm định", "Lý Văn Mẫu", None, None],
        [datetime(2024, 11, 8), "Cả ngày", "Đi cơ sở", "Lý Văn Mẫu", "Huyện Bình Gia", "12A-1"],
    ]  # fmt: skip
    for number, row in enumerate(rows, 7):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    sheet["A8"].number_format = "dddd dd/mm"
    sheet["B11"].number_format = "h:mm"
    sheet.merge_cells("A8:A9")
    sheet["A14"], sheet["E14"] = (
        "Nơi nhận:\n- Lãnh đạo Viện;\n- Lưu: VT.",
        "VIỆN TRƯỞNG\n\nHoàng Văn Mẫu",
    )
    for number in range(15, 900):
        sheet.cell(number, 1).font = Font(name="Times New Roman")
    old = book.create_sheet("Tuan 44")
    old.append(["Ngày", "Giờ", "Nội dung"])
    old.append([date(2024, 10, 28), time(8, 0), "Việc của tuần trước"])
    old.sheet_state = "hidden"
    return _saved_book(book)


def day_against_leaders_xlsx() -> bytes:
    """Days and half-days downwards, leaders across; one meeting lies over all of them."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "LỊCH CÔNG TÁC CỦA LÃNH ĐẠO VIỆN"
    sheet["A2"] = "Từ 18/11/2024 đến 22/11/2024"
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A2:E2")
    rows: list[list[Any]] = [
        ["Thứ/ngày", "Buổi", "Đ/c Hoàng Văn Mẫu\nViện trưởng", "Đ/c Nông Thị Mẫu\nPhó Viện trưởng",
         "Đ/c Lý Văn Mẫu\nPhó Viện trưởng"],
        ["Thứ 2\n18/11", "Sáng", "7h30: Giao ban đầu tuần", None, None],
        [None, "Chiều", "Họp Thường trực", "Duyệt án", "14h00: Tiếp công dân"],
        ["Thứ 3\n19/11", "Sáng", "Đi công tác Hà Nội", "Họp Phòng 2", None],
        [None, "Chiều", None, "Làm việc tại cơ quan", "Kiểm sát trại tạm giam"],
        ["Thứ 4\n20/11", "Sáng", "Lễ kỷ niệm 20/11", None, None],
    ]  # fmt: skip
    for number, row in enumerate(rows, 4):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    for area in ("A5:A6", "A7:A8", "C5:E5", "C7:C8"):
        sheet.merge_cells(area)
    return _saved_book(book)


def half_understood_xlsx() -> bytes:
    """Two rows of headings, a wrong weekday, an hour nobody can read, a line without a day."""
    book = openpyxl.Workbook()
    sheet = book.active
    rows: list[list[Any]] = [
        ["LỊCH TUẦN (2/12/2024 - 6/12/2024)"],
        [],
        ["Thời gian", None, "Nội dung", "Người thực hiện", None],
        ["Ngày", "Giờ", None, "Chủ trì", "Thành phần"],
        ["Thứ Ba 02/12", "7h30", "Giao ban", "Viện trưởng", "Toàn cơ quan"],
        ["03/12", "sau giờ nghỉ trưa", "Họp chi bộ", "Bí thư", None],
        ["cuối tuần", "8h", "Kiểm tra hồ sơ", "Phó Viện trưởng", None],
        ["05/12", "14h", None, "Phó Viện trưởng", None],
        ["06/12", "16h30", "Tổng kết thi đua", "Viện trưởng", None],
    ]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    for area in ("A3:B3", "C3:C4", "D3:E3"):
        sheet.merge_cells(area)
    return _saved_book(book)


MESSY: dict[str, Callable[[], bytes]] = {
    maker.__name__: maker
    for maker in (
        by_day_docx, leader_by_row_docx, paragraphs_docx, amended_docx, by_day_xlsx,
        day_against_leaders_xlsx, half_understood_xlsx,
    )
}  # fmt: skip


def _paper(number: str, issued: str) -> Any:
    paper = docx.Document()
    table = paper.add_table(rows=1, cols=2)
    table.cell(
        0, 0
    ).text = f"VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO\nVIỆN KIỂM SÁT NHÂN DÂN TỈNH LẠNG SƠN\nSố: {number}"
    table.cell(
        0, 1
    ).text = f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{issued}"
    return paper


def _table(paper: Any, rows: Sequence[Sequence[str]]) -> Any:
    table = paper.add_table(rows=len(rows), cols=len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    return table


def _merge(table: Any, first: tuple[int, int], last: tuple[int, int]) -> None:
    text = table.cell(*first).text
    merged = table.cell(*first).merge(table.cell(*last))
    merged.text = text


def _foot(paper: Any, signature: str) -> None:
    table = paper.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Nơi nhận:\n- Lãnh đạo Viện (b/c);\n- Các phòng, đơn vị;\n- Lưu: VT."
    table.cell(0, 1).text = signature


def _letterhead_rows(sheet: Any) -> None:
    sheet["A1"], sheet["D1"] = "VKSND TỐI CAO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["A2"], sheet["D2"] = "VIỆN KIỂM SÁT NHÂN DÂN TỈNH", "Độc lập - Tự do - Hạnh phúc"
    sheet["A3"], sheet["D3"] = "Số: 51/LLV", "Lạng Sơn, ngày 01 tháng 11 năm 2024"
    for row in (1, 2, 3):
        sheet.merge_cells(f"A{row}:C{row}")
        sheet.merge_cells(f"D{row}:F{row}")


def _saved(paper: Any) -> bytes:
    target = io.BytesIO()
    paper.save(target)
    return target.getvalue()


def _saved_book(book: Any) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
