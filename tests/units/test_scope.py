"""Which unit is this, and whose: pages, files, rows; and the sums that Django would get wrong."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from wagtail.models import Collection, Page

from home.navigation.models import LinkedSite
from home.news.models import NewsPage
from portal.media.models import PortalImage
from portal.users.models import User
from tests.factories import Portal, make_image, make_news, make_user
from units.models import Membership, Official, Role, Unit
from units.people.memberships import grant
from units.scope.rows import (
    administered_units,
    is_board,
    may_see,
    scoped,
    unit_of_object,
    units_of_user,
    units_where,
)

pytestmark = pytest.mark.django_db


def image_of(unit: Unit) -> PortalImage:
    image = make_image(f"Ảnh của {unit.slug}")
    image.collection = unit.collection
    image.save()
    return image


def test_a_page_belongs_to_the_innermost_unit(portal: Portal) -> None:
    unit = portal.units[0]
    assert unit_of_object(make_news(unit)) == unit
    assert unit_of_object(unit.home_page) == unit
    assert unit_of_object(unit.home_page.get_parent()) == portal.province
    assert unit_of_object(Page.get_first_root_node()) is None


def test_a_file_belongs_to_the_unit_of_its_folder(portal: Portal) -> None:
    unit = portal.units[0]
    assert unit_of_object(image_of(unit)) == unit
    below = unit.collection.add_child(name="Hội nghị")
    image = image_of(unit)
    image.collection = below
    assert unit_of_object(image) == unit
    assert unit_of_object(make_image()) == portal.province
    assert unit_of_object(Collection.get_first_root_node()) == portal.province


def test_a_row_belongs_where_its_model_says(portal: Portal) -> None:
    unit = portal.units[0]
    assert unit_of_object(unit) == unit
    assert unit_of_object(Official(unit=unit, name="A", post="B")) == unit
    assert unit_of_object(LinkedSite(unit=unit)) == unit
    assert unit_of_object(make_user(Role.LEADER, unit)) is None


@pytest.mark.parametrize("model", [Page, NewsPage, PortalImage, Collection, Unit, Official])
def test_lists_hold_the_own_unit_alone(portal: Portal, model: type) -> None:
    first, second = portal.units
    for unit in (first, second):
        make_news(unit)
        image_of(unit)
        Official.objects.create(unit=unit, name="Nông Văn A", post="Viện trưởng")
    user = make_user(Role.CONTRIBUTOR, first)
    rows = list(scoped(model.objects.all(), user))
    assert rows
    assert {unit_of_object(row) for row in rows} == {first}
    board = make_user(Role.BOARD)
    assert scoped(model.objects.all(), board).count() == model.objects.count()


def test_a_unit_whose_path_begins_alike_is_another_unit(portal: Portal) -> None:
    """A path is compared in whole steps: 0001 is no prefix of another page's 00010002 by chance."""
    first, second = portal.units
    user = make_user(Role.LEADER, first)
    assert not scoped(Page.objects.filter(pk=second.home_page_id), user).exists()


def test_a_model_without_a_unit_cannot_be_listed_by_mistake(portal: Portal) -> None:
    with pytest.raises(TypeError, match="scope_unit_path"):
        scoped(Group.objects.all(), make_user(Role.LEADER, portal.units[0]))


def test_whoever_is_nobody_sees_nothing(portal: Portal) -> None:
    page = portal.units[0].home_page
    plain = User.objects.create_user("an", "an@vks.example")
    for user in (AnonymousUser(), plain):
        assert units_of_user(user) == []
        assert not may_see(user, page)
        assert not scoped(Page.objects.all(), user).exists()
        assert not is_board(user)


def test_a_disabled_account_has_no_scope(portal: Portal) -> None:
    for user in (make_user(Role.LEADER, portal.units[0]), make_user(Role.BOARD), make_user()):
        user.is_active = False
        assert not is_board(user)
        assert units_of_user(user) == []


def test_several_units_add_up_but_their_roles_do_not(portal: Portal) -> None:
    first, second = portal.units
    user = make_user(Role.UNIT_ADMIN, first)
    grant(user, second, Role.CONTRIBUTOR)
    assert set(units_of_user(user)) == {first, second}
    assert administered_units(user) == [first]
    assert user.has_perm("units.change_official")
    assert units_where(user, "units.change_official") == [first]
    assert may_see(user, second.home_page)


def test_what_ended_counts_from_the_next_look_on(portal: Portal) -> None:
    user = make_user(Role.LEADER, portal.units[0])
    assert units_of_user(user)
    Membership.objects.update(starts_on="2099-01-01")
    assert units_of_user(User.objects.get(pk=user.pk)) == []
