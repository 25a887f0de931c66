"""Template tags: pictures, query strings, dates."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from tests.factories import make_image


def render(source: str, path: str = "/", **values: object) -> str:
    context = Context({"request": RequestFactory().get(path), **values})
    return Template("{% load portal_tags %}" + source).render(context)


def test_picture_offers_new_formats_first_and_its_size(db: None) -> None:
    html = render(
        '{% picture_for image widths="100,200" alt=alt %}', image=make_image(), alt='Một "hai"'
    )
    assert html.index("image/webp") < html.index(".jpg")
    assert "100w" in html
    assert "200w" in html
    assert 'width="' in html
    assert 'alt="Một &quot;hai&quot;"' in html


def test_small_original_is_never_blown_up(db: None) -> None:
    html = render('{% picture_for image widths="200,4000" %}', image=make_image())
    assert "4000w" not in html
    assert "320w" in html


def test_picture_says_its_description_and_never_its_title(db: None) -> None:
    image = make_image(title="IMG_1.png", description="")
    assert 'alt=""' in render("{% picture_for image %}", image=image)


def test_no_picture_is_no_markup(db: None) -> None:
    assert render("{% picture_for image %}", image=None) == ""


@pytest.mark.parametrize(
    ("path", "tag", "result"),
    [
        ("/?chu-de=a&trang=3", "{% query_with trang=None %}", "?chu-de=a"),
        ("/?chu-de=a", "{% query_with trang=2 %}", "?chu-de=a&amp;trang=2"),
        ("/?trang=3", "{% query_with trang=None %}", "?"),
        ("/?a=%22%3E%3Cscript%3E", "{% query_with trang=2 %}", "?a=%22%3E%3Cscript%3E&amp;trang=2"),
        ("/?chu-de=a", "{% query_with chu_de='b' %}", "?chu-de=b"),
    ],
)
def test_query_string_keeps_what_is_not_changed(path: str, tag: str, result: str) -> None:
    assert render(tag, path) == result


def test_evening_in_greenwich_is_the_next_day_in_vietnam() -> None:
    moment = datetime(2026, 11, 23, 18, 5, tzinfo=UTC)
    text = render("{{ moment|vn_date }} {{ moment|vn_datetime }}", moment=moment)
    assert text.startswith("24/11/2026 ")
    assert "01:05" in text


def test_nothing_is_shown_for_no_date() -> None:
    assert render("{{ d|vn_date }}{{ d|vn_datetime }}{{ d|vn_date_long }}", d=None) == ""


def test_long_date_names_the_day_of_the_week() -> None:
    assert "Thứ Ba" in render("{{ d|vn_date_long }}", d=date(2026, 11, 24))
