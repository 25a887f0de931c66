"""The sample province: loaded once, whole or not at all, and taken away without touching anything else.

Loading takes long, so it happens once in a run; every test starts from what was loaded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.checks import run_checks
from django.core.management import CommandError
from django.db import DatabaseError
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Page, Site

from events.reception.judging import month_of_units
from events.reception.models import ReceptionDay
from events.schedules.models import ScheduleVersion, WorkSchedulePage
from home.models import StandardPage
from home.navigation.models import LinkedSite, MenuItem
from home.news.models import NewsPage, Promotion, Topic
from home.notices.models import NoticePage
from portal.demo import checks
from portal.demo.models import SampleRecord
from portal.media.models import PortalImage
from portal.users.models import User
from tests.databases import Databases, undone_at_the_end
from tests.demo.loading import load
from tests.factories import make_image, make_news, make_user
from units.models import Official, Unit

DISTRICTS = 11
COUNTED = (Page, NewsPage, NoticePage, Topic, Unit, Official, User, Site, MenuItem, LinkedSite)
MORE = (PortalImage, Promotion, SampleRecord)


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (*COUNTED, *MORE)}


def sample_error_ids() -> list[str | None]:
    found = checks.no_sample_accounts(None)
    return [message.id for message in found]


@pytest.fixture
def first_output(sample_database: Databases, db: None) -> str:
    """What the loader said when it made the database."""
    return sample_database.made("sample")


@pytest.fixture
def loaded(first_output: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    return first_output


def test_whole_province_is_there(loaded: str) -> None:
    assert Unit.objects.filter(kind=Unit.Kind.PROVINCE).count() == 1
    assert Unit.objects.lower_level().count() == DISTRICTS
    assert Site.objects.count() == DISTRICTS + 1
    assert NewsPage.objects.live().count() >= 320
    assert Promotion.objects.count() > 20
    assert NoticePage.objects.live().count() > 20
    assert PortalImage.objects.count() > 20


def test_news_are_spread_unevenly_over_two_years(loaded: str) -> None:
    moments = list(NewsPage.objects.live().values_list("first_published_at", flat=True))
    assert max(moments) <= timezone.now() + timedelta(days=1)
    assert timedelta(days=600) < max(moments) - min(moments) <= timedelta(days=745)
    per_unit = Counter(path[:20] for path in NewsPage.objects.values_list("path", flat=True))
    assert len(set(per_unit.values())) > 3


def test_every_kind_of_page_is_there_and_answers(loaded: str) -> None:
    kinds = {page.content_type_id: page for page in Page.objects.live().filter(depth__gt=1)}
    assert len(kinds) >= 9
    for page in kinds.values():
        address = page.specific.full_url
        host, _slash, path = address.removeprefix("http://").partition("/")
        assert Client(headers={"host": host}).get(f"/{path}").status_code == 200, address


def test_every_unit_has_the_schedule_of_this_week(loaded: str) -> None:
    today = timezone.localdate()
    monday = today - timedelta(today.weekday())
    weeks = WorkSchedulePage.objects.live().filter(first=monday)
    assert weeks.count() == DISTRICTS + 1
    assert all({line.entry.is_public for line in week.lines} == {True, False} for week in weeks)
    assert ScheduleVersion.objects.filter(number=1).count() == 1


def test_receptions_show_every_state_and_one_unit_breaks_the_law(loaded: str) -> None:
    days = ReceptionDay.objects.all()
    assert days.values("unit").distinct().count() == DISTRICTS + 1
    assert set(days.values_list("state", flat=True)) == {
        "planned",
        "announced",
        "postponed",
        "held",
    }
    assert not days.filter(state="postponed", successor=None).exists()
    units = list(Unit.objects.filter(home_page__isnull=False))
    month = timezone.localdate().replace(day=1) - timedelta(days=1)
    broken = [line.unit.slug for line in month_of_units(units, month) if line.report.is_broken]
    assert len(broken) == 1


def test_people_are_marked_as_invented(loaded: str) -> None:
    for official in Official.objects.all():
        assert "(mẫu)" in f"{official.name} {official.post} {official.title}", official


def test_all_pages_have_their_revision_and_no_pending_change(loaded: str) -> None:
    news = NewsPage.objects.live()
    assert not news.filter(has_unpublished_changes=True).exists()
    assert not news.filter(latest_revision=None).exists()


def test_loading_again_adds_and_shows_nothing_new(loaded: str) -> None:
    before = counts()
    output = load()
    assert counts() == before
    assert "chỉ hiện một lần" not in output


def test_made_up_password_is_shown_once_and_works(loaded: str) -> None:
    line = next(line for line in loaded.splitlines() if "chỉ hiện một lần" in line)
    password = line.rpartition(" ")[2]
    assert len(password) >= 14
    assert User.objects.get(username="quantri").check_password(password)


def test_addresses_and_accounts_are_told(loaded: str) -> None:
    assert "http://localhost:8000/" in loaded
    assert "http://cao-loc.localhost:8000/" in loaded
    assert "quantri" in loaded
    assert "cao-loc-ctv" in loaded


def test_password_of_the_environment_is_set_for_all(
    loaded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMO_PASSWORD", "mat-khau-do-nguoi-dung-dat")
    output = load()
    assert "mat-khau-do-nguoi-dung-dat" not in output
    names = ("quantri", "bbt", "cao-loc-ctv", "bac-son-lanhdao", "van-quan-quantri")
    for name in names:
        assert User.objects.get(username=name).check_password("mat-khau-do-nguoi-dung-dat")


def test_accounts_are_complete_and_have_their_roles(loaded: str) -> None:
    names = set(User.objects.values_list("username", flat=True))
    slugs = [*Unit.objects.lower_level().values_list("slug", flat=True), "phong-1"]
    expected = {f"{slug}-{end}" for slug in slugs for end in ("ctv", "lanhdao", "quantri")}
    assert names == {"quantri", "bbt", *expected}
    assert User.objects.filter(is_superuser=True).values_list("username", flat=True)[0] == "quantri"
    assert User.objects.filter(is_superuser=True).count() == 1
    index = Page.objects.get(pk=Unit.objects.get(slug="cao-loc").home_page_id)
    other = Page.objects.get(pk=Unit.objects.get(slug="bac-son").home_page_id)
    leader = User.objects.get(username="cao-loc-lanhdao")
    assert index.permissions_for_user(leader).can_edit()
    assert not index.permissions_for_user(leader).can_publish()
    assert not other.permissions_for_user(leader).can_edit()
    assert other.permissions_for_user(User.objects.get(username="bbt")).can_publish()


def test_other_port_moves_every_site(loaded: str) -> None:
    output = load("--port", "8123")
    assert set(Site.objects.values_list("port", flat=True)) == {8123}
    assert "http://cao-loc.localhost:8123/" in output


def test_deployment_check_fails_while_accounts_exist(loaded: str) -> None:
    assert sample_error_ids() == ["demo.E001"]
    ids = [message.id for message in run_checks(tags=["security"], include_deployment_checks=True)]
    assert "demo.E001" in ids


def test_real_portal_is_left_alone(loaded: str) -> None:
    province = Unit.objects.get(kind=Unit.Kind.PROVINCE)
    SampleRecord.objects.filter(
        content_type=ContentType.objects.get_for_model(Unit), object_id=str(province.pk)
    ).delete()
    before = counts()
    with pytest.raises(CommandError, match="cổng thật"):
        load()
    with pytest.raises(CommandError, match="cổng thật"):
        load("--reset")
    assert counts() == before


def test_check_says_so_when_the_database_cannot_be_asked(db: None) -> None:
    with patch("portal.demo.checks.noted", side_effect=DatabaseError("không kết nối")):
        assert sample_error_ids() == ["demo.E002"]


def loaded_so_far() -> tuple[dict[str, int], set[str]]:
    return counts(), set(NewsPage.objects.values_list("slug", flat=True))


@pytest.fixture(scope="class")
def removed_of_class(
    sample_database: Databases, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[dict[str, int], set[str]]]:
    """What there was before."""
    with undone_at_the_end(django_db_blocker):
        with django_db_blocker.unblock():
            before = loaded_so_far()
            load("--remove")
        yield before


class TestRemoved:
    """After `--remove`; it takes long, so it happens once."""

    @pytest.fixture(autouse=True)
    def _removed(self, removed_of_class: object, db: None) -> None:
        """Each test in a savepoint of its own."""

    def test_the_portal_is_empty(self) -> None:
        left = counts()
        names = ("NewsPage", "NoticePage", "Unit", "Official", "User")
        assert [left[name] for name in names] == [0] * len(names)
        assert (left["PortalImage"], left["SampleRecord"], left["Promotion"]) == (0, 0, 0)

    def test_the_deployment_check_passes(self) -> None:
        assert sample_error_ids() == []

    def test_removing_again_is_no_error(self) -> None:
        before = counts()
        load("--remove")
        assert counts() == before

    def test_a_load_that_fails_midway_leaves_nothing(self) -> None:
        before = counts()
        with (
            patch("portal.demo.loader.load_standard_pages", side_effect=RuntimeError("giữa chừng")),
            pytest.raises(RuntimeError),
        ):
            load()
        assert counts() == before

    @pytest.mark.slow
    def test_reset_loads_the_same_again(
        self, removed_of_class: tuple[dict[str, int], set[str]]
    ) -> None:
        load("--reset")
        assert loaded_so_far() == removed_of_class


def make_own_rows() -> list[Model]:
    cao_loc, bac_son = Unit.objects.get(slug="cao-loc"), Unit.objects.get(slug="bac-son")
    assert cao_loc.home_page is not None
    page = StandardPage(title="Của tôi", slug="cua-toi")
    cao_loc.home_page.specific.add_child(instance=page)
    shown = PortalImage.objects.filter(pk__in=NewsPage.objects.values("lead_image")).first()
    return [
        page,
        make_news(bac_son, "Tin của tôi", lead_image=shown),
        Official.objects.create(unit=cao_loc, name="Trần Văn Thật", post="Viện trưởng"),
        MenuItem.objects.create(unit=bac_son, label="Của tôi", link_url="/cua-toi/"),
        make_image(),
        make_user(username="nguoi-that"),
        Topic.objects.create(name="Chủ đề của tôi", slug="cua-toi"),
    ]


@pytest.fixture(scope="class")
def own_of_class(
    sample_database: Databases, django_db_blocker: DjangoDbBlocker
) -> Iterator[list[Model]]:
    with undone_at_the_end(django_db_blocker):
        with django_db_blocker.unblock():
            rows = make_own_rows()
            load("--remove")
        yield rows


class TestRemovedBesideOwnRows:
    """After `--remove` on a portal where somebody has begun to work."""

    @pytest.fixture
    def own(self, own_of_class: list[Model], db: None) -> list[Model]:
        return own_of_class

    def test_they_stay_with_what_they_stand_on(self, own: list[Model]) -> None:
        for row in own:
            assert type(row)._default_manager.filter(pk=row.pk).exists(), row
        slugs = Unit.objects.lower_level().values_list("slug", flat=True)
        assert set(slugs) == {"cao-loc", "bac-son"}
        assert Site.objects.filter(hostname="cao-loc.localhost").exists()
        assert Client(headers={"host": "cao-loc.localhost"}).get("/cua-toi/").status_code == 200

    def test_a_sample_picture_that_they_show_stays(self, own: list[Model]) -> None:
        (news,) = NewsPage.objects.all()
        assert news.lead_image is not None
