"""The address that pages report to: public pages alone, the same answer for everything else."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from home.news.models import NewsPage
from portal.traffic.models import DailyCount, DailyVisitors
from portal.traffic.services import totals_of
from tests.factories import browser, make_news, make_notice, news_index
from units.models import Unit

pytestmark = pytest.mark.django_db
AGENT = "Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36"


def visitor(host: str = "localhost", **headers: str) -> Client:
    client = browser(host)
    names = {"HTTP_USER_AGENT": AGENT}
    names |= {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    client.defaults.update(names)
    return client


def report(page: Any = None, client: Client | None = None) -> Any:
    data = {} if page is None else {"trang": str(getattr(page, "pk", page))}
    return (client or visitor()).post("/_dem/", data)


def test_a_view_of_a_public_page_is_counted_and_told(cao_loc: Unit):
    page = make_news(cao_loc)
    answer = report(page)
    assert answer.status_code == 200
    assert answer.json() == {"online": "1", "today": "1", "month": "1", "total": "1", "views": "1"}
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert report(page).json()["views"] == "1"


def test_figures_are_written_as_people_read_them(cao_loc: Unit):
    page = make_news(cao_loc)
    report(page)
    DailyCount.objects.update(count=9_608_758)
    assert report(page).json()["views"] == "9.608.758"


def test_a_page_without_a_counter_counts_the_visit_alone(portal: Any):
    answer = report()
    assert set(answer.json()) == {"online", "today", "month", "total"}
    assert DailyVisitors.objects.get().count == 1
    assert not DailyCount.objects.exists()


def test_what_the_public_does_not_see_answers_like_what_does_not_exist(cao_loc: Unit):
    draft = make_news(cao_loc, live=False)
    private = make_news(cao_loc)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    uncounted = news_index(cao_loc)
    unknown = [draft, private, uncounted, 0, 99_999_999, "9" * 15]
    odd = ["", "x", "-1", "1.0", "²", "1\x00", "9" * 4000, " 1"]
    answers = [report(page) for page in [*unknown, *odd]]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, b"{}")}
    assert not DailyCount.objects.exists()


def test_a_page_that_is_taken_off_stops_telling_its_figure(cao_loc: Unit):
    page = make_news(cao_loc)
    report(page)
    NewsPage.objects.get(pk=page.pk).unpublish()
    assert report(page).status_code == 404


def test_only_reports_are_answered(portal: Any):
    assert visitor().get("/_dem/").status_code == 405
    assert visitor().head("/_dem/").status_code == 405


def test_a_foreign_page_cannot_report(cao_loc: Unit):
    page = make_news(cao_loc)
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://xau.example"}):
        assert report(page, visitor(**headers)).status_code == 403
    assert not DailyCount.objects.exists()


def test_a_program_reads_figures_and_changes_none(cao_loc: Unit):
    page = make_news(cao_loc)
    answer = report(page, visitor(**{"User-Agent": "Googlebot/2.1"}))
    assert answer.json()["views"] == "0"
    assert not DailyCount.objects.exists()


def test_a_page_is_the_same_bytes_before_and_after_it_was_counted(cao_loc: Unit):
    page = make_news(cao_loc)
    notice = make_notice(cao_loc)
    for item in (page, notice):
        client = visitor("cao-loc.localhost")
        before = client.get(item.url)
        assert f'data-page="{item.pk}"'.encode() in before.content
        assert report(item, visitor("cao-loc.localhost")).json()["views"] == "1"
        assert client.get(item.url).content == before.content
        assert not before.cookies


def test_a_page_costs_no_query_for_its_counters(cao_loc: Unit):
    page = make_news(cao_loc)
    client = visitor("cao-loc.localhost")
    with CaptureQueriesContext(connection) as asked:
        client.get(page.url)
    assert len(asked) > 0
    assert not [query for query in asked if "traffic_" in query["sql"]]


def test_a_report_costs_a_bounded_number_of_queries(
    cao_loc: Unit, django_assert_max_num_queries: Any
):
    page = make_news(cao_loc)
    report(page)
    with django_assert_max_num_queries(12):
        report(page, visitor())


@pytest.mark.parametrize("kind", ["preview", "index"])
def test_a_preview_and_a_list_report_no_page(cao_loc: Unit, kind: str):
    page = make_news(cao_loc)
    if kind == "index":
        html = visitor("cao-loc.localhost").get(news_index(cao_loc).url).content.decode()
        assert "data-count=" in html
    else:
        html = page.make_preview_request(preview_mode="").render().content.decode()
        assert "data-count=" not in html
    assert "data-page=" not in html


def test_totals_follow_the_reports(cao_loc: Unit):
    page = make_news(cao_loc)
    report(page)
    report(page, visitor(**{"X-Forwarded-For": "203.0.113.9"}))
    assert totals_of([page])[page.pk].views == 1, (
        "an address that anybody can write is not believed"
    )
