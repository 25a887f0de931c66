"""The sample's items of legal education, as data: every form is finished, every law is on the list."""

from __future__ import annotations

from collections import Counter

import pytest

from home.legal_education.rules import forms, leaflet
from home.legal_education.starting import STARTING_AUDIENCES, STARTING_FIELDS
from portal.core.text import looks_like_filename, slugify, strip_html
from portal.demo.content.organisation import DISTRICTS
from portal.demo.content.pictures import PICTURE_KEYS
from portal.demo.laws import LAWS
from portal.demo.legal_education import ITEMS, RECORDINGS, THEME, EducationSample
from portal.demo.pictures import STRIPS, draw
from portal.demo.quizzes import QUIZZES
from portal.media.rules import recordings, webvtt

FIELDS = {slugify(name) for name in STARTING_FIELDS}
AUDIENCES = {slugify(name) for name in STARTING_AUDIENCES}
# On public services online; another decree has replaced it.
E_SERVICES = "42/2022/NĐ-CP"
# The decree of the fixture is on the list of a new portal, before any sample.
LISTED = {law.symbol for law in LAWS} | {E_SERVICES}


def test_forty_items_in_every_form_from_the_province_and_every_unit():
    assert len(ITEMS) == 40
    assert set(Counter(item.form for item in ITEMS)) == set(forms.FORMS)
    assert {item.unit_slug for item in ITEMS} == {None, *(unit.slug for unit in DISTRICTS)}
    assert len({slugify(item.title, 90) for item in ITEMS}) == 40


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: slugify(item.title, 40))
def test_every_item_is_finished(item: EducationSample):
    filled = dict.fromkeys((*item.parts, *item.files), True)
    filled |= {"body": bool(item.body), "panels": bool(item.panels)}
    filled |= {"embed_url": bool(item.embed_url), "lead_image": bool(item.picture)}
    filled["infographic"] = item.form == forms.INFOGRAPHIC and item.picture in STRIPS
    assert forms.missing(item.form, filled) == []
    assert item.cites
    assert {cited.symbol for cited in item.cites} <= LISTED
    assert set(item.fields) <= FIELDS
    assert item.fields
    assert set(item.audiences) <= AUDIENCES
    assert len(item.lead.split()) <= 60
    assert all(leaflet.too_long(strip_html(text)) == 0 for _title, text in item.panels)
    known = STRIPS if item.form == forms.INFOGRAPHIC else PICTURE_KEYS
    assert not item.picture or item.picture in known


def test_one_answer_cites_the_decree_that_has_lapsed():
    citing = [item for item in ITEMS if any(c.symbol == E_SERVICES for c in item.cites)]
    assert [item.form for item in citing] == [forms.QUESTION]
    assert E_SERVICES in " ".join(str(value) for _kind, value in citing[0].body)


def test_nothing_else_in_the_sample_teaches_a_law_without_force():
    lapsed = {law.symbol for law in LAWS if law.by} | {E_SERVICES}
    cited = {cited.symbol for item in ITEMS for cited in item.cites}
    papers = [QUIZZES.questions_of(quiz) for quiz in (QUIZZES.practice, QUIZZES.running)]
    asked = {symbol for paper in papers for each in paper for symbol, _a in each.cited}
    assert (cited | asked) & lapsed == {E_SERVICES}


def test_the_files_are_what_they_say_and_small():
    for path in RECORDINGS.iterdir():
        data = path.read_bytes()
        assert len(data) < 80_000, path.name
        if path.suffix == ".vtt":
            assert webvtt.problem_in(data) is None
        else:
            assert recordings.is_named_rightly(recordings.kind_of(data), path.suffix[1:])


def test_infographics_are_drawn_and_the_theme_has_a_field():
    assert draw(next(iter(STRIPS))).startswith(b"\xff\xd8")
    assert THEME.field in FIELDS
    assert not any(looks_like_filename(item.title) for item in ITEMS)
