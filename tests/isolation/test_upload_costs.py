"""Whatever is uploaded anywhere, a worker takes little memory for it and nothing breaks.

The addresses are found: each is sent a file, and those whose form looks for one are the ways in.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.forms.widgets import FileInput
from django.test import Client

from tests.isolation.addresses import addresses, filled
from tests.isolation.conftest import Field
from tests.isolation.quick import QuickClient
from tests.isolation.visits import crafted, form_of, signed_in
from tests.media import bombs, papers
from tests.registry.test_bulk import book, row

MEGABYTE = 1024 * 1024
MOST = 250 * MEGABYTE
# Of addresses with a file in them, and the field that holds it.
Way = tuple[str, str, str]

# The ways in, by name; whoever makes a new one looks at what it costs and writes it down here.
KNOWN = {
    ("news_word_import", "file"),
    ("registry_import", "archive"),
    ("registry_import", "sheet"),
    ("schedules_import", "file"),
    ("wagtaildocs:add", "file"),
    ("wagtaildocs:add_multiple", "file"),
    ("wagtaildocs:edit", "file"),
    ("wagtaildocs_chooser:create", "document-chooser-upload-file"),
    ("wagtailimages:add", "file"),
    ("wagtailimages:add_multiple", "file"),
    ("wagtailimages:edit", "file"),
    ("wagtailimages_chooser:create", "image-chooser-upload-file"),
    ("wagtailredirects:start_import", "import_file"),
}


def ways_in(field: Field, monkeypatch: pytest.MonkeyPatch) -> list[Way]:
    """Name, address and field of everything that takes a file."""
    looked_for: set[str] = set()
    stock: Callable[..., Any] = FileInput.value_from_datadict

    def note(self: FileInput, data: Any, files: Any, name: str) -> Any:
        looked_for.add(name)
        return stock(self, data, files, name)

    found: dict[tuple[str, str], Way] = {}
    client = signed_in(field.superuser, QuickClient)
    with monkeypatch.context() as patched:
        patched.setattr(FileInput, "value_from_datadict", note)
        for address in addresses():
            looked_for.clear()
            url = address.url(filled(address, field.own)[0])
            with transaction.atomic():
                post(client, url, crafted(field.own), ["file"], "x.txt", b"x")
                transaction.set_rollback(True)
            for name in looked_for:
                found[address.name, name] = (address.name, url, name)
            if "logout" in address.name:
                client = signed_in(field.superuser, QuickClient)
    return list(found.values())


def signed_out(answer: Any) -> bool:
    return "dang-nhap" in answer.get("Location", "")


def post(
    client: Client, url: str, data: dict[str, Any], names: list[str], name: str, content: bytes
) -> Any:
    """The file under the names that its form may look for; Wagtail's bulk upload has one of its own."""
    files = {key: SimpleUploadedFile(name, content) for key in (*names, "files[]")}
    extra = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"} if "multiple" in url else {}
    return client.post(url, {**data, **files}, **extra)


# Of the ways that judge alike, these are sent everything, the others what weighs most.
THOROUGHLY = {"wagtailimages_chooser:create", "wagtaildocs_chooser:create", "wagtailadmin_account"}
HEAVIEST = {"lon.png", "rong.gif", "nen.webp", "noi-doi.avif", "bom.odt", "ma.pdf"}


@cache
def packed() -> list[tuple[str, bytes]]:
    docx, xlsx = papers.docx("Văn bản"), papers.xlsx(("Số", 1))
    texts = b"<sst>" + b"<si><t>a</t></si>" * 999_999
    return [
        ("bom.docx", bombs.zipped({"word/media/a.bin": bytes(40_000_000)}, docx)),
        ("anh.docx", bombs.docx_with(bombs.png(8000, 8000))),
        ("nhieu-cho.docx", bombs.docx_with(bombs.png(200, 100) + bombs.noise(9_000_000), 20)),
        ("bom.xlsx", bombs.zipped({"xl/media/a.bin": bytes(40_000_000)}, xlsx)),
        ("chu.xlsx", bombs.zipped({"xl/sharedStrings.xml": texts}, xlsx)),
        ("bom.odt", bombs.odt()),
        ("ma.pdf", bombs.pdf_of_escapes()),
        ("anh.pdf", bombs.pdf_with_picture()),
    ]


@cache
def largest() -> list[tuple[str, bytes]]:
    """As much as is taken."""
    return [
        ("duoc.png", bombs.png(5000, 5000)),
        ("duoc.png", bombs.png(4472, 4472, 6)),
        ("duoc.webp", bombs.saved("WEBP", (3160, 3160), method=0)),
        ("duoc.gif", bombs.saved("GIF", (4472, 4472))),
    ]


def files_for(way: str, field: str) -> list[tuple[str, bytes]]:
    if field == "archive":
        return [("tep.zip", bombs.zipped(dict([*bombs.pictures(), *largest()])))]
    if "import" in way:
        return [*packed(), ("lon.png", bombs.png(8000, 8000))]
    found = [*bombs.pictures(), *(packed() if "doc" in way else [])]
    if way not in THOROUGHLY:
        found = [(name, data) for name, data in found if name in HEAVIEST]
    return [*found, *largest()]


@contextmanager
def peak() -> Iterator[list[int]]:
    """How far the memory of this process rose above what it was, in bytes."""
    # What was freed before must not be there to be taken again.
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")
    before, rose = _status("VmRSS"), []
    yield rose
    rose.append(_status("VmHWM") - before)


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) * 1024


def as_a_form_sends_it(field: Field, name: str, url: str) -> dict[str, Any]:
    data = {**crafted(field.own), **form_of(field, url)}
    if name == "archive":
        names = "; ".join(dict([*bombs.pictures(), *largest()]))
        data["sheet"] = SimpleUploadedFile("danh-sach.xlsx", book(row(files=names)))
    return data


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc for its own memory")
@pytest.mark.reads_apart
def test_no_upload_costs_much(field: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    ways = ways_in(field, monkeypatch)
    assert {(name, of) for name, _url, of in ways} == KNOWN
    # What is rolled back must still find its files.
    monkeypatch.setattr(FileSystemStorage, "delete", lambda self, name: None)
    wrong = []
    for way, url, of in ways:
        client = signed_in(field.superuser, QuickClient)
        data = as_a_form_sends_it(field, of, url)
        gc.collect()
        for name, content in files_for(way, of):
            with transaction.atomic(), peak() as rose:
                answer = post(client, url, data, [of], name, content)
                transaction.set_rollback(True)
            assert not signed_out(answer)
            if answer.status_code >= 500 or rose[0] > MOST:
                wrong.append((way, of, name, answer.status_code, rose[0] // MEGABYTE))
    assert not wrong
