"""Every parser of what people type, paste and send, in one table, each with the shapes that may cost it dear.

A shape is a function from a size to an input of about that size: letters of a text, elements of a structure.
Honest inputs are not here: what grows with the square does so for somebody who means harm, or for the one
file a year.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import openpyxl
from wagtail.admin import compare
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from events import ical
from events.schedules.imports.clipboard import read_html, read_tabs
from events.schedules.imports.old_fonts import in_unicode
from events.schedules.imports.opening import open_file
from events.schedules.imports.preview import shown_lines
from events.schedules.rules import dates, day_lists, people, times
from events.schedules.rules.columns import role_of
from events.schedules.rules.compare import differences
from events.schedules.rules.grid import Paragraph
from events.schedules.rules.letterhead import begins_foot, read_letterhead
from events.schedules.rules.lines import ScheduleLine, from_data, to_data
from events.schedules.rules.moments import read_moment
from events.schedules.rules.pieces import cut, mark_named, take_mark
from events.schedules.rules.plain import tidy
from events.schedules.rules.spans import span_of
from events.schedules.rules.understand import understand
from events.schedules.rules.week import Entry, Session
from home.laws.rules.citations import find_citations
from home.laws.rules.documents import find_documents
from home.laws.rules.places import tidy_letter, tidy_number
from home.laws.rules.symbols import find_symbols, lacks_number, parse_symbol, symbol_key
from home.legal_education.rules.leaflet import lines as leaflet_lines
from home.registry.bulk.archives import Archive
from home.registry.bulk.sheet import day_in, read_list
from home.registry.rules.reading import read as read_words
from portal.core import spreadsheets
from portal.core import text as words
from portal.core.targets import in_html
from portal.core.templatetags.comparison_tags import in_words
from portal.core.text import legacy
from portal.core.text.filenames import looks_like_filename
from portal.core.word import clean_html, read_docx
from portal.core.word import understand as tell_story
from portal.media.rules import webvtt
from search.results import _shown_terms as shown_terms
from search.terms import SearchTerms
from units.moderation.checklist.adapter import _Reader as PageReader
from units.moderation.checklist.rules.decrees import documents_in
from units.moderation.checklist.rules.items import Where
from units.moderation.checklist.rules.people import exposed_people, private_numbers
from units.moderation.checklist.rules.wording import doubled, shouted
from units.moderation.rules.substance import Version, editors, main_writers
from units.scope.references import without_in_html

Shape = Callable[[int], Any]
TODAY: Final = date(2026, 11, 24)
WEEK: Final = (date(2026, 11, 23), date(2026, 11, 27))


@dataclass(frozen=True)
class Parser:
    """`size` is the smallest that is timed; eight times as much has to be within the parser's limits."""

    name: str
    read: Callable[[Any], Any]
    shapes: Mapping[str, Shape]
    size: int = 500


def again(*pieces: str, end: str = "", start: str = "") -> Shape:
    """The pieces one after the other, over and over."""
    piece = "".join(pieces)
    return lambda size: start + piece * max(1, size // len(piece)) + end


# Running text: what a regular expression may try in vain, again and again.
TEXTS: Final[dict[str, Shape]] = {
    "one word": again("a"),
    "one word in capitals": again("Đ"),
    "spaces": again(" "),
    "lines": again("\n"),
    "fixed spaces": again("\u00a0"),
    "marks": again("\u0301", start="e"),
    "marks of two kinds": again("\u0323\u0302", start="a"),
    "letters with marks apart": again("a\u0323\u0302"),
    "invisible": again("\u200b"),
    "digits": again("1"),
    "digits apart": again("1 "),
    "digits with points": again("1."),
    "digits with strokes": again("1/"),
    "digits with dashes": again("1-"),
    "digits with commas": again("1, "),
    "letters with commas": again("a, "),
    "commas": again(","),
    "strokes": again("/"),
    "dashes": again("-"),
    "spaced dashes": again(" - "),
    "points": again("."),
    "colons": again(": "),
    "brackets": again("("),
    "brackets both": again("()"),
    "quotation marks": again('"'),
    "tags": again("<"),
    "half tags": again("<a "),
    "ampersands": again("&"),
    "wide letters": again("\U0001d538"),
    "citations": again("điểm a, b khoản 1, 2 và 3 Điều 5 và "),
    "clauses": again("khoản 1, "),
    "points of a list": again("điểm a, "),
    "articles": again("Điều 5 và khoản 2 "),
    "short articles": again("đ s k 1 Đ 51 "),
    "letters before a clause": again("a, b và c "),
    "documents": again("Bộ luật Hình sự năm 2015, Nghị định 42/2022/NĐ-CP, "),
    "kinds": again("Luật "),
    "kinds without an end": again("Nghị định "),
    "names": again("Luật Hôn nhân và gia đình sửa đổi, bổ sung một số điều của "),
    "names without a year": again("Luật Đất đai nhà cửa, ruộng vườn "),
    "amending": again("Luật sửa đổi, bổ sung một số điều của các "),
    "amended": again("Luật Đất đai (được sửa đổi "),
    "said years": again("năm 2015 "),
    "symbols": again("173/QĐ-VKS "),
    "half symbols": again("173/2022/"),
    "long symbols": again("1/A-B-C-D-E-F-G-H-"),
    "issuers": again("-VKSTC", start="01/CT"),
    "joined issuers": again("&A", start="01/CT-BNN"),
    "numbered": again("số: "),
    "days": again("từ ngày 11/11 đến ngày 15/11/2024 "),
    "half days": again("từ ngày 11 ("),
    "days in words": again("ngày 11 tháng 11 "),
    "weekdays": again("thứ hai, "),
    "lunar days": again("(tức 11/10 "),
    "lunar": again("âm lịch "),
    "hours": again("7h30 - 9h, "),
    "half hours": again("từ lúc "),
    "half-days": again("sáng, chiều "),
    "half-days by words": again("buổi "),
    "primes": again("'", start="7h"),
    "people": again("Đ/c Nguyễn Văn An, Viện trưởng, "),
    "people and": again("Nguyễn Văn An và "),
    "people below each other": again("- Nguyễn Văn An;\n"),
    "honorifics": again("Đ/c "),
    "posts": again("Viện trưởng, "),
    "open brackets in names": again("An (, "),
    "labels": again(" Chủ trì: ông An. Địa điểm: "),
    "bullets": again("- việc\n"),
    "timed lines": again("7h30 Giao ban\n"),
    "marks of an amendment": again("(Hoãn) "),
    "roles": again("bị can Nguyễn Văn Bình, sinh năm 2012, "),
    "ages": again("15 tuổi "),
    "telephones": again("0912 345 678, "),
    "identities": again("CCCD "),
    "identity and number": again("căn cước công dân số "),
    "passports": again("hộ chiếu "),
    "capitals": again("TĂNG CƯỜNG "),
    "long capitals": again("TĂNGCƯỜNGKIỂMSÁT"),
    "doubled": again("tại tại "),
    "doubled phrases": again("từ ngày từ ngày "),
    "nearly doubled": again("aa", end=" aab"),
    "old letters": again("ViÖn kiÓm s¸t nh©n d©n "),
    "old capitals": again("VIÖN KIÓM S¸T "),
    "old letters in one word": again("Ö"),
    "older letters": again("Vieän kieåm saùt "),
    "file names": again("IMG_2024_"),
    "separated": again("a-b_"),
    "motto": again("CỘNG HÒA XÃ HỘI "),
    "number of a paper": again("Số: 12/"),
    "place of issue": again("Lạng Sơn, ngày "),
    "formulas": again("=1+"),
    "nul": again("\x00"),
    "halves of letters": again("\ud800"),
}

# Markup: nested without end, never closed, closed too often, and all in one place.
MARKUP: Final[dict[str, Shape]] = {
    "paragraphs": again("<p>Kiểm sát viên</p>"),
    "open paragraphs": again("<p>Kiểm sát "),
    "closing tags": again("</p>"),
    "bold": again("<b>a</b>"),
    "bold without end": again("<b>a"),
    "bold deep": lambda size: "<b>" * (size // 8) + "a" + "</b>" * (size // 8),
    "spans": again('<span style="font-weight:bold">a</span><span>b</span>'),
    "spans deep": lambda size: "<p>" + "<span>" * (size // 13) + "a" + "</span>" * (size // 13),
    "shallow spans": again("<p>" + "<span>" * 100 + "a" + "</span>" * 100 + "</p>"),
    "divisions deep": lambda size: "<div>" * (size // 11) + "a" + "</div>" * (size // 11),
    "quotes deep": again("<blockquote>"),
    "line breaks": again("a<br>"),
    "lists": again("<ul><li>a</li></ul>"),
    "items": again("<li>a</li>", start="<ul>", end="</ul>"),
    "lists deep": lambda size: "<ul><li>a" * (size // 19) + "</li></ul>" * (size // 19),
    "lists in one item": again("<ul><li>a</li></ul>", start="<ul><li>", end="</li></ul>"),
    "lists a hundred deep": again("<ul><li>a" * 40 + "</li></ul>" * 40),
    "lists in lists": again("<ul><li>a</li></ul>", start="<ul>", end="</ul>"),
    "items with paragraphs": again("<li><p>a</p><p>b</p></li>", start="<ol>", end="</ol>"),
    "fake items": again('<p style="mso-list:l0 level1"><span style="mso-list:Ignore">1.</span>a</p>'),
    "cells": again("<tr>" + "<td>a</td>" * 10 + "</tr>", start="<table>", end="</table>"),
    "cells of one row": again("<td>a</td>", start="<table><tr>", end="</tr></table>"),
    "cells of one column": again("<tr><td>a</td></tr>", start="<table>", end="</table>"),
    "tables": again("<table><tr><td>a</td><td>b</td></tr></table>"),
    "tables deep": lambda size: "<table><tr><td>a<td>" * (size // 44) + "</td></tr></table>" * (size // 44),
    "tables twenty deep": again("<table><tr><td>a<td>" * 20 + "</table>" * 20),
    "tables in one cell": again(
        "<table><tr><td>a<td>b</table>", start="<table><tr><td>a<td>", end="</table>"
    ),
    "one cell": again("Kiểm sát ", start="<table><tr><td>a</td><td>", end="</table>"),
    "one cell of paragraphs": again("<p>a</p>", start="<table><tr><td>a</td><td>", end="</table>"),
    "merged cells": again(
        '<tr><td rowspan=9999 colspan=9999>a</td><td>b</td></tr>', start="<table>", end="</table>"
    ),
    "cells hanging down": again(
        '<tr>' + '<td rowspan=9999>a' * 59 + "<td>b</tr>", start="<table>", end="</table>"
    ),
    "tables without cells": again("<tr>", start="<table>", end="</table>"),
    "pictures": again('<img src="a.png" alt="x">'),
    "links": again('<a href="https://vks.vn/">a</a>'),
    "dead links": again('<a linktype="page" id="7">a</a>'),
    "half links": again('<a linktype="page" id='),
    "notes": again('<a href="#_ftn1">1</a>'),
    "deleted": again("<p><del>a</del>b</p>"),
    "deleted deep": again("<del>"),
    "comments": again("<!-- a "),
    "comments both": again("<!-- a -->"),
    "sections": again("<![if a"),
    "sections both": again("<![if a]>"),
    "declarations": again("<!a"),
    "instructions": again("<?a"),
    "endings": again("</"),
    "silent": again("<script>"),
    "silent both": again("<style>p{}</style>"),
    "silent deep": again("<del><style>"),
    "entities": again("&amp;"),
    "half entities": again("&#1"),
    "endless entities": again("1", start="&#"),
    "one attribute": again("a:b;", start='<p style="', end='">a</p>'),
    "spaces in a style": again(" ", start='<p style="', end='">a</p>'),
    "letters in a style": again("a", start='<p style="', end='">a</p>'),
    "classes": again("a ", start='<p class="', end='">a</p>'),
    "attributes": again("a=b ", start="<p ", end=">a</p>"),
    "half an attribute": again("a", start='<p class="'),
    "families": again("font-family:"),
    "old fonts": again("<p style=\"font-family:.VnTime\">ViÖn kiÓm s¸t</p>"),
    "fonts in one paragraph": again(
        "<span style=\"font-family:.VnTime\">ViÖn</span><span style=\"font-family:VNI-Times\">kieåm </span>",
        start="<p>", end="</p>",
    ),
    "bare text": again("Kiểm sát viên\n"),
    "bold lines": again("<p><b>Kiểm sát viên</b></p>"),
    "half bold lines": again("<b>a", start="<p>"),
    "anchors without end": again("<a b>"),
    "additions": again('<span class="addition">a</span>'),
    "half additions": again('<span class="addition">'),
    "headings": again("<h2>a</h2>"),
    "headings without end": again("<h2>a<p>"),
    "lines in lines": again("<li>", start="<p>"),
}  # fmt: skip

# Tables as they are pasted with tabs, and lists of days without a table.
HEAD: Final = "Ngày\tGiờ\tNội dung\tChủ trì\n"
TABLES: Final[dict[str, Shape]] = {
    "rows": again("Thứ Hai 23/11\t7h30\tGiao ban\tNguyễn Văn An\n", start=HEAD),
    "rows without a head": again("Thứ Hai 23/11\t7h30\tGiao ban\tNguyễn Văn An\n"),
    "rows that are nothing": again("x\tx\tx\tx\n", start="a\tb\n"),
    "rows without a day": again("?\t7h30\tGiao ban\tNguyễn Văn An\n", start=HEAD),
    "heads": again(HEAD),
    "heads without end": again("Sáng\tChiều\n", start="Thứ Hai\t\n"),
    "one cell of hours": again("7h30 ", start=HEAD + "Thứ Hai 23/11\t", end="\tGiao ban\tAn\n"),
    "one cell": again("7h30 Giao ban ", start=HEAD + "Thứ Hai 23/11\t7h30\t", end="\tAn\n"),
    "one cell of lines": again(
        "7h30 Giao ban\n", start=HEAD + 'Thứ Hai 23/11\t\t"', end='"\tAn\n'
    ),
    "one cell of labels": again(
        "Chủ trì: An\n", start=HEAD + 'Thứ Hai 23/11\t\t"7h30 Họp\n', end='"\tAn\n'
    ),
    "one cell of goings on": again(
        "a\n", start=HEAD + 'Thứ Hai 23/11\t\t"7h30 Họp\nThành phần: x\n', end='"\tAn\n'
    ),
    "one cell of people": again(
        "Nguyễn Văn An, ", start=HEAD + "Thứ Hai 23/11\t7h30\tGiao ban\t", end="\n"
    ),
    "one cell of people and": again(
        "Nguyễn Văn An và ", start=HEAD + "Thứ Hai 23/11\t7h30\tGiao ban\t", end="\n"
    ),
    "matrix": again(
        "Nguyễn Văn An\t7h30 Họp\t8h Họp\tTrực\n",
        start="Họ và tên\tThứ hai 23/11\tThứ ba 24/11\tThứ tư 25/11\n",
    ),
    "one meeting of many": again(
        "Nguyễn Văn An\t7h30 Họp\t\t\n",
        start="Họ và tên\tThứ hai 23/11\tThứ ba 24/11\tThứ tư 25/11\n",
    ),
    "days": again("Thứ Hai, 23/11\n7h30 Giao ban\n"),
    "lines below one day": again("7h30 Giao ban\n", start="Thứ Hai, 23/11\n"),
    "lines going on below one day": again("a\n", start="Thứ Hai, 23/11\n- 7h30 Giao ban\n"),
    "lines without a day": again("7h30 Giao ban\n"),
    "letterhead": again("VIỆN KIỂM SÁT NHÂN DÂN\n"),
    "recipients": again("- Phòng 1;\n", start="Thứ Hai, 23/11\n7h30 Giao ban\nNơi nhận:\n"),
    "signers": again(
        "Nguyễn Văn An\n", start="Thứ Hai, 23/11\n7h30 Giao ban\nVIỆN TRƯỞNG\n"
    ),
    "quotation marks": again('"\t'),
    "half cells": again('"a"b\t'),
    "one open cell": again('""', start='a\t"'),
    "tabs": again("\t"),
    "columns": again("a\t", end="\nb"),
}  # fmt: skip

_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str) -> bytes:
    """A Word file with this body: the few parts without which it is none."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return target.getvalue()


def in_word(shape: Shape) -> Shape:
    return lambda size: docx(shape(size))


_RUN: Final = "<w:r><w:t>Kiểm sát </w:t></w:r>"
_PARAGRAPH: Final = f"<w:p>{_RUN}</w:p>"
_CELL: Final = f"<w:tc>{_PARAGRAPH}</w:tc>"
_DOWN: Final = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{_PARAGRAPH}</w:tc>"
_OLD: Final = (
    '<w:r><w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}"/></w:rPr><w:t>ViÖn kiÓm </w:t></w:r>'
)
WORD_FILES: Final[dict[str, Shape]] = {
    "paragraphs": in_word(again(_PARAGRAPH)),
    "runs of one paragraph": in_word(again(_RUN, start="<w:p>", end="</w:p>")),
    "letters of one run": in_word(again("a", start="<w:p><w:r><w:t>", end="</w:t></w:r></w:p>")),
    "breaks": in_word(again("<w:br/>", start=f"<w:p>{_RUN}<w:r>", end=f"</w:r>{_RUN}</w:p>")),
    "bold runs": in_word(
        again(f"<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>{_RUN}", start="<w:p>", end="</w:p>")
    ),
    "hidden runs": in_word(
        again("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>", start="<w:p>", end=f"{_RUN}</w:p>")
    ),
    "old runs": in_word(
        again(_OLD.format(".VnTime"), _OLD.format("VNI-Times"), start="<w:p>", end="</w:p>")
    ),
    "cells": in_word(again(f"<w:tr>{_CELL * 10}</w:tr>", start="<w:tbl>", end="</w:tbl>")),
    "cells of one row": in_word(again(_CELL, start="<w:tbl><w:tr>", end="</w:tr></w:tbl>")),
    "cells of one column": in_word(again(f"<w:tr>{_CELL * 2}</w:tr>", start="<w:tbl>", end="</w:tbl>")),
    "cells hanging down": in_word(again(f"<w:tr>{_DOWN}{_CELL}</w:tr>", start="<w:tbl>", end="</w:tbl>")),
    "tables": in_word(again(f"<w:tbl><w:tr>{_CELL * 2}</w:tr></w:tbl>")),
    "tables deep": in_word(
        again(("<w:tbl><w:tr><w:tc>" * 30) + _PARAGRAPH + ("</w:tc></w:tr></w:tbl>" * 30))
    ),
    "insertions deep": in_word(again("<w:ins>" * 150 + "</w:ins>" * 150, end=_PARAGRAPH)),
    "items": in_word(
        again(f'<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>{_RUN}</w:p>')
    ),
    "links": in_word(
        again(f'<w:hyperlink w:anchor="a">{_RUN}</w:hyperlink>', start="<w:p>", end="</w:p>")
    ),
    "fields": in_word(
        again(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText>HYPERLINK "a"</w:instrText></w:r>',
            start=f"<w:p>{_RUN}", end="</w:p>",
        )
    ),
    "bookmarks": in_word(again('<w:bookmarkStart w:name="a"/>', start="<w:p>", end=f"{_RUN}</w:p>")),
}  # fmt: skip


def xlsx(fill: Callable[[Any, int], None]) -> Shape:
    def make(size: int) -> bytes:
        book = openpyxl.Workbook()
        fill(book.active, size)
        target = io.BytesIO()
        book.save(target)
        return target.getvalue()

    return make


def _rows(sheet: Any, size: int) -> None:
    for number in range(size):
        sheet.append([date(2026, 11, 23 + number % 5), "7h30", f"Giao ban {number}", "An"])


def _schedule(sheet: Any, size: int) -> None:
    sheet.append(["Ngày", "Giờ", "Nội dung", "Chủ trì"])
    _rows(sheet, size)


def _one_cell(sheet: Any, size: int) -> None:
    sheet.append(["Ngày", "Nội dung"])
    sheet.append(["Thứ Hai 23/11", "7h30 a\n" * size])


def _merged(sheet: Any, size: int) -> None:
    for number in range(1, size + 1):
        sheet.append(["a", "b", "c"])
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=2)


def _merged_on_each_other(sheet: Any, size: int) -> None:
    sheet.append(["a", "b", "c"])
    for number in range(1, size + 1):
        sheet.append([number])
        sheet.merged_cells.add(f"A1:C{number + 1}")


def _hidden(sheet: Any, size: int) -> None:
    for number in range(1, size + 1):
        sheet.append(["a", "b", "c"])
        sheet.row_dimensions[number].hidden = number % 2 == 0


def _columns(sheet: Any, size: int) -> None:
    sheet.append(["a"] * min(size * 4, 16_000))


def _register(sheet: Any, size: int) -> None:
    sheet.append(["Số, ký hiệu", "Trích yếu", "Ngày ban hành"])
    for number in range(size):
        sheet.append([f"{number}/QĐ-VKS", "Về việc", "24/11/2026"])


def _register_of_empty_rows(sheet: Any, size: int) -> None:
    sheet.append(["Số, ký hiệu", "Trích yếu", "Ngày ban hành"])
    sheet.cell(size * 8, 1).value = "1/QĐ-VKS"


EXCEL_FILES: Final[dict[str, Shape]] = {
    "rows": xlsx(_rows),
    "schedule": xlsx(_schedule),
    "one cell": xlsx(_one_cell),
    "merged": xlsx(_merged),
    "merged on each other": xlsx(_merged_on_each_other),
    "hidden": xlsx(_hidden),
    "columns": xlsx(_columns),
}


def archive_of(size: int) -> io.BytesIO:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(size):
            archive.writestr(f"Quyết định {number}.pdf", b"a")
    return target


def find_all(source: io.BytesIO) -> list[str | None]:
    archive = Archive(source)
    return [archive.find(name.upper()) for name in archive.names]


def entry(number: int) -> Entry:
    day = date(2026, 11, 23) + timedelta(number % 5)
    return Entry(day, Session.MORNING, content=f"Họp {number}", chairs=(f"Nguyễn Văn {number}",))


def two_weeks(size: int) -> tuple[list[ScheduleLine], list[ScheduleLine]]:
    before = [ScheduleLine(f"{number:032x}", entry(number)) for number in range(size)]
    return before[: size // 2 * 2], [*before[size // 4 :], *before[: size // 4]]


def versions(size: int) -> list[Version]:
    text = " ".join(f"chữ{number}" for number in range(size))
    contents = [
        {"title": "a", "body": f"<p>{text}</p>"},
        {"title": "b", "body": f"<p>{text} thêm</p>"},
    ]
    return [Version(frozenset({at}), content) for at, content in enumerate(contents)]


def versions_of_one(size: int) -> list[Version]:
    return [Version(frozenset({at}), {"body": f"<p>a b c {at}</p>"}) for at in range(size)]


def events_of(size: int) -> list[ical.Event]:
    start = datetime(2026, 11, 24, 7, tzinfo=UTC)
    return [ical.Event(str(at), 0, start, None, False, "Họp " * 5) for at in range(size)]


def one_event(size: int) -> list[ical.Event]:
    start = datetime(2026, 11, 24, 7, tzinfo=UTC)
    return [ical.Event("a", 0, start, None, False, "ộ,;\n" * (size // 4), "x" * size)]


def captions(piece: str) -> Shape:
    return lambda size: ("WEBVTT\n\n" + piece * (size // len(piece))).encode()


def contentstate(size: int, **more: Any) -> str:
    block = {
        "key": "a",
        "text": "a" * 20,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    return json.dumps({"blocks": [{**block, **more}] * size, "entityMap": {}})


def styled(size: int) -> str:
    ranges = [{"offset": at, "length": 1, "style": "BOLD"} for at in range(size)]
    return contentstate(1, text="a" * size, inlineStyleRanges=ranges)


def overlapping(size: int) -> str:
    ranges = [{"offset": at, "length": min(40, size - at), "style": "BOLD"} for at in range(size)]
    return contentstate(1, text="a" * size, inlineStyleRanges=ranges)


def items_deeper(size: int) -> str:
    block = {
        "key": "a",
        "text": "a",
        "type": "unordered-list-item",
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    return json.dumps(
        {"blocks": [{**block, "depth": at % 20} for at in range(size)], "entityMap": {}}
    )


def rich_text(html: str) -> Any:
    reader = PageReader()
    reader.rich_text(html, Where("body"))
    return reader.texts, reader.bold_lines


def shown_of_week(blocks: list[Any]) -> Any:
    reading = understand(blocks, hint=WEEK)
    return shown_lines(reading), reading


def turned(text: str) -> str:
    """Another text of the same words."""
    return text[len(text) // 3 :] + text[: len(text) // 3]


CHANGES: Final[dict[str, Shape]] = {
    "long words": again("kháng nghị phúc thẩm nghiêm trọng "),
    "words of a few": lambda size: " ".join(f"chữ{at * at % 97:04}" for at in range(size // 8)),
    "sentences": lambda size: " ".join(
        f"Câu số {at} có {at * at % 97:04} chữ." for at in range(size // 25)
    ),
    "sentences of a few": lambda size: " ".join(f"Câu số {at % 50}." for at in range(size // 10)),
}
CONVERTER: Final = ContentstateConverter(
    ["bold", "italic", "link", "ol", "ul", "superscript", "subscript"]
)
ALL: Final = {**TEXTS, **MARKUP}

PARSERS: Final[tuple[Parser, ...]] = (
    # What is pasted.
    Parser("Word paste", lambda html: tell_story(clean_html(html, convert=None)), MARKUP, 300),
    Parser("schedule paste, HTML", lambda html: shown_of_week(read_html(html)), MARKUP, 300),
    Parser("schedule paste, tabs", read_tabs, TEXTS),
    Parser("schedule understood", lambda text: shown_of_week(read_tabs(text)), TABLES),
    Parser("schedule of one paragraph", lambda text: shown_of_week([Paragraph(1, text)]), TEXTS),
    Parser(
        "rich text of the editor",
        CONVERTER.to_database_format,
        {
            "blocks": contentstate,
            "styles": styled,
            "overlapping": overlapping,
            "deeper": items_deeper,
        },
        130,
    ),
    # Files.
    Parser("Word file", read_docx, WORD_FILES, 1_500),
    Parser("schedule, Word", lambda data: shown_of_week(open_file(data).blocks), WORD_FILES, 1_500),
    Parser("schedule, Excel", lambda data: shown_of_week(open_file(data).blocks), EXCEL_FILES, 25),
    Parser("words of a Word file", lambda data: read_words(data, "docx"), WORD_FILES, 1_500),
    Parser("words of an Excel file", lambda data: read_words(data, "xlsx"), EXCEL_FILES, 25),
    Parser(
        "list of the register",
        read_list,
        {"rows": xlsx(_register), "empty rows": xlsx(_register_of_empty_rows)},
        20,
    ),
    Parser("archive of the register", find_all, {"files": archive_of}, 100),
    Parser(
        "captions",
        webvtt.problem_in,
        {
            "cues": captions("00:01.000 --> 00:02.000\na\n\n"),
            "empty lines": captions("\n"),
            "spaces": captions(" "),
            "arrows": captions("--> "),
            "digits": captions("1"),
            "lines of one cue": captions("00:01.000 --> 00:02.000\n"),
        },
    ),
    # Rules of schedules.
    Parser("dates", dates.find_dates, TEXTS),
    Parser("span of dates", dates.find_span, TEXTS),
    Parser("day", lambda text: dates.read_day(text, WEEK), TEXTS),
    Parser("only a day", dates.says_only_a_day, TEXTS),
    Parser("days", lambda text: day_lists.read_days(text, WEEK), TEXTS),
    Parser("moment", lambda text: read_moment(text, WEEK, None, is_time=True), TEXTS),
    Parser(
        "hours",
        lambda text: (times.leading_time(text), times.read_when(text), times.read_digits(text)),
        TEXTS,
    ),
    Parser("half-day", lambda text: (times.session_of(text), times.leading_session(text)), TEXTS),
    Parser("people", people.split_names, TEXTS),
    Parser(
        "one person",
        lambda text: (
            people.person_key(text),
            people.is_person(text),
            people.names_a_person(text),
            people.leader_named(text),
        ),
        TEXTS,
    ),
    Parser("pieces of a cell", lambda text: cut(text, None, by_line=True), {**TEXTS, **TABLES}),
    Parser("marks of an amendment", lambda text: (take_mark(text), mark_named(text)), TEXTS),
    Parser("heading of a column", role_of, TEXTS),
    Parser(
        "letterhead",
        lambda text: (read_letterhead([text], [text]), begins_foot([text])),
        {**TEXTS, **TABLES},
    ),
    Parser("week of a document", lambda text: span_of([Paragraph(1, text)] * 3, None), TEXTS),
    Parser("text of a cell", tidy, TEXTS),
    Parser("old fonts of a schedule", lambda text: in_unicode([Paragraph(1, text)]), TEXTS),
    Parser("two versions of a week", lambda weeks: differences(*weeks), {"lines": two_weeks}, 100),
    Parser("lines of a week", lambda weeks: from_data(to_data(weeks[0])), {"lines": two_weeks}, 30),
    # Laws.
    Parser("citations", find_citations, TEXTS),
    Parser(
        "citations with names",
        lambda text: find_citations(text, ["Luật Đất đai", "Luật Hôn nhân và gia đình"]),
        TEXTS,
    ),
    Parser("documents", find_documents, TEXTS),
    Parser("symbols", lambda text: list(find_symbols(text)), TEXTS),
    Parser(
        "symbol", lambda text: (parse_symbol(text), symbol_key(text), lacks_number(text)), TEXTS
    ),
    Parser("number of a place", lambda text: refused(tidy_number, text), TEXTS),
    Parser("letter of a place", lambda text: refused(tidy_letter, text), TEXTS),
    # Text.
    Parser("compose", words.compose, TEXTS),
    Parser("fold", words.fold, TEXTS),
    Parser("marks", words.normalize_marks, TEXTS),
    Parser("slug", words.slugify, TEXTS),
    Parser("sort key", words.sort_key_text, TEXTS),
    Parser("sort key of a person", words.person_sort_key_text, TEXTS),
    Parser("text of HTML", words.strip_html, ALL),
    Parser(
        "telephone",
        lambda text: (words.phone_display(text), refused(words.phone_href, text)),
        TEXTS,
    ),
    Parser("file name", looks_like_filename, TEXTS),
    Parser("old font", lambda text: (legacy.detect(text), legacy.encoding_of_font(text)), TEXTS),
    Parser("old TCVN3", lambda text: legacy.convert(text, legacy.Encoding.TCVN3), TEXTS),
    Parser("old VNI", lambda text: legacy.convert(text, legacy.Encoding.VNI), TEXTS),
    Parser("cell of a table that leaves", spreadsheets.harmless, TEXTS),
    Parser(
        "table that leaves",
        lambda text: spreadsheets.as_workbook(spreadsheets.Sheet("a", ["b"], [[text]])),
        TEXTS,
    ),
    Parser("day in a list", day_in, TEXTS),
    # Search.
    Parser("question", SearchTerms.parse, TEXTS),
    Parser("excerpt", lambda text: words.excerpt(text, ["a", "điểm a", "15 tuổi", "đ"]), TEXTS),
    Parser(
        "excerpt of all", lambda text: words.excerpt(text, ["a", "khoản"], width=len(text)), TEXTS
    ),
    Parser(
        "words shown",
        lambda text: shown_terms(SearchTerms.parse("a b đi kho"), f" {words.fold(text)} "),
        TEXTS,
    ),
    # The check list, and comparisons.
    Parser("capitals", lambda text: list(shouted(text)), TEXTS),
    Parser("doubled words", lambda text: list(doubled(text)), TEXTS),
    Parser("exposed people", lambda text: exposed_people(text, TODAY), TEXTS),
    Parser("private numbers", lambda text: list(private_numbers(text, ())), TEXTS),
    Parser("documents of the check list", documents_in, TEXTS),
    Parser("rich text of the check list", rich_text, MARKUP),
    Parser("leaflet", lambda html: leaflet_lines("a", html), MARKUP),
    Parser("links", lambda html: list(in_html(html)), MARKUP),
    Parser("links of others", lambda html: without_in_html(html, set()), MARKUP),
    Parser(
        "comparison of two texts",
        lambda text: compare.diff_text(text, turned(text)).to_html(),
        CHANGES,
        4_000,
    ),
    Parser("comparison in words", in_words, MARKUP),
    Parser(
        "writers",
        lambda found: main_writers(found, 10),
        {"words": versions, "versions": versions_of_one},
        200,
    ),
    Parser(
        "editors",
        lambda found: editors(found, None, 10),
        {"words": versions, "versions": versions_of_one},
        200,
    ),
    Parser(
        "calendar",
        lambda found: ical.calendar("a", found),
        {"events": events_of, "one event": one_event},
        50,
    ),
)


def refused(read: Callable[[str], Any], text: str) -> Any:
    try:
        return read(text)
    except ValueError as error:
        return str(error)
