"""Pictures and documents: own and shared ones to choose, own ones to change, their tags and no others."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.audit.actions import FOREIGN_ID_REFUSED
from portal.media.models import PortalImage
from tests.factories import make_image
from tests.isolation_rules.conftest import Holdings, text, words

# Who asks is a fixture that some tests name by a parameter.
pytestmark = pytest.mark.usefixtures("portal")

ROLES = ("contributor", "leader", "unit_admin")


@pytest.fixture(params=ROLES)
def member(request: pytest.FixtureRequest) -> Client:
    return request.getfixturevalue(request.param)


LISTS = [
    "wagtailimages:index",
    "wagtailimages:index_results",
    "wagtailimages_chooser:choose",
    "wagtailimages_chooser:choose_results",
    "wagtailadmin_api:images:listing",
    "wagtaildocs:index",
    "wagtaildocs:index_results",
    "wagtaildocs_chooser:choose",
    "wagtaildocs_chooser:choose_results",
    "wagtailadmin_api:documents:listing",
    "wagtailimages:add_multiple",
    "wagtaildocs:add_multiple",
]


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_no_files_tags_or_folders_of_others(
    member: Client, own: Holdings, foreign: Holdings, name: str
) -> None:
    page = text(member, reverse(name))
    assert foreign.word not in page
    assert foreign.unit.collection.name not in page


def test_choosers_and_api_offer_own_and_shared_files(
    member: Client, own: Holdings, shared_image: PortalImage
) -> None:
    unfiled = make_image("Ảnh chưa xếp")
    for name in ("wagtailimages_chooser:choose", "wagtailadmin_api:images:listing"):
        page = text(member, reverse(name))
        assert own.image.title in page
        assert shared_image.title in page
        assert unfiled.title not in page
    for name in ("wagtailimages_chooser:chosen", "wagtailimages_chooser:select_format"):
        assert member.get(reverse(name, args=[shared_image.pk])).status_code == 200
        assert member.get(reverse(name, args=[unfiled.pk])).status_code == 404


def test_shared_files_are_not_changed_by_units(leader: Client, shared_image: PortalImage) -> None:
    assert shared_image.title not in text(leader, reverse("wagtailimages:index"))
    for name in ("wagtailimages:edit", "wagtailimages:delete", "wagtailimages:image_usage"):
        assert leader.post(reverse(name, args=[shared_image.pk])).status_code == 404
    assert PortalImage.objects.filter(pk=shared_image.pk).exists()


IMAGE_VIEWS = [
    ("wagtailimages:edit", ()),
    ("wagtailimages:delete", ()),
    ("wagtailimages:image_usage", ()),
    ("wagtailimages:url_generator", ()),
    ("wagtailimages:url_generator_output", ()),
    ("wagtailimages:preview", ("width-100",)),
    ("wagtailimages:edit_multiple", ()),
    ("wagtailimages:delete_multiple", ()),
    ("wagtailimages_chooser:chosen", ()),
    ("wagtailimages_chooser:select_format", ()),
    ("wagtailadmin_api:images:detail", ()),
]
DOCUMENT_VIEWS = [
    "wagtaildocs:edit",
    "wagtaildocs:delete",
    "wagtaildocs:document_usage",
    "wagtaildocs:edit_multiple",
    "wagtaildocs:delete_multiple",
    "wagtaildocs_chooser:chosen",
    "wagtailadmin_api:documents:detail",
]


@pytest.mark.parametrize(("name", "more"), IMAGE_VIEWS)
def test_pictures_of_another_unit_are_not_found(
    leader: Client, foreign: Holdings, name: str, more: tuple[str, ...]
) -> None:
    url = reverse(name, args=[foreign.image.pk, *more])
    for answer in (leader.get(url), leader.post(url)):
        assert answer.status_code == 404
        assert foreign.word not in words(answer)
    assert PortalImage.objects.filter(pk=foreign.image.pk).exists()


@pytest.mark.parametrize("name", DOCUMENT_VIEWS)
def test_documents_of_another_unit_are_not_found(
    leader: Client, foreign: Holdings, name: str
) -> None:
    url = reverse(name, args=[foreign.document.pk])
    for answer in (leader.get(url), leader.post(url)):
        assert answer.status_code == 404
        assert foreign.word not in words(answer)


def test_several_files_at_once_are_own_ones(
    leader: Client, own: Holdings, foreign: Holdings
) -> None:
    for name, mine, theirs in (
        ("wagtailimages_chooser:chosen_multiple", own.image, foreign.image),
        ("wagtaildocs_chooser:chosen_multiple", own.document, foreign.document),
    ):
        assert leader.get(reverse(name), {"id": mine.pk}).status_code == 200
        assert leader.get(reverse(name), {"id": [mine.pk, theirs.pk]}).status_code == 404
    for model, theirs in (("portalimage", foreign.image), ("portaldocument", foreign.document)):
        for action in ("delete", "add_tags", "add_to_collection"):
            url = reverse("wagtail_bulk_action", args=["media", model, action])
            assert leader.post(f"{url}?id={theirs.pk}").status_code == 404
            everything = leader.get(f"{url}?id=all")
            assert foreign.word not in words(everything)
            assert foreign.unit.collection.name not in words(everything)


def test_files_are_not_moved_into_the_folder_of_another_unit_and_trying_is_logged(
    leader: Client, own: Holdings, foreign: Holdings
) -> None:
    for model, mine in (("portalimage", own.image), ("portaldocument", own.document)):
        url = reverse("wagtail_bulk_action", args=["media", model, "add_to_collection"])
        folder = foreign.unit.collection
        answer = leader.post(f"{url}?id={mine.pk}", {"collection": folder.pk})
        assert answer.status_code == 404
        mine.refresh_from_db()
        assert mine.collection_id == own.unit.collection_id
    entries = ModelLogEntry.objects.filter(action=FOREIGN_ID_REFUSED)
    assert [(entry.data["model"], entry.data["count"]) for entry in entries] == [
        ("wagtailcore.collection", 2)
    ]


def test_a_file_is_not_put_into_the_folder_of_another_unit(
    leader: Client, own: Holdings, foreign: Holdings
) -> None:
    form = {"title": "Đổi chỗ", "collection": foreign.unit.collection.pk}
    answer = leader.post(reverse("wagtailimages:edit", args=[own.image.pk]), form)
    assert foreign.unit.collection.name not in words(answer)
    own.image.refresh_from_db()
    assert own.image.collection_id == own.unit.collection_id


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("wagtailadmin_tag_autocomplete", []),
        ("wagtailadmin_tag_model_autocomplete", ["taggit", "tag"]),
    ],
)
def test_tags_suggested_are_those_of_own_files(
    member: Client, board: Client, own: Holdings, foreign: Holdings, name: str, args: list[str]
) -> None:
    url = reverse(name, args=args)
    assert member.get(url, {"term": "the-"}).json() == [f"the-{own.word}"]
    assert len(board.get(url, {"term": "the-"}).json()) == 2


def test_the_board_sees_every_file(board: Client, foreign: Holdings) -> None:
    assert foreign.word in text(board, reverse("wagtailimages:index"))
    assert foreign.word in text(board, reverse("wagtailadmin_api:documents:listing"))
    assert board.get(reverse("wagtailimages:edit", args=[foreign.image.pk])).status_code == 200
