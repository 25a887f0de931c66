"""A week as PDF, Word and Excel: who is given what, and that the files are found and cheap."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.schedules.imports.opening import open_file
from events.schedules.models import WorkSchedulePage
from events.schedules.rules.understand import understand
from tests.factories import browser, make_user
from tests.fixtures import UNIT_HOST
from tests.schedules.outputs import text_of
from tests.schedules.weeks import amend, line, make_week
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role

KINDS = ("pdf", "docx", "xlsx")
MOST_QUERIES = 12


@pytest.fixture
def week(cao_loc: Unit) -> WorkSchedulePage:
    shown = line("Giao ban", public=True, note="zqghichu")
    page = make_week(cao_loc, shown, line("zqnoibo họp kín"), number=7, signer="Nông Thị Mẫu")
    return amend(page, shown, line("zqnoibo họp kín"), line("Việc thêm", public=True))


def member(unit: Unit) -> Client:
    client = browser(UNIT_HOST)
    sign_in(client, make_user(Role.CONTRIBUTOR, unit))
    return client


@pytest.mark.parametrize("kind", KINDS)
def test_everybody_takes_the_public_part_along(week: WorkSchedulePage, kind: str) -> None:
    path = f"/lich-cong-tac/{week.slug}/"
    visitor = browser(UNIT_HOST)
    assert f"{path}tai-ve/{kind}/" in visitor.get(path).content.decode()
    response = visitor.get(f"{path}tai-ve/{kind}/")
    assert response.status_code == 200
    assert f'filename="lich-cao-loc-2026-11-23.{kind}"' in response["Content-Disposition"]
    text = text_of(response)
    assert "Giao ban" in text
    assert "Điều chỉnh lần 1" in text
    assert "zq" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_internal_file_is_for_members_says_so_and_is_kept_by_no_cache(
    week: WorkSchedulePage, cao_loc: Unit, bac_son: Unit, kind: str
) -> None:
    path = f"/lich-cong-tac/{week.slug}/tai-ve/{kind}/"
    insider = member(cao_loc)
    assert "zqnoibo" not in text_of(insider.get(path)), "what is not asked for is not given"
    response = insider.get(f"{path}?ban=noi-bo")
    text = text_of(response)
    assert "zqnoibo" in text
    assert "BẢN NỘI BỘ" in text
    assert response["Cache-Control"] == "private, no-store"
    assert "-noi-bo." in response["Content-Disposition"]
    for stranger in (browser(UNIT_HOST), member(bac_son)):
        refused = stranger.get(f"{path}?ban=noi-bo")
        assert (refused.status_code, refused.url) == (302, path)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_file_of_a_page_reads_as_the_same_week(week: WorkSchedulePage, kind: str) -> None:
    data: Any = browser(UNIT_HOST).get(f"/lich-cong-tac/{week.slug}/tai-ve/{kind}/")
    found = understand(open_file(data.content).blocks).week
    assert found is not None
    assert [entry.content for entry in found.entries] == ["Giao ban", "Việc thêm"]
    assert (found.number, found.signer) == (7, "Nông Thị Mẫu")


def test_earlier_version_has_files_of_its_own(week: WorkSchedulePage) -> None:
    path = f"/lich-cong-tac/{week.slug}/"
    visitor = browser(UNIT_HOST)
    text = text_of(visitor.get(f"{path}lan/0/tai-ve/docx/"))
    assert "Giao ban" in text
    assert "Việc thêm" not in text
    assert "Điều chỉnh lần" not in text
    newest = visitor.get(f"{path}lan/1/tai-ve/docx/")
    assert newest.url.endswith(f"{path}tai-ve/docx/")


@pytest.mark.parametrize(
    "path",
    [
        "tai-ve/exe/", "tai-ve/PDF/", "tai-ve/", "lan/99/tai-ve/pdf/", "lan/99/",
        "lan/99999999999999999999999/", "lan/99999999999999999999999/tai-ve/pdf/", "tai-ve/%00/",
    ],
)  # fmt: skip
def test_what_there_is_not_is_not_found(week: WorkSchedulePage, path: str) -> None:
    assert browser(UNIT_HOST).get(f"/lich-cong-tac/{week.slug}/{path}").status_code == 404


@pytest.mark.parametrize("year", ["0", "1", "9999", "99999999999999999999999"])
def test_years_without_schedules_are_not_found(week: WorkSchedulePage, year: str) -> None:
    assert browser(UNIT_HOST).get(f"/lich-cong-tac/nam/{year}/").status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_file_costs_few_queries(week: WorkSchedulePage, kind: str) -> None:
    path = f"/lich-cong-tac/{week.slug}/tai-ve/{kind}/"
    visitor = browser(UNIT_HOST)
    visitor.get(path)
    with CaptureQueriesContext(connection) as captured:
        visitor.get(path)
    asked = [query["sql"] for query in captured.captured_queries]
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)


def test_an_unpublished_week_has_no_files(week: WorkSchedulePage) -> None:
    week.unpublish()
    for kind in KINDS:
        path = f"/lich-cong-tac/{week.slug}/tai-ve/{kind}/"
        assert browser(UNIT_HOST).get(path).status_code == 404
