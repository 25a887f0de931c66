"""The ledger on its screen and in files: who reads what, and how it is narrowed."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from tests.factories import make_user
from tests.moderation.people import Staff, draft, send_back, signed_in, submit, through
from units.models import Unit
from units.moderation.models import Decision, LedgerEntry
from units.rights.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def items(cao_loc: Unit, bac_son: Unit, staff: Staff) -> None:
    through(cao_loc, staff.author, staff.leader, staff.board, title="Bài đã đăng")
    send_back(submit(draft(cao_loc, staff.colleague, "=1+1"), staff.colleague), staff.leader)
    other = submit(draft(bac_son, staff.other_author, "Bài nơi khác"), staff.other_author)
    other.delete()


def shown(user: Any, **query: str) -> Any:
    return signed_in(user).get(reverse("moderation_ledger"), query)


EVERYTHING = {"Bài đã đăng", "=1+1", "Bài nơi khác"}


def titles(user: Any, **query: str) -> set[str]:
    """Of the items above: the pages that a portal begins with have their rows too."""
    rows = shown(user, **query).context["page"].object_list
    return {row.page_title for row in rows} & {*EVERYTHING, "Không chủ đề"}


def test_board_reads_all_and_a_unit_its_own(items: None, cao_loc: Unit, staff: Staff) -> None:
    admin = make_user(Role.UNIT_ADMIN, cao_loc)

    assert titles(staff.board) == EVERYTHING
    assert titles(staff.leader) == titles(admin) == {"Bài đã đăng", "=1+1"}
    assert titles(staff.other_leader) == {"Bài nơi khác"}
    for user in (staff.author, staff.other_author):
        assert shown(user).status_code == 302
    html = shown(staff.leader).content.decode()
    assert "Bài nơi khác" not in html
    assert staff.other_author.full_name not in html


def test_files_are_scoped_like_the_screen(items: None, staff: Staff) -> None:
    for kind in ("xlsx", "csv"):
        answer = shown(staff.other_leader, dang=kind)
        data = answer.getvalue()
        assert f".{kind}" in answer.headers["content-disposition"]
        text = (
            str(list(load_workbook(BytesIO(data)).active.values))
            if kind == "xlsx"
            else data.decode()
        )
        assert "Bài nơi khác" in text
        assert "Bài đã đăng" not in text
        assert shown(staff.author, dang=kind).status_code == 302


def test_each_filter_narrows(items: None, cao_loc: Unit, bac_son: Unit, staff: Staff) -> None:
    today = timezone.localdate()

    assert titles(staff.board, unit=str(bac_son.pk)) == {"Bài nơi khác"}
    assert titles(staff.board, author=str(staff.colleague.pk)) == {"=1+1"}
    assert titles(staff.board, decision="returned") == {"=1+1"}
    assert titles(staff.board, topic="Án hình sự") == EVERYTHING
    assert titles(staff.board, first=f"{today:%d/%m/%Y}", last=today.isoformat()) == EVERYTHING
    assert titles(staff.board, last=(today - timedelta(days=1)).isoformat()) == set()
    LedgerEntry(decision=Decision.REFUSED, page_id=1, page_title="Không chủ đề").save()
    assert "Không chủ đề" not in titles(staff.board, topic="Án hình sự")


@pytest.mark.parametrize(
    "query",
    [
        {"first": "31/02/2026"},
        {"first": "2026-11-20", "last": "2026-11-01"},
        {"last": "9999-12-31"},
        {"unit": "999999999999999999999"},
        {"topic": "\x00"},
        {"first": "\x00"},
        {"decision": "' OR 1=1"},
        {"trang": "99999999999999999"},
    ],
)
def test_nonsense_in_the_address_is_told_and_breaks_nothing(
    items: None, staff: Staff, query: dict[str, str]
) -> None:
    for kind in ("", "csv"):
        assert shown(staff.board, **query, dang=kind).status_code == 200


def test_unit_of_others_in_the_address_shows_nothing_of_them(
    items: None, bac_son: Unit, staff: Staff
) -> None:
    assert "Bài nơi khác" not in titles(staff.leader, unit=str(bac_son.pk))


def test_spreadsheet_runs_nothing_that_somebody_typed(items: None, staff: Staff) -> None:
    sheet = load_workbook(BytesIO(shown(staff.board, dang="xlsx").getvalue())).active
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    lines = list(csv.reader(StringIO(shown(staff.board, dang="csv").getvalue().decode())))

    assert "=1+1" in [cell.value for cell in cells]
    assert "f" not in {cell.data_type for cell in cells}
    assert sheet["A2"].is_date
    assert lines[0][0] == "\ufeffLúc"
    assert "'=1+1" in {line[2] for line in lines}
    assert "Lộ dữ liệu cá nhân" in {line[12] for line in lines}


def test_long_ledger_costs_few_queries(
    items: None, staff: Staff, django_assert_max_num_queries: Any
) -> None:
    rows = [
        LedgerEntry(decision=Decision.SUBMITTED, page_id=n, page_title=f"Bài {n}", unit_id=n % 9)
        for n in range(300)
    ]
    LedgerEntry.objects.bulk_create(rows)
    client = signed_in(staff.board)
    client.get(reverse("moderation_ledger"))

    with django_assert_max_num_queries(20):
        answer = client.get(reverse("moderation_ledger"))

    assert len(answer.context["page"].object_list) == 50
    assert "Trang 1/" in answer.content.decode()
