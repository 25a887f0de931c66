"""Sound, film and captions are what their names say, or do not come in."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from portal.media.models import PortalDocument
from portal.media.recordings import check_recording
from portal.media.rules import recordings, webvtt
from tests.legal_education.items import MP4, OGG, VTT, WEBM

MP3 = b"\xff\xfb\x90\x64" + b"\x00" * 64
HEADS = {"mp4": MP4, "webm": WEBM, "ogg": OGG, "mp3": MP3}


@pytest.mark.parametrize("kind", HEADS)
def test_a_recording_is_known_by_its_first_bytes(kind: str):
    assert recordings.kind_of(HEADS[kind]) == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"<html><script>alert(1)</script>",
        b"MZ\x90\x00",
        b"PK\x03\x04",
        b"\x1a\x45\xdf\xa3" + b"matroska" * 8,
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\xff\xff\xff\xff\xff",
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
        b"RIFF\x00\x00\x00\x00WAVEfmt ",
    ],
)
def test_anything_else_is_no_recording(data: bytes):
    assert recordings.kind_of(data) == ""


@given(st.binary(max_size=200))
def test_no_bytes_break_the_readers(data: bytes):
    assert recordings.kind_of(data) in {"", *recordings.ENDINGS}
    problem = webvtt.problem_in(data)
    assert problem is not None or webvtt.cues_of(data)


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ("", webvtt.NO_HEADER, 1),
        ("1\n00:00:00,000 --> 00:00:01,000\nSRT", webvtt.NO_HEADER, 1),
        ("WEBVTT", webvtt.NO_CUES, 1),
        ("WEBVTT\n\nNOTE chưa có gì\n", webvtt.NO_CUES, 1),
        ("WEBVTT\n\n00:00:00,000 --> 00:00:01,000\nDấu phẩy", webvtt.BAD_TIME, 3),
        ("WEBVTT\n\n00:00:00.000 -> 00:00:01.000\nMột gạch", webvtt.BAD_TIME, 3),
        ("WEBVTT\n\n1\n00:00:02.000 --> 00:00:01.000\nNgược", webvtt.BACKWARDS, 4),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n\n", webvtt.EMPTY, 3),
        ("WEBVTT\n\n00:00.000 --> 00:61.000\nX", webvtt.BAD_TIME, 3),
    ],
)
def test_captions_say_what_to_mend_and_where(text: str, what: str, line: int):
    assert webvtt.problem_in(text.encode()) == webvtt.CaptionsProblem(what, line)


def test_captions_of_every_legal_shape_pass():
    text = (
        "\ufeffWEBVTT Phụ đề\nKind: captions\n\nSTYLE\n::cue { color: white }\n\nNOTE\nghi chú\n\n"
        "mo-dau\n00:00.000 --> 00:02.500 align:start\nXin chào,\nbà con.\n\n"
        "10:00:00.000 --> 10:00:01.000\nHết.\n"
    )
    for ends in ("\n", "\r\n", "\r"):
        data = text.replace("\n", ends).encode()
        assert webvtt.problem_in(data) is None
        cues = webvtt.cues_of(data)
        assert [cue.text for cue in cues] == ["Xin chào, bà con.", "Hết."]
        assert cues[0].end_ms == 2500


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(1, 10**5)), min_size=1, max_size=9))
def test_what_is_written_by_the_rules_is_read_back(times: list[tuple[int, int]]):
    def shown(ms: int) -> str:
        return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"

    blocks = [f"{shown(at)} --> {shown(at + long)}\nLời" for at, long in times]
    data = ("WEBVTT\n\n" + "\n\n".join(blocks)).encode()
    assert webvtt.problem_in(data) is None
    assert [(cue.start_ms, cue.end_ms - cue.start_ms) for cue in webvtt.cues_of(data)] == times


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.mp4", MP4),
        ("a.M4A", MP4),
        ("a.webm", WEBM),
        ("a.ogg", OGG),
        ("a.mp3", MP3),
        ("a.vtt", VTT),
    ],
)
def test_files_that_are_what_they_say_come_in(name: str, data: bytes):
    assert check_recording(upload(name, data)) is None


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.mp4", b"<html>", "không phải là MP4"),
        ("a.mp4", OGG, "không phải là MP4"),
        ("a.ogg", MP4, "không phải là OGG"),
        ("a.mp3", b"", "không phải là MP3"),
        ("a.vtt", b"\xff\xfe\x00", "không phải văn bản UTF-8"),
        ("a.vtt", b"WEBVTT", "chưa có câu phụ đề"),
        ("a.vtt", b"WEBVTT\n\n0:1 --> 2\nA", "dòng 3"),
    ],
)
def test_files_that_are_not_are_told_what_to_do(name: str, data: bytes, told: str):
    with pytest.raises(ValidationError, match=told):
        check_recording(upload(name, data))


@override_settings(PORTAL_RECORDING_MAX_MB=0)
def test_a_recording_above_the_limit_is_refused():
    with pytest.raises(ValidationError, match="vượt giới hạn"):
        check_recording(upload("a.mp4", MP4))


def test_the_model_asks_for_uploads_and_not_again_for_stored_files(db: None):
    with pytest.raises(ValidationError):
        PortalDocument(title="Giả", file=upload("a.mp4", b"MZ")).full_clean()
    stored = PortalDocument.objects.create(title="Cũ", file=upload("b.mp4", b"MZ"))
    PortalDocument.objects.get(pk=stored.pk).full_clean()
