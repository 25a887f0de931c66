"""Who gets which file: the rule of docs/decisions/0009, by the address of the file alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import override_settings
from wagtail.models import (
    BaseViewRestriction,
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    ReferenceIndex,
)

from home.news.models import NewsPage
from portal.media.models import PortalDocument, PortalImage
from tests.factories import browser, make_document, make_image, make_news, make_user
from units.models import Official, Role, Unit


def picture_url(image: PortalImage) -> str:
    return image.get_rendition("width-200|format-webp").url


def publish(page: NewsPage) -> NewsPage:
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def news_with(unit: Unit, image: PortalImage, document: PortalDocument, live: bool) -> NewsPage:
    link = f'<p><a linktype="document" id="{document.pk}">tệp</a></p>'
    body: list[tuple[str, Any]] = [("paragraph", link)]
    page = make_news(unit, live=False, lead_image=image, lead_image_alt="Toàn cảnh", body=body)
    return publish(page) if live else page


def statuses(*files: PortalImage | PortalDocument, client: Any = None) -> set[int]:
    client = client or browser()
    urls = [picture_url(file) if isinstance(file, PortalImage) else file.url for file in files]
    return {client.get(url).status_code for url in urls}


@pytest.fixture
def files(cao_loc: Unit) -> tuple[PortalImage, PortalDocument]:
    """A picture and a document in the folder of Cao Lộc."""
    image, document = make_image(), make_document()
    for file in (image, document):
        file.collection = cao_loc.collection
        file.save()
    return image, document


def test_files_that_nothing_shows_are_not_found(files):
    assert statuses(*files) == {404}


def test_files_of_a_draft_are_not_found_until_it_is_published(cao_loc: Unit, files):
    page = news_with(cao_loc, *files, live=False)
    assert statuses(*files) == {404}
    publish(page)
    assert statuses(*files) == {200}


def test_files_of_unpublished_changes_are_not_found(cao_loc: Unit, files):
    page = publish(make_news(cao_loc, live=False))
    page.lead_image = files[0]
    page.save_revision()
    assert statuses(files[0]) == {404}


def test_files_stay_while_an_unpublished_change_leaves_them_out(cao_loc: Unit, files):
    page = news_with(cao_loc, *files, live=True)
    page.lead_image = None
    page.body = []
    page.save_revision()
    assert statuses(*files) == {200}


def test_files_go_with_the_page(cao_loc: Unit, files):
    page = news_with(cao_loc, *files, live=True)
    assert statuses(*files) == {200}
    page.unpublish()
    assert statuses(*files) == {404}


def test_files_go_with_a_deleted_page(cao_loc: Unit, files):
    page = news_with(cao_loc, *files, live=True)
    assert statuses(*files) == {200}
    page.delete()
    assert statuses(*files) == {404}


def test_files_go_when_the_published_page_leaves_them_out(cao_loc: Unit, files):
    page = news_with(cao_loc, *files, live=True)
    assert statuses(*files) == {200}
    page.lead_image, page.body = None, []
    publish(page)
    assert statuses(*files) == {404}


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
def test_files_of_a_private_page_are_not_found(cao_loc: Unit, files, kind: str):
    news_with(cao_loc, *files, live=True)
    assert statuses(*files) == {200}
    PageViewRestriction.objects.create(
        page=cao_loc.home_page, restriction_type=kind, password="mat-khau"
    )
    assert statuses(*files) == {404}


def test_who_may_read_the_private_page_gets_its_files(cao_loc: Unit, bac_son: Unit, files):
    news_with(cao_loc, *files, live=True)
    PageViewRestriction.objects.create(page=cao_loc.home_page, restriction_type="login")
    client = browser()
    client.force_login(make_user(Role.CONTRIBUTOR, bac_son))
    assert statuses(*files, client=client) == {200}


def test_files_of_a_private_collection_ask_first(cao_loc: Unit, files):
    image, document = files
    news_with(cao_loc, image, document, live=True)
    assert statuses(image, document) == {200}
    above = Collection.objects.get(pk=cao_loc.collection.pk)
    CollectionViewRestriction.objects.create(
        collection=above, restriction_type=BaseViewRestriction.LOGIN
    )
    assert statuses(image) == {404}
    answer = browser().get(document.url)
    assert answer.status_code == 302
    assert "/login/" in answer["Location"]


def test_a_private_collection_below_another_is_private_too(cao_loc: Unit, files):
    news_with(cao_loc, *files, live=True)
    below = cao_loc.collection.add_child(name="Ảnh lễ")
    PortalImage.objects.get(pk=files[0].pk)
    image = files[0]
    image.collection = below
    image.save()
    CollectionViewRestriction.objects.create(
        collection=cao_loc.collection, restriction_type=BaseViewRestriction.LOGIN
    )
    assert statuses(image) == {404}


def test_a_password_opens_the_collection_and_not_its_drafts(cao_loc: Unit, files):
    image, document = files
    news_with(cao_loc, image, document, live=True)
    restriction = CollectionViewRestriction.objects.create(
        collection=cao_loc.collection, restriction_type="password", password="mat-khau"
    )
    client = browser()
    assert "password" in client.get(document.url).content.decode()
    data = {"password": "mat-khau", "return_url": document.url}
    client.post(f"/documents/authenticate_with_password/{restriction.pk}/", data)
    assert statuses(image, document, client=client) == {200}
    other = make_document()
    other.collection = cao_loc.collection
    other.save()
    assert statuses(other, client=client) == {404}


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN])
def test_only_the_own_unit_sees_files_of_drafts(cao_loc, bac_son, files, role: Role):
    news_with(cao_loc, *files, live=False)
    for unit, expected in ((cao_loc, 200), (bac_son, 404)):
        client = browser()
        client.force_login(make_user(role, unit))
        assert statuses(*files, client=client) == {expected}


def test_the_board_sees_files_of_drafts(cao_loc: Unit, files):
    client = browser()
    client.force_login(make_user(Role.BOARD))
    assert statuses(*files, client=client) == {200}
    assert "private" in client.get(files[1].url)["Cache-Control"]


def test_a_portrait_is_public(cao_loc: Unit, files):
    official = Official.objects.create(unit=cao_loc, name="Nguyễn Văn A (mẫu)", portrait=files[0])
    assert statuses(files[0]) == {200}
    official.delete()
    assert statuses(files[0]) == {404}


def test_a_page_shows_its_pictures_though_the_broker_is_away(cao_loc: Unit, files, monkeypatch):
    monkeypatch.setattr(
        "wagtail.signal_handlers.update_reference_index_task", SimpleNamespace(enqueue=print)
    )
    news_with(cao_loc, *files, live=True)
    assert statuses(*files) == {200}
    official = Official(unit=cao_loc, name="Nguyễn Văn B (mẫu)", portrait=make_image())
    official.save()
    assert statuses(official.portrait) == {200}


def test_originals_and_other_folders_have_no_address(cao_loc: Unit, files):
    image, document = files
    news_with(cao_loc, image, document, live=True)
    for name in (image.file.name, document.file.name, "db.sqlite3", "images/"):
        assert browser().get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "images/../original_images/{}",
        "images/..%2foriginal_images%2f{}",
        "images/%2e%2e/original_images/{}",
        "images/..%5coriginal_images%5c{}",
        "images//etc/passwd",
        "images/%00.png",
        "images/....//original_images/{}",
    ],
)
def test_no_way_leads_out_of_the_folder(cao_loc: Unit, files, path: str):
    image = files[0]
    news_with(cao_loc, *files, live=True)
    address = f"/media/{path.format(image.file.name.rpartition('/')[2])}"
    assert browser().get(address).status_code == 404


def test_what_lies_in_the_folder_without_a_row_is_not_found(files):
    storage = files[0].file.storage
    name = storage.save("images/lac.png", ContentFile(b"x"))
    assert browser().get(f"/media/{name}").status_code == 404


def test_a_picture_whose_file_is_gone_is_not_found(cao_loc: Unit, files):
    news_with(cao_loc, *files, live=True)
    copy = files[0].get_rendition("width-100|format-webp")
    copy.file.storage.delete(copy.file.name)
    assert browser().get(copy.url).status_code == 404


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.htm", "a.xml", "a.js", "a.xhtml", "a"])
def test_nothing_that_runs_is_shown_inline(cao_loc: Unit, files, name: str):
    document = PortalDocument.objects.create(
        title="Tệp", file=ContentFile(b"<script>1</script>", name=name)
    )
    news_with(cao_loc, files[0], document, live=True)
    answer = browser().get(document.url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'"


def test_a_document_must_be_called_by_its_name(cao_loc: Unit, files):
    news_with(cao_loc, *files, live=True)
    assert browser().get(f"/documents/{files[1].pk}/khac.pdf").status_code == 404


def test_files_are_read_only(cao_loc: Unit, files):
    news_with(cao_loc, *files, live=True)
    client = browser()
    assert {
        client.post(picture_url(files[0])).status_code,
        client.post(files[1].url).status_code,
    } == {405}


def test_nginx_sends_what_the_portal_allows(cao_loc: Unit, files):
    image, document = files
    page = news_with(cao_loc, image, document, live=True)
    with override_settings(MEDIA_ACCEL_PREFIX="/protected-media/"):
        answer = browser().get(document.url)
        assert answer["X-Accel-Redirect"] == f"/protected-media/{document.file.name}"
        assert (answer.content, answer["Content-Type"]) == (b"", "application/pdf")
        # A public picture passes through nginx's cache, which needs its bytes.
        assert "X-Accel-Redirect" not in browser().get(picture_url(image))
        page.unpublish()
        assert "X-Accel-Redirect" not in browser().get(document.url)
        client = browser()
        client.force_login(make_user(Role.BOARD))
        assert client.get(picture_url(image))["X-Accel-Redirect"].startswith("/protected-media/im")


def test_a_name_with_odd_letters_reaches_nginx_and_the_reader(cao_loc: Unit, files):
    document = PortalDocument.objects.create(
        title="Tệp", file=ContentFile(b"PK", name="Lịch 100% tuần.docx")
    )
    news_with(cao_loc, files[0], document, live=True)
    with override_settings(MEDIA_ACCEL_PREFIX="/protected-media/"):
        answer = browser().get(document.url)
    assert answer["X-Accel-Redirect"].isascii()
    assert "filename" in answer["Content-Disposition"]
    assert browser().get(document.url).getvalue() == b"PK"


def test_answers_cost_no_query_while_they_are_kept(
    cao_loc: Unit, files, django_assert_num_queries, django_assert_max_num_queries
):
    image = files[0]
    news_with(cao_loc, *files, live=True)
    url, client = picture_url(image), browser()
    # Host and site are asked for by every request until they are cached.
    client.get("/robots.txt")
    with django_assert_max_num_queries(7):
        client.get(url)
    with django_assert_max_num_queries(1):
        assert client.get(url).status_code == 200


def test_the_index_of_references_holds_what_is_published(cao_loc: Unit, files):
    """What the rule rests on: unpublished changes of a live page do not enter the index."""
    page = news_with(cao_loc, *files, live=True)
    page.lead_image = make_image()
    page.save_revision()
    shown = ReferenceIndex.objects.filter(object_id=str(page.pk), model_path="lead_image")
    assert [row.to_object_id for row in shown] == [str(files[0].pk)]
