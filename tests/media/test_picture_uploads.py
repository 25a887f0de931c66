"""Pictures on their way in: what is too much or broken is told by its name, and nothing of it stays."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from PIL import Image

from portal.media.models import PortalDocument, PortalImage
from tests.factories import browser, make_image, make_user
from tests.media import bombs
from units.models import Role, Unit

pytestmark = pytest.mark.django_db
KINDS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
TAKEN = {"hai-anh.jpg"}


@pytest.fixture
def client(cao_loc: Unit) -> Client:
    found = browser()
    found.force_login(make_user(Role.CONTRIBUTOR, cao_loc))
    return found


def choose(client: Client, unit: Unit, name: str, data: bytes, what: str = "image") -> Any:
    """Through the chooser, in the middle of an item."""
    app = {"image": "wagtailimages_chooser", "document": "wagtaildocs_chooser"}[what]
    values = {
        f"{what}-chooser-upload-title": "Ảnh",
        f"{what}-chooser-upload-collection": unit.collection_id,
        f"{what}-chooser-upload-file": SimpleUploadedFile(name, data),
    }
    return client.post(reverse(f"{app}:create"), values)


def stored() -> set[str]:
    return set(default_storage.listdir("original_images")[1]) if _has_folder() else set()


def _has_folder() -> bool:
    return default_storage.exists("original_images")


@pytest.mark.parametrize(
    ("name", "data"), [p for p in bombs.pictures() if p[0] not in TAKEN], ids=lambda v: str(v)[:20]
)
def test_what_is_refused_is_named(client: Client, cao_loc: Unit, name: str, data: bytes) -> None:
    before = stored()
    html = choose(client, cao_loc, name, data).json()["htmlFragment"]
    assert name in html
    assert "ãy" in html
    assert not PortalImage.objects.exists()
    assert stored() == before


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_picture_is_refused(client: Client, cao_loc: Unit, kind: str) -> None:
    name = f"nua.{KINDS[kind]}"
    whole = bombs.patterned(kind)
    html = choose(client, cao_loc, name, whole[: len(whole) * 2 // 3]).json()["htmlFragment"]
    assert f"“{name}”" in html
    assert "hỏng hoặc thiếu một phần" in html
    assert not PortalImage.objects.exists()
    assert choose(client, cao_loc, name, whole).status_code == 200
    assert PortalImage.objects.count() == 1


@pytest.mark.parametrize("what", ["image", "document"])
def test_of_two_pictures_in_one_file_the_first_is_kept(
    client: Client, cao_loc: Unit, what: str
) -> None:
    """A telephone writes the second for itself; nobody who sends the photograph knows of it."""
    assert bombs.SECRET in bombs.two_pictures()
    assert choose(client, cao_loc, "hai-anh.jpg", bombs.two_pictures(), what).status_code == 200
    row: Any = (PortalImage if what == "image" else PortalDocument).objects.get()
    data = row.file.open().read()
    assert bombs.SECRET not in data
    with Image.open(BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (96, 48))


def test_name_and_content_agree(client: Client, cao_loc: Unit) -> None:
    html = choose(client, cao_loc, "anh.png", bombs.saved("JPEG")).json()["htmlFragment"]
    assert "nội dung là ảnh JPEG. Hãy đổi đuôi" in html


def test_many_at_once_are_told_one_by_one(client: Client, cao_loc: Unit) -> None:
    url, collection = reverse("wagtailimages:add_multiple"), cao_loc.collection_id
    both = {"lon.png": bombs.png(8000, 8000), "anh.png": bombs.saved("PNG")}
    for name, data in both.items():
        sent = {"files[]": SimpleUploadedFile(name, data), "title": "Ảnh", "collection": collection}
        answer = client.post(url, sent, headers={"x-requested-with": "XMLHttpRequest"}).json()
        assert answer["success"] or name in answer["error_message"]
    assert PortalImage.objects.count() == 1


def test_a_replaced_file_is_judged_and_the_old_one_stays(client: Client, cao_loc: Unit) -> None:
    image = make_image()
    image.collection = cao_loc.collection
    image.save()
    client.force_login(make_user())
    sent = {
        "title": "Tên đã gõ", "collection": cao_loc.collection_id,
        "file": SimpleUploadedFile("lon.png", bombs.png(8000, 8000)),
    }  # fmt: skip
    html = client.post(reverse("wagtailimages:edit", args=[image.pk]), sent).content.decode()
    assert "“lon.png”" in html
    assert "Tên đã gõ" in html
    now = PortalImage.objects.get()
    assert now.file.name == image.file.name
    assert default_storage.exists(now.file.name)


@pytest.mark.parametrize(
    "data", [bombs.png(8000, 8000), bombs.saved("TIFF"), b"", bombs.patterned("JPEG")[:900]]
)
def test_a_picture_that_lies_on_the_disk_is_not_shown(
    client: Client, cao_loc: Unit, data: bytes
) -> None:
    """Uploaded before there was a rule, or put there by hand: screens stay up without it."""
    image = make_image()
    with default_storage.open(image.file.name, "wb") as file:
        file.write(data)
    client.force_login(make_user())
    assert image.get_rendition("max-165x165").file.name == "not-found"
    for name, places in (
        ("wagtailimages:index", []), ("wagtailimages:edit", [image.pk]),
        ("wagtailimages_chooser:choose", []), ("wagtailimages_chooser:chosen", [image.pk]),
    ):  # fmt: skip
        assert client.get(reverse(name, args=places)).status_code == 200, name
    preview = reverse("wagtailimages:preview", args=[image.pk, "max-100x100"])
    assert client.get(preview).status_code == 404


@trying(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(sorted(KINDS)), cut=st.floats(0.01, 1), places=st.lists(st.floats(0, 1), max_size=8),
    byte=st.integers(0, 255), what=st.sampled_from(["image", "document"]),
)  # fmt: skip
def test_no_damage_is_a_fault_of_the_server(
    client: Client, cao_loc: Unit, kind: str, cut: float, places: list[float], byte: int, what: str
) -> None:
    """Cut short and with other bytes in it: taken or refused in a sentence; what is taken can be shown."""
    data = bytearray(bombs.patterned(kind))
    for place in places:
        data[int(place * (len(data) - 1))] = byte
    before = PortalImage.objects.count() + PortalDocument.objects.count()
    damaged = bytes(data[: int(cut * len(data)) + 1])
    answer = choose(client, cao_loc, f"a.{KINDS[kind]}", damaged, what)
    assert answer.status_code == 200
    after = PortalImage.objects.count() + PortalDocument.objects.count()
    # Where the damage is none, the same file may have been taken before.
    assert (after > before) is (answer.json()["step"] in {"chosen", "duplicate_found"})
    newest = PortalImage.objects.order_by("pk").last()
    if what == "image" and after > before and newest is not None:
        assert newest.get_rendition("max-165x165").file.name != "not-found"
