"""A portal, a server and one Chromium for all browser tests of a worker; a fresh context for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from portal.users.models import User
from tests.browser.database import BrowserDatabase
from tests.browser.server import PortalServer
from tests.browser.signing_in import sign_in
from tests.browser.visits import FRAMED
from tests.browser.world import World, build_world

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Pages of one test may share a process: starting one costs more than most pages.
    "--disable-features=IsolateOrigins,site-per-process",
    "--disable-site-isolation-trials",
    "--renderer-process-limit=1",
]
NewPage = Callable[..., Page]
AdminPage = Callable[..., Page]


def pytest_itemcollected(item: pytest.Item) -> None:
    """pytest-django prepares the database, and runs these tests after the quick ones."""
    item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture
def _django_db_helper() -> None:
    """No flush after each test: pytest-django's would empty the suite's own database."""


@pytest.fixture(scope="package")
def _database(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[BrowserDatabase]:
    database = BrowserDatabase(tmp_path_factory.mktemp("browser"))
    with django_db_blocker.unblock():
        database.open()
        yield database
        database.close()


@pytest.fixture(scope="package")
def server(_database: BrowserDatabase) -> Iterator[PortalServer]:
    with PortalServer() as running:
        yield running


@pytest.fixture(scope="package")
def _built(server: PortalServer, _database: BrowserDatabase) -> World:
    world = build_world(server.port)
    # The first visitor of a page waits for its pictures to be scaled; each test would be the first.
    for visit in FRAMED:
        Client().get(visit.path, headers={"host": f"{visit.host}:{server.port}"})
    _database.keep()
    return world


@pytest.fixture(scope="package")
def chromium(_built: World, chromium_path: str) -> Iterator[Browser]:
    """Ends before the database is given back: Playwright's event loop runs in this thread."""
    from django.db import connections

    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright's loop makes Django believe that tests are coroutines.
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield browser
        browser.close()
        connections.close_all()


@pytest.fixture
def world(_built: World, _database: BrowserDatabase, chromium: Browser) -> Iterator[World]:
    """The portal as it was built: what a test changes is gone after it."""
    yield _built
    _database.put_back()


@pytest.fixture
def new_page(world: World, chromium: Browser) -> Iterator[NewPage]:
    """`new_page(width, height, **context options)`: a page in a context of its own."""
    contexts: list[BrowserContext] = []

    def make(width: int = 1440, height: int = 900, **options: object) -> Page:
        # Smooth scrolling would still be on its way when a test looks.
        options = {"locale": "vi-VN", "reduced_motion": "reduce", **options}
        viewport = {"width": width, "height": height}
        contexts.append(chromium.new_context(viewport=viewport, **options))
        contexts[-1].set_default_timeout(15_000)
        return contexts[-1].new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def admin_page(new_page: NewPage, server: PortalServer) -> AdminPage:
    """`admin_page(user, width)`: a page whose visitor has signed in."""

    def make(user: User, width: int = 1440, height: int = 900) -> Page:
        page = new_page(width, height)
        sign_in(page.context, user, server)
        return page

    return make
