"""`may_see` and `scoped` are one rule, for every kind of row, every role, every unit."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from wagtail.models import Collection, Page

from home.navigation.models import LinkedSite
from portal.media.models import PortalDocument, PortalImage
from portal.users.models import User
from tests.factories import (
    Portal,
    make_document,
    make_image,
    make_news,
    make_unit,
    make_user,
    news_index,
)
from units.models import Invitation, Membership, Official, Role, Unit
from units.people.memberships import grant
from units.rights.departments import open_department
from units.scope.rows import has_scope, may_see, scoped
from units.scope.sight import may_use, usable

pytestmark = pytest.mark.django_db


def file_everywhere(unit: Unit, folder: Collection) -> None:
    for file in (make_image(f"Ảnh {unit.slug}"), make_document(f"Tệp {unit.slug}")):
        file.collection = folder
        file.save()


@pytest.fixture
def world(portal: Portal) -> dict[str, User]:
    """Two units, two departments, the province; each with pages, files, rows, and people."""
    first, second = portal.units
    rooms = [
        make_unit(slug, portal.province, kind=Unit.Kind.DEPARTMENT, short_name=slug)
        for slug in ("phong-1", "phong-2")
    ]
    for room in rooms:
        open_department(room)
    people = {
        "nobody": User.objects.create_user("an", "an@vks.example"),
        "board": make_user(Role.BOARD),
    }
    for unit in (first, second, *rooms):
        for role in (Role.CONTRIBUTOR, Role.LEADER, Role.UNIT_ADMIN):
            people[f"{unit.slug} {role}"] = make_user(role, unit)
        below = unit.collection.add_child(name="Hội nghị")
        file_everywhere(unit, below)
    for unit in (first, second):
        make_news(unit, owner=people[f"{unit.slug} {Role.CONTRIBUTOR}"])
    for name in ("phong-1", "phong-2", first.slug):
        # The last one is a draft that the board filed for somebody of a unit.
        make_news(portal.province, live=False, owner=people[f"{name} {Role.CONTRIBUTOR}"])
    make_news(portal.province, owner=people["board"])
    make_news(portal.province, owner=None)
    file_everywhere(portal.province, Collection.get_first_root_node())
    for unit in (portal.province, first, second, *rooms):
        Official.objects.create(unit=unit, name="Nông Văn A", post="Viện trưởng")
        LinkedSite.objects.create(unit=unit, title="Trang mẫu", url="https://mau.example/")
    # Belongs to the province without being on the board; no screen makes such a row.
    people["province"] = User.objects.create_user("binh", "binh@vks.example")
    Membership.objects.create(user=people["province"], unit=portal.province, role=Role.LEADER)
    people["two units"] = make_user(Role.LEADER, first)
    grant(people["two units"], rooms[0], Role.CONTRIBUTOR)
    people["province and unit"] = User.objects.create_user("cuc", "cuc@vks.example")
    for unit in (portal.province, second):
        Membership.objects.create(user=people["province and unit"], unit=unit, role=Role.LEADER)
    return people


def scoped_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if has_scope(model) and not model._meta.proxy]


def test_both_say_the_same_of_every_row(world: dict[str, User]) -> None:
    differing, told = [], set()
    for model in scoped_models():
        rows = list(model._base_manager.all())
        for name, user in world.items():
            fresh = User.objects.get(pk=user.pk)
            listed = set(scoped(model._base_manager.all(), fresh).values_list("pk", flat=True))
            seen = {row.pk for row in rows if may_see(fresh, row)}
            told |= {(name, model._meta.label) for _key in seen}
            if listed != seen:
                differing.append((name, model._meta.label, listed ^ seen))
    assert differing == []
    for name in ("phong-1 contributor", "cao-loc leader", "province", "two units"):
        for label in ("news.NewsPage", "media.PortalImage", "units.Official"):
            assert (name, label) in told, "the comparison compares nothing here"


def test_what_may_be_used_is_one_rule_too(world: dict[str, User]) -> None:
    shared = Collection.objects.get(name="Dùng chung")
    file_everywhere(Unit.objects.province(), shared)
    for model in (PortalImage, PortalDocument):
        for name, user in world.items():
            fresh = User.objects.get(pk=user.pk)
            listed = set(usable(model.objects.all(), fresh).values_list("pk", flat=True))
            assert listed == {row.pk for row in model.objects.all() if may_use(fresh, row)}, name


def titles(user: User) -> set[Any]:
    return set(scoped(Page.objects.all(), user).values_list("title", flat=True))


def test_a_department_sees_what_its_people_wrote_and_no_more(
    portal: Portal, world: dict[str, User]
) -> None:
    author, leader = world["phong-1 contributor"], world["phong-1 leader"]
    make_news(portal.province, "Bài của Phòng 1", live=False, owner=author)
    make_news(portal.units[0], "Bài ở đơn vị", owner=author)
    own = {page.title for page in Page.objects.filter(owner=author, title__startswith="Tin số")}
    assert titles(leader) == own | {"Bài của Phòng 1"}
    assert "Bài của Phòng 1" not in titles(world["phong-2 leader"])
    assert not may_see(leader, news_index(portal.province))
    Membership.objects.filter(user=author).update(ends_on="2020-01-01")
    assert titles(User.objects.get(pk=leader.pk)) == set()


def test_the_province_does_not_hold_what_units_hold(portal: Portal, world: dict[str, User]) -> None:
    inner = {unit.home_page.path for unit in portal.units}
    pages = list(scoped(Page.objects.all(), world["province"]))
    assert pages
    assert not [page for page in pages if any(page.path.startswith(path) for path in inner)]
    assert not scoped(Invitation.objects.all(), world["nobody"]).exists()
