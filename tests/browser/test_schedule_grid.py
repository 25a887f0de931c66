"""Next week's schedule from last week's, by hand: few steps, by keyboard, on a tablet, nothing lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from events.schedules.models import WorkSchedulePage
from events.schedules.rules.lines import to_data
from portal.users.models import User
from tests.browser.axe import violations
from tests.browser.conftest import AdminPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.factories import make_user, publish_child
from tests.schedules.messy import half_understood_xlsx
from tests.schedules.weeks import line, schedules_of
from units.rights.roles import Role

pytestmark = pytest.mark.browser
MONDAY = date(2026, 11, 16)
MOST_STEPS = 20


class Hands:
    """Counts what a person does: each click, each word typed, each key."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.steps = 0

    def click(self, selector: str) -> None:
        self.steps += 1
        self.page.locator(selector).first.click()

    def fill(self, selector: str, text: str) -> None:
        self.steps += 1
        self.page.locator(selector).first.fill(text)
        self.page.locator(selector).first.dispatch_event("change")

    def press(self, key: str) -> None:
        self.steps += 1
        self.page.keyboard.press(key)


def published_week(world: World) -> WorkSchedulePage:
    lines = [
        line("Giao ban đầu tuần", MONDAY, public=True, place="Phòng họp"),
        line("Họp Ủy ban kiểm sát", MONDAY + timedelta(2)),
        line("Kiểm sát nhà tạm giữ", MONDAY + timedelta(4)),
    ]
    page = WorkSchedulePage(
        first=MONDAY, last=MONDAY + timedelta(4), number=46, entries=to_data(lines)
    )
    return publish_child(schedules_of(world.bac_son), page)


def writer_of(world: World) -> User:
    return make_user(Role.CONTRIBUTOR, world.bac_son)


def new_week(page: Page, server: PortalServer, world: World) -> None:
    index = schedules_of(world.bac_son).pk
    page.goto(server.url(f"/admin/pages/add/schedules/workschedulepage/{index}/"))
    page.locator("[data-grid-bar]").wait_for()


def saved(page: Page) -> Any:
    """The week as the draft holds it, once the page of the editor is there again."""
    with page.expect_navigation():
        page.locator("footer button.action-save").click()
    expect(page.locator("[data-grid-bar]")).to_be_visible()
    week = WorkSchedulePage.objects.order_by("pk").last()
    return week.get_latest_revision_as_object()


def test_next_week_is_made_from_last_week_in_few_steps(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    published_week(world)
    page = admin_page(writer_of(world))
    new_week(page, server, world)
    hands = Hands(page)
    hands.click("[data-grid-copy]")
    expect(page.locator("[data-row]")).to_have_count(3)
    expect(page.locator("[data-grid-status]")).to_contain_text("Đã chép 3 công việc")

    friday = '[data-day="2026-11-27"]'
    hands.click(f'{friday} [data-act="remove"]')
    hands.click('[data-grid-add="2026-11-24"]')
    tuesday = '[data-day="2026-11-24"]'
    hands.fill(f'{tuesday} [data-cell="start"]', "14h30")
    hands.fill(f'{tuesday} [data-cell="content"]', "Hội nghị sơ kết")
    hands.fill(f'{tuesday} [data-cell="chairs"]', "Lê Văn Mẫu, Trần Thị Mẫu")
    hands.click(f'{tuesday} [data-cell="is_public"]')
    hands.steps += 1
    week = saved(page)

    assert hands.steps < MOST_STEPS
    assert (week.first, week.number) == (date(2026, 11, 23), 47)
    entries = {found.entry.content: found.entry for found in week.lines}
    assert set(entries) == {"Giao ban đầu tuần", "Họp Ủy ban kiểm sát", "Hội nghị sơ kết"}
    assert entries["Giao ban đầu tuần"].day == date(2026, 11, 23)
    added = entries["Hội nghị sơ kết"]
    assert (f"{added.start:%H:%M}", added.session) == ("14:30", "afternoon")
    assert added.chairs == ("Lê Văn Mẫu", "Trần Thị Mẫu")
    assert added.is_public
    assert not entries["Họp Ủy ban kiểm sát"].is_public


def test_rows_are_added_moved_and_doubled_by_keyboard(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    page = admin_page(writer_of(world), 1024, 768)
    new_week(page, server, world)
    page.locator("[data-grid-add]").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("8")
    for _field in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("Việc một")
    page.keyboard.press("Control+d")
    expect(page.locator("[data-row]")).to_have_count(2)
    page.keyboard.press("Control+a")
    page.keyboard.type("Việc hai")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    second_day = page.locator("[data-day]").nth(1)
    expect(second_day.locator('[data-cell="content"]')).to_have_value("Việc hai")
    expect(page.locator('[data-cell="start"]').first).to_have_value("08:00")


def test_a_removed_row_comes_back(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    published_week(world)
    page = admin_page(writer_of(world))
    new_week(page, server, world)
    page.locator("[data-grid-copy]").click()
    page.locator('[data-act="remove"]').first.click()
    expect(page.locator("[data-row]")).to_have_count(2)
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("[data-row]")).to_have_count(3)


def test_what_was_not_saved_is_offered_again(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    """A page that is left by mistake, with Wagtail's own saving out of reach."""
    page = admin_page(writer_of(world))
    page.route(
        "**/admin/pages/**",
        lambda route: route.abort() if route.request.method == "POST" else route.continue_(),
    )
    page.on("dialog", lambda dialog: dialog.accept())
    new_week(page, server, world)
    page.locator("[data-grid-add]").first.click()
    page.locator('[data-cell="content"]').first.fill("Đang viết dở")
    page.reload()
    page.get_by_role("button", name="Lấy lại").click()
    expect(page.locator('[data-cell="content"]').first).to_have_value("Đang viết dở")


def test_what_was_sent_when_the_session_was_over_is_offered_again(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    user = writer_of(world)
    page = admin_page(user)
    page.on("dialog", lambda dialog: dialog.accept())
    new_week(page, server, world)
    page.locator("[data-grid-add]").first.click()
    page.locator('[data-cell="content"]').first.fill("Gửi khi phiên đã hết")
    cookies = page.context.cookies()
    page.context.clear_cookies()
    with page.expect_navigation():
        page.locator("footer button.action-save").click()
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
    new_week(page, server, world)
    page.get_by_role("button", name="Lấy lại").click()
    expect(page.locator('[data-cell="content"]').first).to_have_value("Gửi khi phiên đã hết")


def test_what_was_saved_is_not_offered_again(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    page = admin_page(writer_of(world))
    new_week(page, server, world)
    page.locator("[data-grid-add]").first.click()
    page.locator('[data-cell="content"]').first.fill("  Đã lưu ")
    assert [found.entry.content for found in saved(page).lines] == ["Đã lưu"]
    expect(page.locator(".schedule-grid__kept")).to_have_count(0)
    new_week(page, server, world)
    expect(page.locator(".schedule-grid__kept")).to_have_count(0)


def test_warnings_stand_above_the_days(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    page = admin_page(writer_of(world))
    new_week(page, server, world)
    for _row in range(2):
        page.locator("[data-grid-add]").first.click()
    for place in range(2):
        page.locator('[data-cell="content"]').nth(place).fill(f"Việc {place}")
        page.locator('[data-cell="chairs"]').nth(place).fill("Lê Văn Mẫu")
    expect(page.locator("[data-grid-warnings]")).to_contain_text("có hai việc cùng lúc")


FITS = """() => [
    ...document.querySelectorAll(".schedule-grid__row > .schedule-grid__cell")
].filter((cell) => {
    const words = document.createRange();
    words.selectNodeContents(cell);
    return words.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1;
}).map((cell) => cell.className)"""


@pytest.mark.parametrize("width", [1440, 820, 360])
def test_grid_fits_its_columns_and_axe_has_nothing_to_say(
    admin_page: AdminPage, server: PortalServer, world: World, width: int
) -> None:
    published_week(world)
    page = admin_page(writer_of(world), width, 900)
    new_week(page, server, world)
    page.locator("[data-grid-copy]").click()
    expect(page.locator("[data-row]")).to_have_count(3)
    page.locator(".schedule-grid__more summary").first.click()
    page.locator("[data-grid-paste]").click()
    assert page.evaluate(FITS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, ".schedule-grid") == []


@pytest.mark.parametrize("width", [1440, 360])
def test_preview_of_a_file_is_finished_in_the_browser(
    admin_page: AdminPage, server: PortalServer, world: World, width: int
) -> None:
    page = admin_page(writer_of(world), width, 900)
    page.goto(server.url(f"/admin/schedules/{schedules_of(world.bac_son).pk}/import/"))
    page.locator("input[type=file]").set_input_files(
        {
            "name": "lich.xlsx",
            "mimeType": "application/octet-stream",
            "buffer": half_understood_xlsx(),
        }
    )
    assert violations(page, ".content") == []
    page.get_by_role("button", name="Xem trước").click()
    line_seven = page.get_by_role("group", name="Sửa dòng 7 để đưa vào lịch")
    line_seven.get_by_label("Ngày").select_option(label="Thứ Tư 04/12/2024")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, ".schedule-import") == []
    page.get_by_role("button", name="Đưa vào bản nháp").click()
    expect(page.locator("[data-row]")).to_have_count(4)


TABLE = """<table><tr><td>Thứ</td><td>Giờ</td><td>Nội dung</td></tr>
<tr><td rowspan="2">Thứ Hai</td><td>7h30</td><td>Giao ban</td></tr>
<tr><td>14 giờ 30'</td><td>Họp Ủy ban kiểm sát</td></tr>
<tr><td>Thứ Ba</td><td>lúc nào đó</td><td>Việc chưa rõ giờ</td></tr></table>"""


def test_a_table_from_a_word_processor_is_pasted_looked_at_and_added_by_keyboard(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    published_week(world)
    page = admin_page(writer_of(world))
    new_week(page, server, world)
    page.locator("[data-grid-paste]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-paste-box]")).to_be_focused()
    page.evaluate(
        """(html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", "x");
            const box = document.querySelector("[data-paste-box]");
            box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        }""",
        TABLE,
    )
    expect(page.locator("[data-paste-status]")).to_contain_text("Đã hiểu 2 việc.")
    expect(page.locator("[data-paste-result]")).to_contain_text("Không hiểu")
    expect(page.locator("[data-row]")).to_have_count(0)
    expect(page.locator("[data-paste-add]")).to_be_focused()
    page.keyboard.press("Enter")
    monday = page.locator('[data-day="2026-11-23"]')
    expect(monday.locator("[data-row]")).to_have_count(2)
    expect(monday.locator('[data-cell="start"]').nth(1)).to_have_value("14:30")
    expect(monday.locator('[data-cell="is_public"]').first).not_to_be_checked()
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("[data-row]")).to_have_count(0)


def test_a_pasted_line_that_was_not_understood_is_taken_along_to_be_finished(
    admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    published_week(world)
    page = admin_page(writer_of(world))
    new_week(page, server, world)
    page.locator("[data-grid-paste]").click()
    page.locator("[data-paste-box]").fill(
        "Thứ\tGiờ\tNội dung\nThứ Ba\tlúc nào đó\tViệc chưa rõ giờ\n"
    )
    page.get_by_role("button", name="Đọc bảng").click()
    box = page.locator("[data-paste-unfinished]")
    expect(box).to_be_focused()
    expect(page.locator("[data-paste-add]")).to_be_disabled()
    page.keyboard.press("Space")
    page.locator("[data-paste-add]").click()
    tuesday = page.locator('[data-day="2026-11-24"]')
    expect(tuesday.locator('[data-cell="content"]')).to_have_value("Việc chưa rõ giờ")
