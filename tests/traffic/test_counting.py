"""Views and downloads are counted apart; programs, reloads and floods are not counted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Page

from portal.traffic.marks import MARKS_PER_LINE, Visitor, forget_marks
from portal.traffic.models import DailyCount, DailySalt, DailyVisitors, Mark
from portal.traffic.services import (
    Totals,
    count_download,
    count_view,
    count_visit,
    totals_of,
    visitor_figures,
)
from tests.factories import make_document, make_news
from units.models import Unit

pytestmark = pytest.mark.django_db
BROWSER = "Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36"


def asks(
    line: str = "192.0.2.1", browser: str = BROWSER, method: str = "GET", **headers: str
) -> Any:
    return RequestFactory().generic(
        method, "/", REMOTE_ADDR=line, headers={"User-Agent": browser, **headers}
    )


def test_views_and_downloads_are_counted_apart(cao_loc: Unit):
    page = make_news(cao_loc)
    assert count_view(page, asks())
    assert count_view(page, asks("192.0.2.2"))
    assert count_download(page, asks())
    assert totals_of([page]) == {page.pk: Totals(views=2, downloads=1)}


def test_a_page_is_the_same_thing_whatever_class_it_was_read_as(cao_loc: Unit):
    page = make_news(cao_loc)
    count_view(page, asks())
    count_view(page.page_ptr, asks("192.0.2.2"))
    assert totals_of([page])[page.pk].views == 2
    assert totals_of([page.page_ptr])[page.pk].views == 2


def test_a_document_with_the_number_of_a_page_is_another_thing(cao_loc: Unit):
    page, document = make_news(cao_loc), make_document()
    type(document).objects.filter(pk=document.pk).update(id=page.pk)
    document.pk = page.pk
    count_download(document, asks())
    assert totals_of([page])[page.pk] == Totals()
    assert totals_of([document])[page.pk] == Totals(downloads=1)


def test_a_reload_does_not_count_until_half_an_hour_has_passed(cao_loc: Unit):
    page = make_news(cao_loc)
    assert [count_view(page, asks()) for _time in range(3)] == [True, False, False]
    Mark.objects.update(seen_at=timezone.now() - timedelta(minutes=31))
    assert [count_view(page, asks()) for _time in range(2)] == [True, False]
    assert totals_of([page])[page.pk].views == 2


@pytest.mark.parametrize(
    "request_",
    [
        asks(browser="Googlebot/2.1"),
        asks(browser=""),
        asks(method="HEAD"),
        asks(**{"Sec-Purpose": "prefetch"}),
    ],
)
def test_programs_heads_and_guesses_do_not_count(cao_loc: Unit, request_: Any):
    page = make_news(cao_loc)
    assert not count_view(page, request_)
    assert not count_download(page, request_)
    count_visit(request_)
    assert not DailyCount.objects.exists()
    assert not Mark.objects.exists()
    assert not DailyVisitors.objects.exists()


def test_the_rest_of_a_download_does_not_count(cao_loc: Unit):
    page = make_news(cao_loc)
    assert not count_download(page, asks(Range="bytes=1000-"))
    assert count_download(page, asks(Range="bytes=0-"))


def test_one_line_cannot_count_without_bound_by_changing_its_browser(cao_loc: Unit):
    page = make_news(cao_loc)
    now = timezone.now()
    line = Visitor(asks()).line
    Mark.objects.bulk_create(
        Mark(key=str(n), line=line, seen_at=now) for n in range(MARKS_PER_LINE)
    )
    assert not count_view(page, asks(browser=f"{BROWSER} other"))
    count_visit(asks(browser=f"{BROWSER} other"))
    assert not DailyVisitors.objects.exists()
    assert count_view(page, asks("192.0.2.2"))


def test_all_addresses_of_one_ipv6_line_are_one():
    lines = {Visitor(asks(line)).line for line in ("2001:db8::1", "2001:db8::ffff:2")}
    assert len(lines) == 1
    assert Visitor(asks("2001:db8:0:1::1")).line not in lines


def test_no_address_and_no_browser_is_kept(cao_loc: Unit):
    count_view(make_news(cao_loc), asks("192.0.2.77"))
    count_visit(asks("192.0.2.77"))
    for model in (Mark, DailyCount, DailyVisitors, DailySalt):
        for row in model.objects.values():
            words = " ".join(str(value) for value in row.values())
            assert "192.0.2.77" not in words
            assert "Mozilla" not in words


def test_the_night_throws_away_salts_and_marks_and_keeps_the_counts(cao_loc: Unit):
    page = make_news(cao_loc)
    count_view(page, asks())
    yesterday = timezone.now() - timedelta(days=1)
    Mark.objects.update(seen_at=yesterday)
    DailySalt.objects.update(day=timezone.localdate() - timedelta(days=1))
    assert count_view(page, asks("192.0.2.3"))
    forget_marks()
    assert Mark.objects.count() == 1
    assert list(DailySalt.objects.values_list("day", flat=True)) == [timezone.localdate()]
    assert totals_of([page])[page.pk].views == 2


def test_a_visitor_counts_once_a_day_and_is_online_while_active():
    for _time in range(2):
        count_visit(asks())
    count_visit(asks("192.0.2.2"))
    DailyVisitors.objects.create(day=timezone.localdate() - timedelta(days=400), count=1000)
    figures = visitor_figures()
    assert (figures.online, figures.today, figures.month, figures.total) == (2, 2, 2, 1002)


def test_who_left_is_not_online():
    count_visit(asks())
    Mark.objects.update(seen_at=timezone.now() - timedelta(minutes=6))
    assert visitor_figures().online == 0


def test_totals_are_read_in_one_query(cao_loc: Unit, django_assert_num_queries: Any):
    pages = [make_news(cao_loc) for _number in range(3)]
    today = timezone.localdate()
    count_view(pages[0], asks())
    DailyCount.objects.filter(object_id=pages[0].pk).update(day=today - timedelta(days=9))
    count_view(pages[0], asks("192.0.2.2"))
    with django_assert_num_queries(1):
        totals = totals_of(pages)
    assert [totals[page.pk].views for page in pages] == [2, 0, 0]
    with django_assert_num_queries(0):
        assert totals_of([]) == {}


def test_a_count_that_somebody_else_began_is_gone_on_with(cao_loc: Unit):
    """What two at once run into: the row appears between looking for it and making it."""
    page = make_news(cao_loc)
    real, made = DailyCount.objects.none().bulk_create, []

    def begin(*_args: Any) -> Any:
        sql = _args[1]
        if sql.startswith("INSERT") and "traffic_dailycount" in sql and not made:
            made.append(True)
            count = DailyCount(
                content_type=ContentType.objects.get_for_model(Page), object_id=page.pk, kind="view",
                day=timezone.localdate(), count=5,
            )  # fmt: skip
            real([count])
        return _args[0](*_args[1:])

    with connection.execute_wrapper(begin):
        assert count_view(page, asks())
    assert made
    assert totals_of([page])[page.pk].views == 6
