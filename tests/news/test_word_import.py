"""A draft from a Word file: seen first, then made; by the right person, under the right index."""

from __future__ import annotations

import io
import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from wagtail.models import Collection

from home.news import word_import as service
from home.news.models import NewsIndexPage, NewsPage
from portal.core.intake.parcels import KEPT_SECONDS
from portal.media.models import PortalImage
from tests.core.test_word_docx import report, saved
from tests.factories import Portal, make_user, news_index
from tests.media.test_metadata import SECRET, photograph
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role

pytestmark = pytest.mark.django_db
ALT = "Đoàn kiểm sát làm việc với cán bộ trại giam"


@pytest.fixture(autouse=True)
def kept(settings: Any, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    return tmp_path / "word-imports"


@pytest.fixture
def writer(cao_loc: Unit) -> Client:
    return signed_in(Role.CONTRIBUTOR, cao_loc)


def signed_in(role: Role | None, unit: Unit | None = None) -> Client:
    client = Client(headers={"host": "localhost"})
    sign_in(client, make_user(role, unit))
    return client


def address(unit: Unit) -> str:
    return reverse("news_word_import", args=[news_index(unit).pk])


def upload(client: Client, unit: Unit, data: bytes | None = None, name: str = "tin.docx") -> Any:
    file = SimpleUploadedFile(name, saved(report()) if data is None else data)
    return client.post(address(unit), {"file": file})


def values_of(response: Any, **changes: Any) -> dict[str, Any]:
    form = response.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()} | changes


def nothing_saved() -> bool:
    return not NewsPage.objects.exists() and not PortalImage.objects.exists()


def test_button_stands_on_a_news_index_for_who_may_add(
    portal: Portal, writer: Client, cao_loc: Unit
):
    explorer = reverse("wagtailadmin_explore", args=[news_index(cao_loc).pk])
    assert address(cao_loc) in writer.get(explorer).content.decode()
    other = reverse("wagtailadmin_explore", args=[cao_loc.home_page_id])
    assert "/word/" not in writer.get(other).content.decode()


@pytest.mark.reads_apart
def test_preview_shows_what_was_understood_and_saves_nothing(
    writer: Client, cao_loc: Unit, kept: Path
):
    response = upload(writer, cao_loc)
    text = response.content.decode()
    assert response.status_code == 200
    assert values_of(response)["title"] == "VKSND huyện Mẫu kiểm sát trại tạm giam"
    assert values_of(response)["author"] == "Trần Thị Mẫu (mẫu)"
    for shown in ("Hồ sơ đầy đủ", "Số người theo năm", "data:image/jpeg", "Đoàn kiểm sát làm việc"):
        assert shown in text
    assert nothing_saved()
    assert len(list(kept.iterdir())) == 1


def test_confirmation_makes_a_draft_with_pictures_of_the_unit(
    writer: Client, cao_loc: Unit, kept: Path
):
    preview = upload(writer, cao_loc)
    response = writer.post(address(cao_loc), values_of(preview, alt_0=ALT, title="Tiêu đề đã sửa"))
    page = NewsPage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.title, page.slug) == (False, "Tiêu đề đã sửa", "tieu-de-da-sua")
    assert page.get_parent().pk == news_index(cao_loc).pk
    assert page.owner.pk == page.latest_revision.user_id
    kinds = [block.block_type for block in page.body]
    assert kinds == ["heading", "paragraph", "heading", "table", "image"]
    image = PortalImage.objects.get()
    assert image.collection_id == cao_loc.collection_id
    assert (image.description, image.title) == (ALT, "Đoàn kiểm sát làm việc")
    assert page.body[4].value["image"] == image
    assert page.body[4].value.alt == ALT
    assert page.body[3].value["table"]["first_row_is_table_header"]
    assert not list(kept.iterdir())
    assert writer.get(response.url).status_code == 200
    assert page.body.stream_block.clean(page.body)


def test_picture_out_of_a_file_tells_no_place_or_device(writer: Client, cao_loc: Unit):
    document = report()
    document.add_picture(io.BytesIO(photograph("JPEG")))
    preview = upload(writer, cao_loc, saved(document))

    writer.post(address(cao_loc), values_of(preview, alt_0=ALT, alt_1="Bà con dự họp"))

    for image in PortalImage.objects.all():
        with image.file.storage.open(image.file.name) as data:
            assert SECRET not in data.read()
    assert PortalImage.objects.count() == 2


def test_second_click_makes_nothing(writer: Client, cao_loc: Unit):
    values = values_of(upload(writer, cao_loc))
    writer.post(address(cao_loc), values)
    response = writer.post(address(cao_loc), values, follow=True)
    assert "Hãy chọn lại tệp" in response.content.decode()
    assert NewsPage.objects.count() == 1


def old_font_file() -> bytes:
    document = Document()
    document.add_paragraph("VKSND huyÖn kiÓm s¸t tr¹i giam", style="Title")
    document.add_paragraph("S¸ng nay ®oµn ®· lµm viÖc t¹i tr¹i giam vµ kiÕn nghÞ kh¾c phôc.")
    document.add_heading("KÕt qu¶ kiÓm s¸t", 1)
    document.add_paragraph("§oµn ®· xem hå s¬.")
    return saved(document)


def test_old_fonts_are_shown_before_and_after_and_converted_when_chosen(
    writer: Client, cao_loc: Unit
):
    preview = upload(writer, cao_loc, old_font_file())
    text = preview.content.decode()
    assert "§oµn ®· xem hå s¬." in text
    assert "Đoàn đã xem hồ sơ." in text
    values = values_of(preview)
    assert values["title"] == "VKSND huyện kiểm sát trại giam"
    assert values["convert"] == ["0", "1", "2", "3"]
    writer.post(address(cao_loc), {**values, "convert": ["3"]})
    page = NewsPage.objects.get()
    assert page.body[0].value["text"] == "KÕt qu¶ kiÓm s¸t"
    assert page.body[1].value.source == "<p>Đoàn đã xem hồ sơ.</p>"


def test_bad_file_gets_a_message_and_the_form_stays(writer: Client, cao_loc: Unit, kept: Path):
    for data in (b"%PDF-1.7", b"MZ\x90", b""):
        response = upload(writer, cao_loc, data)
        assert response.status_code == 422
        assert response.context["form"].errors["file"]
        assert 'type="file"' in response.content.decode()
    assert writer.post(address(cao_loc), {}).status_code == 422
    assert not kept.exists() or not list(kept.iterdir())


def test_wrong_values_keep_what_was_typed(writer: Client, cao_loc: Unit):
    preview = upload(writer, cao_loc)
    changes = {"title": "", "alt_0": "IMG_1234.jpg", "lead": "Lời dẫn tự viết"}
    response = writer.post(address(cao_loc), values_of(preview, **changes))
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"title", "alt_0"}
    assert "Lời dẫn tự viết" in response.content.decode()
    assert nothing_saved()


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN])
def test_foreign_index_is_closed(portal: Portal, role: Role, cao_loc: Unit, bac_son: Unit):
    stranger = signed_in(role, bac_son)
    token = values_of(upload(signed_in(Role.CONTRIBUTOR, cao_loc), cao_loc))
    for response in (
        stranger.get(address(cao_loc)),
        upload(stranger, cao_loc),
        stranger.post(address(cao_loc), token),
    ):
        assert response.status_code in (403, 404)
    assert nothing_saved()


def test_token_of_another_person_or_index_is_worth_nothing(
    portal: Portal, writer: Client, cao_loc: Unit, bac_son: Unit
):
    token = values_of(upload(writer, cao_loc))
    colleague = signed_in(Role.CONTRIBUTOR, cao_loc)
    board = signed_in(Role.BOARD)
    own = values_of(upload(board, bac_son))
    for client, unit, values in (
        (colleague, cao_loc, token),
        (board, cao_loc, own),
        (writer, cao_loc, {**token, "token": "../../db.sqlite3"}),
    ):
        assert client.post(address(unit), values).status_code == 302
    assert nothing_saved()


def test_anonymous_is_sent_to_the_sign_in(portal: Portal, cao_loc: Unit):
    assert Client(headers={"host": "localhost"}).get(address(cao_loc)).status_code == 302


def test_without_the_right_to_upload_the_draft_has_no_pictures(
    writer: Client, cao_loc: Unit, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        service.permission_policy,
        "collections_user_has_permission_for",
        lambda *_: Collection.objects.none(),
    )
    preview = upload(writer, cao_loc)
    assert "tin được tạo không kèm ảnh" in preview.content.decode()
    writer.post(address(cao_loc), values_of(preview))
    assert [block.block_type for block in NewsPage.objects.get().body][-1] == "table"
    assert not PortalImage.objects.exists()


def test_nothing_stays_when_a_part_fails(
    writer: Client, cao_loc: Unit, settings: Any, monkeypatch: pytest.MonkeyPatch
):
    values = values_of(upload(writer, cao_loc))

    def fail(*_args: Any, **_values: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(NewsIndexPage, "add_child", fail)
    folder = Path(settings.MEDIA_ROOT) / "original_images"
    before = set(folder.glob("*"))
    with pytest.raises(RuntimeError):
        writer.post(address(cao_loc), values)
    assert nothing_saved()
    assert set(folder.glob("*")) == before


def test_old_uploads_are_removed(writer: Client, cao_loc: Unit, kept: Path):
    upload(writer, cao_loc)
    first = next(kept.iterdir())
    long_ago = time.time() - KEPT_SECONDS - 5
    os.utime(first, (long_ago, long_ago))
    upload(writer, cao_loc)
    assert not first.exists()
    assert oct(kept.stat().st_mode)[-3:] == "700"


def test_text_of_the_file_is_shown_as_text(writer: Client, cao_loc: Unit):
    document = Document()
    for text in ("<script>alert(1)</script>", "Câu một dài hơn. <img src=x onerror=alert(1)>"):
        document.add_paragraph(text)
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "<script>alert(2)</script>"
    target = io.BytesIO()
    document.save(target)
    shown = upload(writer, cao_loc, target.getvalue()).content.decode()
    assert not re.search(r"<script>alert|<img src=x", shown)
