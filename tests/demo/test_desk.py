"""What lies on the desks of the sample: made by the real reviews, never public, and taken away again."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, ReferenceIndex, TaskState, WorkflowState

from home.news.models import NewsPage
from portal.calendar.rules.office_hours import SHIFTS
from portal.demo.desk import ABSENCE, ITEMS
from portal.demo.removal import remove
from portal.seam.past_clock import clock_at
from portal.users.models import User
from search.bulk import indexed_at_the_end
from search.models import IndexEntry
from tests.databases import Databases
from tests.demo.loading import NOW, quiet
from units.models import Unit
from units.moderation import ledger
from units.moderation.ledger_filters import readable
from units.moderation.models import (
    Decision,
    Delegation,
    LedgerEntry,
    PendingMail,
    ReviewStep,
    Stage,
)
from units.moderation.models.ledger import LedgerQuerySet
from units.moderation.panels import load_this_month, silent_units
from units.moderation.waiting import waiting_for
from units.publication.direct import allow_direct_publication


@pytest.fixture(autouse=True)
def desk(desk_database: Databases, db: None) -> Iterator[None]:
    """Each test in a savepoint, at the hour of loading."""
    with clock_at(NOW):
        yield


def person(name: str) -> User:
    return User.objects.get(username=name)


def told_of_pages() -> LedgerQuerySet:
    """Wagtail's own welcome page, which gave way to the province, is no part of the sample."""
    return LedgerEntry.objects.exclude(page_title__startswith="Welcome to")


def items(state: str) -> list[NewsPage]:
    """Sample items whose review stands like this."""
    states = WorkflowState.objects.active().filter(status=state)
    return list(NewsPage.objects.filter(pk__in=[int(row.object_id) for row in states]))


def test_items_wait_at_both_steps_in_several_units() -> None:
    steps = list(ReviewStep.objects.open())
    at = {stage: {step.unit_id for step in steps if step.stage == stage} for stage in Stage.values}
    assert len(at[Stage.UNIT]) >= 4
    assert len(at[Stage.BOARD]) >= 3
    assert [step.page.title for step in steps if step.is_late] == [
        "Trực tiếp kiểm sát việc thi hành án dân sự sáu tháng đầu năm"
    ]
    assert [step.returned_before for step in steps if step.returned_before] == [1]


def test_every_newcomer_finds_something_to_do() -> None:
    assert len(waiting_for(person("bbt"))) >= 4
    assert len(waiting_for(person("cao-loc-lanhdao"))) == 2
    assert len(waiting_for(person("phong-1-lanhdao"))) == 1
    author = person("cao-loc-ctv")
    mine = NewsPage.objects.filter(owner=author)
    returned = {page.pk for page in items(WorkflowState.STATUS_NEEDS_CHANGES)}
    assert mine.filter(pk__in=returned).count() == 1
    assert mine.filter(live=True).count() == 1
    assert mine.filter(live=False).count() > 3


def test_what_came_back_says_why() -> None:
    pages = items(WorkflowState.STATUS_NEEDS_CHANGES)
    last = [LedgerEntry.objects.of_page(page.pk).last() for page in pages]
    assert {row.reason_code for row in last if row} == {"du-lieu-ca-nhan", "suy-doan-vo-toi"}
    assert all(row is not None and row.text for row in last)


def test_the_deputy_of_an_absent_leader_decides_in_his_name() -> None:
    unit = Unit.objects.get(slug=ABSENCE.unit_slug)
    assert Delegation.objects.active().get().unit == unit
    row = LedgerEntry.objects.exclude(on_behalf_id=None).get()
    assert (row.unit_id, row.decision) == (unit.pk, Decision.UNIT_APPROVED)
    assert len(waiting_for(person(f"{unit.slug}-{ABSENCE.delegate}"))) == 1


def test_the_board_sees_load_silence_late_decisions_and_a_correction() -> None:
    loads = {row["unit_name"]: row["total"] for row in load_this_month()}
    assert len(loads) >= 6
    assert len(set(loads.values())) >= 3
    silent = {unit.slug for unit in silent_units()}
    assert {"dinh-lap", "van-quan"} <= silent
    assert "cao-loc" not in silent
    assert LedgerEntry.objects.filter(was_late=True, decision=Decision.UNIT_APPROVED).count() == 1
    (title,) = LedgerEntry.objects.filter(decision=Decision.URGENT).values_list(
        "page_title", flat=True
    )
    rows = LedgerEntry.objects.filter(page_title=title).order_by("pk")
    assert rows.values_list("decision", flat=True).last() == Decision.URGENT


def test_days_of_the_ledger_are_those_on_which_it_happened() -> None:
    rows = LedgerEntry.objects.exclude(decision__in=(Decision.DIRECT, Decision.UNPUBLISHED))
    moments = [timezone.localtime(row.at) for row in rows.order_by("pk")]
    assert moments == sorted(moments)
    assert moments[-1] < NOW
    assert len({moment.date() for moment in moments}) > 6
    for moment in moments:
        assert moment.weekday() < 5
        assert any(opens <= moment.time() <= closes for opens, closes in SHIFTS), moment
    steps = ReviewStep.objects.exclude(closed_at=None)
    assert all(step.entered_at < step.closed_at < NOW for step in steps)


def test_nothing_was_written_past_the_rules() -> None:
    """Each row has its twin in the log, no item is public without both approvals, nobody judges himself."""
    rows = LedgerEntry.objects.order_by("at", "pk")
    told = sorted(ledger.derive(), key=lambda row: row.at)
    assert [row.digest for row in rows] == [row.digest for row in told]
    for page in NewsPage.objects.live():
        decisions = set(LedgerEntry.objects.of_page(page.pk).values_list("decision", flat=True))
        assert {Decision.UNIT_APPROVED, Decision.BOARD_APPROVED} <= decisions
        assert Decision.DIRECT not in decisions
    decided = LedgerEntry.objects.filter(stage__gt="").exclude(
        decision__in=(Decision.SUBMITTED, Decision.WITHDRAWN)
    )
    assert not any(row.actor_id == row.author_id for row in decided)


def test_only_what_the_board_approved_is_public() -> None:
    approved = [
        item.title
        for item in ITEMS
        if [step.act for step in item.story if step.act != "correct"][-2:] == ["approve"] * 2
    ]
    assert set(NewsPage.objects.live().values_list("title", flat=True)) == set(approved)
    assert NewsPage.objects.count() == len(ITEMS)
    hidden = NewsPage.objects.filter(live=False)
    assert not IndexEntry.objects.filter(page__in=hidden).exists()
    for page in hidden:
        host, _slash, path = page.full_url.removeprefix("http://").partition("/")
        client = Client(headers={"host": host})
        assert client.get(f"/{path}").status_code == 404, page
        assert page.title not in client.get("/tim-kiem/", {"q": page.title}).content.decode().split(
            "<main", 1
        )[1].replace(f'value="{page.title}"', "").replace(f"“{page.title}”", "")


def test_each_reader_of_the_ledger_sees_his_own_rows() -> None:
    unit = Unit.objects.get(slug="cao-loc")
    own = readable(person("cao-loc-lanhdao"))
    assert set(own.values_list("unit_id", flat=True)) == {unit.pk}
    assert readable(person("bbt")).count() > own.count() > 8


def test_nobody_gets_a_mail() -> None:
    assert not PendingMail.objects.exists()


def test_indexes_know_what_was_loaded() -> None:
    page = NewsPage.objects.exclude(lead_image=None)[0]
    assert ReferenceIndex.get_references_to(page.lead_image).exists()
    for live in Page.objects.live().filter(depth__gt=1):
        assert IndexEntry.objects.filter(page=live).exists(), live
    assert NewsPage.objects.search(page.title).count() >= 1


def test_everything_goes_again() -> None:
    """The ledger's rows, too: what they tell of never happened."""
    remove(quiet)
    for model in (NewsPage, ReviewStep, Delegation, PendingMail, User, Unit):
        assert not model._default_manager.exists(), model
    assert not TaskState.objects.exists()
    assert not WorkflowState.objects.exists()
    assert not told_of_pages().exists()
    titles = set(PageLogEntry.objects.values_list("label", flat=True))
    assert not titles & {item.title for item in ITEMS}


def test_the_ledger_of_a_real_page_stays() -> None:
    page = Page.objects.get(depth=1)
    row = ledger.record_decision(Decision.REFUSED, page, unit=None, actor=None, text="thật")
    remove(quiet)
    assert list(told_of_pages().values_list("pk", flat=True)) == [row.pk]


def test_an_error_leaves_the_signals_as_they_were() -> None:
    with pytest.raises(RuntimeError), indexed_at_the_end():
        raise RuntimeError
    page = NewsPage.objects.live()[0]
    with patch("search.signals.services.index_page") as index:
        page.save_revision()
        with allow_direct_publication("thử"):
            page.get_latest_revision().publish()
    assert index.called
    assert ReferenceIndex.get_references_to(page.lead_image).exists()
