"""A contest by keyboard alone, without a script, and WCAG in the states that only answering leads to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from home.quizzes.models import QuizDraft, QuizEntry, QuizPage, WinnersNotice
from tests.browser.axe import violations
from tests.browser.conftest import AdminPage, NewPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.factories import make_user

pytestmark = pytest.mark.browser
ROOT = "/thi-tim-hieu-phap-luat/"


def press_until(page: Page, selector: str, presses: int = 60) -> None:
    """Tab to the element, as somebody does who has no mouse."""
    for _press in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("chosen => document.activeElement.matches(chosen)", selector):
            return
    raise AssertionError(f"not reached by Tab: {selector}")


def wait_a_little() -> None:
    """As if the paper had been in hand for minutes; robots are told by their haste."""
    QuizDraft.objects.update(created_at=timezone.now() - timedelta(minutes=5))


def fill_in(page: Page) -> None:
    typed = {"name": "Mẫu", "organisation": "9A", "telephone": "0912345678", "guess": "3"}
    for name, text in typed.items():
        page.locator(f"#id_{name}").fill(text)
    page.locator("#id_agrees").check()


def test_contest_by_keyboard_alone(new_page: NewPage, server: PortalServer, world: World) -> None:
    page = new_page(360, 740)
    page.goto(server.url(f"{ROOT}dang-mo/"))
    press_until(page, 'a[href="tham-gia/"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/tham-gia/")
    press_until(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**buoc=1")
    press_until(page, 'input[name="cau-q1"]')
    page.keyboard.press("Space")
    for key in ("q2-d1", "q2-d2"):
        press_until(page, f'input[value="{key}"]')
        page.keyboard.press("Space")
    expect(page.locator("[data-quiz-status]")).to_contain_text("Đã lưu lúc")
    press_until(page, 'input[name="cau-q3"]')
    page.keyboard.press("ArrowDown")
    press_until(page, 'button[value="tiep"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**buoc=2")
    wait_a_little()
    typed = {"name": "Nông Thị Mẫu", "organisation": "Lớp 9A", "telephone": "0912 345 678"}
    for name, text in {**typed, "guess": "12"}.items():
        press_until(page, f"#id_{name}")
        page.keyboard.type(text)
    press_until(page, "#id_agrees")
    expect(page.locator("#id_agrees")).not_to_be_checked()
    page.keyboard.press("Space")
    press_until(page, 'button[value="nop"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/da-nop/")
    entry = QuizEntry.objects.get(page__slug="dang-mo")
    assert entry.answers == {"q1": ["q1-d1"], "q2": ["q2-d1", "q2-d2"], "q3": ["q3-s1"]}
    expect(page.locator("main")).to_contain_text(entry.code)


@pytest.mark.parametrize("width", [360, 1440])
def test_no_violation_on_the_way_through_a_contest(
    width: int, new_page: NewPage, server: PortalServer, world: World
) -> None:
    page = new_page(width, 900, java_script_enabled=True)
    found: dict[str, list[str]] = {}
    page.goto(server.url(f"{ROOT}dang-mo/tham-gia/"))
    page.get_by_role("button", name="Bắt đầu làm bài").click()
    found["questions"] = violations(page)
    page.get_by_label("Ngày 9/11").check()
    page.get_by_role("button", name="Tiếp tục").click()
    found["last step"] = violations(page)
    wait_a_little()
    page.get_by_role("button", name="Nộp bài").click()
    expect(page.get_by_role("alert")).to_contain_text("Bài chưa nộp được")
    found["errors"] = violations(page)
    fill_in(page)
    QuizPage.objects.filter(slug="dang-mo").update(closes_at=timezone.now() - timedelta(minutes=1))
    page.get_by_role("button", name="Nộp bài").click()
    expect(page.locator("main")).to_contain_text("nên không được nhận")
    expect(page.locator("main")).to_contain_text("0912345678")
    found["refused"] = violations(page)
    QuizPage.objects.filter(slug="dang-mo").update(closes_at=timezone.now() + timedelta(hours=1))
    page.goto(server.url(f"{ROOT}dang-mo/tham-gia/?buoc=2"))
    fill_in(page)
    page.get_by_role("button", name="Nộp bài").click()
    page.wait_for_url("**/da-nop/")
    found["receipt"] = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert {state: told for state, told in found.items() if told} == {}


@pytest.mark.parametrize("width", [360, 1440])
def test_practice_without_a_script(
    width: int, new_page: NewPage, server: PortalServer, world: World
) -> None:
    page = new_page(width, 740, java_script_enabled=False)
    page.goto(server.url(f"{ROOT}luyen-tap/luyen-tap/"))
    page.get_by_label("Ngày 2/9").check()
    page.get_by_role("button", name="Kiểm tra").click()
    expect(page.get_by_role("status").first).to_contain_text("Chưa đúng")
    page.get_by_role("button", name="Câu tiếp theo").click()
    page.get_by_role("button", name="Bỏ qua câu này").click()
    page.get_by_label("Mọi người").check()
    page.get_by_role("button", name="Kiểm tra").click()
    page.get_by_role("button", name="Xem kết quả").click()
    expect(page.get_by_text("Bạn trả lời đúng 1/3 câu.")).to_be_visible()


def test_no_violation_while_practising(
    new_page: NewPage, server: PortalServer, world: World
) -> None:
    page = new_page(360, 740)
    page.goto(server.url(f"{ROOT}luyen-tap/luyen-tap/"))
    page.get_by_label("Ngày 9/11").check()
    page.get_by_role("button", name="Kiểm tra").click()
    feedback = violations(page)
    for name in ("Câu tiếp theo", "Bỏ qua câu này", "Bỏ qua câu này"):
        page.get_by_role("button", name=name).click()
    assert (feedback, violations(page)) == ([], [])


@pytest.mark.parametrize("width", [360, 1440])
def test_results_in_the_administration(
    width: int, admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    page = admin_page(make_user(), width)
    quiz = QuizPage.objects.get(slug="da-xong")
    page.goto(server.url(f"/admin/quizzes/{quiz.pk}/results/"))
    expect(page.locator(".quiz-chart").first).to_contain_text("3/3 bài đúng")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [360, 1440])
def test_key_is_corrected_and_both_screens_have_no_violation(
    width: int, admin_page: AdminPage, server: PortalServer, world: World
) -> None:
    quiz = QuizPage.objects.get(slug="da-xong")
    WinnersNotice.objects.filter(page=quiz).delete()
    page = admin_page(make_user(), width)
    page.goto(server.url(f"/admin/quizzes/{quiz.pk}/results/"))
    found = {"results": violations(page)}
    page.get_by_role("link", name="Sửa đáp án câu 1").click()
    page.get_by_label("Ngày 9/11").uncheck()
    page.get_by_label("Ngày 2/9").check()
    page.get_by_label("Lý do").fill("   ")
    page.get_by_role("button", name="Sửa đáp án và chấm lại").click()
    expect(page.get_by_role("alert").first).to_contain_text("Hãy ghi lý do")
    expect(page.get_by_label("Ngày 2/9")).to_be_checked()
    found["key"] = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_label("Lý do").fill("Luật mới có hiệu lực trước ngày thi.")
    page.get_by_role("button", name="Sửa đáp án và chấm lại").click()
    page.wait_for_url("**/results/")
    expect(page.locator("body")).to_contain_text("3 bài đổi điểm.")
    # Without Wagtail's message, which is pale while it comes in.
    page.reload()
    expect(page.locator("main")).to_contain_text("Đáp án đã sửa, bài đã chấm lại")
    found["corrected"] = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(server.url(f"{ROOT}da-xong/ket-qua/"))
    expect(page.locator("main")).to_contain_text("Kết quả đã được chấm lại")
    found["public"] = violations(page)
    assert {state: told for state, told in found.items() if told} == {}
