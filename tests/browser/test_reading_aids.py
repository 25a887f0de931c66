"""Reading aids: by keyboard, announced, kept between pages, and honest about a missing voice."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.test_pages import OVERFLOW
from tests.browser.visits import ARTICLE, HOME, HUB, STANDARD, Visit
from tests.browser.world import UNIT_HOST

pytestmark = pytest.mark.browser
NOTICE = Visit("notice", "/thong-bao/con-hieu-luc/")
ANSWER = Visit("answer", f"{HUB}mau-hoi-dap/")
# Chromium here has no voices: a stand-in that keeps what it was told to say.
VOICE = """
window.said = [];
class Utterance { constructor(text) { this.text = text; } }
window.SpeechSynthesisUtterance = Utterance;
const speech = {
    state: "idle", getVoices: () => [{ lang: "vi-VN", name: "Mẫu" }],
    speak(utterance) { said.push(utterance.text); this.current = utterance; this.state = "reading"; },
    pause() { this.state = "paused"; }, resume() { this.state = "reading"; },
    cancel() { this.state = "idle"; this.current = null; },
};
Object.defineProperty(window, "speechSynthesis", { value: speech });
"""


def size(page: Page) -> float:
    return page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")


@pytest.mark.parametrize("visit", [ARTICLE, STANDARD, NOTICE, ANSWER], ids=str)
def test_every_article_has_the_aids_below_its_title(
    visit: Visit, new_page: NewPage, server: PortalServer
):
    page = new_page(360, 740)
    visit.open(page, server)
    bar = page.get_by_role("group", name="Hỗ trợ đọc")
    expect(bar).to_be_visible()
    assert page.locator(".article-head [data-aids]").count() == 1


def test_without_a_script_there_is_no_dead_button(new_page: NewPage, server: PortalServer):
    page = new_page(java_script_enabled=False)
    ANSWER.open(page, server)
    expect(page.locator("[data-aids]")).to_be_hidden()


def test_choices_are_made_by_keyboard_announced_and_kept(new_page: NewPage, server: PortalServer):
    page = new_page()
    ANSWER.open(page, server)
    before = size(page)
    page.get_by_role("button", name="Tăng cỡ chữ").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Cỡ chữ 2/3")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Tăng cỡ chữ")).to_be_focused()
    larger = size(page)
    assert larger > before * 1.3
    switch = page.get_by_role("button", name="Tương phản cao")
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).to_have_attribute("aria-pressed", "true")
    # Another page, without the bar: the choice holds before anything is painted.
    HOME.open(page, server)
    assert size(page) == larger
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    ANSWER.open(page, server)
    expect(page.get_by_role("button", name="Tương phản cao")).to_have_attribute(
        "aria-pressed", "true"
    )
    for _step in range(2):
        page.get_by_role("button", name="Giảm cỡ chữ").click()
    assert size(page) == before


def test_choices_go_along_to_the_hosts_of_units_and_back(new_page: NewPage, server: PortalServer):
    page = new_page()
    ANSWER.open(page, server)
    page.get_by_role("button", name="Tăng cỡ chữ").click()
    page.get_by_role("button", name="Tương phản cao").click()
    larger = size(page)
    unit = page.locator(f"footer a[href*='//{UNIT_HOST}']").first
    address = unit.get_attribute("href")
    unit.click(modifiers=["Control"])
    page.wait_for_timeout(50)
    assert unit.get_attribute("href") == address
    unit.click()
    page.wait_for_url(f"**//{UNIT_HOST}**")
    assert "#" not in page.url
    assert size(page) == larger
    assert page.evaluate("document.documentElement.dataset.contrast") == "high"
    page.evaluate('localStorage.setItem(\'portal-reading\', \'{"size": "0", "contrast": ""}\')')
    page.locator("header .utility a").first.click()
    page.wait_for_url("**//localhost**")
    assert size(page) < larger


@pytest.mark.parametrize("visit", [ARTICLE, ANSWER, HOME], ids=str)
def test_high_contrast_and_the_largest_text_break_nothing(
    visit: Visit, new_page: NewPage, server: PortalServer
):
    page = new_page(360, 740)
    page.add_init_script(
        'localStorage.setItem("portal-reading", JSON.stringify({ size: "2", contrast: "high" }))'
    )
    visit.open(page, server)
    assert violations(page) == []
    assert page.evaluate(OVERFLOW) == []


def test_what_storage_holds_by_mistake_is_ignored(new_page: NewPage, server: PortalServer):
    page = new_page()
    page.add_init_script('localStorage.setItem("portal-reading", "{nonsense")')
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    ANSWER.open(page, server)
    page.get_by_role("button", name="Tăng cỡ chữ").click()
    assert complaints == []


def test_a_machine_without_a_voice_says_why(new_page: NewPage, server: PortalServer):
    page = new_page()
    ANSWER.open(page, server)
    page.get_by_role("button", name="Đọc bài").click()
    expect(page.locator("[data-aids] [role=status]")).to_contain_text(
        "chưa có giọng đọc tiếng Việt"
    )


def test_the_article_is_read_sentence_by_sentence(new_page: NewPage, server: PortalServer):
    page = new_page()
    page.add_init_script(VOICE)
    ANSWER.open(page, server)
    play = page.locator("[data-play]").last
    play.click()
    expect(play).to_have_text("Tạm dừng")
    play.click()
    assert page.evaluate("speechSynthesis.state") == "paused"
    expect(play).to_have_text("Đọc tiếp")
    play.click()
    said = page.evaluate(
        """() => {
            for (let turn = 0; turn < 200 && speechSynthesis.current; turn += 1)
                speechSynthesis.current.onend();
            return said;
        }"""
    )
    assert said[0].startswith("Phòng ngừa lừa đảo")
    assert "Nội dung của phần này." in said
    assert not any("Chép liên kết" in part or "Tăng cỡ chữ" in part for part in said)
    expect(page.locator("[data-aids] [role=status]")).to_have_text("Đã đọc hết bài.")
    expect(play).to_have_text("Đọc bài")


def test_voices_that_the_browser_tells_late_are_waited_for(new_page: NewPage, server: PortalServer):
    """Chrome answers the first question with none, and tells of its voices a moment later."""
    page = new_page()
    page.add_init_script(
        VOICE
        + """
        const told = speech.getVoices;
        speech.getVoices = () => [];
        speech.addEventListener = (_name, tell) => setTimeout(() => {
            speech.getVoices = told;
            tell();
        }, 200);
        """
    )
    ANSWER.open(page, server)
    play = page.locator("[data-play]").last
    play.evaluate("button => { button.click(); button.click(); }")
    expect(play).to_have_text("Tạm dừng")
    assert page.evaluate("said.length") == 1


def test_reading_stops_and_gives_the_focus_back(new_page: NewPage, server: PortalServer):
    page = new_page()
    page.add_init_script(VOICE)
    ANSWER.open(page, server)
    page.locator("[data-play]").last.click()
    stop = page.get_by_role("button", name="Dừng đọc")
    stop.focus()
    page.keyboard.press("Enter")
    expect(stop).to_be_hidden()
    expect(page.locator("button[data-play]")).to_be_focused()
    assert page.evaluate("speechSynthesis.state") == "idle"
