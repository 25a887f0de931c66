"""The three long pieces of the province, written by hand and dated relative to ``today``."""

from __future__ import annotations

from datetime import date, datetime

from portal.demo.content.news import feature_border, feature_research, feature_review
from portal.demo.content.news.authors import role_of
from portal.demo.content.news.calendar import TIME_ZONE, working_day_before
from portal.demo.content.pictures import picture
from portal.demo.content.types import NewsSample


def feature_samples(today: date) -> list[NewsSample]:
    return [_review(today), _research(today), _border(today)]


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=TIME_ZONE)


def _review(today: date) -> NewsSample:
    """The half-year ends on 30 June; its review appears in mid-July."""
    year = today.year if today > date(today.year, 7, 16) else today.year - 1
    return NewsSample(
        key=f"tinh-tong-ket-6-thang-{year}",
        unit_slug=None,
        title=feature_review.TITLE.format(year=year),
        lead=feature_review.LEAD.format(year=year),
        body=feature_review.body(year),
        topics=("xay-dung-dang-nganh", "hinh-su"),
        author_name="Hoàng Minh Châu (mẫu)",
        author_role=role_of(None, "Hoàng Minh Châu"),
        source="Văn phòng tổng hợp",
        picture=picture("hop-ban", "Quang cảnh hội nghị sơ kết công tác của hai cấp kiểm sát."),
        published_at=_at(working_day_before(date(year, 7, 16)), 15, 45),
        promoted=False,
    )


def _research(today: date) -> NewsSample:
    day = working_day_before(today, 28)
    return NewsSample(
        key=f"tinh-chuyen-de-yeu-cau-dieu-tra-{day:%Y%m%d}",
        unit_slug=None,
        title=feature_research.TITLE,
        lead=feature_research.LEAD,
        body=feature_research.BODY,
        topics=("nghien-cuu-trao-doi", "hinh-su"),
        author_name="Lý Quang Vinh (mẫu)",
        author_role=role_of(None, "Lý Quang Vinh"),
        source="Phòng 3",
        picture=picture("nghien-cuu", "Nghiên cứu chuyên đề tại VKSND tỉnh Lạng Sơn."),
        published_at=_at(day, 9, 20),
        promoted=False,
    )


def _border(today: date) -> NewsSample:
    day = working_day_before(today, 8)
    return NewsSample(
        key=f"tinh-phong-su-bien-gioi-{day:%Y%m%d}",
        unit_slug=None,
        title=feature_border.TITLE,
        lead=feature_border.LEAD,
        body=feature_border.BODY,
        topics=("pho-bien-phap-luat",),
        author_name="Vi Thanh Trúc (mẫu)",
        author_role=role_of(None, "Vi Thanh Trúc"),
        source="Văn phòng tổng hợp",
        picture=picture("ban-lang", "Một thôn biên giới của xã Quốc Khánh."),
        published_at=_at(day, 10, 5),
        promoted=False,
    )
