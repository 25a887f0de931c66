"""The administration works without inline scripts: widgets start, nothing is refused, nothing complains."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from home.models import HomePage
from home.news.models import NewsPage
from home.registry.models import DocumentIndexPage
from tests.browser.conftest import AdminPage, NewPage
from tests.browser.server import PortalServer
from tests.browser.test_admin_contributor import choose_new_picture
from tests.browser.traffic import Traffic
from tests.browser.world import World
from tests.factories import make_user, news_index

pytestmark = pytest.mark.browser

# Handsontable has no Vietnamese, and says so on every page with a table; a draft that is saved by itself may
# be incomplete.
KNOWN = ("Language with code", "status of 400")
INJECT = """() => {
    const script = document.createElement("script");
    script.textContent = "window.wasRun = true";
    document.body.append(script);
    const button = document.createElement("button");
    button.setAttribute("onclick", "window.wasRun = true");
    document.body.append(button);
    button.click();
}"""


def complaints(traffic: Traffic) -> list[str]:
    return [text for text in traffic.complaints if not any(known in text for known in KNOWN)]


@pytest.fixture
def desk(admin_page: AdminPage, world: World) -> Page:
    return admin_page(make_user())


def test_a_planted_script_is_refused(desk: Page, server: PortalServer) -> None:
    traffic = Traffic(desk)
    desk.goto(server.url("/admin/"))
    desk.evaluate(INJECT)
    traffic.finish()
    assert sum("script-src" in text for text in traffic.complaints) >= 2
    assert desk.evaluate("window.wasRun") is None


def test_no_screen_complains(desk: Page, server: PortalServer, world: World) -> None:
    item = NewsPage.objects.get(slug="tin-du-moi-khoi")
    traffic, told = Traffic(desk), []
    for path in (
        "/admin/",
        reverse("wagtailadmin_explore", args=[item.get_parent().pk]),
        reverse("wagtailadmin_pages:edit", args=[item.pk]),
        reverse("wagtailadmin_pages:edit", args=[HomePage.objects.get().pk]),
        reverse("wagtailadmin_pages:history", args=[item.pk]),
        reverse("wagtailadmin_pages:move", args=[item.pk]),
        reverse("wagtailimages:index"),
        reverse("wagtailimages:add_multiple"),
        reverse("wagtailimages:edit", args=[world.image.pk]),
        reverse("wagtaildocs:add_multiple"),
        reverse("wagtailsites:add"),
        reverse("wagtailredirects:add"),
        reverse("moderation_preview", args=[item.pk]),
        reverse("wagtailadmin_account"),
    ):
        desk.goto(server.url(path))
        traffic.finish()
        told += [f"{path}: {text}" for text in complaints(traffic)]
        traffic.complaints = []
    assert told == []


def test_sign_in_does_not_complain(new_page: NewPage, server: PortalServer, world: World) -> None:
    page = new_page()
    traffic = Traffic(page)
    page.goto(server.url(reverse("account_login")))
    traffic.finish()
    assert complaints(traffic) == []


def test_rows_choosers_and_calendars_start(desk: Page, server: PortalServer, world: World) -> None:
    """Two rows are added, a file is chosen in the window of the second, a day in a calendar."""
    traffic = Traffic(desk)
    index = DocumentIndexPage.objects.child_of(world.province.home_page).get()
    path = reverse("wagtailadmin_pages:add", args=["registry", "officialdocumentpage", index.pk])
    desk.goto(server.url(path))
    add = desk.locator("#id_files-ADD")
    add.click()
    add.click()
    expect(desk.locator("#id_files-FORMS > *")).to_have_count(2)
    desk.locator("#id_files-1-document-chooser [data-chooser-action-choose]").first.click()
    desk.get_by_role("dialog").get_by_role("link", name=re.compile("van-ban")).first.click()
    expect(desk.get_by_role("dialog")).to_be_hidden()
    assert desk.locator("#id_files-1-document").input_value()
    desk.locator("#inline_child_files-1 [data-inline-panel-child-move-up]").click()
    assert desk.locator("#id_files-1-ORDER").input_value() == "1"

    day = desk.locator("#id_issued_on")
    day.click()
    desk.locator(".xdsoft_datetimepicker:visible .xdsoft_today").click()
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", day.input_value())
    assert desk.locator("[data-controller=portal-start]").count() == 0
    traffic.finish()
    assert complaints(traffic) == []


def test_a_picture_is_uploaded_in_the_choosers_window(
    desk: Page, server: PortalServer, world: World
) -> None:
    traffic = Traffic(desk)
    desk.goto(server.url(f"/admin/pages/add/news/newspage/{news_index(world.province).pk}/"))
    choose_new_picture(desk)
    assert desk.locator("#id_lead_image").input_value()
    traffic.finish()
    assert complaints(traffic) == []


def test_an_editor_previews_and_comments(desk: Page, server: PortalServer, world: World) -> None:
    item = NewsPage.objects.get(slug="tin-du-moi-khoi")
    traffic = Traffic(desk)
    desk.goto(server.url(reverse("wagtailadmin_pages:edit", args=[item.pk])))
    desk.locator("[data-side-panel-toggle=preview]").click()
    expect(desk.frame_locator("#w-preview-iframe").locator("h1")).to_have_text(
        item.title, timeout=30_000
    )
    desk.locator("[data-side-panel-toggle=comments]").click()
    desk.locator("[data-contentpath=lead] [data-component=add-comment-button]").click()
    desk.locator("#comments textarea").fill("Cần thêm nguồn.")
    expect(desk.locator("#comments textarea")).to_have_value("Cần thêm nguồn.")
    traffic.finish()
    assert complaints(traffic) == []
