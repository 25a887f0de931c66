"""Two people act on one item at the same moment, each on a PostgreSQL connection of his own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import Any
from unittest import mock

import pytest
from django.db import connection
from django.urls import reverse
from wagtail.models import Page

from portal.users.models import User
from tests.moderation.people import (
    Staff,
    current,
    draft,
    edit_url,
    form_of,
    fresh,
    make_staff,
    said,
    signed_in,
    submit,
)
from tests.services.conftest import planted_portal, somebody_waits, wait_until
from units.moderation import notices
from units.moderation.models import LedgerEntry, PendingMail, ReturnReason
from units.publication.direct import review_required

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
Act = Callable[[Page, User], Any]


@pytest.fixture
def item() -> Iterator[tuple[Page, Staff]]:
    """An item at the unit's step; its unit has two leaders."""
    assert connection.vendor == "postgresql"
    portal = planted_portal("cao-loc", "bac-son")
    staff = make_staff(portal.unit("cao-loc"), portal.unit("bac-son"))
    with review_required():
        page = submit(draft(portal.unit("cao-loc"), staff.author), staff.author)
        PendingMail.objects.all().delete()
        yield page, staff


@contextmanager
def held_before_commit(name: str) -> Iterator[tuple[Event, Event]]:
    """The first who comes to the mails of a decision waits there, with everything done but the commit."""
    reached, go_on = Event(), Event()
    real = getattr(notices, name)

    def slow(*args: Any, **kwargs: Any) -> None:
        if not reached.is_set():
            reached.set()
            assert go_on.wait(20)
        real(*args, **kwargs)

    with mock.patch.object(notices, name, slow):
        yield reached, go_on


def in_thread(pool: ThreadPoolExecutor, act: Act, page: Page, user: User) -> Future[Any]:
    def work() -> Any:
        try:
            with review_required():
                return act(page, user)
        finally:
            connection.close()

    return pool.submit(work)


def both(first: Act, second: Act, page: Page, one: User, two: User, where: str) -> tuple[Any, Any]:
    """Let the second begin while the first is not committed yet; the answers of both."""
    with held_before_commit(where) as (reached, go_on), ThreadPoolExecutor(2) as pool:
        quicker = in_thread(pool, first, page, one)
        assert reached.wait(20), quicker.exception()
        slower = in_thread(pool, second, page, two)
        assert wait_until(somebody_waits), "the second one did not wait for the first"
        go_on.set()
        return quicker.result(20), slower.result(20)


def approve(page: Page, user: User) -> Any:
    url = reverse("moderation_approve", args=[current(page).pk])
    return signed_in(user).post(url, {"revision": page.latest_revision_id})


def send_back(page: Page, user: User) -> Any:
    url = reverse("moderation_return", args=[current(page).pk])
    reason = ReturnReason.objects.get(code="trung-lap")
    values = {"revision": page.latest_revision_id, "reason": reason.pk, "comment": "Đã có bài khác"}
    return signed_in(user).post(url, values)


def approve_in_wagtails_view(page: Page, user: User) -> Any:
    name = "wagtailadmin_pages:workflow_action"
    return signed_in(user).post(reverse(name, args=[page.pk, "approve", current(page).pk]))


def approve_in_the_editor(page: Page, user: User) -> Any:
    values = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    return signed_in(user).post(edit_url(page), form_of(page, **values))


@pytest.mark.parametrize(
    ("first", "second", "done", "told"),
    [
        (approve, approve, "unit_approved", "đơn vị duyệt"),
        (approve, send_back, "unit_approved", "đơn vị duyệt"),
        (send_back, approve, "returned", "trả lại"),
        (send_back, approve_in_wagtails_view, "returned", "trả lại"),
        (send_back, approve_in_the_editor, "returned", "trả lại"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_second_is_told_what_the_first_did(
    item: tuple[Page, Staff], first: Act, second: Act, done: str, told: str
) -> None:
    page, staff = item

    _answer, late = both(first, second, page, staff.leader, staff.deputy, "decided")

    assert "lanh-dao (mẫu)" in said(late)
    assert told in said(late)
    decisions = LedgerEntry.objects.of_page(page.pk).values_list("decision", flat=True)
    assert list(decisions) == ["submitted", done]
    assert PendingMail.objects.filter(user=staff.author).count() == 1


def test_two_clicks_on_submit_begin_one_round(item: tuple[Page, Staff]) -> None:
    page, staff = item
    fresh(page).current_workflow_state.cancel(user=staff.author)

    def send(page: Page, user: User) -> Any:
        url = reverse("moderation_checklist", args=[page.pk])
        return signed_in(user).post(url, {"revision": page.latest_revision_id})

    _answer, late = both(send, send, page, staff.author, staff.author, "step_entered")

    assert "đang được duyệt rồi" in said(late)
    decisions = LedgerEntry.objects.of_page(page.pk).values_list("decision", flat=True)
    assert list(decisions) == ["submitted", "withdrawn", "submitted"]
