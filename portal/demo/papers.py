"""Files of sample documents, made on the spot: PDF and Word."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from PIL import Image, ImageDraw
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from events.schedules.exports.paper import COUNTRY, MOTTO
from events.schedules.exports.pdf import letters

NOTICE: Final = "VĂN BẢN MẪU của dữ liệu mẫu, không có giá trị pháp lý"


def as_pdf(lines: Sequence[str]) -> bytes:
    """One paragraph for each line."""
    body = ParagraphStyle(
        "body", fontName=f"{letters()}-Regular", fontSize=13, leading=19, spaceAfter=8
    )
    head = ParagraphStyle("head", parent=body, alignment=TA_CENTER)
    story = [Paragraph(escape(text), head) for text in (COUNTRY, MOTTO, NOTICE)]
    story += [Spacer(1, 12), *(Paragraph(escape(line), body) for line in lines)]
    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4, title=lines[0], author=NOTICE).build(story)
    return target.getvalue()


def as_docx(lines: Sequence[str]) -> bytes:
    document = Document()
    for text in (COUNTRY, MOTTO, NOTICE):
        document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in lines:
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def as_scan(lines: Sequence[str]) -> bytes:
    """A page that is a picture, as a scanner makes it: strokes where words would be."""
    page = Image.new("L", (827, 1169), 250)
    pen = ImageDraw.Draw(page)
    for row, line in enumerate(lines):
        for part in range(3):
            top = 160 + row * 120 + part * 30
            pen.rectangle((110, top, 110 + min(560, 90 + len(line) * (3 - part)), top + 9), fill=90)
    target = io.BytesIO()
    page.save(target, "PDF", resolution=100)
    return target.getvalue()
