"""From a file to a draft week in the administration: looked at first, saved only when it is confirmed."""

from __future__ import annotations

import io
import json
import re
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import docx
import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.schedules.imports.mending import MOST
from events.schedules.models import WorkSchedulePage
from events.schedules.rules.lines import from_data
from portal.core.intake import apart
from portal.users.models import User
from tests.factories import browser, make_user
from tests.schedules.messy import MESSY, by_day_docx, half_understood_xlsx
from tests.schedules.weeks import line, make_week, schedules_of
from tests.users.helpers import sign_in
from units.models import Unit
from units.rights.roles import Role

FIELDS = (
    "first", "last", "number", "issued_on", "place_of_issue", "signer", "signer_post", "recipients",
    "packed", "seen",
)  # fmt: skip
MOST_QUERIES = 60


@pytest.fixture
def writer(cao_loc: Unit) -> User:
    return make_user(Role.CONTRIBUTOR, cao_loc)


@pytest.fixture
def client(writer: User) -> Client:
    found = browser()
    sign_in(found, writer)
    return found


def url(unit: Unit) -> str:
    return reverse("schedules_import", args=[schedules_of(unit).pk])


def upload(client: Client, unit: Unit, data: bytes, name: str = "lich.docx") -> Any:
    return client.post(url(unit), {"file": SimpleUploadedFile(name, data)})


def form_of(response: Any, **changes: Any) -> dict[str, Any]:
    """What a browser would send from the preview."""
    form = response.context["form"]
    sent = {name: form[name].value() for name in FIELDS}
    sent = {
        name: value.strftime("%d/%m/%Y") if isinstance(value, date) else value or ""
        for name, value in sent.items()
    }
    return {**sent, "target": "new", **changes}


@pytest.mark.parametrize("name", MESSY)
def test_nothing_is_saved_before_it_is_confirmed(client: Client, cao_loc: Unit, name: str) -> None:
    response = upload(client, cao_loc, MESSY[name]())
    assert response.status_code == 200
    assert not WorkSchedulePage.objects.exists()
    assert "Chưa có gì được lưu" in response.content.decode()


@pytest.mark.reads_apart
def test_preview_says_what_was_understood_and_what_was_not(client: Client, cao_loc: Unit) -> None:
    html = upload(client, cao_loc, half_understood_xlsx()).content.decode()
    assert "Đã hiểu 2 việc." in html
    assert "Không hiểu 3 dòng" in html
    assert "sau giờ nghỉ trưa" in html
    assert "Thứ Sáu 06/12/2024, 16:30" in html


def test_confirmed_file_is_a_draft_with_internal_entries_alone(
    client: Client, cao_loc: Unit, writer: User
) -> None:
    preview = upload(client, cao_loc, by_day_docx())
    response = client.post(url(cao_loc), form_of(preview))
    page = WorkSchedulePage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    draft = page.get_latest_revision_as_object()
    assert (page.live, page.owner, page.owning_unit) == (False, writer, cao_loc)
    assert (draft.number, draft.signer, draft.place_of_issue) == (49, "Nông Thị Mẫu", "Lạng Sơn")
    assert draft.signer_post == "KT. VIỆN TRƯỞNG PHÓ VIỆN TRƯỞNG"
    assert draft.title == "Lịch làm việc từ ngày 21/10/2024 đến ngày 25/10/2024"
    assert len(draft.lines) == 8
    assert not any(found.entry.is_public for found in draft.lines)
    assert client.get(response.url).status_code == 200


def unfinished_of(response: Any) -> dict[str, str]:
    """What a browser would send of the lines that were not understood."""
    line_forms = [form for _line, forms in response.context["lines"] for form in forms or ()]
    return {field.html_name: field.value() for form in line_forms for field in form}


def mended_lines(client: Client, unit: Unit, **changes: str) -> Any:
    preview = upload(client, unit, half_understood_xlsx())
    sent = form_of(preview, **unfinished_of(preview))
    return client.post(
        url(unit), {**sent, **{name.replace("_", "-"): changes[name] for name in changes}}
    )


def test_line_that_was_not_understood_is_finished_in_the_preview(
    client: Client, cao_loc: Unit
) -> None:
    answer = mended_lines(
        client, cao_loc,
        line_6_0_when="13h30 - 15h",
        line_7_0_day="2024-12-07", line_7_0_when="sáng",
        line_8_0_day="2024-12-05", line_8_0_content="Việc bổ sung",
    )  # fmt: skip
    # The week ends on a Friday: the seventh is no day of it.
    assert answer.status_code == 422
    assert "Ngày này không thuộc tuần ở trên" in answer.content.decode()
    assert 'value="13h30 - 15h"' in answer.content.decode()
    assert not WorkSchedulePage.objects.exists()
    answer = mended_lines(
        client, cao_loc,
        line_6_0_when="13h30 - 15h",
        line_7_0_day="2024-12-04", line_7_0_when="sáng",
        line_8_0_day="2024-12-05", line_8_0_content="Việc bổ sung",
    )  # fmt: skip
    assert answer.status_code == 302
    draft = WorkSchedulePage.objects.get().get_latest_revision_as_object()
    found = [
        (each.entry.day.day, f"{each.entry.start or each.entry.session}", each.entry.content)
        for each in draft.lines
    ]
    assert found == [
        (2, "07:30:00", "Giao ban"), (3, "13:30:00", "Họp chi bộ"),
        (4, "morning", "Kiểm tra hồ sơ"), (5, "14:00:00", "Việc bổ sung"),
        (6, "16:30:00", "Tổng kết thi đua"),
    ]  # fmt: skip
    meeting = draft.lines[1].entry
    assert meeting.chairs == ("Bí thư",)
    assert "sau giờ nghỉ trưa" in meeting.note
    assert not any(each.entry.is_public for each in draft.lines)


def test_lines_whose_day_is_unknown_or_empty_are_passed_over(client: Client, cao_loc: Unit) -> None:
    answer = mended_lines(client, cao_loc, line_7_0_when="lúc nào đó", line_8_0_content="x" * 9000)
    assert answer.status_code == 302
    draft = WorkSchedulePage.objects.get().get_latest_revision_as_object()
    contents = [each.entry.content for each in draft.lines]
    assert contents == ["Giao ban", "Họp chi bộ", "Tổng kết thi đua"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"line_6_0_when": "lúc rỗi"}, "Hãy ghi giờ hoặc buổi"),
        ({"line_6_0_content": " "}, "Hãy ghi nội dung công việc"),
        ({"line_6_0_day": "hôm nay"}, "Ngày này không thuộc tuần"),
        ({"line_6_0_content": "x" * 3000}, "2000"),
    ],
)
def test_wrong_mending_is_answered_and_kept(
    client: Client, cao_loc: Unit, changes: dict[str, str], words: str
) -> None:
    answer = mended_lines(client, cao_loc, line_7_0_content="Đã gõ", **changes)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Đã gõ" in answer.content.decode()
    assert not WorkSchedulePage.objects.exists()


def test_what_was_mended_stays_when_the_week_is_read_anew(client: Client, cao_loc: Unit) -> None:
    preview = upload(client, cao_loc, half_understood_xlsx())
    sent = form_of(preview, **unfinished_of(preview), again="1")
    sent["line-7-0-content"], sent["last"] = "Đã gõ lại", "07/12/2024"
    again = client.post(url(cao_loc), sent)
    assert "Đã gõ lại" in again.content.decode()
    sent = form_of(again, **unfinished_of(again), last="07/12/2024")
    sent["line-7-0-day"] = "2024-12-07"
    assert client.post(url(cao_loc), sent).status_code == 302
    draft = WorkSchedulePage.objects.get().get_latest_revision_as_object()
    assert draft.lines[-1].entry.content == "Đã gõ lại"


def test_file_that_is_no_schedule_offers_no_thousand_lines(client: Client, cao_loc: Unit) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Ngày", "Giờ", "Nội dung"])
    for number in range(MOST + 5):
        book.active.append(["hôm nọ", "8h", f"Dòng {number}"])
    target = io.BytesIO()
    book.save(target)
    preview = upload(client, cao_loc, target.getvalue())
    assert len(unfinished_of(preview)) == 3 * MOST
    assert f"chỉ sửa được {MOST} dòng đầu" in preview.content.decode()


def test_file_of_which_nothing_was_understood_can_be_mended(client: Client, cao_loc: Unit) -> None:
    paper = docx.Document()
    paper.add_paragraph("8h Họp cơ quan")
    target = io.BytesIO()
    paper.save(target)
    preview = upload(client, cao_loc, target.getvalue())
    sent = form_of(preview, **unfinished_of(preview))
    assert sent["line-1-0-content"] == "Họp cơ quan"
    sent["line-1-0-day"] = f"{preview.context['form']['first'].value():%Y-%m-%d}"
    assert client.post(url(cao_loc), sent).status_code == 302
    (found,) = WorkSchedulePage.objects.get().get_latest_revision_as_object().lines
    assert (found.entry.content, f"{found.entry.start}") == ("Họp cơ quan", "08:00:00")


def test_corrected_week_is_read_and_shown_again_first(client: Client, cao_loc: Unit) -> None:
    preview = upload(client, cao_loc, by_day_docx())
    other = {"first": "28/10/2024", "last": "01/11/2024"}
    again = client.post(url(cao_loc), form_of(preview, **other))
    assert again.status_code == 200
    assert "Đã đọc lại tệp theo tuần này" in again.content.decode()
    assert "nằm ngoài tuần" in again.content.decode()
    moved = client.post(url(cao_loc), form_of(preview, **other, moves="on", again="1"))
    assert "nằm ngoài tuần" not in moved.content.decode()
    assert not WorkSchedulePage.objects.exists()
    sent = form_of(moved, **other, moves="on")
    assert client.post(url(cao_loc), sent).status_code == 302
    week = WorkSchedulePage.objects.get().get_latest_revision_as_object()
    assert week.first == date(2024, 10, 28)
    assert week.lines[0].entry.day == date(2024, 10, 28)
    assert week.lines[-1].entry.day == date(2024, 11, 1)


def test_begun_draft_is_filled_and_nothing_of_it_is_lost(
    client: Client, cao_loc: Unit, writer: User
) -> None:
    monday = date(2024, 10, 21)
    page = make_week(cao_loc, line("Việc đã ghi", monday), first=monday, signer="Mẫu", owner=writer)
    page.unpublish()
    for _twice in range(2):
        preview = upload(client, cao_loc, by_day_docx())
        sent = form_of(preview, target=str(page.pk))
        assert client.post(url(cao_loc), sent).status_code == 302
    draft = WorkSchedulePage.objects.get().get_latest_revision_as_object()
    assert len(draft.lines) == 9, "the same file twice is the same entries once"
    assert draft.lines[0].entry.content == "Việc đã ghi"
    assert (draft.signer, draft.number) == ("Mẫu", 49)


def test_published_weeks_and_drafts_of_others_are_no_targets(
    client: Client, cao_loc: Unit, bac_son: Unit
) -> None:
    live = make_week(cao_loc, line())
    other = make_week(bac_son, line())
    other.unpublish()
    preview = upload(client, cao_loc, by_day_docx())
    for page in (live, other):
        response = client.post(url(cao_loc), form_of(preview, target=str(page.pk)))
        assert response.status_code == 422
        assert len(WorkSchedulePage.objects.get(pk=page.pk).lines) == 1


def test_number_that_is_taken_is_named_and_all_that_was_typed_stays(
    client: Client, cao_loc: Unit
) -> None:
    make_week(cao_loc, line(), first=date(2024, 10, 14), number=49)
    preview = upload(client, cao_loc, by_day_docx())
    assert preview.context["form"]["number"].value() == 50
    sent = form_of(preview, number="49", signer="Người khác Mẫu")
    response = client.post(url(cao_loc), sent)
    html = response.content.decode()
    assert response.status_code == 422
    assert "Số 49/LLV của năm 2024 đã có trong sổ. Số tiếp theo là 50." in html
    assert "Người khác Mẫu" in html


@pytest.mark.parametrize(
    "changes",
    [
        {"first": "x"},
        {"first": ""},
        {"last": "01/01/0001"},
        {"last": "31/12/9999"},
        {"first": "01/01/1000", "last": "03/01/1000"},
        {"number": "99999999999999999999"},
        {"number": "-1"},
        {"signer": "x" * 500},
        {"signer": "a\0b"},
        {"issued_on": "99/99/2024"},
        {"target": "9999999"},
        {"target": ""},
    ],
)
def test_wrong_values_are_answered_and_kept(
    client: Client, cao_loc: Unit, changes: dict[str, str]
) -> None:
    preview = upload(client, cao_loc, by_day_docx())
    response = client.post(url(cao_loc), form_of(preview, **changes))
    assert response.status_code == 422
    assert not WorkSchedulePage.objects.exists()
    assert "Giao ban đầu tuần" in response.content.decode()


def test_another_persons_preview_makes_nothing(client: Client, cao_loc: Unit) -> None:
    preview = upload(client, cao_loc, by_day_docx())
    colleague = browser()
    sign_in(colleague, make_user(Role.CONTRIBUTOR, cao_loc))
    for packed in (form_of(preview)["packed"], "x", ""):
        response = colleague.post(url(cao_loc), form_of(preview, packed=packed))
        assert response.status_code == 302
    assert not WorkSchedulePage.objects.exists()


def test_another_unit_comes_to_nothing(cao_loc: Unit, bac_son: Unit) -> None:
    stranger = browser()
    sign_in(stranger, make_user(Role.UNIT_ADMIN, bac_son))
    assert stranger.get(url(cao_loc)).status_code == 404
    assert upload(stranger, cao_loc, by_day_docx()).status_code == 404


def test_refused_file_says_why(client: Client, cao_loc: Unit) -> None:
    response = upload(client, cao_loc, b"%PDF-1.7", "lich.docx")
    assert response.status_code == 422
    assert "Đây là tệp PDF" in response.content.decode()
    assert client.post(url(cao_loc), {}).status_code == 422


def test_button_stands_in_the_list_of_schedules(client: Client, cao_loc: Unit) -> None:
    listing = reverse("wagtailadmin_explore", args=[schedules_of(cao_loc).pk])
    assert url(cao_loc) in client.get(listing).content.decode()


def test_preview_and_confirmation_stay_within_their_queries(client: Client, cao_loc: Unit) -> None:
    for weeks in range(6):
        first = date(2024, 9, 2) - timedelta(7 * weeks)
        make_week(cao_loc, line(day=first), first=first, number=weeks + 1).unpublish()
    upload(client, cao_loc, by_day_docx())
    with CaptureQueriesContext(connection) as captured:
        preview = upload(client, cao_loc, by_day_docx())
    assert preview.status_code == 200
    assert len(captured) <= MOST_QUERIES, len(captured)


# Pasting into the grid ------------------------------------------------------------------------------


def paste(client: Client, sent: Any) -> Any:
    data = sent if isinstance(sent, str) else json.dumps(sent)
    return client.post(reverse("schedules_paste"), data, content_type="application/json")


def test_pasted_table_is_answered_as_rows_of_the_grid(client: Client) -> None:
    text = (
        "Thứ\tGiờ\tNội dung\tChủ trì\nThứ Hai\t7h30\tGiao ban\tLê Văn Mẫu\nThứ Ba\tkhi rỗi\tHọp\t\n"
    )
    answer = paste(client, {"html": "", "text": text, "first": "2024-11-11", "last": "2024-11-15"})
    found = answer.json()
    (entry,) = from_data(found["entries"])
    assert (entry.entry.day, entry.entry.chairs) == (date(2024, 11, 11), ("Lê Văn Mẫu",))
    assert not entry.entry.is_public
    assert re.match("Đã hiểu 1 việc. Không hiểu 1 dòng", found["summary"])
    assert found["lines"][-1]["doubts"]
    (unfinished,) = from_data(found["lines"][-1]["unfinished"])
    assert (unfinished.entry.day, unfinished.entry.content) == (date(2024, 11, 12), "Họp")
    assert "khi rỗi" in unfinished.entry.note


def test_pasted_line_without_a_day_is_offered_on_the_first_day_of_the_week(client: Client) -> None:
    text = "Thứ\tGiờ\tNội dung\nkhi rỗi\t7h30\tDọn hồ sơ\n"
    answer = paste(client, {"text": text, "first": "2024-11-11", "last": "2024-11-15"}).json()
    (unfinished,) = from_data(answer["lines"][-1]["unfinished"])
    assert not answer["entries"]
    assert (unfinished.entry.day, unfinished.entry.content) == (date(2024, 11, 11), "Dọn hồ sơ")


LONG_LINE = "Thứ Hai\t7h30\t" + "Giao ban về công tác kiểm sát và thống kê " * 5 + "\n"
LONG_TABLE = "Thứ\tGiờ\tNội dung\n" + LONG_LINE * 280


@pytest.mark.reads_apart
def test_long_pasted_table_reads_as_a_short_one_does_outside_the_web_worker(client: Client) -> None:
    week = {"first": "2024-11-11", "last": "2024-11-15"}
    with patch.object(apart, "_told_by_program", wraps=apart._told_by_program) as told:
        answer = paste(client, {"text": LONG_TABLE, **week}).json()
        assert len(answer["entries"]) == 280
        assert told.call_count == 1
        paste(client, {"text": LONG_TABLE[:400], **week})
        assert told.call_count == 1


@pytest.mark.reads_apart
def test_a_paste_that_takes_too_long_is_refused_in_words(client: Client) -> None:
    with patch.object(apart, "BOUNDS", apart.Bounds(seconds=0.01)):
        answer = paste(client, {"text": LONG_TABLE})
    assert answer.status_code == 422
    assert "Hãy chỉ giữ lại lịch của tuần" in answer.json()["error"]


@pytest.mark.parametrize(
    "sent",
    ["", "[]", "null", '"x"', "{}", '{"text": "\\u0000"}', '{"text": 5, "first": 7}', "\xff", "{"],
)
def test_nonsense_pasted_is_refused_in_words(client: Client, sent: str) -> None:
    answer = paste(client, sent)
    assert answer.status_code in (200, 422)
    assert answer.json().get("error") or not answer.json()["entries"]
