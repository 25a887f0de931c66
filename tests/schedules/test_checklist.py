"""The check list of the reviews reads what a week makes public, and nothing else of it."""

from __future__ import annotations

from datetime import time

from events.schedules.models import WorkSchedulePage
from tests.schedules.weeks import MONDAY, line, make_week
from units.models import Unit
from units.moderation.checklist.adapter import findings_of

IDENTITY = "CCCD 020084012345"
PHONE = "0912 345 678"


def keys(page: WorkSchedulePage) -> dict[str, str]:
    found = findings_of(WorkSchedulePage.objects.get(pk=page.pk).get_latest_revision_as_object())
    return {finding.key: str(finding.where) for finding in found}


def test_private_numbers_in_public_entries_are_found_and_placed(cao_loc: Unit) -> None:
    page = make_week(
        cao_loc,
        line(f"Tiếp công dân, {IDENTITY}", public=True, start=time(8)),
        line("Họp", public=True, place=f"Phòng 2, đt {PHONE}"),
    )
    found = keys(page)
    assert found["identity_number"] == f"Thứ Hai {MONDAY:%d/%m/%Y}, 08:00"
    assert found["telephone"] == f"Thứ Hai {MONDAY:%d/%m/%Y}, 07:30"


def test_public_wording_is_what_counts(cao_loc: Unit) -> None:
    covered = line(f"Làm việc với {IDENTITY}", public=True, public_content="Làm việc", place=PHONE)
    assert not keys(make_week(cao_loc, covered))
    told = line("Làm việc", public=True, public_content=f"Làm việc với {IDENTITY}")
    assert "identity_number" in keys(make_week(cao_loc, told, slug="khac"))


def test_names_of_accused_people_in_public_are_found(cao_loc: Unit) -> None:
    page = make_week(cao_loc, line("Xét xử bị cáo Nguyễn Văn Hùng", public=True))
    assert "name_near_role" in keys(page)


def test_internal_entries_and_notes_may_say_what_they_must(cao_loc: Unit) -> None:
    internal = line(f"Xét xử bị cáo Nguyễn Văn Hùng {IDENTITY}", note=PHONE)
    noted = line("Giao ban", public=True, note=f"Gọi {PHONE}")
    assert not keys(make_week(cao_loc, internal, noted))
