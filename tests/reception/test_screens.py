"""The screens of a unit admin and the board: days from a rule, announcing, postponing, recording."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, time, timedelta
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from events.reception.models import ReceptionDay, RegularHours
from portal.calendar.models import Holiday
from portal.core.text import format_date
from tests.factories import make_user
from tests.moderation.people import signed_in
from tests.reception.days import make_day, today, working
from units.models import Official, Unit
from units.rights.roles import Role

LIST = "reception_receptionday_modeladmin_index"


@pytest.fixture
def admin(cao_loc: Unit) -> Client:
    return signed_in(make_user(Role.UNIT_ADMIN, cao_loc))


@pytest.fixture
def board(province: Unit) -> Client:
    return signed_in(make_user(Role.BOARD))


def plan_of(unit: Unit, **values: Any) -> dict[str, Any]:
    year = today().year + 1
    fields = {
        "unit": unit.pk,
        "kind": "month-day",
        "month_day": 15,
        "nth": 1,
        "weekday": 0,
        "nth_working": 1,
        "on_day_off": "next-working-day",
        "first": date(year, 1, 1).isoformat(),
        "last": date(year, 12, 31).isoformat(),
        "opens": "08:00",
        "closes": "11:30",
        "head_in_person": "on",
        "receiver": "Viện trưởng",
    }
    return {**fields, **values}


def preview(client: Client, sent: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """What the preview shows, and what its form would send to confirm."""
    html = client.post(reverse("reception_plan"), sent).content.decode()
    signature = re.search(r'name="signature" value="(\w+)"', html)
    picks = re.findall(r'name="pick" value="([\d-]+)"', html)
    assert signature is not None, html
    return html, {**sent, "signature": signature[1], "pick": picks, "confirm": "1"}


def test_a_years_days_are_shown_first_and_saved_after_confirmation(
    admin: Client, cao_loc: Unit
) -> None:
    html, confirm = preview(admin, plan_of(cao_loc))
    assert len(confirm["pick"]) == 12
    assert ReceptionDay.objects.count() == 0
    assert "cuối tuần" in html
    response = admin.post(reverse("reception_plan"), confirm, follow=True)
    assert "Đã lập 12 ngày" in response.content.decode()
    assert set(ReceptionDay.objects.values_list("state", flat=True)) == {"planned"}
    assert ModelLogEntry.objects.filter(action="reception.make_days").count() == 1

    html, again = preview(admin, plan_of(cao_loc))
    assert again["pick"] == []
    assert html.count("Đã lập từ trước theo quy tắc này") == 12
    admin.post(reverse("reception_plan"), again)
    assert ReceptionDay.objects.count() == 12


def test_a_day_moved_by_hand_is_not_made_a_second_time(admin: Client, cao_loc: Unit) -> None:
    _html, confirm = preview(admin, plan_of(cao_loc))
    admin.post(reverse("reception_plan"), confirm)
    row = ReceptionDay.objects.order_by("day").first()
    assert row is not None
    row.day += timedelta(1)
    row.save()
    _html, again = preview(admin, plan_of(cao_loc))
    assert again["pick"] == []


def test_only_ticked_days_are_made(admin: Client, cao_loc: Unit) -> None:
    _html, confirm = preview(admin, plan_of(cao_loc))
    admin.post(reverse("reception_plan"), {**confirm, "pick": confirm["pick"][:3]})
    assert ReceptionDay.objects.count() == 3


def test_holiday_of_the_boards_table_moves_the_day_and_is_named(
    admin: Client, cao_loc: Unit
) -> None:
    year = today().year + 1
    day = date(year, 6, 15)
    while day.weekday() != 1:
        day += timedelta(1)
    Holiday.objects.create(day=day, name="Nghỉ theo quyết định của tỉnh")
    html, _confirm = preview(admin, plan_of(cao_loc, kind="month-day", month_day=day.day))
    assert "Nghỉ theo quyết định của tỉnh" in html


def test_rule_changed_after_the_preview_is_shown_anew(admin: Client, cao_loc: Unit) -> None:
    _html, confirm = preview(admin, plan_of(cao_loc))
    html = admin.post(reverse("reception_plan"), {**confirm, "month_day": 20}).content.decode()
    assert "hãy xem lại các ngày" in html
    assert ReceptionDay.objects.count() == 0


def test_time_that_is_taken_is_not_taken_twice(admin: Client, cao_loc: Unit) -> None:
    sent = plan_of(cao_loc, kind="nth-working-day", nth_working=10)
    first, second = (date.fromisoformat(key) for key in preview(admin, sent)[1]["pick"][:2])
    make_day(cao_loc, first, "planned")
    make_day(cao_loc, second, "planned", opens=time(13, 30), closes=time(16))
    html, confirm = preview(admin, sent)
    assert html.count("Trùng giờ với một buổi tiếp đã có") == 1
    assert len(confirm["pick"]) == 11


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"month_day": 99}, "31"),
        ({"month_day": "\x00"}, "Nhập một số"),
        ({"last": "2000-01-01"}, "Ngày cuối phải từ ngày đầu trở đi."),
        ({"last": "9999-12-31"}, "dài nhất là hai năm"),
        ({"first": "0001-01-01", "last": "0001-02-01"}, "Năm không đúng"),
        ({"first": "khong-phai-ngay"}, "hợp lệ"),
        ({"closes": "07:00"}, "Giờ kết thúc phải sau giờ bắt đầu."),
        ({"afternoon_opens": "13:30"}, "cả giờ bắt đầu và giờ kết thúc"),
        ({"receiver": ""}, "Hãy chọn người tiếp"),
        ({"kind": "bay"}, "lựa chọn"),
        ({"nth": "9" * 40}, "lựa chọn"),
    ],
)
def test_a_wrong_plan_says_what_is_wrong_and_keeps_what_was_typed(
    admin: Client, cao_loc: Unit, changed: dict[str, Any], words: str
) -> None:
    sent = plan_of(cao_loc, participants="Cán bộ tổng hợp", **changed)
    response = admin.post(reverse("reception_plan"), sent)
    html = response.content.decode()
    assert response.status_code == 200
    assert words in html
    assert 'value="Cán bộ tổng hợp"' in html
    assert 'name="signature"' not in html


def test_unit_admin_cannot_plan_for_another_unit_or_with_its_people(
    admin: Client, cao_loc: Unit, bac_son: Unit
) -> None:
    foreign = Official.objects.create(unit=bac_son, name="zqnguoila", post="Viện trưởng")
    for sent in (plan_of(bac_son), plan_of(cao_loc, official=foreign.pk)):
        html = admin.post(reverse("reception_plan"), {**sent, "confirm": "1"}).content.decode()
        assert "zqnguoila" not in html
    assert ReceptionDay.objects.count() == 0


def test_announcing_makes_public_and_is_written_into_the_log(admin: Client, cao_loc: Unit) -> None:
    rows = [make_day(cao_loc, working(days), "planned") for days in (10, 3)]
    sent = {"id": [row.pk for row in rows]}
    page = admin.get(reverse("reception_announce"), sent).content.decode()
    assert page.count("chưa đủ 5 ngày làm việc") == 1
    assert not ReceptionDay.objects.public().exists()
    response = admin.post(reverse("reception_announce"), sent, follow=True)
    assert "Đã công bố 2 ngày" in response.content.decode()
    assert ReceptionDay.objects.public().count() == 2
    assert ModelLogEntry.objects.filter(action="reception.announce").count() == 2
    # The late one is told by a warning, and is announced all the same.
    assert f"Ngày {format_date(rows[1].day)} công bố muộn" in response.content.decode()


def test_announcing_twice_keeps_the_first_moment(admin: Client, cao_loc: Unit) -> None:
    row = make_day(cao_loc, working(10), "planned")
    admin.post(reverse("reception_announce"), {"id": row.pk})
    row.refresh_from_db()
    first = row.announced_at
    admin.post(reverse("reception_announce"), {"id": row.pk})
    row.refresh_from_db()
    assert row.announced_at == first


def test_a_day_that_is_over_is_not_announced(admin: Client, cao_loc: Unit) -> None:
    row = make_day(cao_loc, today() - timedelta(3), "planned")
    html = admin.post(reverse("reception_announce"), {"id": row.pk}).content.decode()
    assert "Không công bố được ngày đã qua" in html
    row.refresh_from_db()
    assert row.state == "planned"


def postponing(row: ReceptionDay, reason: str, new_day: date | str) -> dict[str, Any]:
    value = new_day.isoformat() if isinstance(new_day, date) else new_day
    return {"id": row.pk, f"{row.pk}-reason": reason, f"{row.pk}-new_day": value}


def test_postponing_asks_for_reason_and_date_and_announces_the_new_day(
    admin: Client, cao_loc: Unit
) -> None:
    row = make_day(cao_loc, working(6), place="Phòng 1")
    url = reverse("reception_postpone")
    html = admin.post(url, postponing(row, "", "")).content.decode()
    assert "Hãy ghi lý do hoãn." in html
    assert "Hãy chọn ngày tiếp thay thế." in html
    admin.post(url, postponing(row, "Họp đột xuất", working(9)))
    row.refresh_from_db()
    assert (row.state, row.reason, row.sequence) == ("postponed", "Họp đột xuất", 1)
    assert row.successor is not None
    assert (row.successor.day, row.successor.state) == (working(9), "announced")
    assert (row.successor.place, row.successor.head_in_person) == ("Phòng 1", True)
    entry = ModelLogEntry.objects.get(action="reception.postpone")
    assert entry.data["reason"] == "Họp đột xuất"


def test_a_day_that_stands_on_the_new_date_takes_the_place(admin: Client, cao_loc: Unit) -> None:
    row = make_day(cao_loc, working(6), receiver="Viện trưởng Lý Văn Mẫu")
    other = make_day(cao_loc, working(9), "planned", head_in_person=False, receiver="Phó")
    admin.post(reverse("reception_postpone"), postponing(row, "Họp", working(9)))
    row.refresh_from_db()
    other.refresh_from_db()
    assert row.successor == other
    assert (other.state, other.head_in_person) == ("announced", True)
    assert other.receiver == "Viện trưởng Lý Văn Mẫu"
    assert ReceptionDay.objects.count() == 2


@pytest.mark.parametrize("offset", [0, -3, 4000])
def test_a_new_date_that_cannot_be_changes_nothing(
    admin: Client, cao_loc: Unit, offset: int
) -> None:
    row = make_day(cao_loc, working(6))
    other = make_day(cao_loc, working(7))
    new = row.day + timedelta(offset)
    sent = {**postponing(other, "Họp", working(12)), **postponing(row, "Lý do đã gõ", new)}
    sent["id"] = [row.pk, other.pk]
    html = admin.post(reverse("reception_postpone"), sent).content.decode()
    assert "Ngày tiếp thay thế" in html
    assert "Lý do đã gõ" in html
    assert set(ReceptionDay.objects.values_list("state", flat=True)) == {"announced"}
    assert ReceptionDay.objects.count() == 2


def recording(row: ReceptionDay, **values: Any) -> dict[str, Any]:
    return {"id": row.pk, **{f"{row.pk}-{name}": value for name, value in values.items()}}


def test_a_held_day_keeps_its_note_and_may_be_completed_later(admin: Client, cao_loc: Unit) -> None:
    row = make_day(cao_loc, today() - timedelta(3))
    url = reverse("reception_hold")
    admin.post(url, recording(row, note="Tiếp 2 lượt"))
    row.refresh_from_db()
    assert (row.state, row.result_note, row.told_on) == ("held", "Tiếp 2 lượt", None)
    assert "Tiếp 2 lượt" in admin.get(url, {"id": row.pk}).content.decode()
    admin.post(url, recording(row, note="Tiếp 2 lượt", told_on=today().isoformat()))
    row.refresh_from_db()
    assert row.told_on == today()
    actions = ModelLogEntry.objects.filter(action__startswith="reception.")
    assert list(actions.order_by("pk").values_list("action", flat=True)) == [
        "reception.hold",
        "reception.result",
    ]


@pytest.mark.parametrize(
    ("offset", "told", "words"),
    [(3, None, "chưa đến"), (-3, -10, "phải từ ngày tiếp"), (-3, 2, "phải từ ngày tiếp")],
)
def test_what_cannot_have_been_is_not_recorded(
    admin: Client, cao_loc: Unit, offset: int, told: int | None, words: str
) -> None:
    row = make_day(cao_loc, today() + timedelta(offset))
    values = {} if told is None else {"told_on": (today() + timedelta(told)).isoformat()}
    html = admin.post(reverse("reception_hold"), recording(row, **values)).content.decode()
    assert words in html
    row.refresh_from_db()
    assert row.state == "announced"


ACTS = ("reception_announce", "reception_postpone", "reception_hold")


@pytest.mark.parametrize("act", ACTS)
def test_nobody_acts_on_another_units_days(
    admin: Client, cao_loc: Unit, bac_son: Unit, act: str
) -> None:
    own = make_day(cao_loc, working(8), "planned")
    foreign = make_day(bac_son, working(10), "planned", receiver="zqnguoila")
    url = reverse(act)
    for ids in ([foreign.pk], [own.pk, foreign.pk], ["9" * 30], ["x"], ["\x00"]):
        for response in (admin.get(url, {"id": ids}), admin.post(url, {"id": ids})):
            assert response.status_code == 404
            assert "zqnguoila" not in response.content.decode()
    assert set(ReceptionDay.objects.values_list("state", flat=True)) == {"planned"}


@pytest.mark.parametrize("act", [*ACTS, "reception_plan", "reception_report"])
@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER])
def test_who_keeps_no_schedule_of_receptions_comes_nowhere(
    cao_loc: Unit, act: str, role: Role
) -> None:
    row = make_day(cao_loc, working(10), "planned")
    client = signed_in(make_user(role, cao_loc))
    assert client.get(reverse(act), {"id": row.pk}).status_code in (302, 403)
    client.post(reverse(act), {"id": row.pk})
    row.refresh_from_db()
    assert row.state == "planned"


def test_services_ask_for_authority_themselves(cao_loc: Unit, bac_son: Unit) -> None:
    from django.core.exceptions import PermissionDenied

    from events.reception import services

    user = make_user(Role.UNIT_ADMIN, bac_son)
    planned = make_day(cao_loc, working(10), "planned")
    public = make_day(cao_loc, working(6))
    acts = (
        lambda: services.announce([planned], user),
        lambda: services.postpone([services.Postponement(public, "Họp", working(9))], user),
        lambda: services.hold([services.Outcome(public)], user),
        lambda: services.make_days([ReceptionDay(unit=cao_loc, day=working(3))], user, "x"),
    )
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()


def test_nothing_ticked_says_so(admin: Client) -> None:
    for act in ACTS:
        html = admin.get(reverse(act), follow=True).content.decode()
        assert "đánh dấu ít nhất một ngày" in html


def day_form(row: ReceptionDay, **values: Any) -> dict[str, Any]:
    fields = {
        "unit": row.unit_id,
        "day": row.day.isoformat(),
        "opens": "08:00",
        "closes": "11:30",
        "receiver": row.receiver,
        "head_in_person": "on",
    }
    return {**fields, **values}


def test_announced_day_changes_its_hours_but_not_its_date(admin: Client, cao_loc: Unit) -> None:
    row = make_day(cao_loc)
    url = reverse("reception_receptionday_modeladmin_edit", args=[row.pk])
    admin.post(url, day_form(row, day=working(20).isoformat(), closes="10:30"))
    before = row.day
    row.refresh_from_db()
    assert (row.day, f"{row.closes:%H:%M}", row.sequence) == (before, "10:30", 1)
    admin.post(url, day_form(row, closes="10:30"))
    row.refresh_from_db()
    assert row.sequence == 1


def test_a_public_day_is_not_deleted_and_one_that_is_over_not_rewritten(
    admin: Client, board: Client, cao_loc: Unit
) -> None:
    public, planned = make_day(cao_loc), make_day(cao_loc, working(12), "planned")
    held = make_day(cao_loc, today() - timedelta(3), "held")
    for client in (admin, board):
        for row, action in ((public, "delete"), (held, "delete"), (held, "edit")):
            url = reverse(f"reception_receptionday_modeladmin_{action}", args=[row.pk])
            client.post(url, day_form(row, receiver="Khác"))
    assert ReceptionDay.objects.count() == 3
    held.refresh_from_db()
    assert held.receiver != "Khác"
    url = reverse("reception_receptionday_modeladmin_delete", args=[planned.pk])
    admin.post(url)
    assert not ReceptionDay.objects.filter(pk=planned.pk).exists()


def test_saving_a_day_off_warns_and_saves(admin: Client, cao_loc: Unit) -> None:
    saturday = working(15)
    while saturday.weekday() != 5:
        saturday += timedelta(1)
    row = ReceptionDay(unit=cao_loc, day=saturday, receiver="Viện trưởng")
    url = reverse("reception_receptionday_modeladmin_create")
    html = admin.post(url, day_form(row), follow=True).content.decode()
    assert "là ngày nghỉ: hãy chuyển sang ngày làm việc tiếp theo" in html
    assert ReceptionDay.objects.get().day == saturday


def test_list_shows_own_days_with_their_warnings(
    admin: Client, board: Client, cao_loc: Unit, bac_son: Unit
) -> None:
    make_day(cao_loc, working(2), "planned", receiver="Viện trưởng A")
    make_day(bac_son, working(2), "planned", receiver="Viện trưởng B")
    html = admin.get(reverse(LIST)).content.decode()
    assert "Viện trưởng A" in html
    assert "Viện trưởng B" not in html
    assert "chưa công bố; hạn (trước 5 ngày làm việc)" in html
    assert "Viện trưởng B" in board.get(reverse(LIST)).content.decode()


def test_hours_are_edited_by_weekday_and_shown_at_once(admin: Client, cao_loc: Unit) -> None:
    url = reverse("reception_regularhours_modeladmin_create")
    row = {"unit": cao_loc.pk, "weekday": 1, "opens": "08:00", "closes": "11:30"}
    admin.post(url, row)
    admin.post(url, {**row, "opens": "13:30", "closes": "16:00"})
    admin.post(url, {**row, "weekday": 3, "closes": "07:00"})
    assert [str(hours) for hours in RegularHours.objects.all()] == [
        "Thứ Ba 08:00 – 11:30",
        "Thứ Ba 13:30 – 16:00",
    ]


def test_report_tells_the_month_of_each_unit(
    board: Client, admin: Client, province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    day = today() - timedelta(60)
    make_day(cao_loc, day, "held", nobody_came=True)
    make_day(bac_son, day, "held", announced_at=None, receiver="Viện trưởng B")
    html = board.get(reverse("reception_report"), {"thang": f"{day:%Y-%m}"}).content.decode()
    lines = re.findall(r"<tr>.*?</tr>", html, re.DOTALL)
    names = (cao_loc.short_name, bac_son.short_name)
    text = {name: next(line for line in lines if name in line) for name in names}
    assert "Không đạt" not in text[cao_loc.short_name]
    assert text[bac_son.short_name].count("Không đạt") == 2
    assert "công bố muộn" in text[bac_son.short_name]
    assert "chưa thông báo" in text[bac_son.short_name]
    assert province.short_name in html
    own = admin.get(reverse("reception_report"), {"thang": f"{day:%Y-%m}"}).content.decode()
    assert bac_son.short_name not in own
    mangled = board.get(reverse("reception_report"), {"thang": "\x00"}).content.decode()
    assert "Tháng trong địa chỉ không đọc được" in mangled


def test_report_is_taken_along_as_a_file_without_formulas(
    board: Client, admin: Client, province: Unit, cao_loc: Unit, bac_son: Unit
) -> None:
    day = today() - timedelta(60)
    evil = '=HYPERLINK("http://x","y")'
    Unit.objects.filter(pk=cao_loc.pk).update(name=evil)
    make_day(bac_son, day, "held", announced_at=None, receiver="Viện trưởng B")
    asked = {"thang": f"{day:%Y-%m}"}
    screen = board.get(reverse("reception_report"), asked)
    assert f'href="?thang={day:%Y-%m}&amp;tep=xlsx"' in screen.content.decode()
    answer = board.get(reverse("reception_report"), {**asked, "tep": "xlsx"})
    assert answer["Content-Disposition"].endswith(f'"tiep-cong-dan-{day:%Y-%m}.xlsx"')
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    names = {row[0].value: row for row in sheet.iter_rows(min_row=4)}
    assert set(names) == {line.unit.name for line in screen.context["lines"]}
    assert names[evil][0].data_type == "s"
    assert "công bố muộn" in names[bac_son.name][5].value
    text = board.get(reverse("reception_report"), {**asked, "tep": "csv"}).content.decode("utf-8")
    assert text.startswith("\ufeffTiếp công dân tháng")
    rows = list(csv.reader(io.StringIO(text[1:])))
    assert [row[0] for row in rows[2:]][-len(names) :] == [
        f"'{name}" if name == evil else name for name in names
    ]
    own = admin.get(reverse("reception_report"), {**asked, "tep": "csv"}).content.decode()
    assert bac_son.name not in own
    for kind in ("pdf", "\x00", "../csv"):
        assert board.get(reverse("reception_report"), {"tep": kind}).status_code == 404


def test_start_page_says_what_is_missing(admin: Client, board: Client, cao_loc: Unit) -> None:
    row = make_day(cao_loc, working(2), "planned")
    words = f"Ngày {format_date(row.day)} chưa công bố"
    for client in (admin, board):
        assert words in client.get("/admin/").content.decode()
    other = signed_in(make_user(Role.CONTRIBUTOR, cao_loc))
    assert words not in other.get("/admin/").content.decode()
