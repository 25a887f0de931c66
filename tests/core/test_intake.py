"""Files from outside: read in a program of their own, kept for one person, answered in words."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core import signing

from portal.core.intake import apart
from portal.core.intake.apart import Bounds, read_apart, read_long_apart
from portal.core.intake.parcels import KEPT_SECONDS, Envelope, Gone, Owner, Shelf
from portal.core.intake.refusals import ReadingStopped
from portal.core.word import WordFileError
from tests.core import readers

MINE, OTHERS = Owner(1, 7), (Owner(2, 7), Owner(1, 8))
SHELF = Shelf("papers", "tests.papers")


@pytest.fixture
def place(settings: Any, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    return tmp_path / "papers"


@pytest.mark.reads_apart
def test_answer_of_a_reader_comes_back_as_data() -> None:
    found = read_apart(readers.letters, "Cao Lộc".encode(), upper=True)
    assert found == {"text": "CAO LỘC", "day": date(2026, 11, 24), "said": "Cao Lộc"}


@pytest.mark.reads_apart
def test_reader_that_talks_spoils_no_answer() -> None:
    assert read_apart(readers.talks, b"abc") == 3


@pytest.mark.reads_apart
def test_refusal_keeps_its_sentence() -> None:
    with pytest.raises(WordFileError, match="nhiều nhất là 20 MB"):
        read_apart(readers.refuses, b"x")


@pytest.mark.parametrize(
    ("reader", "bounds", "code"),
    [
        (readers.sleeps, Bounds(seconds=1), "too_slow"),
        (readers.calculates, Bounds(processor=1), "too_slow"),
        (readers.fills_memory, Bounds(), "too_large"),
        (readers.recurses, Bounds(), "damaged"),
        (readers.stumbles, Bounds(), "damaged"),
        (readers.answers_foreign, Bounds(), "damaged"),
        (readers.answers_command, Bounds(), "damaged"),
    ],
)
@pytest.mark.reads_apart
def test_hostile_file_stops_its_reader_only(
    monkeypatch: pytest.MonkeyPatch, reader: Callable[[bytes], Any], bounds: Bounds, code: str
) -> None:
    monkeypatch.setattr(apart, "BOUNDS", bounds)
    with pytest.raises(ReadingStopped) as stopped:
        read_apart(reader, b"x")
    assert stopped.value.code == code
    assert str(stopped.value).endswith("gửi lại.")


def test_parcel_is_looked_at_and_taken_once(place: Path) -> None:
    token = SHELF.keep({"sheet": io.BytesIO(b"a"), "archive": io.BytesIO(b"b")}, MINE)
    assert oct(place.stat().st_mode)[-3:] == "700"
    for _each in range(2):
        with SHELF.look(token, MINE) as parts:
            assert {name: part.read() for name, part in parts.items()} == {
                "sheet": b"a",
                "archive": b"b",
            }
    with SHELF.take(token, MINE) as parts, pytest.raises(Gone), SHELF.take(token, MINE):
        assert parts["sheet"].read() == b"a"
    assert not list(place.iterdir())
    with pytest.raises(Gone), SHELF.look(token, MINE):
        pass


def test_taken_parcel_is_gone_when_the_work_fails(place: Path) -> None:
    token = SHELF.keep({"file": io.BytesIO(b"a")}, MINE)
    with pytest.raises(RuntimeError), SHELF.take(token, MINE):
        raise RuntimeError
    assert not list(place.iterdir())


@pytest.mark.parametrize("owner", OTHERS)
def test_parcel_is_nobody_elses(place: Path, owner: Owner) -> None:
    token = SHELF.keep({"file": io.BytesIO(b"a")}, MINE)
    with pytest.raises(Gone), SHELF.look(token, owner):
        pass
    with pytest.raises(Gone), SHELF.take(token, owner):
        pass
    with pytest.raises(Gone), Shelf("papers", "tests.others").look(token, MINE):
        pass


@pytest.mark.parametrize("name", ["../../db.sqlite3", "", None, 3])
def test_parcel_has_a_name_of_ours(place: Path, name: Any) -> None:
    token = Envelope(SHELF.salt).seal(name, MINE)
    for text in (token, "x", ""):
        with pytest.raises(Gone), SHELF.look(text, MINE):
            pass


def test_what_was_not_confirmed_is_removed(place: Path) -> None:
    SHELF.keep({"file": io.BytesIO(b"a")}, MINE)
    (loose := place / "of-an-earlier-version").touch()
    long_ago = time.time() - KEPT_SECONDS - 5
    for path in place.iterdir():
        os.utime(path, (long_ago, long_ago))
    SHELF.keep({"file": io.BytesIO(b"b")}, MINE)
    assert len(list(place.iterdir())) == 1
    assert not loose.exists()


def test_envelope_is_opened_by_its_owner_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    envelope = Envelope("tests.envelope", seconds=60)
    text = envelope.seal([["Thứ hai"], {"a": 1}], MINE)
    assert envelope.open(text, MINE) == [["Thứ hai"], {"a": 1}]
    for owner in OTHERS:
        with pytest.raises(Gone):
            envelope.open(text, owner)
    for other in (
        signing.dumps([1], salt="tests.envelope"),
        signing.dumps(5, salt="tests.envelope"),
    ):
        with pytest.raises(Gone):
            envelope.open(other, MINE)
    monkeypatch.setattr(time, "time", lambda now=time.time: now() + 61)
    with pytest.raises(Gone):
        envelope.open(text, MINE)


@pytest.mark.reads_apart
def test_a_short_text_is_read_here_and_a_long_one_apart() -> None:
    here = read_long_apart(apart.LONG, readers.process, b"")
    there = read_long_apart(apart.LONG + 1, readers.process, b"")
    assert here == os.getpid()
    assert there != here
