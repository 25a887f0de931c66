"""The queue, an item's page, previews and the start pages of each role."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from portal.traffic.models import CountKind, DailyCount
from tests.moderation.people import (
    Staff,
    approve,
    current,
    draft,
    fresh,
    said,
    send_back,
    signed_in,
    submit,
    through,
)
from units.models import Unit
from units.moderation.models import ReturnReason, ReviewStep

pytestmark = pytest.mark.django_db
QUEUE = "moderation_queue"


def titles(client: object, **query: str) -> list[str]:
    html = client.get(reverse(QUEUE), query).content.decode()
    return re.findall(r'<h2 class="review-title"><a [^>]*>([^<]*)</a>', html)


def test_leader_sees_what_waits_for_him_oldest_first(
    cao_loc: Unit, bac_son: Unit, staff: Staff
) -> None:
    for title in ("Một", "Hai"):
        submit(draft(cao_loc, staff.author, title), staff.author)
    submit(draft(bac_son, staff.other_author, "Nơi khác"), staff.other_author)
    submit(draft(cao_loc, staff.leader, "Của tôi"), staff.leader)

    assert titles(signed_in(staff.leader)) == ["Một", "Hai"]
    assert titles(signed_in(staff.leader), **{"cua-toi": "", "don-vi": "bac-son"}) == ["Một", "Hai"]
    assert signed_in(staff.author).get(reverse(QUEUE)).status_code == 302


def test_board_filters_by_unit_topic_late_and_returned(
    cao_loc: Unit, bac_son: Unit, staff: Staff
) -> None:
    late = submit(draft(cao_loc, staff.author, "Muộn"), staff.author)
    ReviewStep.objects.filter(page=late.pk).update(due_at=timezone.now() - timedelta(hours=1))
    back = submit(draft(bac_son, staff.other_author, "Trả rồi"), staff.other_author)
    send_back(back, staff.other_leader)
    submit(back, staff.other_author)
    client = signed_in(staff.board)

    assert titles(client) == ["Muộn", "Trả rồi"]
    assert titles(client, **{"don-vi": "bac-son"}) == ["Trả rồi"]
    assert titles(client, **{"qua-han": "1"}) == ["Muộn"]
    assert titles(client, **{"da-tra": "1"}) == ["Trả rồi"]
    assert titles(client, **{"chu-de": "Án hình sự"}) == ["Muộn", "Trả rồi"]
    assert titles(client, **{"chu-de": "Không có"}) == []
    assert titles(client, **{"cua-toi": "1"}) == []
    assert "Quá hạn" in client.get(reverse(QUEUE)).content.decode()


def test_approve_and_return_from_the_queue(cao_loc: Unit, staff: Staff) -> None:
    page = submit(draft(cao_loc, staff.author, "Bài"), staff.author)
    seen = {"revision": page.latest_revision_id, "next": reverse(QUEUE)}

    answer = signed_in(staff.leader).post(
        reverse("moderation_approve", args=[current(page).pk]), seen
    )
    assert answer.headers["location"] == reverse(QUEUE)
    assert "Đã duyệt" in said(answer)
    reason = ReturnReason.objects.first()
    answer = signed_in(staff.board).post(
        reverse("moderation_return", args=[current(page).pk]),
        {**seen, "reason": reason.pk, "comment": "Thêm ảnh", "next": "https://xau.example/"},
    )
    assert answer.headers["location"] == reverse(QUEUE)
    assert fresh(page).current_workflow_task_state is None


def test_item_page_tells_who_did_what_and_preview_is_the_public_page(
    cao_loc: Unit, staff: Staff
) -> None:
    page = submit(draft(cao_loc, staff.author, "Bài"), staff.author)
    send_back(page, staff.leader, "Thiếu nguồn")
    item = reverse("moderation_item", args=[page.pk])

    for user in (staff.author, staff.leader, staff.board):
        html = signed_in(user).get(item).content.decode()
        assert "Thiếu nguồn" in html
        assert "Lộ dữ liệu cá nhân" in html
        assert "lanh-dao (mẫu)" in html
    for user in (staff.other_author, staff.other_leader, staff.colleague):
        assert signed_in(user).get(item).status_code == 302
        frame = reverse("moderation_preview_frame", args=[page.pk])
        assert signed_in(user).get(frame).status_code == 302
    shell = signed_in(staff.leader).get(
        reverse("moderation_preview", args=[page.pk]), {"rong": "dien-thoai"}
    )
    assert 'width="390"' in shell.content.decode()
    frame = signed_in(staff.leader).get(reverse("moderation_preview_frame", args=[page.pk]))
    assert page.lead in frame.content.decode()
    assert frame.headers["x-frame-options"] == "SAMEORIGIN"


def test_start_page_of_each_role(cao_loc: Unit, bac_son: Unit, staff: Staff) -> None:
    returned = submit(draft(cao_loc, staff.author, "Bị trả"), staff.author)
    send_back(returned, staff.leader, "Thiếu nguồn")
    draft(cao_loc, staff.author, "Bản nháp riêng")
    submit(draft(cao_loc, staff.author, "Đang chờ"), staff.author)
    home = reverse("wagtailadmin_home")

    author = signed_in(staff.author).get(home).content.decode()
    assert author.index("Thiếu nguồn") < author.index("Bản nháp riêng")
    assert "Chờ tôi duyệt: 1" in signed_in(staff.leader).get(home).content.decode()
    board = signed_in(staff.board).get(home).content.decode()
    assert re.search(r"<strong>1</strong>\s+chờ đơn vị", board)
    assert re.search(rf"<span>{cao_loc.name}</span>.*<strong>2</strong>", board)
    # Wagtail's own lists of what waits say the same in its own words.
    for stock in ("panel-awaiting-review", "panel-objects-in-workflow"):
        assert stock not in author + board
    silent = board[board.index("không gửi bài") :].split("</section>")[0]
    assert bac_son.short_name in silent
    assert cao_loc.short_name not in silent


def test_settings_lists_are_the_boards(cao_loc: Unit, staff: Staff) -> None:
    for name in ("calendar_holiday", "moderation_returnreason"):
        url = reverse(f"{name}_modeladmin_index")
        assert signed_in(staff.board).get(url).status_code == 200
        assert signed_in(staff.leader).get(url).status_code == 302


def test_two_hundred_items_open_in_thirty_queries(
    cao_loc: Unit, bac_son: Unit, staff: Staff, django_assert_max_num_queries: object
) -> None:
    page = submit(draft(cao_loc, staff.author), staff.author)
    for number in range(8):
        submit(draft(bac_son, staff.other_author, f"Bài {number}"), staff.other_author)
    approve(page, staff.leader)
    client = signed_in(staff.board)
    client.get(reverse(QUEUE))
    copy_steps(200)
    for cache in caches.all():
        cache.clear()

    with django_assert_max_num_queries(30):
        html = client.get(reverse(QUEUE)).content.decode()

    assert html.count('class="review-item"') == 50


def copy_steps(amount: int) -> None:
    """Many rows of the queue without the seconds that as many submissions take."""
    from wagtail.models import TaskState

    step = ReviewStep.objects.open().select_related("task_state").last()
    barred = list(step.bars.values_list("user_id", flat=True))
    state = step.task_state
    for _number in range(amount):
        state.pk = None
        state._state.adding = True
        TaskState.save(state)
        step.pk, step.task_state = None, state
        step._state.adding = True
        step.save(force_insert=True)
        step.bars.bulk_create([step.bars.model(step=step, user_id=user) for user in barred])


def test_published_items_stand_on_the_authors_page_with_their_views(
    cao_loc: Unit, staff: Staff
) -> None:
    page = through(cao_loc, staff.author, staff.leader, staff.board, title="Được đọc nhiều")
    waiting = submit(draft(cao_loc, staff.author, "Đang chờ"), staff.author)
    for day, count in (("2026-11-01", 1200), ("2026-11-02", 34)):
        DailyCount.objects.create(
            content_type=ContentType.objects.get_for_model(Page),
            object_id=page.pk,
            kind=CountKind.VIEW,
            day=day,
            count=count,
        )

    html = signed_in(staff.author).get(reverse("wagtailadmin_home")).content.decode()

    assert "1.234 lượt xem" in html
    assert f"chờ Đơn vị, hạn {ReviewStep.objects.get(page=waiting.pk).due_words}" in html
