"""The bytes and headers of a stored file, without a database."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage
from django.http import Http404, HttpResponseBase
from django.test import RequestFactory

from portal.media.sending import StoredFile, send

BYTES = bytes(range(256)) * 1000


@pytest.fixture
def stored(tmp_path: Path) -> StoredFile:
    (tmp_path / "phim.mp4").write_bytes(BYTES)
    return StoredFile(FileSystemStorage(tmp_path), "phim.mp4", "video/mp4")


def ask(stored: StoredFile, method: str = "get", **headers: str) -> HttpResponseBase:
    request = getattr(RequestFactory(), method)("/", headers=headers)
    return send(request, stored, cache_control="public", accelerated=True)


def body(response: HttpResponseBase) -> bytes:
    return b"".join(response)


def test_the_whole_file(stored: StoredFile):
    answer = ask(stored)
    assert (answer.status_code, answer["Content-Length"]) == (200, str(len(BYTES)))
    assert (answer["Accept-Ranges"], answer["Content-Disposition"]) == ("bytes", "inline")
    assert body(answer) == BYTES


@pytest.mark.parametrize(
    ("wanted", "part", "said"),
    [
        ("bytes=0-0", BYTES[:1], "0-0"),
        ("bytes=100-199", BYTES[100:200], "100-199"),
        ("bytes=255900-", BYTES[255900:], "255900-255999"),
        ("bytes=-100", BYTES[-100:], "255900-255999"),
        ("bytes=-999999999", BYTES, "0-255999"),
        ("bytes=0-999999999", BYTES, "0-255999"),
    ],
)
def test_a_range(stored: StoredFile, wanted: str, part: bytes, said: str):
    answer = ask(stored, range=wanted)
    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {said}/{len(BYTES)}"
    assert answer["Content-Length"] == str(len(part))
    assert body(answer) == part


@pytest.mark.parametrize("wanted", ["bytes=256000-", "bytes=-0", "bytes=9-3"])
def test_a_range_that_cannot_be_had(stored: StoredFile, wanted: str):
    answer = ask(stored, range=wanted)
    assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{len(BYTES)}")


@pytest.mark.parametrize("wanted", ["bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6"])
def test_a_range_that_is_none_is_ignored(stored: StoredFile, wanted: str):
    assert ask(stored, range=wanted).status_code == 200


def test_the_second_half_belongs_to_the_same_file(stored: StoredFile):
    mark = ask(stored)["ETag"]
    assert ask(stored, range="bytes=5-", **{"if-range": mark}).status_code == 206
    assert ask(stored, range="bytes=5-", **{"if-range": '"khac"'}).status_code == 200


def test_what_the_reader_has_is_not_sent_again(stored: StoredFile):
    first = ask(stored)
    for name, header in (("if-none-match", "ETag"), ("if-modified-since", "Last-Modified")):
        answer = ask(stored, **{name: first[header]})
        assert (answer.status_code, answer.has_header("Content-Disposition")) == (304, False)
        assert answer["Cache-Control"] == "public"


def test_head_says_the_same_as_get(stored: StoredFile):
    assert ask(stored, "head")["Content-Length"] == str(len(BYTES))


@pytest.mark.parametrize("name", ["../etc/passwd", "/etc/passwd", "khong-co.mp4", "a/../../b"])
def test_names_that_lead_elsewhere_are_not_found(stored: StoredFile, name: str):
    with pytest.raises(Http404):
        ask(StoredFile(stored.storage, name, "video/mp4"))


def test_a_download_keeps_its_vietnamese_name(stored: StoredFile):
    answer = ask(StoredFile(stored.storage, "phim.mp4", "video/mp4", save_as="Lịch “tuần”.mp4"))
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''L%E1%BB%8Bch")
