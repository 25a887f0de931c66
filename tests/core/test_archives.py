"""Zip files from outside: one judgement of the table for all who open them, with their own limits."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from portal.core.archives import MEGABYTE, ArchiveRefused, Limits, open_judged

LIMITS = Limits(entries=5, total=3 * MEGABYTE, ratio=50)


def packed(*parts: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts:
            made.writestr(name, data)
    return target.getvalue()


def with_password(data: bytes) -> bytes:
    found = bytearray(data)
    found[6] |= 1
    found[found.index(b"PK\x01\x02") + 8] |= 1
    return bytes(found)


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return packed(("a.txt", b"1"), ("a.txt", b"2"))


def code_of(data: bytes, limits: Limits = LIMITS) -> str:
    """What is said about it; "" when it is opened."""
    try:
        open_judged(io.BytesIO(data), limits).close()
    except ArchiveRefused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed(("a.txt", b"chao")), ""),
        (b"", "damaged"),
        (b"PK\x05\x06", "damaged"),
        (packed(("a.txt", b"chao"))[:-8], "damaged"),
        (packed(*((f"{n}.txt", b"") for n in range(6))), "too_many"),
        (with_password(packed(("a.txt", b"chao"))), "password"),
        (packed(("word/vbaProject.bin", b"x")), "macros"),
        (packed(("Basic/Standard/x.xml", b"x")), "macros"),
        (packed(("xl/activeX/activeX1.bin", b"x")), "macros"),
        (packed(("../x", b"x")), "path"),
        (packed(("a..b.txt", b"two dots in a name lead nowhere")), ""),
        (packed(("C:/x", b"x")), "path"),
        (packed(("a.bin", b"\0" * (2 * MEGABYTE))), "bomb"),
        (packed(*((f"{n}.bin", bytes(MEGABYTE)) for n in range(4))), "bomb"),
        (packed(("a.txt", b"1"), ("A.TXT", b"2")), "twice"),
    ],
)
def test_table_is_judged_before_anything_is_unpacked(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_repeated_name_is_refused_unless_allowed() -> None:
    data = twice()
    assert code_of(data) == "twice"
    assert code_of(data, Limits(5, MEGABYTE, 50, may_repeat_names=True)) == ""


def test_macros_are_allowed_where_the_files_are_judged_one_by_one() -> None:
    data = packed(("vbaProject.bin", b"x"))
    assert code_of(data, Limits(5, MEGABYTE, 50, may_have_macros=True)) == ""


def test_table_that_is_too_long_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(packed(("a.txt", b"chao")))
    place = data.rindex(b"PK\x05\x06")
    struct.pack_into("<HL", data, place + 10, 60_000, 40 * MEGABYTE)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_args: pytest.fail("opened"))
    with pytest.raises(ArchiveRefused) as refused:
        open_judged(io.BytesIO(data), LIMITS)
    assert (refused.value.code, refused.value.count) == ("too_many", 60_000)


def test_table_of_a_large_archive_is_not_read_either(monkeypatch: pytest.MonkeyPatch) -> None:
    """The short record says little; the long one, which zip readers believe, says it all."""
    data = packed(("a.txt", b"chao"))
    place = data.rindex(b"PK\x05\x06")
    large = struct.pack(
        "<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**6, 10**6, 40 * MEGABYTE, 0
    )
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, place, 1)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_args: pytest.fail("opened"))
    with pytest.raises(ArchiveRefused) as refused:
        open_judged(io.BytesIO(data[:place] + large + locator + data[place:]), LIMITS)
    assert (refused.value.code, refused.value.count) == ("too_many", 10**6)
