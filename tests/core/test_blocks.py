"""Blocks of a body: what a form refuses, what a reader gets when something behind them is gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from home.news.models import NewsPage
from portal.core.blocks import BodyBlock, FileBlock, PictureBlock, VideoBlock, body_headings
from portal.core.targets import in_body, remember
from tests.factories import browser, make_document, make_image, make_news, make_rich_body
from units.models import Unit


def shown(page: NewsPage) -> str:
    response = browser().get(f"/tin-tuc/{page.slug}/")
    assert response.status_code == 200
    return response.content.decode()


def picture_errors(**values: Any) -> list[str]:
    block = PictureBlock()
    try:
        block.clean(block.normalize({"image": make_image(), **values}))
    except StructBlockValidationError as error:
        return list(error.block_errors)
    return []


def test_picture_takes_the_description_of_its_image(db: None) -> None:
    assert picture_errors() == []


def test_picture_without_any_text_is_refused(db: None) -> None:
    assert picture_errors(image=make_image(description="")) == ["alt_text"]


def test_decorative_picture_needs_no_text(db: None) -> None:
    assert picture_errors(image=make_image(description=""), is_decorative=True) == []


@pytest.mark.parametrize("where", ["alt_text", "description"])
def test_file_name_as_alternative_text_is_refused(db: None, where: str) -> None:
    if where == "alt_text":
        assert picture_errors(alt_text="IMG_2034.jpg") == ["alt_text"]
    else:
        assert picture_errors(image=make_image(description="IMG_2034.jpg")) == ["alt_text"]


def video_errors(**values: Any) -> set[str]:
    block = VideoBlock()
    defaults = {"title": "Phóng sự", "video": make_document(name="a.mp4")}
    try:
        block.clean(block.normalize({**defaults, **values}))
    except StructBlockValidationError as error:
        return set(error.block_errors)
    return set()


def test_video_needs_captions_or_its_words(db: None) -> None:
    assert video_errors() == {"captions"}
    assert video_errors(transcript="<p></p>") == {"captions"}
    assert video_errors(transcript="<p>Lời</p>") == set()
    assert video_errors(captions=make_document(name="a.vtt")) == set()


def test_video_of_another_format_is_refused(db: None) -> None:
    wrong = make_document(name="a.pdf")
    assert video_errors(video=wrong, captions=wrong) == {"video", "captions"}


def test_gallery_of_one_picture_is_refused(db: None) -> None:
    block = BodyBlock()
    value = block.normalize([("gallery", {"items": [{"image": make_image()}]})])
    with pytest.raises(StreamBlockValidationError):
        block.clean(value)


def test_file_shows_its_title_when_it_has_no_name_of_its_own(db: None) -> None:
    block = FileBlock()
    assert block.normalize({"document": make_document("Quyết định 12")}).title == "Quyết định 12"


def test_headings_get_anchors_in_vietnamese_letters(province: Unit) -> None:
    body = [
        ("heading", {"text": "Đối tượng", "level": "2"}),
        ("heading", {"text": "Nhỏ", "level": "3"}),
        ("heading", {"text": "★", "level": "2"}),
    ]
    page = make_news(province, body=body)
    assert body_headings(page.body) == [("doi-tuong", "Đối tượng"), ("muc", "★")]
    assert '<h2 id="doi-tuong">Đối tượng</h2>' in shown(page)


def test_every_block_is_shown(province: Unit) -> None:
    html = shown(make_news(province, body=make_rich_body(province.home_page)))
    for mark in (
        "gallery",
        "<table",
        "<blockquote",
        "<video",
        "<details",
        "callout",
        'class="file"',
    ):
        assert mark in html, mark


def test_table_with_markup_in_a_cell_stays_text(province: Unit) -> None:
    table = {"data": [["<script>alert(1)</script>", None]], "first_row_is_table_header": False}
    page = make_news(province, body=[("table", {"caption": "Bảng", "table": table})])
    assert "<script>alert" not in shown(page)


def test_links_to_deleted_pages_and_files_leave_their_words(province: Unit) -> None:
    gone, document = make_news(province), make_document()
    text = (
        f'<p><a linktype="page" id="{gone.pk}">trang cũ</a> '
        f'<a linktype="document" id="{document.pk}">tệp cũ</a> '
        '<a linktype="page" id="x">lạ</a> <a linktype="page">thiếu</a></p>'
    )
    page = make_news(province, body=[("paragraph", text)])
    gone.delete()
    document.delete()
    html = shown(page)
    for words in ("trang cũ", "tệp cũ", "lạ", "thiếu"):
        assert f"<a>{words}</a>" in html


def test_deleted_picture_and_file_leave_nothing_behind(province: Unit) -> None:
    image, document = make_image(), make_document()
    body = [
        ("image", {"image": image, "caption": "Chú thích ảnh cũ"}),
        ("gallery", {"items": [{"image": image}, {"image": image}]}),
        ("file", {"document": document, "name": "Tệp cũ"}),
        ("video", {"title": "Phim", "video": document, "poster": image}),
        ("paragraph", "<p>Còn lại</p>"),
    ]
    page = make_news(province, body=body, lead_image=image)
    image.delete()
    document.delete()
    html = shown(page)
    assert "Còn lại" in html
    assert "Chú thích ảnh cũ" not in html
    assert "Tệp cũ" not in html


def break_file(path: str, how: str) -> None:
    file = Path(path)
    if how == "missing":
        file.unlink()
    elif how == "truncated":
        file.write_bytes(file.read_bytes()[:60])
    elif how == "empty":
        file.write_bytes(b"")
    else:
        file.write_text("không phải ảnh", encoding="utf-8")


@pytest.mark.parametrize("how", ["missing", "truncated", "empty", "text"])
def test_broken_picture_file_never_breaks_a_page(province: Unit, how: str) -> None:
    image = make_image()
    break_file(image.file.path, how)
    document = make_document(name="a.mp4")
    body = [
        ("image", {"image": image, "caption": "Chú thích của ảnh hỏng"}),
        ("gallery", {"items": [{"image": image}, {"image": image}]}),
        ("video", {"title": "Phim", "video": document, "poster": image}),
    ]
    page = make_news(province, body=body, lead_image=image)
    home = province.home_page.specific
    home.banner_image, home.lead_story = image, page
    home.save()
    html = shown(page)
    assert "Chú thích của ảnh hỏng" not in html
    assert "<picture>" not in html
    for path in ("/", "/tin-tuc/", "/feed/"):
        assert browser().get(path).status_code == 200, path


def test_picture_that_is_good_again_is_shown_again(province: Unit) -> None:
    image = make_image()
    good = Path(image.file.path).read_bytes()
    break_file(image.file.path, "missing")
    page = make_news(province, lead_image=image)
    assert "<picture>" not in shown(page)
    image.file.storage.save(image.file.name, ContentFile(good))
    assert "<picture>" in shown(page)


def test_page_without_a_file_on_disk_for_its_document_still_shows(province: Unit) -> None:
    document = make_document()
    Path(document.file.path).unlink()
    page = make_news(province, body=[("file", {"document": document})])
    assert document.title in shown(page)
    assert browser().get(document.url).status_code in {404, 410}


def test_targets_of_a_body_are_found_in_every_kind_of_block(province: Unit) -> None:
    page = make_news(province, body=make_rich_body(province.home_page))
    stored = NewsPage.objects.get(pk=page.pk)
    found = {model.__name__ for model, _key in in_body(stored.body)}
    assert found == {"Page", "PortalDocument", "PortalImage"}


def test_unknown_blocks_of_an_older_version_are_passed_over(province: Unit) -> None:
    page = make_news(province)
    old = '[{"type": "bo-da-bo", "value": "cũ", "id": "1"}, {"type": "image", "value": {}, "id": "2"}]'
    NewsPage.objects.filter(pk=page.pk).update(body=old)
    assert shown(page)


def test_remembered_rows_are_forgotten_after_the_request(province: Unit) -> None:
    page = make_news(province, body=[("paragraph", "<p>A</p>")])
    remember(iter(()))
    shown(page)
    target = make_news(province, title="Đích")
    text = f'<p><a linktype="page" id="{target.pk}">x</a></p>'
    linking = make_news(province, body=[("paragraph", text)])
    assert f"/tin-tuc/{target.slug}/" in shown(linking)
    target.slug = "dich-moi"
    target.save()
    assert "/tin-tuc/dich-moi/" in shown(linking)
