"""Opening the province and subsites: everything once, whatever is run again; the directory."""

from __future__ import annotations

from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import Collection, Page, Site

from home.models import HomePage
from home.navigation.models import MenuItem
from home.news.models import Topic
from tests.factories import browser
from tests.fixtures import UNIT_HOST
from units.models import Unit
from units.subsites.models import UnitHomePage
from units.subsites.provisioning import (
    STANDARD_PAGES,
    StandardPage,
    open_province,
    open_subsite,
)


def state() -> dict[str, int]:
    models = (Page, Site, Group, Collection, MenuItem, Topic, Unit)
    return {model.__name__: model.objects.count() for model in models}


def test_opening_again_changes_nothing(province: Unit, cao_loc: Unit, bac_son: Unit) -> None:
    before = state()
    open_province(province, "localhost")
    open_subsite(cao_loc, UNIT_HOST)
    open_subsite(bac_son)
    assert state() == before


def test_missing_page_comes_back(cao_loc: Unit) -> None:
    cao_loc.home_page.get_children().get(slug="lien-he").delete()
    open_subsite(Unit.objects.get(pk=cao_loc.pk))
    assert browser(UNIT_HOST).get("/lien-he/").status_code == 200


def test_menu_that_somebody_changed_is_left_alone(bac_son: Unit) -> None:
    MenuItem.objects.filter(unit=bac_son).exclude(label="Trang chủ").delete()
    open_subsite(Unit.objects.get(pk=bac_son.pk))
    assert MenuItem.objects.filter(unit=bac_son).count() == 1


def test_a_page_that_joins_later_joins_the_menu(bac_son: Unit) -> None:
    home = bac_son.home_page
    for slug in ("tiep-cong-dan", "van-ban"):
        home.get_children().get(slug=slug).delete()
    MenuItem.objects.filter(unit=bac_son, link_page__slug="tin-tuc").delete()
    MenuItem.objects.filter(link_page=None, unit=bac_son).delete()
    open_subsite(Unit.objects.get(pk=bac_son.pk))
    items = MenuItem.objects.filter(unit=bac_son)
    assert items.get(link_page__slug="tiep-cong-dan").parent.link_page.slug == "lich-cong-tac"
    assert items.get(link_page__slug="van-ban").parent is None
    # Taken out by somebody, on purpose.
    assert not items.filter(link_page__slug="tin-tuc").exists()


@pytest.mark.parametrize("page", STANDARD_PAGES, ids=lambda page: page.slug)
def test_both_kinds_of_home_page_take_every_standard_page(page: StandardPage) -> None:
    for home in (HomePage, UnitHomePage):
        assert apps.get_model(page.model) in home.allowed_subpage_models()


def test_unit_gets_a_host_later(bac_son: Unit) -> None:
    open_subsite(bac_son, "bac-son.localhost")
    assert browser("bac-son.localhost").get("/").status_code == 200
    response = browser().get("/don-vi/bac-son/tin-tuc/")
    assert response["Location"] == "http://bac-son.localhost/tin-tuc/"


def test_directory_shows_every_published_unit_once(
    province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    response = browser().get("/don-vi/")
    (group,) = response.context_data["groups"]
    assert [card["short_name"] for card in group[1]] == [cao_loc.short_name, bac_son.short_name]
    html = response.content.decode()
    assert f'<a href="http://{UNIT_HOST}/">{cao_loc.short_name}</a>' in html
    assert f'<a href="/don-vi/bac-son/">{bac_son.short_name}</a>' in html


def test_units_of_two_kinds_stand_in_two_groups(province: Unit, bac_son: Unit) -> None:
    Unit.objects.filter(pk=bac_son.pk).update(kind=Unit.Kind.REGION)
    groups = browser().get("/don-vi/").context_data["groups"]
    assert {label for label, _units in groups} == {"VKSND cấp huyện", "VKSND khu vực"}


def test_both_addresses_of_a_unit_show_the_same_frame(cao_loc: Unit, bac_son: Unit) -> None:
    for unit, host, path in ((cao_loc, UNIT_HOST, "/"), (bac_son, "localhost", "/don-vi/bac-son/")):
        html = browser(host).get(path).content.decode()
        assert f'<span class="brand__name">{unit.name}' in html
        assert f"<title>{unit.name}" in html


class TestSetupCommand:
    def run(self, **values: str) -> None:
        options = {"name": "VKSND tỉnh Thật", "short_name": "Tỉnh Thật", "host": "vks.example"}
        call_command("setup_province", **{**options, **values}, stdout=StringIO())

    def test_opens_a_portal_and_may_run_again(self, db: None) -> None:
        self.run()
        before = state()
        self.run()
        assert state() == before
        assert browser("vks.example").get("/").status_code == 200

    @pytest.mark.parametrize("host", ["https://vks.example", "vks.example:80", "a b", ""])
    def test_host_that_is_none_is_refused(self, db: None, host: str) -> None:
        with pytest.raises(CommandError):
            self.run(host=host)
