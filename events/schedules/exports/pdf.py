"""A week as a PDF: Times-like letters that hold every Vietnamese mark, the head of the table on each page."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from events.schedules.exports.paper import (
    COUNTRY,
    FONT_SIZE,
    INTERNAL,
    MARGINS,
    MOTTO,
    RECIPIENTS,
    OfficialPaper,
)
from portal.seam.pdf_tables import first_row_below_heading, row_count

FAMILY: Final = "LiberationSerif"
FONTS: Final = Path(__file__).parent / "fonts"
_FACES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
_WIDTH: Final = landscape(A4)[0] - (MARGINS["left"] + MARGINS["right"]) * mm


@cache
def letters() -> str:
    """The family's name, once its four faces are known to the writer."""
    for face in _FACES:
        pdfmetrics.registerFont(TTFont(f"{FAMILY}-{face}", FONTS / f"{FAMILY}-{face}.ttf"))
    names = (f"{FAMILY}-{face}" for face in _FACES)
    pdfmetrics.registerFontFamily(FAMILY, *names)
    return FAMILY


def _style(size: float = FONT_SIZE, centred: bool = False, face: str = "Regular") -> ParagraphStyle:
    return ParagraphStyle(
        f"{size}-{centred}-{face}",
        fontName=f"{letters()}-{face}",
        fontSize=size,
        leading=size * 1.2,
        alignment=TA_CENTER if centred else TA_LEFT,
    )


def write_pdf(paper: OfficialPaper) -> bytes:
    """The same week gives the same bytes."""
    target = io.BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=landscape(A4),
        leftMargin=MARGINS["left"] * mm,
        rightMargin=MARGINS["right"] * mm,
        topMargin=MARGINS["top"] * mm,
        bottomMargin=MARGINS["bottom"] * mm,
        title=paper.heading_line,
        author=paper.unit_name,
        lang="vi-VN",
        invariant=1,
    )
    frame = Frame(
        document.leftMargin,
        document.bottomMargin,
        document.width,
        document.height,
        *(0, 0, 0, 0),
    )
    document.addPageTemplates(PageTemplate("page", [frame], onPage=_number))
    document.build(_story(paper))
    return target.getvalue()


def _number(canvas: Any, document: Any) -> None:
    """Centred at the head of every page but the first (Decree 30/2020, appendix I)."""
    page = canvas.getPageNumber()
    if page > 1:
        canvas.setFont(f"{letters()}-Regular", FONT_SIZE)
        canvas.drawCentredString(
            document.pagesize[0] / 2, document.pagesize[1] - 13 * mm, str(page)
        )


def _story(paper: OfficialPaper) -> list[Flowable]:
    story: list[Flowable] = [_head(paper), Spacer(1, 5 * mm)]
    if paper.is_internal:
        story.append(_text(INTERNAL, centred=True, face="Bold"))
    for line in paper.title:
        story.append(_text(line, FONT_SIZE + 1, centred=True, face="Bold"))
    if paper.amendment:
        story.append(_text(f"({paper.amendment})", centred=True, face="Italic"))
    story.append(Spacer(1, 4 * mm))
    if paper.rows:
        story.append(_table(paper))
    else:
        story.append(_text("Không có việc nào.", centred=True))
    story += [Spacer(1, 5 * mm), _foot(paper)]
    return story


def _text(
    text: str, size: float = FONT_SIZE, *, centred: bool = False, face: str = "Regular"
) -> Any:
    lines = escape(text).replace("\n", "<br/>")
    return Paragraph(lines, _style(size, centred, face))


class _Line(Flowable):
    """Below the unit's name and the motto: in the middle of its column, shorter than the words."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self.length = length

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, 2 * mm

    def draw(self) -> None:
        start = (self.width - self.length) / 2
        self.canv.setLineWidth(0.7)
        self.canv.line(start, 1.2 * mm, start + self.length, 1.2 * mm)


def _head(paper: OfficialPaper) -> Flowable:
    left = [
        _text(paper.issuer, centred=True),
        _text(paper.unit_name, centred=True, face="Bold"),
        _Line(35 * mm),
        _text(paper.number, centred=True),
    ]
    right = [
        _text(COUNTRY, centred=True, face="Bold"),
        _text(MOTTO, centred=True, face="Bold"),
        _Line(50 * mm),
        _text(paper.place_and_date, centred=True, face="Italic"),
    ]
    return _columns(left, right, 0.45)


def _columns(left: list[Flowable], right: list[Flowable], share: float) -> Flowable:
    table = Table([[left, right]], colWidths=[_WIDTH * share, _WIDTH * (1 - share)])
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_PADDING])
    return table


_PADDING: Final = [
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]


class _WeekTable(Table):
    """On a new page the day is said again: nobody should have to turn back to learn which it is."""

    days: tuple[str, ...] = ()

    def onSplit(self, part: Any, byRow: int = 1) -> None:
        part.days = self.days
        first = first_row_below_heading(part)
        if first is not None and first[0] == "":
            first[0] = _day_cell(self.day_before(part), is_continued=True)

    def day_before(self, part: Any) -> str:
        """Parts are the table's end, so their rows are counted from there."""
        at = len(self.days) - (row_count(part) - part.repeatRows)
        return self.days[at] if 0 <= at < len(self.days) else ""


def _day_cell(day: str, *, is_continued: bool = False) -> Any:
    return _text(f"{day}\n(tiếp)" if is_continued else day, face="Bold")


def _table(paper: OfficialPaper) -> Flowable:
    rows: list[list[Any]] = [[_text(text, centred=True, face="Bold") for text in paper.headings]]
    days: list[str] = []
    style: list[Any] = [
        *_PADDING,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BOX", (0, 0), (-1, -1), 0.5, colors.black),
        ("LINEAFTER", (0, 0), (-2, -1), 0.5, colors.black),
        ("LINEABOVE", (1, 1), (-1, -1), 0.5, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
        ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.5, colors.black),
    ]
    for at, row in enumerate(paper.rows, 1):
        days.append(row.day or days[-1])
        rows.append([_day_cell(row.day) if row.day else "", *map(_text, row.cells)])
        if row.day:
            style.append(("LINEABOVE", (0, at), (0, at), 0.5, colors.black))
    table = _WeekTable(
        rows, colWidths=[width * mm for width in paper.widths], repeatRows=1, splitInRow=1
    )
    table.days = tuple(days)
    table.setStyle(style)
    return table


def _foot(paper: OfficialPaper) -> Flowable:
    left = [_text(RECIPIENTS, 12, face="BoldItalic")]
    for at, name in enumerate(paper.recipients, 1):
        end = "." if at == len(paper.recipients) else ";"
        left.append(_text(f"- {name}{end}", 11))
    right = [_text(line, centred=True, face="Bold") for line in paper.signer_post]
    right += [Spacer(1, 18 * mm), _text(paper.signer, centred=True, face="Bold")]
    return KeepTogether([_columns(left, right, 0.5)])
