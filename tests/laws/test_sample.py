"""The sample's laws: real by symbol, title and dates; loaded once, taken away without a trace."""

from __future__ import annotations

from datetime import date

import pytest

from home.laws.models import Amendment, Law
from home.laws.services import find_by_symbol
from portal.demo.laws import LAWS, load_laws, remove_laws
from portal.demo.models import SampleRecord
from tests.laws.laws import make_law

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def test_the_sample_is_as_rich_as_it_was_promised():
    load_laws()
    assert Law.objects.count() >= 80
    replaced = Law.objects.lapsed_on(TODAY).exclude(replaced_by=None)
    assert replaced.count() >= 12
    assert Law.objects.partly_lapsed_on(TODAY).count() >= 1


def test_every_entry_would_pass_the_form():
    load_laws()
    for law in Law.objects.all():
        law.full_clean()
    assert len({sample.symbol for sample in LAWS}) == len(LAWS)


@pytest.mark.parametrize(
    ("old", "new", "since"),
    [
        ("42/2022/NĐ-CP", "224/2026/NĐ-CP", date(2026, 7, 1)),
        ("15/1999/QH10", "100/2015/QH13", date(2018, 1, 1)),
        ("19/2003/QH11", "101/2015/QH13", date(2018, 1, 1)),
        ("33/2005/QH11", "91/2015/QH13", date(2017, 1, 1)),
        ("45/2013/QH13", "31/2024/QH15", date(2024, 8, 1)),
        ("73/2021/QH14", "120/2025/QH15", date(2026, 7, 1)),
        ("41/2019/QH14", "127/2025/QH15", date(2026, 7, 1)),
        ("24/2018/QH14", "116/2025/QH15", date(2026, 7, 1)),
        ("13/2023/NĐ-CP", "356/2025/NĐ-CP", date(2026, 1, 1)),
    ],
)
def test_what_replaced_what_and_when(old: str, new: str, since: date):
    load_laws()
    law = find_by_symbol(old)
    assert law is not None
    assert law.replaced_by is not None
    assert (law.replaced_by.symbol, law.lapses_on) == (new, since)


def test_loading_twice_makes_nothing_twice_and_changes_nothing_of_the_board():
    law = make_law(
        "31/2024/QH15", "Luật Đất đai (do Ban Biên tập nhập)", issued_on=date(2024, 1, 18)
    )
    assert load_laws() == len(LAWS) - 1
    assert load_laws() == 0
    law.refresh_from_db()
    assert law.title == "Luật Đất đai (do Ban Biên tập nhập)"
    assert Law.objects.filter(symbol="31/2024/QH15").count() == 1


def test_taking_away_leaves_what_is_not_of_the_sample():
    before = set(Law.objects.values_list("pk", flat=True))
    load_laws()
    said: list[str] = []
    remove_laws(said.append)
    assert set(Law.objects.values_list("pk", flat=True)) == before
    assert said == []


def test_what_a_real_law_refers_to_stays_and_is_named():
    load_laws()
    successor = Law.objects.get(symbol="31/2024/QH15")
    real = make_law("99/2019/QH14", "Luật thật", replaced_by=successor)
    said: list[str] = []
    remove_laws(said.append)
    assert len(said) == 1
    assert "31/2024/QH15" in said[0]
    real.refresh_from_db()
    assert real.replaced_by == successor
    assert not Amendment.objects.exists()
    assert SampleRecord.objects.exists()
