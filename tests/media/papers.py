"""Files for tests, made on the spot: honest ones and hostile ones."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from docx import Document
from openpyxl import Workbook
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas


def pdf(*pages: str) -> bytes:
    """One page for each text; Latin letters alone, for the standard fonts know no others."""
    target = io.BytesIO()
    canvas = Canvas(target)
    for text in pages or ("",):
        canvas.setFont(pdfmetrics.standardFonts[4], 12)
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def scanned_pdf() -> bytes:
    """A page that is a picture, as scanners make it."""
    target = io.BytesIO()
    Image.new("RGB", (200, 280), "white").save(target, "PDF")
    return target.getvalue()


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Mat"))))
    writer.encrypt("mat-khau", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def scripted_pdf() -> bytes:
    action = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
    return pdf("Ma lenh").replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction " + action)


def hidden_script_pdf() -> bytes:
    """The catalog lies packed in a stream of objects, as writers of small files do it."""
    catalog = b"<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"
    packed = zlib.compress(b"1 0 " + catalog)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>" % len(packed)
    return pdf("An") + b"9 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\n"


def packed_pdf(size: int) -> bytes:
    """A stream of objects that unpacks to so many bytes."""
    packed = zlib.compress(b" " * size)
    head = b"<< /Filter /FlateDecode /Length %d /Type /ObjStm /N 1 /First 4 >>" % len(packed)
    return pdf("Lon") + b"9 0 obj\n" + head + b"stream\r\n" + packed + b"\nendstream\nendobj\n"


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def picture(kind: str = "PNG") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(target, kind)
    return target.getvalue()


def archive(parts: Mapping[str, bytes], base: bytes = b"") -> bytes:
    """A zip with these parts, added to those of `base`."""
    target = io.BytesIO(base)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as found:
        for name, data in parts.items():
            found.writestr(name, data)
    return target.getvalue()
