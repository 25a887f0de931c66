"""What the columns of a table hold, from its head: by day, leader by row, or day against leaders."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from .dates import Span, read_day, says_only_a_day
from .grid import Grid, Row
from .people import is_person, leader_named, names_a_person
from .plain import folded_words
from .times import read_when, session_of
from .week import Session


class Role(StrEnum):
    ORDINAL = "ordinal"
    DAY = "day"
    SESSION = "session"
    TIME = "time"
    LEADER = "leader"
    POST = "post"
    CONTENT = "content"
    CHAIR = "chair"
    ATTENDEES = "attendees"
    PREPARED = "prepared"
    PLACE = "place"
    NOTE = "note"


# Folded beginnings of headings, the more special ones first.
_BODY: Final = r"(?:don vi|d v|dv|bo phan|phong|co quan) (?:\w+ )?"
_HEAD_OF: Final = r"(?:nguoi|lanh dao|dong chi|d c|lanh dao vien) (?:\w+ )?"
_HEADINGS: Final = [
    (Role.ORDINAL, r"(?:stt|tt|so tt|so thu tu)$"),
    (Role.PREPARED, _BODY + r"(?:chuan bi|thuc hien|tham muu)|chuan bi"),
    (Role.PLACE, r"dia diem|noi hop|noi lam viec|dia chi|phong hop"),
    (Role.CHAIR, _HEAD_OF + r"(?:chu tri|chi dao|phu trach)|chu tri|chu toa"),
    (Role.ATTENDEES, r"thanh phan|tham du|nguoi du|du hop|nguoi tham|tham gia|phoi hop"),
    (Role.CONTENT, r"noi dung|cong viec|cong tac|lich lam viec|lich cong tac|viec"),
    (Role.NOTE, r"ghi chu|luu y"),
    (Role.POST, r"chuc vu|chuc danh"),
    (Role.SESSION, r"buoi$"),
    (Role.DAY, r"(?:thu ngay|ngay thu|ngay thang|ngay|thu)\b(?! \d)"),
    (Role.TIME, r"gio|thoi gian|thoi diem"),
    (Role.LEADER, r"lanh dao|ho va ten|ho ten|dong chi|can bo|nguoi"),
]
_AXES: Final = (Role.DAY, Role.SESSION, Role.TIME, Role.LEADER, Role.CHAIR, Role.PLACE)
_COMPILED: Final = [(role, re.compile(pattern)) for role, pattern in _HEADINGS]
_ROOM: Final = re.compile(r"(?:tai )?(?:phong hop|hoi truong|tru so)")
_LONGEST: Final = 60
_DEEPEST: Final = 3


@dataclass(frozen=True)
class Column:
    """A role, or what every entry of the column shares. `heading` is its text for people."""

    heading: str = ""
    role: Role | None = None
    names_day: bool = False
    day: date | None = None
    session: Session | None = None
    leader: str = ""
    doubt: str = ""

    @property
    def is_axis(self) -> bool:
        """Whether its heading is a day, a half-day or a leader whose work stands below."""
        return self.names_day or self.session is not None or bool(self.leader)

    @property
    def holds_entries(self) -> bool:
        return self.role is Role.CONTENT or (self.role is None and self.is_axis)


@dataclass(frozen=True)
class Head:
    """Rows `first` up to `after` are the head of the table."""

    first: int
    after: int
    columns: tuple[Column, ...]

    @property
    def is_matrix(self) -> bool:
        return not any(column.role is Role.CONTENT for column in self.columns)


def role_of(heading: str) -> Role | None:
    """What a heading calls its column: "Thời gian" is TIME, "Nội dung công việc" is CONTENT."""
    folded = folded_words(heading)
    if not folded or len(folded) > _LONGEST:
        return None
    return next((role for role, pattern in _COMPILED if pattern.match(folded)), None)


def find_head(grid: Grid, start: int, week: Span | None) -> Head | None:
    """The first head at or below row `start`."""
    for index in range(start, len(grid.rows)):
        if (head := _head_at(grid, index, week)) is not None:
            return head
    return None


def guess_head(grid: Grid) -> Head | None:
    """Columns of a table that was copied without its head, from what they hold.

    Beside a column of hours the one with the longest texts is the content.
    """
    texts = [_texts_at(grid, at) for at in range(grid.width)]
    columns = [_guessed(column) for column in texts]
    free = [at for at, column in enumerate(columns) if column.role is None]
    if not free or len(free) == len(columns):
        return None
    content = max(free, key=lambda at: _mean_length(texts[at]))
    columns[content] = Column(role=Role.CONTENT)
    return Head(0, 0, tuple(columns))


def _texts_at(grid: Grid, at: int) -> list[str]:
    return [text for row in grid.rows if (text := row.cells[at].text)]


def _mean_length(texts: Sequence[str]) -> float:
    return sum(map(len, texts)) / max(len(texts), 1)


def _guessed(texts: Sequence[str]) -> Column:
    tests: list[tuple[Role, Callable[[str], bool]]] = [
        (Role.SESSION, lambda text: session_of(text) is not None),
        (Role.DAY, lambda text: says_only_a_day(text) and read_when(text) is None),
        (Role.TIME, lambda text: read_when(text) is not None),
        (Role.CHAIR, names_a_person),
        (Role.PLACE, lambda text: _ROOM.match(folded_words(text)) is not None),
    ]
    for role, test in tests:
        if texts and sum(map(test, texts)) * 3 >= len(texts) * 2:
            return Column(role=role)
    return Column()


def _head_at(grid: Grid, index: int, week: Span | None) -> Head | None:
    """A head names a column that holds entries and an axis, or several days: "Giờ | Nội dung"."""
    if len(grid.rows[index].distinct()) < 2:
        return None
    after = _end_of_head(grid, index)
    headings = [_headings_at(grid, place, index, after) for place in range(grid.width)]
    columns = _leaders_among(tuple(_column(texts, week) for texts in headings))
    if not any(column.holds_entries for column in columns):
        return None
    has_axis = any(column.role in _AXES for column in columns)
    days = sum(column.names_day for column in columns)
    return Head(index, after, columns) if has_axis or days > 1 else None


def _headings_at(grid: Grid, place: int, first: int, after: int) -> list[str]:
    """What stands one below the other over a column, a merged cell once."""
    cells = dict.fromkeys(row.cells[place] for row in grid.rows[first:after])
    return [cell.text for cell in cells if cell.text]


def _end_of_head(grid: Grid, index: int) -> int:
    """A head goes on where a cell of it hangs into the next row, or where that only names halves.

    Below "Thứ Hai" over two columns the row "Sáng | Chiều" belongs to the head.
    """
    after = index + 1
    last = min(index + _DEEPEST, len(grid.rows))
    while after < last and _goes_on(grid.rows[after - 1], grid.rows[after]):
        after += 1
    return after


def _goes_on(upper: Row, lower: Row) -> bool:
    own = [cell for cell in lower.distinct() if cell not in upper.cells]
    if not own or not all(_is_subheading(cell.text) for cell in own):
        return False
    hangs = any(cell.text and cell in upper.cells for cell in lower.cells)
    return hangs or _spread(upper)


def _is_subheading(text: str) -> bool:
    if session_of(text) or role_of(text) or names_a_person(text):
        return True
    return says_only_a_day(text)


def _spread(row: Row) -> bool:
    """Whether a heading stands over more than one column, so that a row below must say which."""
    texts = [cell.text for cell in row.cells]
    return len(row.distinct()) < len(texts)


def _column(texts: Sequence[str], week: Span | None) -> Column:
    """What the headings above a column say together: "Thứ Hai" over "Sáng" is Monday's morning."""
    column = Column(heading=" – ".join(" ".join(text.split()) for text in texts))
    for text in texts:
        column = _with_heading(column, text, week)
    # "Lãnh đạo" over the names of leaders, "Ngày" over days: it says what they are, no more.
    says_no_more = column.is_axis and column.role is not Role.CONTENT
    return replace(column, role=None) if says_no_more else column


def _with_heading(column: Column, text: str, week: Span | None) -> Column:
    if half := session_of(text):
        return replace(column, session=half)
    if says_only_a_day(text):
        found = read_day(text, week)
        return replace(column, day=found.day, names_day=True, doubt=found.doubt)
    first_line = text.split("\n")[0].strip()
    if (role := role_of(text)) and not is_person(first_line):
        return replace(column, role=role)
    if names_a_person(text):
        return replace(column, leader=leader_named(text))
    return column


def _leaders_among(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Where days run down and nothing is called content, a heading that is no word of ours is a leader."""
    roles = {column.role for column in columns}
    if Role.CONTENT in roles or Role.DAY not in roles:
        return columns
    return tuple(
        Column(column.heading, leader=column.heading) if _is_unplaced(column) else column
        for column in columns
    )


def _is_unplaced(column: Column) -> bool:
    return bool(column.heading) and column.role is None and not column.holds_entries
