"""What is only planned, and a unit's own notes, come out nowhere: marked words in every output."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from events.reception.display import public_day
from events.reception.models import ReceptionDay, ReceptionIndexPage
from events.upcoming import next_reception
from search.services import rebuild
from tests.factories import browser, make_user
from tests.fixtures import UNIT_HOST
from tests.reception.days import make_day, today, working
from tests.schedules.outputs import text_of
from tests.users.helpers import sign_in
from units.models import Official, Unit
from units.rights.roles import Role

SECRET, OPEN = "zqmat", "zqcongkhai"


@pytest.fixture
def days(cao_loc: Unit, bac_son: Unit) -> list[ReceptionDay]:
    """In both units: planned before and after the announced one, held with a note, postponed to a plan."""
    found = []
    for number, unit in enumerate((cao_loc, bac_son)):
        tens = number * 10

        def secret(kind: int, tens: int = tens) -> dict[str, str]:
            names = ("receiver", "participants", "matter", "place")
            return {name: f"{SECRET}{tens}{kind}{at}" for at, name in enumerate(names)}

        head = Official.objects.create(unit=unit, name="Lý Văn Mẫu", post="Viện trưởng")
        planned = make_day(unit, working(2), "planned", reason=f"{SECRET}{tens}50", **secret(1))
        make_day(unit, working(11), "planned", official=head, **secret(2))
        make_day(unit, today() - timedelta(3), "planned", **secret(3))
        make_day(unit, working(8), receiver=f"{OPEN} Viện trưởng", matter=f"{OPEN} khiếu nại")
        held = make_day(unit, today() - timedelta(30), "held", receiver=f"{OPEN} Viện trưởng")
        off = make_day(unit, today() - timedelta(9), "postponed", reason=f"{OPEN} họp")
        ReceptionDay.objects.filter(pk=held.pk).update(result_note=f"{SECRET}{tens}60")
        ReceptionDay.objects.filter(pk=off.pk).update(successor=planned)
        found += [planned, held, off]
    return found


def addresses(cao_loc: Unit, days: list[ReceptionDay]) -> Iterator[tuple[str, str]]:
    now = today()
    months = {f"{day:%Y-%m}" for day in (now, working(2), working(11), now - timedelta(3))}
    own = [
        "/",
        "/lien-he/",
        "/tiep-cong-dan/",
        "/tiep-cong-dan/?in=1",
        "/tiep-cong-dan/ics/",
        *(f"/tiep-cong-dan/nam/{year}/" for year in {now.year, working(11).year}),
        *(f"/tiep-cong-dan/thang/?thang={month}" for month in months),
        "/lich-cong-tac/",
        "/sitemap.xml",
        "/feed/",
        f"/tim-kiem/?q={OPEN}",
        f"/tim-kiem/?q={SECRET}",
        "/tim-kiem/?q=ti%E1%BA%BFp+c%C3%B4ng+d%C3%A2n",
    ]
    yield from ((UNIT_HOST, path) for path in own)
    yield from (("localhost", f"/don-vi/bac-son{path}") for path in own[:8])
    page = ReceptionIndexPage.objects.child_of(cao_loc.home_page).get()
    yield from (
        ("localhost", path)
        for path in (
            *own,
            "/tiep-cong-dan/?don-vi=cao-loc",
            "/tiep-cong-dan/cac-don-vi/ics/",
            *(f"/tiep-cong-dan/thang/?thang={month}&don-vi=tat-ca" for month in months),
            *(f"/tiep-cong-dan/thang/?thang={month}&don-vi=cao-loc" for month in months),
            f"/admin/api/main/pages/{page.pk}/?fields=*&format=json",
            "/admin/api/main/pages/?fields=*&format=json",
        )
    )
    for row in days:
        for act in ("announce", "postpone", "hold"):
            yield "localhost", f"{reverse(f'reception_{act}')}?id={row.pk}"
        for act in ("edit", "history", "delete"):
            yield (
                "localhost",
                reverse(f"reception_receptionday_modeladmin_{act}", args=[row.pk]),
            )


def outputs(
    client: Client, cao_loc: Unit, days: list[ReceptionDay]
) -> Iterator[tuple[str, HttpResponseBase]]:
    for host, path in addresses(cao_loc, days):
        yield f"{host}{path}", client.get(path, headers={"host": host})


# Calendars that name every day of a month, and pages that tell of today.
NAMES_EVERY_DAY = re.compile(r"thang/|lich-cong-tac|localhost/$|feed/|bac-son/$")


def test_no_output_holds_a_planned_word_or_date(
    days: list[ReceptionDay], cao_loc: Unit, bac_son: Unit, province: Unit
) -> None:
    rebuild()
    seen, planned = 0, days[0].day
    for path, response in outputs(browser(), cao_loc, days):
        text = text_of(response)
        assert response.status_code < 500, path
        # With its number: the search repeats what was searched for.
        assert not re.search(rf"{SECRET}\d", text), path
        if not NAMES_EVERY_DAY.search(path):
            assert f"{planned:%d/%m/%Y}" not in text, path
            assert f"{planned:%Y%m%d}" not in text, path
        seen += OPEN in text
    assert seen >= 20, "nothing public came out either: the test looks at the wrong addresses"


def test_another_unit_reads_no_planned_word_in_the_administration(
    days: list[ReceptionDay], cao_loc: Unit, bac_son: Unit, province: Unit
) -> None:
    """Notes and plans of Cao Lộc carry no tens in their numbers; Bắc Sơn's admin sees only his own."""
    client = browser()
    sign_in(client, make_user(Role.UNIT_ADMIN, bac_son))
    paths = [
        "/admin/",
        reverse("reception_receptionday_modeladmin_index"),
        reverse("reception_receptionday_modeladmin_index") + f"?q={SECRET}",
        reverse("reception_receptionday_modeladmin_index") + f"?unit__id__exact={cao_loc.pk}",
        reverse("reception_report"),
        reverse("reception_plan"),
    ]
    asked = [(path, client.get(path)) for path in paths]
    asked += list(outputs(client, cao_loc, [row for row in days if row.unit_id == cao_loc.pk]))
    for path, response in asked:
        assert not re.search(rf"{SECRET}0\d", text_of(response)), path
    own = client.get(reverse("reception_receptionday_modeladmin_index")).content.decode()
    assert f"{SECRET}1010" in own


def test_home_page_and_search_index_hold_public_words_alone(
    days: list[ReceptionDay], cao_loc: Unit
) -> None:
    from search.models import IndexEntry

    rebuild()
    page = ReceptionIndexPage.objects.child_of(cao_loc.home_page).get()
    entry = IndexEntry.objects.get(page=page)
    assert "tiếp công dân" in entry.body
    assert SECRET not in f"{entry.title} {entry.body}"
    shown = repr(next_reception(cao_loc, today()))
    assert OPEN in shown
    assert SECRET not in shown


def test_the_gate_refuses_a_planned_day(days: list[ReceptionDay], cao_loc: Unit) -> None:
    with pytest.raises(ValueError, match="not public"):
        public_day(days[0], cao_loc)


def test_search_finds_the_reception_page(cao_loc: Unit) -> None:
    rebuild()
    for query in ("tiep+cong+dan", "vien+truong+tiep+cong+dan", "gi%E1%BB%9D+ti%E1%BA%BFp"):
        html = browser(UNIT_HOST).get(f"/tim-kiem/?q={query}").content.decode()
        assert "/tiep-cong-dan/" in html.partition('<ol class="results')[2].partition("</ol>")[0]
