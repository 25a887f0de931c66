"""The rows of a table as slots: a text with the day, half-day, hour and people that stand beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from .columns import Column, Head, Role
from .dates import Span
from .grid import Cell, Row
from .moments import Moment, read_moment
from .people import leader_named, split_names
from .plain import one_line
from .reading import Complain
from .times import session_at
from .week import Session

_WHEN: Final = (Role.DAY, Role.SESSION, Role.TIME)
_FIELDS: Final = (
    Role.CONTENT, Role.CHAIR, Role.ATTENDEES, Role.PREPARED, Role.PLACE, Role.NOTE,
)  # fmt: skip
_ASKED: Final[dict[Role | None, str]] = {Role.DAY: "ngày nào", Role.SESSION: "buổi nào"}
_HOURS_APART: Final = re.compile(r"\s*(?:\n|;|,|\bvà\b)\s*")


@dataclass
class Slot:
    """A merged cell that covers several half-days or leaders of one day is one slot."""

    line: int
    text: str
    day: date | None
    sessions: set[Session]
    moment: Moment
    leaders: dict[str, None]
    fields: dict[Role, str]
    # Hours of a cell that names several, one a line.
    hours: list[Moment] = field(default_factory=list)

    @property
    def session(self) -> Session | None:
        if {Session.MORNING, Session.AFTERNOON} <= self.sessions:
            return Session.ALL_DAY
        return next(iter(self.sessions)) if len(self.sessions) == 1 else None


@dataclass
class _Beside:
    """What the row says about its contents; empty cells go on with what stood above them."""

    day: date | None = None
    more_days: tuple[date, ...] = ()
    names_day: bool = False
    session: Session | None = None
    says_session: bool = False
    moment: Moment = field(default_factory=Moment)
    hours: list[Moment] = field(default_factory=list)
    leader: str = ""
    # What could not be understood of the present row.
    strange: list[str] = field(default_factory=list)


class Slots:
    """Gathers the slots of one table, row by row."""

    def __init__(self, head: Head, week: Span | None, complain: Complain) -> None:
        self.head = head
        self.week = week
        self.complain = complain
        self.beside = _Beside()
        self.told: set[tuple[Cell, str]] = set()
        self.found: dict[tuple[Cell, date | None, Cell | None], Slot] = {}
        # What a person has to finish, each with the words that were not understood.
        self.left: list[tuple[Slot, str]] = []

    def set_day(self, day: date | None) -> None:
        self.beside = _Beside(day, names_day=True, leader=self.beside.leader)

    def set_session(self, session: Session) -> None:
        self.beside.session = session

    def take(self, row: Row) -> bool:
        """False when the row holds nothing but what stands beside contents, or was not understood.

        "8h | Giao ban" gives a slot; "Thứ Hai | –" only says the day of the rows below.
        """
        self._look_beside(row)
        if self.beside.strange:
            self._leave(row)
            return False
        fields, cells = self._fields(row)
        contents = list(self._contents(row, cells[Role.CONTENT]))
        for cell, column in contents:
            self._add(row, cell, column, fields)
        if not contents and set(fields) - {Role.NOTE}:
            self.complain(row.number, row.text(), "Dòng này không có nội dung công việc.")
            self.left.append((self._slot(row, "", Column(), fields), ""))
        return bool(contents)

    def _contents(self, row: Row, content: Cell) -> Iterator[tuple[Cell, Column]]:
        """The cells that say what is to be done; of those called content only the one that counts."""
        for at, column in self._columns(row):
            cell = row.cells[at]
            is_second = column.role is Role.CONTENT and cell != content
            if column.holds_entries and _says_something(cell) and not is_second:
                yield cell, column

    def _leave(self, row: Row) -> None:
        fields, _cells = self._fields(row)
        strange = "; ".join(self.beside.strange)
        texts: dict[Cell, Column] = {}
        for at, column in self._columns(row):
            cell = row.cells[at]
            if column.holds_entries and cell.text:
                texts.setdefault(cell, column)
        for cell, column in texts.items():
            self.left.append((self._slot(row, cell.text, column, fields), strange))
        if not texts:
            self.left.append((self._slot(row, row.text(), Column(), {}), ""))

    def _slot(self, row: Row, text: str, column: Column, fields: dict[Role, str]) -> Slot:
        """For a person to finish: with what the row says beside its content."""
        day = column.day if column.names_day else self.beside.day
        session = column.session or self.beside.session
        return Slot(
            row.number,
            text,
            day,
            {session} if session else set(),
            self.beside.moment,
            dict.fromkeys(split_names(column.leader or self.beside.leader)),
            dict(fields),
        )

    def _add(self, row: Row, cell: Cell, column: Column, fields: dict[Role, str]) -> None:
        if column.names_day:
            self._add_on(column.day, row, cell, column, fields)
            return
        for day in (self.beside.day, *self.beside.more_days):
            self._add_on(day, row, cell, column, fields)

    def _add_on(
        self, day: date | None, row: Row, cell: Cell, column: Column, fields: dict[Role, str]
    ) -> None:
        beside = self.beside
        session = column.session or beside.session
        clock = self._clock(row)
        slot = self.found.get((cell, day, clock))
        if slot is None:
            slot = Slot(
                row.number, cell.text, day, set(), beside.moment, {}, dict(fields), beside.hours
            )
            self.found[cell, day, clock] = slot
        if session:
            slot.sessions.add(session)
        slot.leaders |= dict.fromkeys(split_names(column.leader or beside.leader))

    def _clock(self, row: Row) -> Cell | None:
        if not self.beside.moment.start:
            return None
        cells = (row.cells[at] for at, column in self._columns(row) if column.role is Role.TIME)
        return next(cells, None)

    def _columns(self, row: Row) -> Iterator[tuple[int, Column]]:
        return ((at, column) for at, column in enumerate(self.head.columns) if at < len(row.cells))

    def _look_beside(self, row: Row) -> None:
        beside = self.beside
        beside.moment, beside.hours, beside.strange = Moment(), [], []
        beside.says_session = False
        contents = {row.cells[at] for at, column in self._columns(row) if column.holds_entries}
        for at, column in self._columns(row):
            cell = row.cells[at]
            if not cell.text or cell in contents:
                continue
            if column.role in _WHEN:
                self._look_when(row, cell, column)
            elif column.role is Role.LEADER:
                beside.leader = leader_named(cell.text)

    def _look_when(self, row: Row, cell: Cell, column: Column) -> None:
        is_time = column.role is Role.TIME
        moment = read_moment(cell.text, self.week, self.beside.session, is_time=is_time)
        if moment is None:
            moment = self._first_of_hours(cell.text)
        if moment is None:
            self._find_strange(row, cell, column)
            return
        self._accept(row, cell, moment)

    def _first_of_hours(self, text: str) -> Moment | None:
        """Of a cell that names nothing but hours, which are all kept: "7h30; 9h" are two."""
        lines = _HOURS_APART.split(text)
        read = (read_moment(line, self.week, self.beside.session, is_time=True) for line in lines)
        hours = [hour for hour in read if hour and hour.start]
        if len(lines) == 1 or len(hours) < len(lines):
            return None
        self.beside.hours = hours
        return hours[0]

    def _find_strange(self, row: Row, cell: Cell, column: Column) -> None:
        beside = self.beside
        said = one_line(cell.text)
        beside.strange.append(said)
        if column.role is Role.DAY:
            beside.day, beside.more_days, beside.session = None, (), None
        what = _ASKED.get(column.role, "giờ nào")
        self.complain(row.number, row.text(), f"Không hiểu “{said[:60]}” là {what}: cần sửa lại.")

    def _accept(self, row: Row, cell: Cell, moment: Moment) -> None:
        for doubt in moment.doubts:
            self._once(cell, row, doubt)
        if moment.names_day:
            self._accept_day(moment)
        if moment.start:
            self.beside.moment = moment
        self._accept_session(moment)

    def _accept_day(self, moment: Moment) -> None:
        """The half-day that stood above goes on only within its day."""
        beside = self.beside
        if moment.day != beside.day or moment.day is None:
            beside.session = None
        beside.day, beside.more_days = moment.day, moment.more_days

    def _accept_session(self, moment: Moment) -> None:
        """A half-day that is named; an hour that contradicts one some rows above ends that half-day.

        Below "Sáng" a row "14h" is of the afternoon; in the row "Sáng | 14h" it stays a doubt.
        """
        beside = self.beside
        if moment.session and (not moment.start or moment.names_day):
            beside.session, beside.says_session = moment.session, True
        elif moment.start and not beside.says_session and beside.session is not None:
            beside.session = moment.session

    def _once(self, cell: Cell, row: Row, why: str) -> None:
        """A merged cell is met in every row that it covers, and spoken of once."""
        if (cell, why) not in self.told:
            self.told.add((cell, why))
            self.complain(row.number, row.text(), why)

    def _fields(self, row: Row) -> tuple[dict[Role, str], dict[Role, Cell]]:
        """The texts of the row by role; a cell merged over several roles counts for the content."""
        cells, strays = self._by_role(row)
        fields: dict[Role, str] = {
            role: cell.text for role, cell in cells.items() if role is not Role.CONTENT
        }
        if strays:
            fields[Role.NOTE] = "\n".join(filter(None, [fields.get(Role.NOTE, ""), *strays]))
        cells.setdefault(Role.CONTENT, Cell(-1, -1, ""))
        return fields, cells

    def _by_role(self, row: Row) -> tuple[dict[Role, Cell], list[str]]:
        """The first cell of each role, each cell once, and what stands in columns that nobody can place."""
        cells: dict[Role, Cell] = {}
        strays: list[str] = []
        content_first = sorted(
            self._columns(row), key=lambda item: item[1].role is not Role.CONTENT
        )
        for at, column in content_first:
            cell = row.cells[at]
            if not cell.text or cell in cells.values():
                continue
            if column.role in _FIELDS and column.role not in cells:
                cells[column.role] = cell
            elif _is_stray(column):
                strays.append(self._stray(row, cell, column))
        return cells, strays

    def _stray(self, row: Row, cell: Cell, column: Column) -> str:
        heading = column.heading or "không có tên"
        why = f"Chưa rõ cột “{heading}” là gì: đã đưa vào ghi chú."
        self._once(Cell(-1, cell.column, ""), row, why)
        return f"{column.heading}: {cell.text}" if column.heading else cell.text


def _says_something(cell: Cell) -> bool:
    """A dash in a cell says that there is nothing."""
    return any(map(str.isalnum, cell.text))


def _is_stray(column: Column) -> bool:
    """A second column of one role, or a column whose heading is no word of ours."""
    return column.role in _FIELDS or (column.role is None and not column.holds_entries)


def session_for(moment: Moment, session: Session | None) -> Session:
    """What stands in the row, else what the hour says, else all day."""
    if session is not None:
        return session
    if moment.session:
        return moment.session
    return session_at(moment.start) if moment.start else Session.ALL_DAY
