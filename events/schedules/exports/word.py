"""A week as a .docx that opens in Word as its office would have typed it."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from events.schedules.exports.paper import (
    COUNTRY,
    FONT_SIZE,
    INTERNAL,
    MARGINS,
    MOTTO,
    PAGE_SIZE,
    RECIPIENTS,
    OfficialPaper,
)
from portal.seam.word_elements import element_of

FONT = "Times New Roman"
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def write_docx(paper: OfficialPaper, made: datetime) -> bytes:
    document = docx.Document()
    _lay_out(document)
    _about(document, paper, made)
    _head(document, paper)
    _title(document, paper)
    if paper.rows:
        _table(document, paper)
    else:
        _paragraph(document, "Không có việc nào.", centred=True)
    _foot(document, paper)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _lay_out(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(PAGE_SIZE[0]), Mm(PAGE_SIZE[1])
    for side, width in MARGINS.items():
        setattr(section, f"{side}_margin", Mm(width))
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(FONT_SIZE)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.rPr.append(language)
    style.paragraph_format.space_after = Pt(0)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])


def _page_number(paragraph: Any) -> None:
    """Centred at the head of every page but the first (Decree 30/2020, appendix I)."""
    paragraph.alignment = _CENTRE
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        element_of(run).append(element)


def _about(document: Any, paper: OfficialPaper, made: datetime) -> None:
    """The template's own author and date would be somebody else's."""
    properties = document.core_properties
    properties.title, properties.author = paper.heading_line, paper.unit_name
    properties.created = properties.modified = made
    properties.comments, properties.last_modified_by = "", paper.unit_name
    properties.language = "vi-VN"


def _head(document: Any, paper: OfficialPaper) -> None:
    table = _bare_table(document, (100, 152))
    left, right = table.rows[0].cells
    _fill(left, (paper.issuer, False), (paper.unit_name, True), (paper.number, False))
    _fill(right, (COUNTRY, True), (MOTTO, True), (paper.place_and_date, False))
    _underline(left.paragraphs[1], 30)
    _underline(right.paragraphs[1], 45)
    right.paragraphs[2].runs[0].italic = True


def _fill(cell: Any, *lines: tuple[str, bool]) -> None:
    for at, (text, is_bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.alignment = _CENTRE
        paragraph.add_run(text).bold = is_bold


def _underline(paragraph: Any, indent: int) -> None:
    """A line below the words, shorter than the cell."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(
        indent / 3
    )
    paragraph.paragraph_format.space_after = Pt(4)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    # Where the schema wants it: before spacing, indents and alignment.
    properties = element_of(paragraph).get_or_add_pPr()
    later = [child for child in properties if child.tag in _AFTER_BORDERS]
    if later:
        later[0].addprevious(borders)
    else:
        properties.append(borders)


_AFTER_BORDERS = {qn("w:spacing"), qn("w:ind"), qn("w:jc")}


def _title(document: Any, paper: OfficialPaper) -> None:
    if paper.is_internal:
        _paragraph(document, INTERNAL, bold=True, centred=True, before=6)
    for at, line in enumerate(paper.title):
        _paragraph(document, line, bold=True, centred=True, before=12 if at == 0 else 0)
    if paper.amendment:
        _paragraph(document, f"({paper.amendment})", italic=True, centred=True)
    document.paragraphs[-1].paragraph_format.space_after = Pt(8)


def _paragraph(
    document: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    centred: bool = False,
    before: int = 0,
) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if centred:
        paragraph.alignment = _CENTRE
    paragraph.paragraph_format.space_before = Pt(before)


def _table(document: Any, paper: OfficialPaper) -> None:
    table = document.add_table(rows=1, cols=len(paper.headings))
    table.style = "Table Grid"
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for cell, heading in zip(table.rows[0].cells, paper.headings, strict=True):
        _fill(cell, (heading, True))
    _repeat(table.rows[0])
    first, left = 1, 0
    for at, row in enumerate(paper.rows, 1):
        cells = table.add_row().cells
        for cell, text in zip(cells[1:], row.cells, strict=True):
            cell.paragraphs[0].add_run(text)
        if row.length:
            first, left = at, row.length
            _fill(cells[0], (row.day, True))
        left -= 1
        if left == 0 and at > first:
            table.cell(first, 0).merge(cells[0])
            _without_empty_lines(table.cell(first, 0))
    _widen(table, paper.widths)


def _repeat(row: Any) -> None:
    """The head stands on every page that the table takes."""
    properties = element_of(row).get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def _without_empty_lines(cell: Any) -> None:
    for paragraph in cell.paragraphs[1:]:
        if not paragraph.text:
            element = element_of(paragraph)
            element.getparent().remove(element)


def _foot(document: Any, paper: OfficialPaper) -> None:
    document.add_paragraph()
    table = _bare_table(document, (126, 126))
    left, right = table.rows[0].cells
    heading = left.paragraphs[0].add_run(RECIPIENTS)
    heading.bold = heading.italic = True
    heading.font.size = Pt(12)
    for at, name in enumerate(paper.recipients):
        end = "." if at == len(paper.recipients) - 1 else ";"
        left.add_paragraph().add_run(f"- {name}{end}").font.size = Pt(11)
    blank = ("", False)
    post = [(line, True) for line in paper.signer_post]
    _fill(right, *post, blank, blank, blank, (paper.signer, True))


def _bare_table(document: Any, widths: tuple[int, ...]) -> Any:
    table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    _widen(table, widths)
    return table


def _widen(table: Any, widths: tuple[float, ...]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
