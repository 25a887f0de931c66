"""Ids of another unit in choosers, running text, StreamField and foreign keys: refused with a message.

Each form is the person's own and valid but for the one id. It is filled from the page that a browser
gets, so that the test sends what a browser would.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from wagtail.models import Collection, ModelLogEntry
from wagtail.test.utils.form_data import rich_text

from home.navigation.models import MenuItem
from home.news.models import NewsPage, Topic
from home.sections import SiteHomePage
from portal.media.models import PortalImage
from tests.isolation.conftest import ROLES, Field
from tests.isolation.matrix import label
from tests.isolation.visits import _Forms, signed_in, text_of
from units.models import Official, Role
from units.scope.refusals import FOREIGN_CHOICE


def foreign(field: Field, model: str) -> Any:
    return field.foreign.one(model)


def stream(kind: str, value: Any = None, **fields: Any) -> dict[str, Any]:
    """One block of the body as a browser sends it."""
    data = {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": kind,
        "body-0-id": "",
    }
    if value is not None:
        data["body-0-value"] = value
    return data | {f"body-0-value-{name}": str(each) for name, each in fields.items()}


def link(kind: str, key: int) -> str:
    return rich_text(f'<p>Xem <a linktype="{kind}" id="{key}">ở đây</a>.</p>')


def forgeries(field: Field) -> dict[str, dict[str, Any]]:
    """Name → what is sent in place of the same fields of the valid form."""
    image = foreign(field, "media.portalimage").pk
    document, page = foreign(field, "media.portaldocument").pk, foreign(field, "news.newspage").pk
    return {
        "picture of the item": {"lead_image": image, "lead_image_alt": "Toàn cảnh hội nghị"},
        "page linked in running text": stream("paragraph", link("page", page)),
        "document linked in running text": stream("paragraph", link("document", document)),
        "picture block": stream("image", image=image, alt_text="Toàn cảnh", caption=""),
        "file block": stream("file", document=document, name="", description=""),
        "poster of a film": stream(
            "video", title="Phim", video=document, poster=image, captions=document
        ),
    }


KINDS = (
    "picture of the item",
    "page linked in running text",
    "document linked in running text",
    "picture block",
    "file block",
    "poster of a film",
)


def news_form(field: Field) -> dict[str, Any]:
    data = {
        "title": "Tin của đơn vị",
        "slug": "tin-cua-don-vi",
        "lead": "Lời dẫn.",
        "topics": [str(Topic.objects.first().pk)],
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
    }
    return {**data, "action-submit": "1"}


def add_url(field: Field) -> str:
    index = field.own.unit.home_page.get_children().get(slug="tin-tuc")
    return f"/admin/pages/add/news/newspage/{index.pk}/"


def assert_refused(field: Field, response: Any, user: Any) -> None:
    answer = text_of(response)
    assert response.status_code == 200, "the form comes back"
    errors = str(response.context["form"].errors) if "form" in response.context else answer
    assert str(FOREIGN_CHOICE) in errors
    assert not field.words.in_text(answer, field.foreign_owners)
    entry = ModelLogEntry.objects.filter(action__endswith="foreign_id").last()
    assert entry is not None
    assert entry.user_id == user.pk


def test_the_form_is_valid_without_a_forged_id(field: Field):
    client = signed_in(field.people[Role.CONTRIBUTOR])
    response = client.post(add_url(field), news_form(field))
    assert response.status_code == 302
    assert NewsPage.objects.filter(slug="tin-cua-don-vi").exists()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", ROLES, ids=label)
def test_a_new_page_with_a_forged_id_is_refused(field: Field, role: Role, kind: str):
    user = field.people[role]
    data = {**news_form(field), **forgeries(field)[kind]}
    response = signed_in(user).post(add_url(field), data)
    assert_refused(field, response, user)
    assert not NewsPage.objects.filter(slug="tin-cua-don-vi").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_a_preview_shows_nothing_of_a_forged_id(field: Field, kind: str):
    client = signed_in(field.people[Role.CONTRIBUTOR])
    url = f"{add_url(field)}preview/"
    answers = [client.post(url, {**news_form(field), **forgeries(field)[kind]}), client.get(url)]
    for answer in answers:
        assert not field.words.in_text(text_of(answer), field.foreign_owners)


@pytest.mark.parametrize("name", ["banner_image", "lead_story"])
def test_the_home_page_does_not_take_foreign_pictures_and_pages(field: Field, name: str):
    user, page = field.people[Role.UNIT_ADMIN], field.own.unit.home_page.specific
    assert isinstance(page, SiteHomePage)
    key = {"banner_image": "media.portalimage", "lead_story": "news.newspage"}[name]
    url, forms = f"/admin/pages/{page.pk}/edit/", _Forms()
    client = signed_in(user)
    forms.feed(client.get(url).content.decode())
    response = client.post(url, {**forms.data, name: str(foreign(field, key).pk)})
    assert_refused(field, response, user)


REGISTERS = {
    "an official's unit": ("units/official", "units.official", "unit"),
    "an official's portrait": ("units/official", "units.official", "portrait"),
    "a menu item's unit": ("navigation/menuitem", "navigation.menuitem", "unit"),
    "a menu item's page": ("navigation/menuitem", "navigation.menuitem", "link_page"),
    "a menu item's parent": ("navigation/menuitem", "navigation.menuitem", "parent"),
    "a linked site's unit": ("navigation/linkedsite", "navigation.linkedsite", "unit"),
}
TARGETS = {
    "unit": lambda field: field.foreign.unit.pk,
    "portrait": lambda field: foreign(field, "media.portalimage").pk,
    "link_page": lambda field: foreign(field, "news.newspage").pk,
    "parent": lambda field: foreign(field, "navigation.menuitem").pk,
}


@pytest.mark.parametrize("what", REGISTERS)
@pytest.mark.parametrize("is_new", [True, False], ids=["new", "edited"])
def test_registers_refuse_forged_ids(field: Field, what: str, is_new: bool):
    path, model, name = REGISTERS[what]
    row, user = field.own.one(model), field.people[Role.UNIT_ADMIN]
    client, forms = signed_in(user), _Forms()
    url = f"/admin/{path}/edit/{row.pk}/"
    forms.feed(client.get(url).content.decode())
    data = {**forms.data, name: str(TARGETS[name](field))}
    before = type(row).objects.count()
    response = client.post(f"/admin/{path}/create/" if is_new else url, data)
    assert_refused(field, response, user)
    assert type(row).objects.count() == before
    assert type(row).objects.get(pk=row.pk).unit_id == field.own.unit.pk


def test_the_footer_of_a_unit_takes_no_foreign_link(field: Field):
    user, unit = field.people[Role.UNIT_ADMIN], field.own.unit
    client, forms, url = signed_in(user), _Forms(), f"/admin/units/unit/edit/{unit.pk}/"
    forms.feed(client.get(url).content.decode())
    text = link("page", foreign(field, "news.newspage").pk)
    response = client.post(url, {**forms.data, "address": "12 Hùng Vương", "footer_text": text})
    assert_refused(field, response, user)
    assert "12 Hùng Vương" in response.content.decode(), "what was typed is kept"
    unit.refresh_from_db()
    assert unit.address != "12 Hùng Vương"


def test_a_portrait_may_be_a_shared_picture(field: Field):
    image = field.foreign.one("media.portalimage")
    image.collection = Collection.objects.get(name="Dùng chung")
    image.save()
    official, forms = field.own.one("units.official"), _Forms()
    client = signed_in(field.people[Role.UNIT_ADMIN])
    url = f"/admin/units/official/edit/{official.pk}/"
    forms.feed(client.get(url).content.decode())
    response = client.post(url, {**forms.data, "portrait": str(image.pk)})
    assert response.status_code == 302
    official.refresh_from_db()
    assert official.portrait_id == image.pk


@pytest.mark.parametrize("role", [Role.LEADER, Role.UNIT_ADMIN], ids=label)
def test_a_picture_does_not_move_into_another_units_folder(field: Field, role: Role):
    image = field.own.one("media.portalimage")
    folder = field.foreign.one("wagtailcore.collection")
    data = {"title": "Ảnh", "collection": str(folder.pk), "description": "Quang cảnh", "tags": ""}
    response = signed_in(field.people[role]).post(f"/admin/images/{image.pk}/", data)
    assert response.status_code == 200
    assert PortalImage.objects.get(pk=image.pk).collection_id == image.collection_id
    assert not field.words.in_text(text_of(response), field.foreign_owners)


def test_the_body_of_the_forms_is_what_the_editor_sends(db: None):
    """Guards the helper: the link is in the JSON as an entity that the editor knows."""
    entities = json.loads(link("page", 5))["entityMap"]
    assert [(each["type"], each["data"]["id"]) for each in entities.values()] == [("LINK", 5)]


def test_models_of_the_registers_are_the_ones_that_units_keep():
    assert {entry[1] for entry in REGISTERS.values()} == {
        model._meta.label_lower for model in (Official, MenuItem)
    } | {"navigation.linkedsite"}
