"""What survives when a text is pasted from a word processor into the editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from home.news.models import NewsPage
from tests.browser.conftest import AdminPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.factories import make_news, make_user
from units.rights.roles import Role

pytestmark = pytest.mark.browser
SAMPLES = Path(__file__).parents[1] / "data" / "word"

PASTE = """([editor, html]) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "x");
    const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
    editor.dispatchEvent(event);
}"""


def open_editor(page: Page, server: PortalServer, item: NewsPage) -> None:
    page.goto(server.url(f"/admin/pages/{item.pk}/edit/"))
    page.locator("[data-streamfield-child] .public-DraftEditor-content").wait_for()


def paste(page: Page, html: str) -> None:
    editor = page.locator("[data-streamfield-child] .public-DraftEditor-content").first
    editor.click()
    editor.press("Control+a")
    page.evaluate(PASTE, [editor.element_handle(), html])


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("footer button.action-save").click()


def types(page: Page) -> list[str]:
    """The kinds of blocks that the editor holds."""
    return page.evaluate(
        """() => [...document.querySelectorAll("*")]
            .find((element) => element.rootBlock?.insert)
            .rootBlock.children.map((child) => child.type)"""
    )


def test_headings_lists_tables_and_captions_are_kept(
    admin_page: AdminPage, server: PortalServer, world: World
):
    writer = make_user(Role.CONTRIBUTOR, world.bac_son)
    body = [("paragraph", "<p></p>")]
    item = make_news(world.bac_son, live=False, body=body, owner=writer, topics=[world.topic])
    page = admin_page(writer)
    open_editor(page, server, item)
    paste(page, (SAMPLES / "word.html").read_text(encoding="utf-8"))
    page.locator("[data-streamfield-child] table").first.wait_for()
    expect(page.get_by_text("Đã bỏ 1 đoạn chữ được đánh dấu xóa")).to_be_visible()
    kinds = ["heading", "paragraph", "heading", "paragraph", "table", "paragraph", "paragraph"]
    assert types(page) == kinds
    expect(page.get_by_text("Đã bỏ 1 ảnh nằm ngoài tệp")).to_be_visible()
    save(page)
    saved = NewsPage.objects.get(pk=item.pk).get_latest_revision_as_object().body
    assert [block.block_type for block in saved] == kinds
    assert saved[0].value["text"] == "Kết quả kiểm sát"
    assert "<b>12/3</b>" in saved[1].value.source
    assert "sai" not in saved[1].value.source
    assert "<ol>" in saved[3].value.source
    assert saved[4].value["caption"] == "Bảng 1. Số vụ án theo năm"
    assert saved[4].value["table"]["data"] == [["Năm", "Số vụ"], ["2026", "12"]]
    assert saved[5].value.source.endswith("<i>Đoàn kiểm sát làm việc tại trại</i></p>")


@pytest.mark.parametrize("accept", [True, False])
def test_old_fonts_are_converted_only_on_yes(
    admin_page: AdminPage, server: PortalServer, world: World, accept: bool
):
    writer = make_user(Role.CONTRIBUTOR, world.bac_son)
    item = make_news(world.bac_son, live=False, body=[("paragraph", "<p>Cũ</p>")], owner=writer)
    page = admin_page(writer)
    open_editor(page, server, item)
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept() if accept else dialog.dismiss()

    page.on("dialog", answer)
    paste(page, "<p class=MsoNormal><span style='font-family:.VnTime'>ViÖn kiÓm s¸t</span></p>")
    wanted = "Viện kiểm sát" if accept else "ViÖn kiÓm s¸t"
    expect(page.locator(".public-DraftEditor-content").nth(1)).to_have_text(wanted)
    assert "ViÖn kiÓm s¸t → Viện kiểm sát" in asked[0]
    expect(page.locator(".public-DraftEditor-content").first).to_have_text("Cũ")


def test_a_paste_that_is_not_taken_says_so_below_the_editor(
    admin_page: AdminPage, server: PortalServer, world: World
):
    writer = make_user(Role.CONTRIBUTOR, world.bac_son)
    item = make_news(world.bac_son, live=False, body=[("paragraph", "<p>Cũ</p>")], owner=writer)
    page = admin_page(writer, 360)
    open_editor(page, server, item)
    paste(page, "<p class=MsoNormal>" + "<b>a</b>" * 70_000 + "</p>")
    status = page.locator("[data-word-paste]")
    expect(status).to_have_text("Đang đọc đoạn dán…")
    expect(status).to_contain_text("Hãy dán từng phần", timeout=20_000)
    expect(status).to_be_in_viewport()
    expect(page.locator(".public-DraftEditor-content").first).to_have_text("Cũ")
