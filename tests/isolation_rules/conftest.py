"""Two units, each with its own secrets, and one person of every role."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Collection

from home.news.models import NewsPage
from portal.media.models import PortalDocument, PortalImage
from portal.users.models import User
from tests.factories import Portal, make_document, make_image, make_news, make_user
from tests.fixtures import bac_son, cao_loc, portal, portal_of_module, province
from units.models import Role, Unit
from units.scope.shared import SHARED_FOLDER

__all__ = ["bac_son", "cao_loc", "portal", "portal_of_module", "province"]


@dataclass
class Holdings:
    """What one unit has that nobody else may see."""

    unit: Unit
    word: str
    draft: NewsPage
    live: NewsPage
    image: PortalImage
    document: PortalDocument


def hold(unit: Unit, word: str) -> Holdings:
    draft = make_news(unit, f"Bản thảo {word}", live=False)
    draft.save_revision()
    live = make_news(unit, f"Tin đã đăng của {unit.slug}")
    live.title = f"Tiêu đề mới {word}"
    live.save_revision()
    live.refresh_from_db()
    image, document = make_image(f"Ảnh {word}"), make_document(f"Tệp {word}", f"tep-{word}.pdf")
    for file in (image, document):
        file.collection = unit.collection
        file.save()
        file.tags.add(f"the-{word}")
    return Holdings(unit, word, draft, live, image, document)


@pytest.fixture
def own(portal: Portal, cao_loc: Unit) -> Holdings:
    return hold(cao_loc, "xuanhoa")


@pytest.fixture
def foreign(portal: Portal, bac_son: Unit) -> Holdings:
    return hold(bac_son, "matkhau")


@pytest.fixture
def shared_image(portal: Portal) -> PortalImage:
    image = make_image("Ảnh chung")
    image.collection = Collection.objects.get(name=SHARED_FOLDER)
    image.save()
    return image


def signed_in(user: User) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def words(answer: HttpResponse) -> str:
    """What a reader gets; JSON without its escapes, which would hide Vietnamese letters."""
    if answer.headers["Content-Type"].startswith("application/json"):
        return json.dumps(answer.json(), ensure_ascii=False)
    return answer.content.decode()


def text(client: Client, url: str, **data: object) -> str:
    answer = client.get(url, data)
    assert answer.status_code == 200, (url, answer.status_code)
    return words(answer)


@pytest.fixture
def contributor(cao_loc: Unit) -> Client:
    return signed_in(make_user(Role.CONTRIBUTOR, cao_loc))


@pytest.fixture
def leader(cao_loc: Unit) -> Client:
    return signed_in(make_user(Role.LEADER, cao_loc))


@pytest.fixture
def unit_admin(cao_loc: Unit) -> Client:
    return signed_in(make_user(Role.UNIT_ADMIN, cao_loc))


@pytest.fixture
def board(portal: Portal) -> Client:
    return signed_in(make_user(Role.BOARD))


@pytest.fixture
def superuser(portal: Portal) -> Client:
    return signed_in(make_user())
