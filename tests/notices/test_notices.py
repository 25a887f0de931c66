"""Notices: from one day to another, both counted, and readable afterwards."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.notices.models import NoticePage
from tests.clock import at, on
from tests.factories import browser, make_notice
from tests.fixtures import UNIT_HOST
from units.models import Unit

DAY = date(2026, 11, 24)


def on_home_page(host: str = "localhost") -> list[str]:
    response = browser(host).get("/")
    return [notice.title for notice in response.context_data.get("notices", [])]


@pytest.mark.parametrize(
    ("starts", "ends", "is_in_force"),
    [
        (DAY, DAY, True),
        (DAY - timedelta(1), DAY, True),
        (DAY, DAY + timedelta(1), True),
        (DAY, None, True),
        (DAY - timedelta(5), DAY - timedelta(1), False),
        (DAY + timedelta(1), None, False),
        (DAY + timedelta(1), DAY + timedelta(2), False),
    ],
)
def test_both_ends_count(
    province: Unit, starts: date, ends: date | None, is_in_force: bool
) -> None:
    notice = make_notice(province, starts_on=starts, ends_on=ends)
    assert NoticePage.objects.current_on(DAY).exists() is is_in_force
    with on(DAY):
        assert notice.is_current is is_in_force
        assert bool(on_home_page()) is is_in_force


@pytest.mark.parametrize(
    ("moment", "is_in_force"),
    [
        (datetime(2026, 11, 24, 16, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 24, 17, 0, tzinfo=UTC), False),
    ],
)
def test_last_day_ends_at_midnight_in_vietnam(
    province: Unit, moment: datetime, is_in_force: bool
) -> None:
    make_notice(province, starts_on=DAY, ends_on=DAY)
    with at(moment):
        assert bool(on_home_page()) is is_in_force


def test_ended_notice_says_so_and_is_still_read(province: Unit) -> None:
    past = timezone.localdate() - timedelta(days=3)
    notice = make_notice(province, "Cũ", starts_on=past, ends_on=past)
    html = browser().get(f"/thong-bao/{notice.slug}/").content.decode()
    assert "Thông báo đã hết hạn" in html
    listed = browser().get("/thong-bao/").content.decode()
    assert "Đã hết hạn" in listed
    assert "Cũ" in listed


def test_coming_notice_is_announced_as_coming(province: Unit) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    notice = make_notice(province, "Mai", starts_on=tomorrow)
    assert "Sắp tới" in browser().get("/thong-bao/").content.decode()
    html = browser().get(f"/thong-bao/{notice.slug}/").content.decode()
    assert "hết hạn" not in html


def test_end_before_the_start_is_refused(db: None) -> None:
    notice = NoticePage(title="A", slug="a", starts_on=DAY, ends_on=DAY - timedelta(1))
    with pytest.raises(ValidationError) as caught:
        notice.clean()
    assert list(caught.value.message_dict) == ["ends_on"]


def test_important_notices_stand_first_on_the_home_page(province: Unit) -> None:
    today = timezone.localdate()
    make_notice(province, "Thường", starts_on=today)
    make_notice(province, "Quan trọng", starts_on=today - timedelta(9), is_important=True)
    assert on_home_page() == ["Quan trọng", "Thường"]


def test_every_site_shows_its_own(province: Unit, cao_loc: Unit, bac_son: Unit) -> None:
    for unit in (province, cao_loc, bac_son):
        make_notice(unit, unit.slug)
    assert on_home_page() == ["tinh"]
    assert on_home_page(UNIT_HOST) == ["cao-loc"]
    below = browser().get("/don-vi/bac-son/").context_data
    assert [notice.title for notice in below["notices"]] == ["bac-son"]


def test_draft_notice_is_nowhere(province: Unit) -> None:
    make_notice(province, "Nháp").unpublish()
    assert on_home_page() == []
    assert "Nháp" not in browser().get("/thong-bao/").content.decode()


def test_long_list_has_pages(province: Unit) -> None:
    for number in range(16):
        make_notice(province, f"Thông báo {number}")
    first = browser().get("/thong-bao/").content.decode()
    assert 'href="?trang=2" rel="next"' in first
    second = browser().get("/thong-bao/?trang=2").content.decode()
    assert len(re.findall(r'<ul class="notice-list">.*?</ul>', second, re.DOTALL)) == 1
    assert "Danh sách không có trang này" in browser().get("/thong-bao/?trang=x").content.decode()


def test_dates_are_written_once_and_in_one_way(province: Unit) -> None:
    notice = make_notice(province, starts_on=DAY, ends_on=DAY + timedelta(7))
    html = browser().get(f"/thong-bao/{notice.slug}/").content.decode()
    assert ">24/11/2026<" in html
    assert ">01/12/2026<" in html or ">1/12/2026<" in html
    assert "từ ngày Từ ngày" not in html
