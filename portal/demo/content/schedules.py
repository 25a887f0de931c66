"""A week's work in a procuracy, as a table: what is public, what is internal, who chairs.

Written for the sample; every person is one of the sample's officials. `leader` counts the officials of
the unit in their order, 0 being the head.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from events.schedules.rules.week import Entry, Session

MORNING, AFTERNOON, ALL_DAY = Session.MORNING, Session.AFTERNOON, Session.ALL_DAY


@dataclass(frozen=True)
class Row:
    """`weekday` 0 is Monday; `week` says in which of three turning weeks the row stands, None: in each."""

    weekday: int
    session: Session
    start: time | None
    content: str
    leader: int
    attendees: tuple[str, ...]
    place: str
    prepared_by: str
    is_public: bool
    week: int | None = None
    public_content: str = ""


ROWS = (
    Row(
        0, MORNING, time(7, 30), "Họp giao ban đầu tuần", 0,
        ("Lãnh đạo đơn vị", "Trưởng các bộ phận"), "Phòng họp số 1", "Bộ phận tổng hợp", True,
    ),
    Row(
        0, AFTERNOON, time(14), "Duyệt án hình sự trước khi ban hành cáo trạng", 1,
        ("Kiểm sát viên thụ lý",), "Phòng họp số 2", "Bộ phận hình sự", False,
    ),
    Row(
        1, MORNING, time(8), "Trực tiếp kiểm sát tại Nhà tạm giữ Công an", 1,
        ("Kiểm sát viên được phân công",), "Nhà tạm giữ", "Bộ phận hình sự", False, 0,
    ),
    Row(
        1, MORNING, time(8), "Tiếp công dân thường xuyên", 1, ("Cán bộ trực",),
        "Phòng tiếp công dân", "Bộ phận khiếu tố", True,
    ),
    Row(
        1, AFTERNOON, time(13, 30), "Kiểm sát việc giải quyết án dân sự tại Tòa án", 2,
        ("Kiểm sát viên được phân công",), "Trụ sở Tòa án nhân dân", "Bộ phận dân sự", True, 1,
    ),
    Row(
        2, MORNING, time(7, 30), "Tham gia phiên tòa xét xử lưu động về ma túy", 1,
        ("Kiểm sát viên được phân công",), "Nhà văn hóa trung tâm", "Bộ phận hình sự", True, 2,
    ),
    Row(
        2, MORNING, time(8), "Họp chi bộ, cho ý kiến về quy hoạch cán bộ", 0,
        ("Toàn thể đảng viên",), "Phòng họp số 1", "Chi ủy", False, 1,
    ),
    Row(
        2, AFTERNOON, time(14), "Họp liên ngành về công tác thi hành án dân sự", 0,
        ("Đại diện Tòa án", "Đại diện cơ quan thi hành án dân sự"), "Hội trường", "Bộ phận dân sự",
        True, 0,
    ),
    Row(
        3, MORNING, None, "Kiểm sát thi hành án hình sự tại Ủy ban nhân dân xã", 2,
        ("Kiểm sát viên được phân công", "Lái xe"), "Ủy ban nhân dân xã", "Bộ phận thi hành án",
        True, None, "Làm việc tại cơ sở",
    ),
    Row(
        3, AFTERNOON, time(14), "Tuyên truyền pháp luật về phòng, chống ma túy cho học sinh", 1,
        ("Đoàn viên thanh niên của đơn vị",), "Trường trung học phổ thông", "Chi đoàn", True, 1,
    ),
    Row(
        4, MORNING, time(8), "Rà soát tiến độ giải quyết đơn và án trong tuần", 0,
        ("Lãnh đạo đơn vị", "Kiểm sát viên"), "Phòng họp số 1", "Bộ phận tổng hợp", True,
    ),
    Row(
        4, ALL_DAY, None, "Trực nghiệp vụ cuối tuần", 2, ("Theo danh sách phân công",), "Trụ sở",
        "Bộ phận tổng hợp", False,
    ),
)  # fmt: skip


def entries_of_week(monday: date, turn: int, leaders: tuple[str, ...]) -> tuple[Entry, ...]:
    """The rows of that turn; a unit with fewer leaders has its last one in the place of the others."""
    return tuple(
        Entry(
            day=monday + timedelta(row.weekday),
            session=row.session,
            start=row.start,
            content=row.content,
            chairs=leaders[min(row.leader, len(leaders) - 1) :][:1] if leaders else (),
            attendees=row.attendees,
            prepared_by=row.prepared_by,
            place=row.place,
            is_public=row.is_public,
            public_content=row.public_content,
        )
        for row in ROWS
        if row.week in (None, turn % 3)
    )


def amended(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The week's last public morning, moved to another room and hour."""
    moved = [entry for entry in entries if entry.is_public and entry.start][-1]
    later = replace(moved, start=time(9, 30), place="Hội trường")
    return tuple(later if entry is moved else entry for entry in entries)
