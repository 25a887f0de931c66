"""The check list comes before every submission, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page

from home.news.models import NewsPage
from portal.users.models import User
from tests.factories import make_image
from tests.moderation.people import (
    Staff,
    current,
    draft,
    edit,
    edit_url,
    form_of,
    fresh,
    index_of,
    said,
    send_back,
    signed_in,
    submit,
)
from units.models import Unit
from units.moderation.models import Decision, LedgerEntry
from units.moderation.submission import SubmissionStoppedError, latest_findings

pytestmark = pytest.mark.django_db
WARNED = "Liên hệ anh Mẫu theo số 0987 654 321 để biết thêm."
WRONG = "Người làm chứng có số căn cước 001095012345 đã khai."


def check_url(page: Page) -> str:
    return reverse("moderation_checklist", args=[page.pk])


def press_submit(page: Page, user: User) -> Any:
    return signed_in(user).post(edit_url(page), form_of(page, **{"action-submit": "1"}))


def press_restart(page: Page, user: User) -> Any:
    return signed_in(user).post(edit_url(page), form_of(page, **{"action-restart-workflow": "1"}))


def craft_submit(page: Page, user: User) -> Any:
    values = {"action-submit": "1", "warnings_read": "1", "revision": str(page.latest_revision_id)}
    return signed_in(user).post(edit_url(page), form_of(page, **values))


def craft_on_check_screen(page: Page, user: User) -> Any:
    return signed_in(user).post(check_url(page), {"revision": str(page.latest_revision_id)})


def submit_in_code(page: Page, user: User) -> Any:
    with pytest.raises(SubmissionStoppedError):
        submit(page, user)


WAYS: tuple[Callable[[Page, User], Any], ...] = (
    press_submit,
    press_restart,
    craft_submit,
    craft_on_check_screen,
    submit_in_code,
)


@pytest.mark.parametrize("lead", [WARNED, WRONG], ids=["warning", "error"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_way_leads_past_the_check_list(
    cao_loc: Unit, staff: Staff, way: Callable[[Page, User], Any], lead: str
) -> None:
    page = edit(draft(cao_loc, staff.author), staff.author, lead=lead)

    way(page, staff.author)

    assert fresh(page).current_workflow_state is None
    assert not LedgerEntry.objects.of_page(page.pk).exists()
    assert fresh(page).get_latest_revision_as_object().lead == lead


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_returned_item_is_checked_again_and_stays_returned(
    cao_loc: Unit, staff: Staff, way: Callable[[Page, User], Any]
) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    send_back(page, staff.leader)
    page = edit(page, staff.author, lead=WRONG)

    way(page, staff.author)

    assert fresh(page).current_workflow_state.status == "needs_changes"
    assert LedgerEntry.objects.of_page(page.pk).last().decision == Decision.RETURNED


def test_what_was_typed_is_saved_and_the_list_is_shown(cao_loc: Unit, staff: Staff) -> None:
    page = draft(cao_loc, staff.author)
    client = signed_in(staff.author)
    values = form_of(page, **{"action-submit": "1"}) | {"lead": WRONG, "title": "Tên vừa gõ"}

    answer = client.post(edit_url(page), values)

    assert answer.headers["location"] == check_url(page)
    latest = fresh(page).get_latest_revision_as_object()
    assert (latest.title, latest.lead) == ("Tên vừa gõ", WRONG)
    html = client.get(check_url(page)).content.decode()
    assert "Đã lưu bản nháp" in html
    assert "001095012345" in html
    assert "Quay lại sửa bài" in html
    assert 'name="warnings_read"' not in html


def test_new_page_submitted_in_one_go_becomes_a_draft_to_mend(cao_loc: Unit, staff: Staff) -> None:
    sample = draft(cao_loc, staff.author)
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", index_of(cao_loc).pk])
    values = form_of(sample, **{"action-submit": "1"})
    client = signed_in(staff.author)

    answer = client.post(url, values | {"slug": "moi", "title": "Bài mới", "lead": WARNED})

    page = NewsPage.objects.get(slug="moi")
    assert answer.headers["location"] == check_url(page)
    assert page.current_workflow_state is None
    assert page.subscribers.filter(user=staff.author).exists()
    client.post(url, values | {"slug": "sach", "title": "Bài sạch"})
    assert current(NewsPage.objects.get(slug="sach"))


def test_confirmed_warnings_let_the_item_pass_and_stand_in_the_history(
    cao_loc: Unit, staff: Staff
) -> None:
    page = edit(draft(cao_loc, staff.author), staff.author, lead=WARNED)
    client = signed_in(staff.author)
    assert 'name="warnings_read"' in client.get(check_url(page)).content.decode()

    answer = client.post(
        check_url(page), {"revision": page.latest_revision_id, "warnings_read": "1"}
    )

    assert "Đã gửi duyệt" in said(answer)
    row = LedgerEntry.objects.of_page(page.pk).get()
    assert row.decision == Decision.SUBMITTED
    assert "xác nhận 1 điểm" in row.text
    shown = signed_in(staff.leader).get(reverse("moderation_item", args=[page.pk]))
    assert "0987 654 321" in shown.content.decode()


def test_tick_holds_for_the_version_that_was_shown(cao_loc: Unit, staff: Staff) -> None:
    page = edit(draft(cao_loc, staff.author), staff.author, lead=WARNED)
    seen = page.latest_revision_id
    edit(page, staff.author, lead=WARNED.replace("654 321", "123 456"))

    answer = signed_in(staff.author).post(check_url(page), {"revision": seen, "warnings_read": "1"})

    assert "phiên bản mới" in said(answer)
    assert fresh(page).current_workflow_state is None


def test_tick_does_not_help_against_errors(cao_loc: Unit, staff: Staff) -> None:
    page = edit(draft(cao_loc, staff.author), staff.author, lead=f"{WARNED} {WRONG}")
    values = {"revision": page.latest_revision_id, "warnings_read": "1"}

    answer = signed_in(staff.author).post(check_url(page), values)

    assert "còn lỗi phải sửa" in said(answer)
    assert fresh(page).current_workflow_state is None


def test_clean_item_is_submitted_from_the_check_screen_once(cao_loc: Unit, staff: Staff) -> None:
    page = draft(cao_loc, staff.author)
    client = signed_in(staff.author)

    assert "Không thấy lỗi nào" in client.get(check_url(page)).content.decode()
    for _click in range(2):
        client.post(check_url(page), {"revision": page.latest_revision_id})

    assert LedgerEntry.objects.of_page(page.pk).count() == 1


@pytest.mark.parametrize("who", ["colleague", "other_author", "other_leader"])
def test_strangers_neither_see_nor_submit(cao_loc: Unit, staff: Staff, who: str) -> None:
    page, client = draft(cao_loc, staff.author), signed_in(getattr(staff, who))

    assert client.get(check_url(page)).status_code == 302
    client.post(check_url(page), {"revision": page.latest_revision_id})

    assert fresh(page).current_workflow_state is None


def test_restart_of_a_returned_item_is_a_submission(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    send_back(page, staff.leader)

    press_restart(page, staff.author)

    assert current(page).task.name == "Lãnh đạo đơn vị duyệt"
    decisions = LedgerEntry.objects.of_page(page.pk).values_list("decision", flat=True)
    assert list(decisions) == ["submitted", "returned", "submitted"]


def test_restart_under_review_changes_nothing(province: Unit, staff: Staff) -> None:
    page = submit(draft(province, staff.board), staff.board)
    state = current(page)

    answer = press_restart(page, staff.board)

    assert "rút bài" in said(answer)
    assert current(page).pk == state.pk


def picture_form(page: Page, **actions: str) -> dict[str, str]:
    image = make_image(description="")
    block = {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "image",
        "body-0-id": "",
        "body-0-value-image": str(image.pk),
        "body-0-value-alt_text": "",
        "body-0-value-caption": "",
        "body-0-value-credit": "",
    }
    return form_of(page, **actions) | block


def test_draft_with_a_picture_that_says_nothing_is_saved_and_not_submitted(
    cao_loc: Unit, staff: Staff
) -> None:
    page, client = draft(cao_loc, staff.board), signed_in(staff.board)

    client.post(edit_url(page), picture_form(page))
    saved = fresh(page).get_latest_revision_as_object()
    assert [child.block_type for child in saved.body] == ["image"]
    answer = client.post(edit_url(page), picture_form(page, **{"action-submit": "1"}))
    assert "body" in answer.context["form"].errors
    answer = client.post(check_url(page), {"revision": fresh(page).latest_revision_id})

    assert "còn lỗi" in said(answer)
    assert "Ảnh chưa có văn bản thay thế" in client.get(check_url(page)).content.decode()
    assert fresh(page).current_workflow_state is None


def test_draft_without_what_is_required_is_saved_and_not_submitted(
    cao_loc: Unit, staff: Staff
) -> None:
    page, client = draft(cao_loc, staff.author), signed_in(staff.author)
    heading = {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "heading",
        "body-0-id": "",
        "body-0-value-text": "",
        "body-0-value-level": "2",
    }

    client.post(edit_url(page), form_of(page) | heading)
    page = edit(page, staff.author, topics=[])
    client.post(check_url(page), {"revision": page.latest_revision_id})

    findings = latest_findings(fresh(page))
    assert [(finding.key, str(finding.where)) for finding in findings] == [
        ("part_missing", "Nội dung, khối 1"),
        ("part_missing", "Chủ đề"),
    ]
    assert fresh(page).current_workflow_state is None
