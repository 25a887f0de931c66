"""What a picture's first bytes say of it, and which pictures are opened at all."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from portal.core.pictures import (
    Header,
    PictureRefused,
    judge_header,
    judge_picture,
    opened,
    prove_whole,
    read_header,
)
from portal.core.pictures.headers import JPEG, WEBP
from portal.core.pictures.judging import MOST_FRAMES, MOST_MEMORY, MOST_PIXELS
from tests.media import bombs

KINDS = ["AVIF", "GIF", "JPEG", "PNG", "WEBP"]
OPTIONS: dict[str, list[dict[str, object]]] = {
    "AVIF": [{}, {"quality": 100, "subsampling": "4:4:4"}],
    "GIF": [{}],
    "JPEG": [{}, {"progressive": True}, {"comment": b"\xff\xc0\x00\x11"}],
    "PNG": [{}, {"optimize": True}],
    "WEBP": [{}, {"lossless": True}, {"exif": b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00"}],
}


@given(st.sampled_from(KINDS), st.integers(1, 300), st.integers(1, 300), st.integers(0, 2))
def test_size_is_what_pillow_finds(kind: str, width: int, height: int, which: int) -> None:
    options = OPTIONS[kind][which % len(OPTIONS[kind])]
    data = bombs.saved(kind, (width, height), **options)
    header = read_header(data)
    assert (header.kind.key, header.width, header.height, header.frames) == (kind, width, height, 1)
    assert prove_whole(data) == header


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_frames_are_counted(kind: str) -> None:
    assert read_header(bombs.frames(kind, (20, 10), 7)).frames == 7


def refusal(data: bytes) -> str:
    with pytest.raises(PictureRefused) as refused:
        judge_picture(data)
    assert "ãy" in str(refused.value)
    return refused.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bombs.jpeg_of_size(5000, 5001), "pixels"),
        (bombs.png(8000, 8000), "pixels"),
        (bombs.gif((10, 10), (65000, 65000)), "pixels"),
        (bombs.webp_canvas(16383, 16383), "pixels"),
        (bombs.gif((60, 40), (60, 40), MOST_FRAMES + 1), "frames"),
        (bombs.gif((3000, 3000), (3000, 3000), 3), "frames"),
        (bombs.png(3000, 3000, 0, moving=50), "frames"),
        (bombs.many_scans(), "picture_damaged"),
        (bombs.saved("TIFF"), "picture_unknown"),
        (bombs.saved("BMP"), "picture_unknown"),
        (bombs.saved("ICO"), "picture_unknown"),
        (bombs.svg(), "picture_unknown"),
        (bombs.saved("PNG") + bytes(33 * 1024 * 1024), "picture_heavy"),
        (b"", "picture_damaged"),
    ],
    ids=lambda value: str(value)[:14],
)
def test_what_is_refused_without_a_decoder(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_container_that_lies_about_its_picture_is_not_believed() -> None:
    header = read_header(bombs.avif_that_lies(640, 480))
    assert (header.width, header.height) == (640, 480)


def test_a_camera_s_picture_is_taken_and_a_costlier_way_of_writing_it_is_not() -> None:
    """Six thousand by four thousand is what good cameras write."""
    judge_picture(bombs.jpeg_of_size(6000, 4000))
    judge_picture(bombs.jpeg_of_size(6000, 4000, progressive=True))
    assert refusal(bombs.jpeg_of_size(6000, 4000, progressive=True, subsampling=0)) == "pixels"


@given(
    st.integers(1, 70_000), st.integers(1, 70_000), st.integers(1, 1000),
    st.sampled_from([(JPEG, 4), (JPEG, 12), (WEBP, 20)]),
)  # fmt: skip
def test_nothing_that_passes_costs_more_than_is_there(
    width: int, height: int, frames: int, kind: tuple[object, int]
) -> None:
    header = Header(kind[0], width, height, frames, kind[1])  # type: ignore[arg-type]
    fits = width * height * frames <= min(MOST_PIXELS, MOST_MEMORY // header.unit)
    try:
        judge_header(header)
    except PictureRefused:
        assert not (fits and frames <= MOST_FRAMES)
    else:
        assert fits
        assert frames <= MOST_FRAMES


@given(
    kind=st.sampled_from(KINDS), place=st.floats(0, 1), noise=st.binary(max_size=12), cut=st.floats(0, 1)
)  # fmt: skip
def test_damage_is_refused_or_harmless(kind: str, place: float, noise: bytes, cut: float) -> None:
    data = bombs.patterned(kind)
    at = int(place * len(data))
    damaged = (data[:at] + noise + data[at + len(noise) :])[: int(cut * len(data))]
    try:
        with opened(damaged) as image:
            image.load()
            header = read_header(damaged)
            assert image.width * image.height <= header.pixels
    except PictureRefused as refused:
        said = str(refused)
    else:
        said = "taken"
    assert said


def test_pillow_is_not_asked_what_it_is() -> None:
    """Pillow takes a JPEG with a second picture in it for another kind, with both in it."""
    data = bombs.two_pictures()
    with Image.open(BytesIO(data)) as image:
        assert image.format == "MPO"
    with opened(data) as image:
        assert (image.format, image.size) == ("JPEG", (96, 48))
