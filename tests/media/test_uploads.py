"""What may be uploaded as a document, judged by content; every refusal says what to do."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from portal.media.models import PortalDocument
from portal.media.uploads import UploadError, judge
from tests.factories import browser, make_user
from tests.media import papers
from units.models import Role, Unit

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


ODT = b"application/vnd.oasis.opendocument.text"
TYPES, MANIFEST = "[Content_Types].xml", "META-INF/manifest.xml"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("qd.pdf", papers.pdf("Quyet dinh"), "pdf"),
        ("QD.PDF", papers.pdf("Quyet dinh"), "pdf"),
        ("quet.pdf", papers.scanned_pdf(), "pdf"),
        ("goi.pdf", papers.packed_pdf(100_000), "pdf"),
        ("kh.docx", papers.docx("Kế hoạch"), "docx"),
        ("kh.odt", papers.archive({"mimetype": ODT, "META-INF/manifest.xml": b"<m/>"}), "odt"),
        ("bieu.xlsx", papers.xlsx(("Số", 1)), "xlsx"),
        ("anh.jpg", papers.picture("JPEG"), "jpeg"),
        ("anh.jpeg", papers.picture("JPEG"), "jpeg"),
        ("anh.png", papers.picture("PNG"), "png"),
        ("anh.webp", papers.picture("WEBP"), "webp"),
        ("phim.mp4", b"\x00\x00\x00\x20ftypisom" + b"\x00" * 40, "mp4"),
        ("phim.webm", b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + b"\x00" * 40, "webm"),
        ("tieng.mp3", b"ID3\x04" + b"\x00" * 40, "mp3"),
        ("phu-de.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nChào".encode(), "vtt"),
    ],
)
def test_honest_files_are_taken(name: str, data: bytes, kind: str) -> None:
    assert judge(io.BytesIO(data), name).key == kind


DOCX = papers.docx("Văn bản")
BOMB = papers.archive({"word/media/anh.bin": b"\x00" * 30_000_000}, DOCX)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("trong.pdf", b"", "empty"),
        ("khoa.pdf", papers.locked_pdf(), "password"),
        ("ma-lenh.pdf", papers.scripted_pdf(), "script"),
        ("giau.pdf", papers.hidden_script_pdf(), "script"),
        ("giau.pdf", papers.scripted_pdf().replace(b"/JavaScript", b"/J#61vaScript"), "script"),
        ("bom.pdf", papers.packed_pdf(70_000_000), "suspicious"),
        ("cu.doc", OLE, "old_format"),
        ("khoa.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("macro.docx", papers.archive({"word/vbaProject.bin": b"x"}, DOCX), "macros"),
        ("macro.xlsx", papers.archive({"xl/vbaProject.bin": b"x"}, papers.xlsx((1,))), "macros"),
        ("bom.docx", BOMB, "suspicious"),
        ("len.docx", papers.archive({"../../etc/cron.d/x": b"x"}, DOCX), "suspicious"),
        ("hong.docx", DOCX[: len(DOCX) // 2], "damaged"),
        ("nen.pdf", papers.archive({"a.txt": b"x"}), "archive"),
        (
            "an.docx",
            papers.archive({TYPES: b"application/vnd.ms-word.document.macroEnabled"}),
            "macros",
        ),
        ("to.docx", papers.archive({TYPES: b"<Types/>" + b" " * 600_000}), "suspicious"),
        ("la.docx", papers.archive({TYPES: b"<Types/>", "ppt/slides.xml": b"x"}), "unknown"),
        (
            "khoa.odt",
            papers.archive({"mimetype": ODT, MANIFEST: b"<encryption-data/>"}),
            "password",
        ),
        ("bang.odt", papers.archive({"mimetype": ODT.replace(b"text", b"graphics")}), "unknown"),
        ("dai.odt", papers.archive({"mimetype": ODT + b" " * 300}), "unknown"),
        ("trang.pdf", b"<!DOCTYPE html><script>alert(1)</script>", "web_page"),
        ("trang.pdf", b"\n\n  <HTML><body>", "web_page"),
        ("utf16.pdf", "<html>".encode("utf-16"), "web_page"),
        ("hinh.png", b'<?xml version="1.0"?><svg onload="x()"/>', "web_page"),
        ("may.pdf", b"MZ\x90\x00" + b"\x00" * 100, "program"),
        ("may.pdf", b"\x7fELF" + b"\x00" * 100, "program"),
        ("lenh.pdf", b"#!/bin/sh\nrm -rf /", "program"),
        ("nen.docx", b"Rar!\x1a\x07\x00" + b"\x00" * 20, "archive"),
        ("chu.pdf", b"Chi la chu", "unknown"),
        ("hong.png", papers.picture("PNG")[:60], "picture_damaged"),
        ("ten-khac.pdf", DOCX, "other_name"),
        ("ten-khac.docx", papers.pdf("x"), "other_name"),
        ("khong-duoi", papers.pdf("x"), "other_name"),
        ("chay.html", papers.pdf("x"), "other_name"),
    ],
)
def test_what_is_refused_and_why(name: str, data: bytes, code: str) -> None:
    with pytest.raises(UploadError) as refused:
        judge(io.BytesIO(data), name)
    assert refused.value.code == code
    assert "Hãy" in str(refused.value) or "hãy" in str(refused.value)


@given(st.binary(max_size=300), st.sampled_from(["", "%PDF-1.7", "PK\x03\x04", "\x89PNG\r\n"]))
def test_any_bytes_get_an_answer(tail: bytes, head: str) -> None:
    """Taken or refused with a sentence; nothing else ever happens."""
    data = head.encode("latin-1") + tail
    source = io.BytesIO(data)
    try:
        judge(source, "tep.pdf")
    except UploadError as error:
        said = str(error)
    else:
        said = "taken"
    assert said
    assert source.tell() == 0


def send(unit: Unit, name: str, data: bytes) -> Any:
    """Through the chooser, as a contributor in the middle of a document does."""
    client = browser()
    client.force_login(make_user(Role.CONTRIBUTOR, unit))
    values = {
        "document-chooser-upload-title": "Tệp",
        "document-chooser-upload-collection": unit.collection_id,
        "document-chooser-upload-file": SimpleUploadedFile(name, data, "application/pdf"),
    }
    return client.post(reverse("wagtaildocs_chooser:create"), values)


@pytest.mark.django_db
def test_upload_is_judged_whatever_the_browser_says(cao_loc: Unit) -> None:
    html = send(cao_loc, "qd.pdf", b"<html><script>").json()["htmlFragment"]
    assert "trang web" in html
    assert not PortalDocument.objects.exists()
    assert send(cao_loc, "qd.pdf", papers.pdf("Quyet dinh")).status_code == 200
    assert PortalDocument.objects.get().collection == cao_loc.collection


@pytest.mark.django_db
def test_too_large_a_file_names_its_size_and_the_limit(cao_loc: Unit, settings: Any) -> None:
    settings.PORTAL_DOCUMENT_MAX_MB = 1
    data = papers.pdf("x") + b"%" * (1_600_000)
    html = send(cao_loc, "qd.pdf", data).json()["htmlFragment"]
    assert "1,5 MB" in html
    assert "nhiều nhất là 1 MB" in html
    assert not PortalDocument.objects.exists()
