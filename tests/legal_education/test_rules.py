"""Pure rules: what each form needs, the sheet of a leaflet, the season of Law Day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.legal_education.rules import forms, leaflet
from home.legal_education.rules.season import law_day

EVERY = (*forms.OF_ONE_FORM, "lead_image")
FILLED = st.fixed_dictionaries({name: st.booleans() for name in EVERY})


@pytest.mark.parametrize(
    ("key", "filled", "missing"),
    [
        ("bai-viet", [], ["body"]),
        ("bai-viet", ["body"], []),
        ("hoi-dap", ["question"], ["body"]),
        ("tinh-huong", ["facts", "analysis"], ["question", "conclusion"]),
        ("tinh-huong", ["body"], ["facts", "question", "analysis", "conclusion"]),
        ("to-gap", ["body"], ["panels"]),
        ("infographic", ["infographic"], ["text_alternative"]),
        ("video", [], ["recording"]),
        ("video", ["recording"], ["captions"]),
        ("video", ["recording", "captions"], []),
        ("video", ["embed_url"], ["transcript", "lead_image"]),
        ("video", ["embed_url", "transcript", "lead_image"], []),
        ("video", ["recording", "embed_url", "captions"], []),
        ("podcast", ["recording"], ["transcript"]),
        ("podcast", ["recording", "transcript"], []),
        ("khong-co", [], ["body"]),
    ],
)
def test_what_a_finished_page_still_lacks(key: str, filled: list[str], missing: list[str]):
    assert forms.missing(key, dict.fromkeys(filled, True)) == missing


@given(st.sampled_from(list(forms.FORMS)), FILLED)
def test_filling_what_is_missing_finishes_every_page(key: str, filled: dict[str, bool]):
    for _round in range(3):
        filled |= dict.fromkeys(forms.missing(key, filled), True)
    assert forms.missing(key, filled) == []


@given(st.sampled_from(list(forms.FORMS)), FILLED)
def test_nothing_is_missing_that_the_form_does_not_ask(key: str, filled: dict[str, bool]):
    asked = {*forms.FORMS[key].asked, "lead_image"}
    assert set(forms.missing(key, filled)) <= asked


@given(st.lists(st.integers(), max_size=leaflet.MOST))
def test_every_panel_has_one_place_on_the_sheet(panels: list[int]):
    sheet = leaflet.folded(panels)
    placed = [panel for panel in (*sheet.inside, sheet.flap) if panel is not None]
    assert placed == panels


@pytest.mark.parametrize(("length", "over"), [(10, 0), (750, 0), (751, 1), (900, 150)])
def test_a_panel_that_is_too_long_says_by_how_much(length: int, over: int):
    assert leaflet.too_long("a" * length) == over


def words(length: int) -> str:
    return ("chữ " * length)[:length]


@pytest.mark.parametrize(
    ("title", "html", "fits"),
    [
        (words(80), f"<p>{words(750)}</p>", True),
        (words(20), f"<p>{words(150)}</p>" * 5, True),
        (words(80), f"<p>{words(150)}</p>" * 5, False),
        (words(20), f"<ul>{f'<li>{words(30)}</li>' * 20}</ul>", True),
        (words(20), f"<ul>{f'<li>{words(75)}</li>' * 10}</ul>", False),
        (words(20), f"<p>{'a<br/>' * 40}</p>", False),
        ("", "", True),
    ],
)
def test_lists_and_paragraphs_need_more_paper_than_running_text(
    title: str, html: str, fits: bool
) -> None:
    assert (leaflet.lines_over(title, html) == 0) is fits


def test_short_panels_are_set_in_larger_letters() -> None:
    short, full = ("Năm điều", "<p>Dừng cuộc gọi.</p>"), ("Năm điều", f"<p>{words(750)}</p>")
    assert leaflet.is_roomy([short, short])
    assert not leaflet.is_roomy([short, full])


@pytest.mark.parametrize(
    ("day", "left"),
    [
        (date(2026, 10, 18), None),
        (date(2026, 10, 19), 21),
        (date(2026, 11, 9), 0),
        (date(2026, 11, 16), -7),
        (date(2026, 11, 17), None),
        (date(2027, 2, 1), None),
    ],
)
def test_law_day_has_its_season(day: date, left: int | None):
    found = law_day(day)
    assert (found.days_left if found else None) == left


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_season_is_four_weeks_around_the_ninth_of_november(day: date):
    found = law_day(day)
    near = abs(day - date(day.year, 11, 2)) <= timedelta(days=14)
    assert (found is not None) == near
