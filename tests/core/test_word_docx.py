"""Word files: what is read out of an honest one, and what happens to the others."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from portal.core.word import (
    Heading,
    Paragraph,
    PictureSlot,
    Table,
    WordFileError,
    read_docx,
    understand,
)
from portal.core.word import archive as archive_module
from portal.core.word.pictures import examine
from portal.core.word.problems import REASONS


def picture(kind: str = "PNG", size: tuple[int, int] = (320, 200)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "#12355b").save(target, kind)
    return target.getvalue()


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def report() -> Any:
    """An item as a contributor writes it in Word."""
    document = Document()
    document.add_paragraph("VKSND huyện Mẫu kiểm sát trại tạm giam", style="Title")
    document.add_paragraph().add_run("Sáng 12/3, đoàn kiểm sát làm việc tại trại.").bold = True
    document.add_paragraph("")
    document.add_heading("Kết quả", 1)
    line = document.add_paragraph("Đoàn đã ")
    line.add_run("kiểm sát").bold = True
    line.add_run(" hồ sơ theo ")
    line.add_run("quy định").italic = True
    document.add_paragraph("Hồ sơ đầy đủ", style="List Bullet")
    document.add_paragraph("Sổ sách khớp", style="List Bullet")
    document.add_paragraph("Bước một", style="List Number")
    document.add_heading("Số liệu", 2)
    document.add_paragraph("Bảng 1. Số người theo năm", style="Caption")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Năm", "Số người", "2026", "12"], strict=True):
        cell.paragraphs[0].add_run(text).bold = text in ("Năm", "Số người")
    document.add_picture(io.BytesIO(picture()), width=Cm(8))
    document.add_paragraph("Đoàn kiểm sát làm việc", style="Caption")
    document.add_paragraph().add_run("Trần Thị Mẫu (mẫu)").bold = True
    return document


def test_an_item_becomes_blocks():
    document = read_docx(saved(report()))
    story = understand(document.cleaned)
    assert story.title == "VKSND huyện Mẫu kiểm sát trại tạm giam"
    assert story.lead == "Sáng 12/3, đoàn kiểm sát làm việc tại trại."
    assert story.author == "Trần Thị Mẫu (mẫu)"
    assert story.blocks == [
        Heading("Kết quả", 2),
        Paragraph(
            "<p>Đoàn đã <b>kiểm sát</b> hồ sơ theo <i>quy định</i></p>"
            "<ul><li>Hồ sơ đầy đủ</li><li>Sổ sách khớp</li></ul><ol><li>Bước một</li></ol>"
        ),
        Heading("Số liệu", 3),
        Table([["Năm", "Số người"], ["2026", "12"]], "Bảng 1. Số người theo năm", True),
        PictureSlot("picture:0", "", "Đoàn kiểm sát làm việc"),
    ]
    assert document.pictures[0].extension == "png"
    assert document.cleaned.passages == []


def set_font(run: Any, name: str) -> None:
    run.font.name = name


def test_passages_in_old_fonts_are_named_and_converted_on_request_only():
    document = Document()
    set_font(document.add_paragraph().add_run("ViÖn kiÓm s¸t"), ".VnTime")
    set_font(document.add_paragraph().add_run("l\u00adu ý"), ".VnTimeH")
    document.add_paragraph("Chữ thường, bé tý")
    data = saved(document)
    passages = read_docx(data).cleaned.passages
    assert [passage.after for passage in passages] == ["Viện kiểm sát", "LƯU Ý"]
    assert read_docx(data).cleaned.blocks == [
        Paragraph("<p>ViÖn kiÓm s¸t</p><p>l\u00adu ý</p><p>Chữ thường, bé tý</p>")
    ]
    assert read_docx(data, convert={0}).cleaned.blocks[0].html.startswith("<p>Viện kiểm sát</p>")
    assert read_docx(data, convert=None).cleaned.blocks == [
        Paragraph("<p>Viện kiểm sát</p><p>LƯU Ý</p><p>Chữ thường, bé tý</p>")
    ]


def test_font_of_the_style_counts():
    document = Document()
    document.styles["Normal"].font.name = "VNI-Times"
    document.add_paragraph("Vieän kieåm saùt")
    document.add_paragraph("tænh")
    cleaned = read_docx(saved(document), convert=None).cleaned
    assert cleaned.blocks == [Paragraph("<p>Viện kiểm sát</p><p>tỉnh</p>")]


def test_tracked_deletions_and_comments_are_gone():
    document = Document()
    line = document.add_paragraph("Giữ lại ")
    deleted = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = "đã xóa"
    run.append(text)
    deleted.append(run)
    line._p.append(deleted)
    document.add_comment(line.runs, text="sửa đi", author="Mẫu")
    assert read_docx(saved(document)).cleaned.blocks == [Paragraph("<p>Giữ lại</p>")]


def test_hidden_text_is_not_published():
    hidden = "<w:r><w:rPr><w:vanish{}/></w:rPr><w:t>{} </w:t></w:r>"
    line = (
        hidden.format("", "ẩn") + hidden.format(' w:val="0"', "hiện") + "<w:r><w:t>rõ</w:t></w:r>"
    )
    inside = f"<w:p>{line}<w:hyperlink>{hidden.format('', 'ẩn')}</w:hyperlink></w:p>"
    blocks = read_docx(with_document(in_body(inside))).cleaned.blocks
    assert blocks == [Paragraph("<p>hiện rõ</p>")]


def test_lists_in_lists_keep_their_levels():
    document = Document()
    lines = ("Một|Bullet", "Một a|Bullet 2", "Một a một|Bullet 3", "Hai|Bullet", "Bước|Number")
    for line in (*lines, "Bước con|Number 2"):
        text, style = line.split("|")
        document.add_paragraph(text, style=f"List {style}")
    bullets = "<ul><li>Một<ul><li>Một a<ul><li>Một a một</li></ul></li></ul></li><li>Hai</li></ul>"
    steps = "<ol><li>Bước<ol><li>Bước con</li></ol></li></ol>"
    assert read_docx(saved(document)).cleaned.blocks == [Paragraph(bullets + steps)]


def rezipped(data: bytes, change: Callable[[str, bytes], bytes | None], **extra: bytes) -> bytes:
    """The archive with each part passed through `change` (None drops it), and parts added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                made.writestr(name, content)
        for name, content in extra.items():
            made.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def keep(_name: str, content: bytes) -> bytes:
    return content


def with_document(xml: bytes) -> bytes:
    return rezipped(
        saved(Document()), lambda name, old: xml if name == "word/document.xml" else old
    )


def in_body(inner: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{namespace}"><w:body>{inner}</w:body></w:document>'.encode()


def with_doctype(declaration: str, encoding: str = "utf-8") -> bytes:
    body = in_body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>").decode()
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{declaration}]>'
    return with_document((head + body).encode(encoding))


def of_type(kind: str) -> bytes:
    old = b"wordprocessingml.document.main+xml"
    return rezipped(
        saved(report()),
        lambda name, part: (
            part.replace(b"application/vnd.openxmlformats-officedocument." + old, kind.encode())
            if name == "[Content_Types].xml"
            else part
        ),
    )


def lying_bomb() -> bytes:
    """A part of 60 MB whose table entry says 1000 bytes."""
    data = with_document(in_body("<w:p/>") + b" " * (60 * 1024 * 1024))
    position = data.rfind(b"word/document.xml")
    header = data.rfind(b"PK\x01\x02", 0, position)
    return data[: header + 24] + struct.pack("<L", 1000) + data[header + 28 :]


def encrypted_entries() -> bytes:
    data = bytearray(saved(report()))
    position = data.find(b"PK\x01\x02")
    data[position + 8] |= 1
    return bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "too large": (lambda: b"PK\x03\x04" + bytes(archive_module.MAX_FILE), "too_large"),
    "old .doc": (lambda: OLE + "WordDocument".encode("utf-16-le"), "old_format"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "zip password": (encrypted_entries, "password"),
    "pdf": (lambda: b"%PDF-1.7\n", "pdf"),
    "rtf": (lambda: b"{\\rtf1}", "rtf"),
    "text": (lambda: "Xin chào".encode(), "not_docx"),
    "picture": (picture, "not_docx"),
    "other zip": (lambda: rezipped(saved(report()), lambda n, c: None, a__b=b"x"), "not_docx"),
    "cut off": (lambda: saved(report())[:5000], "damaged"),
    "no document": (
        lambda: rezipped(saved(report()), lambda n, c: None if n == "word/document.xml" else c),
        "not_docx",
    ),
    "macro part": (
        lambda: rezipped(saved(report()), keep, **{"word__vbaProject.bin": b"x"}),
        "macros",
    ),
    "docm": (lambda: of_type("application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
    "spreadsheet": (
        lambda: of_type(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        ),
        "not_docx",
    ),
    "bomb": (lambda: with_document(b" " * (40 * 1024 * 1024)), "suspicious"),
    "lying bomb": (lying_bomb, "damaged"),
    "many parts": (
        lambda: rezipped(saved(Document()), keep, **{f"word__{n}": b"" for n in range(2000)}),
        "suspicious",
    ),
    "path": (lambda: rezipped(saved(Document()), keep, **{"..__x": b""}), "suspicious"),
    "laughs": (
        lambda: with_doctype('<!ENTITY a "aaaa"><!ENTITY x "&a;&a;&a;">'),
        "suspicious",
    ),
    "outside entity": (
        lambda: with_doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'),
        "suspicious",
    ),
    "entity in utf-16": (lambda: with_doctype('<!ENTITY x "y">', "utf-16"), "suspicious"),
    "bottomless": (lambda: with_document(in_body("<w:p>" * 5000 + "</w:p>" * 5000)), "suspicious"),
    "endless": (lambda: with_document(in_body("<w:p/>" * 700_000)), "suspicious"),
    "broken xml": (lambda: with_document(b"<w:document"), "damaged"),
    "other xml": (lambda: with_document(b"<html/>"), "damaged"),
    "blank": (lambda: saved(Document()), "no_text"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_file_is_refused_with_the_words_for_it(name: str):
    make, code = HOSTILE[name]
    with pytest.raises(WordFileError) as refusal:
        read_docx(make())
    assert refusal.value.code == code
    assert "%" not in str(refusal.value)


def test_every_refusal_is_tried():
    # "too_long": tests/core/test_word_html.py
    assert {code for _make, code in HOSTILE.values()} == set(REASONS) - {"too_long"}


def test_pictures_outside_the_file_are_never_fetched(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the file made us call"))
    document = report()
    part = document.part
    image_id = next(rid for rid, rel in part.rels.items() if "image" in rel.reltype)
    data = saved(document)
    for target in ("http://127.0.0.1:9/x.png", "file:///etc/passwd", "/etc/passwd"):

        def change(name: str, content: bytes, target: str = target) -> bytes:
            if name != "word/_rels/document.xml.rels":
                return content
            text = content.decode()
            start = text.index(f'Id="{image_id}"')
            left, right = text.rfind("<", 0, start), text.index("/>", start)
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
            mode = 'TargetMode="External"'
            made = f'<Relationship Id="{image_id}" Type="{kind}" Target="{target}" {mode}'
            return (text[:left] + made + text[right:]).encode()

        cleaned = read_docx(rezipped(data, change)).cleaned
        assert cleaned.dropped == {"outside": 1}
        assert not any(isinstance(block, PictureSlot) for block in cleaned.blocks)


def test_links_to_other_schemes_lose_their_target():
    document = Document()
    line = document.add_paragraph("Xem ")
    for target in ("https://vks.example/luat", "javascript:alert(1)", "file:///etc/passwd"):
        rid = line.part.relate_to(
            target,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            is_external=True,
        )
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), rid)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "đây"
        run.append(text)
        link.append(run)
        line._p.append(link)
    blocks = read_docx(saved(document)).cleaned.blocks
    assert blocks == [Paragraph('<p>Xem <a href="https://vks.example/luat">đây</a>đâyđây</p>')]


@pytest.mark.parametrize(
    ("data", "kind", "problem"),
    [
        (picture("PNG"), "image/png", ""),
        (picture("JPEG"), "image/png", ""),
        (picture("WEBP"), "", ""),
        (picture("GIF"), "image/gif", ""),
        (picture("BMP"), "image/bmp", "format"),
        (picture("TIFF"), "image/tiff", "format"),
        (picture(size=(8, 200)), "image/png", "tiny"),
        (picture(size=(9000, 9000)), "image/png", "size"),
        (b"x" * (11 * 1024 * 1024), "image/png", "size"),
        (picture()[:300], "image/png", "broken"),
        (b"", "image/png", "broken"),
        (b"<svg/>", "image/svg+xml", "format"),
        (b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(40), "image/x-emf", "metafile"),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), "", "metafile"),
    ],
)
def test_pictures_are_known_by_their_bytes(data: bytes, kind: str, problem: str):
    assert examine(data, kind).problem == problem


def test_a_metafile_is_left_out_with_a_note():
    emf = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(40)
    data = rezipped(saved(report()), lambda n, c: emf if n.startswith("word/media") else c)
    cleaned = read_docx(data).cleaned
    assert cleaned.dropped["metafile"] == 1
    assert not any(isinstance(block, PictureSlot) for block in cleaned.blocks)


@settings(max_examples=25)
@given(position=st.integers(0, 30_000), garbage=st.binary(min_size=1, max_size=40))
def test_a_damaged_file_never_breaks_the_reader(position: int, garbage: bytes):
    data = _REPORT[: position % len(_REPORT)] + garbage + _REPORT[position % len(_REPORT) :]
    try:
        read = read_docx(data).cleaned.blocks
    except WordFileError as refused:
        read = str(refused)
    assert read or read == []


_REPORT = saved(report())
