"""A small province: two units, one with a host of its own, and pages that are published for real."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Site

from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage, NewsPage
from home.notices.models import NoticeIndexPage, NoticePage
from units.models import Unit
from units.subsites.models import UnitDirectoryPage, UnitHomePage

UNIT_HOST = "cao-loc.localhost"


def publish(page: Page) -> Page:
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def paragraph(text: str) -> list[tuple[str, Any]]:
    return [("paragraph", f"<p>{text}</p>")]


@dataclass
class World:
    home: HomePage
    directory: UnitDirectoryPage
    province: Unit
    cao_loc: Unit  # has its own host
    van_lang: Unit  # has none
    _made: int = 0

    def news(
        self, title: str, body: str = "", unit: Unit | None = None, published: bool = True
    ) -> NewsPage:
        parent = self._index(NewsIndexPage, (unit or self.province).home_page)
        page = NewsPage(title=title, slug=self._slug(), lead="Tin.", body=paragraph(body))
        return self._add(parent, page, published)

    def notice(self, title: str, body: str = "", unit: Unit | None = None) -> NoticePage:
        parent = self._index(NoticeIndexPage, (unit or self.province).home_page)
        page = NoticePage(title=title, slug=self._slug(), body=paragraph(body))
        return self._add(parent, page)

    def page(self, title: str, body: str = "", parent: Page | None = None) -> StandardPage:
        page = StandardPage(title=title, slug=self._slug(), body=paragraph(body))
        return self._add(parent or self.home, page)

    def add_unit(self, number: int) -> Unit:
        return make_unit(self, f"don-vi-{number}", f"VKSND huyện {number}")

    def _slug(self) -> str:
        self._made += 1
        return f"trang-{self._made}"

    def _index(self, model: type[Page], home: Page) -> Page:
        found = model.objects.child_of(home).first()
        if found is None:
            home = Page.objects.get(pk=home.pk)
            found = home.add_child(instance=model(title="Mục", slug=model._meta.model_name))
        return found

    @staticmethod
    def _add(parent: Page, page: Any, published: bool = True) -> Any:
        page.live = False
        Page.objects.get(pk=parent.pk).specific.add_child(instance=page)
        return publish(page) if published else page


def make_unit(world: World, slug: str, name: str) -> Unit:
    home = UnitHomePage(title=name, slug=slug)
    UnitDirectoryPage.objects.get(pk=world.directory.pk).add_child(instance=home)
    return Unit.objects.create(
        kind=Unit.Kind.DISTRICT,
        name=name.replace("VKSND", "Viện kiểm sát nhân dân"),
        short_name=name,
        slug=slug,
        code=slug.upper(),
        parent=world.province,
        home_page=home,
    )


@pytest.fixture
def world(db: None) -> World:
    Site.objects.all().delete()
    root = Page.objects.get(depth=1)
    for page in root.get_children():
        page.delete()
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Cổng thông tin", slug="trang-chu"))
    directory = home.add_child(instance=UnitDirectoryPage(title="Các đơn vị", slug="don-vi"))
    Site.objects.create(hostname="localhost", port=80, root_page=home, is_default_site=True)
    province = Unit.objects.create(
        kind=Unit.Kind.PROVINCE,
        name="Viện kiểm sát nhân dân tỉnh Lạng Sơn",
        short_name="VKSND tỉnh Lạng Sơn",
        slug="tinh",
        code="LS",
        home_page=home,
    )
    world = World(home, directory, province, province, province)
    world.cao_loc = make_unit(world, "cao-loc", "VKSND huyện Cao Lộc")
    world.van_lang = make_unit(world, "van-lang", "VKSND huyện Văn Lãng")
    Site.objects.create(hostname=UNIT_HOST, port=80, root_page=world.cao_loc.home_page)
    return world


@dataclass
class Answer:
    """What one search showed."""

    status: int
    titles: list[str]
    context: Any
    html: str


Search = Callable[..., Answer]


@pytest.fixture
def search(world: World, client: Client) -> Search:
    def ask(q: str = "", host: str = "localhost", **parameters: str) -> Answer:
        query = {"q": q, **{name.replace("_", "-"): value for name, value in parameters.items()}}
        response = client.get("/tim-kiem/", query, headers={"host": host})
        results = response.context["results"].object_list
        titles = ["".join(text for text, _ in result.title_segments) for result in results]
        return Answer(response.status_code, titles, response.context, response.content.decode())

    return ask


def later(**delta: float) -> Any:
    return timezone.now() + timezone.timedelta(**delta)
