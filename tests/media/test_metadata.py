"""A photograph's place, time and device leave neither with the original nor with a scaled copy."""

from __future__ import annotations

import struct
from hashlib import sha1
from io import BytesIO
from zlib import crc32

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from portal.media.metadata import without_metadata
from portal.media.models import PortalDocument, PortalImage

SECRET = b"Nha rieng 21.85"
KINDS = ["JPEG", "PNG", "WEBP", "AVIF"]


def photograph(kind: str, side: int = 1) -> bytes:
    """A picture of two colours with coordinates, a device and a packet of XMP."""
    image = Image.new("RGB", (96, 48), "#12355b")
    image.paste("#ffcc00", (0, 0, 48, 48))
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif[0x0112] = side
    exif.get_ifd(0x8825)[1] = "N"
    target = BytesIO()
    options = {"comment": SECRET} if kind == "JPEG" else {"xmp": b"<x>" + SECRET + b"</x>"}
    image.save(target, kind, exif=exif, **options)
    return target.getvalue()


def shown(data: bytes) -> tuple[str | None, tuple[int, int], bytes]:
    with Image.open(BytesIO(data)) as image:
        return image.format, image.size, image.convert("RGB").tobytes()


@pytest.mark.parametrize("kind", KINDS[:3])
def test_picture_stays_what_it_was_and_tells_nothing(kind: str) -> None:
    before = photograph(kind)

    after = without_metadata(before)

    assert SECRET in before
    assert SECRET not in after
    assert shown(after) == shown(before)
    assert without_metadata(after) == after
    with Image.open(BytesIO(after)) as image:
        assert not image.getexif()


@pytest.mark.parametrize("kind", KINDS)
def test_which_side_is_up_is_kept(kind: str) -> None:
    after = without_metadata(photograph(kind, side=6))

    assert SECRET not in after
    with Image.open(BytesIO(after)) as image:
        turned = image.getexif().get(0x0112, 1) == 6
        width, height = image.size[::-1] if turned else image.size
    assert (width, height) == (48, 96)


def test_second_picture_behind_the_first_is_left_out() -> None:
    data = photograph("JPEG")

    assert SECRET not in without_metadata(data + b"MPF" + SECRET)


def test_which_side_is_up_may_be_said_behind_the_picture_or_in_xmp() -> None:
    plain = BytesIO()
    Image.new("RGB", (96, 48)).save(plain, "PNG")
    turned = Image.Exif()
    turned[0x0112] = 6
    packed = turned.tobytes().removeprefix(b"Exif\x00\x00")
    chunk = (
        struct.pack(">I", len(packed))
        + b"eXIf"
        + packed
        + struct.pack(">I", crc32(b"eXIf" + packed))
    )
    end = plain.getvalue()[-12:]
    xmp = BytesIO()
    said = b'<x:xmpmeta><rdf:Description tiff:Orientation="6"/>' + SECRET + b"</x:xmpmeta>"
    Image.new("RGB", (96, 48)).save(xmp, "JPEG", xmp=said)

    for data in (plain.getvalue()[:-12] + chunk + end, xmp.getvalue()):
        after = without_metadata(data)
        assert SECRET not in after
        with Image.open(BytesIO(after)) as image:
            assert image.getexif()[0x0112] == 6


def test_gif_without_its_last_byte_is_clean_too() -> None:
    target = BytesIO()
    Image.new("RGB", (20, 20)).save(target, "GIF", comment=SECRET)

    after = without_metadata(target.getvalue()[:-1])

    assert SECRET not in after
    assert shown(after) == shown(target.getvalue())


def test_moving_picture_still_moves() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue", "white")]
    target = BytesIO()
    frames[0].save(
        target, "GIF", save_all=True, append_images=frames[1:], comment=SECRET, loop=0, duration=50
    )

    after = without_metadata(target.getvalue())

    assert SECRET not in after
    with Image.open(BytesIO(after)) as image:
        assert (image.n_frames, image.info["loop"]) == (3, 0)


@given(st.sampled_from(KINDS), st.integers(0, 400), st.binary(max_size=40), st.integers(0, 200))
def test_damaged_bytes_never_fail(kind: str, place: int, noise: bytes, cut: int) -> None:
    data = photograph(kind)

    damaged = data[:place] + noise + data[place + len(noise) : len(data) - cut]
    assert without_metadata(damaged) or not damaged


@pytest.mark.django_db
def test_upload_and_copies_of_it_are_clean() -> None:
    upload = ImageFile(BytesIO(photograph("JPEG", side=6)), name="IMG_1.jpg")
    image = PortalImage(title="Ảnh", file=upload)
    image._set_image_file_metadata()
    image.save()

    stored = image.file.storage.open(image.file.name).read()
    assert SECRET not in stored
    assert image.file_size == len(stored)
    copy = image.get_rendition("width-40|format-jpeg")
    with copy.file.storage.open(copy.file.name) as data:
        assert SECRET not in data.read()
    assert copy.height > copy.width


@pytest.mark.django_db
def test_copies_of_pictures_uploaded_before_are_clean() -> None:
    image = PortalImage.objects.create(
        title="Ảnh", file=ImageFile(BytesIO(photograph("JPEG")), name="cu.jpg")
    )
    with image.file.storage.open(image.file.name, "wb") as stored:
        stored.write(photograph("JPEG"))

    for spec in ("original", "width-40", "max-40x40|format-webp"):
        copy = PortalImage.objects.get(pk=image.pk).get_rendition(spec)
        with copy.file.storage.open(copy.file.name) as data:
            assert SECRET not in data.read()


@pytest.mark.django_db
def test_command_cleans_what_was_uploaded_before() -> None:
    image = PortalImage.objects.create(
        title="Ảnh", file=ImageFile(BytesIO(photograph("JPEG")), name="cu.jpg")
    )
    old = image.file.name
    with image.file.storage.open(old, "wb") as stored:
        stored.write(photograph("JPEG"))

    call_command("forget_picture_metadata")
    call_command("forget_picture_metadata")

    image = PortalImage.objects.get(pk=image.pk)
    with image.file.storage.open(image.file.name) as data:
        assert SECRET not in data.read()
    assert not image.file.storage.exists(old) or image.file.name == old


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "kind"), [("a.JPG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")]
)
def test_photographed_document_tells_no_place_either(name: str, kind: str) -> None:
    document = PortalDocument(
        title="Trang 1", file=ContentFile(photograph(kind, side=6), name=name)
    )
    document._set_document_file_metadata()
    document.save()

    document = PortalDocument.objects.get(pk=document.pk)
    stored = document.file.storage.open(document.file.name).read()
    assert SECRET not in stored
    assert document.file_size == len(stored)
    assert document.file_hash == sha1(stored, usedforsecurity=False).hexdigest()
    assert shown(stored) == shown(photograph(kind, side=6))


@pytest.mark.django_db
def test_command_cleans_documents_too() -> None:
    document = PortalDocument.objects.create(
        title="Trang 1", file=ContentFile(photograph("JPEG"), name="trang.jpg")
    )
    other = PortalDocument.objects.create(title="Ghi", file=ContentFile(b"abc", name="ghi.pdf"))
    with document.file.storage.open(document.file.name, "wb") as stored:
        stored.write(photograph("JPEG"))

    call_command("forget_picture_metadata")

    document = PortalDocument.objects.get(pk=document.pk)
    with document.file.storage.open(document.file.name) as data:
        assert SECRET not in data.read()
    assert PortalDocument.objects.get(pk=other.pk).file.name == other.file.name
