"""From the paragraphs and tables of a document to a week: whichever of the usual layouts it has."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from .columns import Head, find_head, guess_head, role_of
from .dates import Span, read_day, says_only_a_day, week_around
from .entries import entries_of, entry_of, same_joined, unfinished_of, unfinished_text
from .grid import Block, Grid, Paragraph, Row, texts_of
from .letterhead import begins_foot, is_letterhead, read_letterhead
from .pieces import cut, lines_of
from .plain import one_line
from .reading import LineKind, Reading, ReadingProblem, ReadLine, Unfinished
from .slots import Slots
from .spans import span_of
from .times import leading_session, leading_time, session_of
from .week import Entry, Week, in_order

_NO_WEEK: Final = (
    "Không biết đây là lịch của tuần nào. Hãy ghi “Từ ngày … đến ngày …” ở đầu lịch, hoặc chọn tuần "
    "trước khi nhập."
)
_NO_DAY: Final = "Không rõ việc này vào ngày nào: cần chọn ngày."
_NOTHING: Final = (
    "Không tìm thấy việc nào. Lịch cần một bảng có cột ngày và cột nội dung (hoặc mỗi lãnh đạo một "
    "dòng hay một cột)."
)
_NO_HEAD: Final = "Bảng không có dòng tiêu đề: đã đoán các cột theo nội dung, xin kiểm tra lại."
_STRANGE_TABLE: Final = "Không hiểu bảng này: không thấy cột ngày và cột nội dung."
_STRANGE_ROW: Final = "Không hiểu dòng này: nếu là công việc, cần chọn ngày."


def understand(
    blocks: Sequence[Block], hint: Span | None = None, chosen: Span | None = None
) -> Reading:
    """`hint` is the week being written; what the document says of itself goes before it, and the week
    that a person has `chosen` goes before both.
    """
    reader = _Reader(chosen or span_of(blocks, hint))
    for block in blocks:
        if isinstance(block, Paragraph):
            reader.paragraph(block)
        else:
            reader.grid(block)
    return reader.reading(hint)


@dataclass
class _Reader:
    span: Span | None
    head_texts: list[str] = field(default_factory=list)
    foot_texts: list[str] = field(default_factory=list)
    lines: list[ReadLine] = field(default_factory=list)
    problems: list[ReadingProblem] = field(default_factory=list)
    found: list[tuple[int, Entry]] = field(default_factory=list)
    unfinished: list[tuple[int, Unfinished]] = field(default_factory=list)
    day: date | None = None
    has_day: bool = False
    is_foot: bool = False
    head: Head | None = None
    width: int = 0
    # Paragraphs below a day's heading, which may be a schedule without a table.
    pending: list[Paragraph] = field(default_factory=list)

    def complain(self, number: int, text: str, why: str) -> None:
        self.problems.append(ReadingProblem(number, text[:300], why))

    def note(self, number: int, text: str, kind: LineKind) -> None:
        self.lines.append(ReadLine(number, text, kind))

    def paragraph(self, paragraph: Paragraph) -> None:
        """A day's heading, a line below one ("7h30 Giao ban"), or a line of the document's head or foot."""
        text = paragraph.text
        if not text:
            return
        self.is_foot = self.is_foot or (bool(self.found) and begins_foot([text]))
        if self.is_foot:
            self._frame(paragraph.number, [text], self.foot_texts)
        elif says_only_a_day(text):
            self._day_heading(paragraph)
        elif not self.has_day:
            self._stray(paragraph)
        elif begins_foot([text]):
            self._flush()
            self.is_foot = True
            self._frame(paragraph.number, [text], self.foot_texts)
        else:
            self.pending.append(paragraph)

    def _day_heading(self, paragraph: Paragraph) -> None:
        self._flush()
        found = read_day(paragraph.text, self.span)
        self.day, self.has_day = found.day, True
        self.note(paragraph.number, paragraph.text, LineKind.HEADING)
        if found.doubt:
            self.complain(paragraph.number, paragraph.text, found.doubt)

    def _stray(self, paragraph: Paragraph) -> None:
        self._frame(paragraph.number, [paragraph.text], self.head_texts)
        if leading_time(paragraph.text) or leading_session(paragraph.text):
            self.lines[-1] = replace(self.lines[-1], kind=LineKind.UNKNOWN)
            self.complain(paragraph.number, paragraph.text, _NO_DAY)
            self._leave(paragraph.number, paragraph.text, None)

    def _leave(self, number: int, text: str, day: date | None) -> None:
        self.unfinished.append((number, unfinished_text(text, day)))

    def grid(self, grid: Grid) -> None:
        self._flush()
        if self.is_foot:
            for row in grid.rows:
                self._frame(row.number, row.texts(), self.foot_texts)
            return
        head = self._head_of(grid)
        if head is None:
            self._other_table(grid)
            return
        self.head, self.width = head, grid.width
        self._table(grid, head)

    def _head_of(self, grid: Grid) -> Head | None:
        """Its own; else that of the table before, which goes on after a page; else a guess."""
        if head := find_head(grid, 0, self.span):
            return head
        if self.head and self.width == grid.width:
            return replace(self.head, first=0, after=0)
        return None if is_letterhead(texts_of(grid)) else self._guess(grid)

    def _guess(self, grid: Grid) -> Head | None:
        if not any(leading_time(text) or says_only_a_day(text) for text in texts_of(grid)):
            return None
        head = guess_head(grid)
        if head is not None:
            self.complain(0, "", _NO_HEAD)
        return head

    def _other_table(self, grid: Grid) -> None:
        """A head or a foot of the document, as a rule: "VIỆN KIỂM SÁT …" beside "Nơi nhận: …"."""
        is_foot = self._holds_foot(grid)
        self.is_foot = self.is_foot or is_foot
        texts = self.foot_texts if is_foot else self.head_texts
        for row in grid.rows:
            self._frame(row.number, row.texts(), texts)
        if is_foot:
            return
        if grid.width == 1:
            self._single_column(grid)
        elif self.found and not is_letterhead(texts_of(grid)):
            self.complain(grid.rows[0].number, grid.rows[0].text(), _STRANGE_TABLE)

    def _holds_foot(self, grid: Grid) -> bool:
        return bool(self.found) and any(begins_foot(row.texts()) for row in grid.rows)

    def _single_column(self, grid: Grid) -> None:
        """A table of one column is a list of paragraphs with a border."""
        del self.lines[len(self.lines) - sum(bool(row.distinct()) for row in grid.rows) :]
        for row in grid.rows:
            for text in row.texts():
                for line in text.split("\n"):
                    self.paragraph(Paragraph(row.number, line))
        self._flush()

    def _table(self, grid: Grid, head: Head) -> None:
        for row in grid.rows[: head.first]:
            self._frame(row.number, row.texts(), self.head_texts)
        for row in grid.rows[head.first : head.after]:
            self.note(row.number, row.text(), LineKind.HEADING)
        slots = Slots(head, self.span, self.complain)
        if self.has_day:
            slots.set_day(self.day)
        for column in head.columns:
            if column.doubt:
                self.complain(grid.rows[head.first].number, column.heading, column.doubt)
        titles = [row.text() for row in grid.rows[head.first : head.after]]
        for row in grid.rows[head.after :]:
            self._row(row, slots, titles)
        # What the next table, if any, goes on with.
        self.day, self.has_day = slots.beside.day, slots.beside.names_day
        self._gather(slots)

    def _row(self, row: Row, slots: Slots, titles: Sequence[str]) -> None:
        texts = row.texts()
        self.is_foot = self.is_foot or begins_foot(texts)
        if not texts:
            return
        if self.is_foot:
            self._frame(row.number, texts, self.foot_texts)
        elif row.text() in titles or _counts_columns(texts):
            self.note(row.number, row.text(), LineKind.HEADING)
        elif _stands_alone(row):
            self._full_row(row, texts[0], slots)
        else:
            self._take(row, slots)

    def _take(self, row: Row, slots: Slots) -> None:
        before = len(self.problems)
        kind = LineKind.ENTRY if slots.take(row) else LineKind.HEADING
        if kind is LineKind.HEADING and len(self.problems) > before:
            kind = LineKind.UNKNOWN
        self.note(row.number, row.text(), kind)

    def _full_row(self, row: Row, text: str, slots: Slots) -> None:
        half = session_of(text)
        if says_only_a_day(text):
            found = read_day(text, self.span)
            slots.set_day(found.day)
            if found.doubt:
                self.complain(row.number, text, found.doubt)
        elif half:
            slots.set_session(half)
        elif role_of(text) is None or leading_time(text):
            self.note(row.number, text, LineKind.UNKNOWN)
            self.complain(row.number, text, _STRANGE_ROW)
            self._leave(row.number, text, slots.beside.day)
            return
        self.note(row.number, text, LineKind.HEADING)

    def _gather(self, slots: Slots) -> None:
        gathered: list[tuple[int, Entry]] = []
        for slot in slots.found.values():
            if slot.day is None:
                self.complain(slot.line, slot.text, _NO_DAY)
                self.unfinished.append((slot.line, unfinished_of(slot, "")))
                continue
            entries = entries_of(slot, slot.day, slots.head.is_matrix, self.complain)
            gathered += [(slot.line, entry) for entry in entries]
        self.found += same_joined(gathered) if slots.head.is_matrix else gathered
        self.unfinished += [
            (slot.line, unfinished_of(slot, strange)) for slot, strange in slots.left
        ]

    def _flush(self) -> None:
        """Paragraphs below a day's heading become its entries."""
        paragraphs, self.pending = self.pending, []
        if not paragraphs:
            return
        lines = [(p.number, line) for p in paragraphs for line in lines_of(p.text)]
        for piece in cut("\n".join(line for _, line in lines), None, by_line=True):
            number = lines[min(piece.line, len(lines) - 1)][0]
            if self.day is None:
                self.complain(number, piece.content, _NO_DAY)
                self._leave(number, piece.content, None)
                continue
            self.found.append((number, entry_of(piece, self.day, None, self.complain, number)))
        kind = LineKind.ENTRY if self.day else LineKind.UNKNOWN
        for paragraph in paragraphs:
            self.note(paragraph.number, paragraph.text, kind)

    def _frame(self, number: int, texts: Sequence[str], target: list[str]) -> None:
        target.extend(texts)
        if texts:
            self.note(number, " | ".join(map(one_line, texts)), LineKind.FRAME)

    def reading(self, hint: Span | None) -> Reading:
        self._flush()
        if not self.found:
            self.problems.append(ReadingProblem(0, "", _NOTHING if self.span else _NO_WEEK))
            return Reading(None, self._lines_with(()), self.problems)
        days = [entry.day for _, entry in self.found]
        span = self.span or week_around(days) or (min(days), max(days))
        if hint and span != hint:
            self.problems.insert(0, ReadingProblem(0, "", _other_week(span, hint)))
        entries = in_order(tuple(entry for _, entry in self.found))
        week = Week(span[0], span[1], entries=entries)
        letterhead = read_letterhead(self.head_texts, self.foot_texts)
        return Reading(replace(week, **vars(letterhead)), self._lines_with(entries), self.problems)

    def _lines_with(self, entries: Sequence[Entry]) -> list[ReadLine]:
        """Each line with the places of its entries; a line that others swallowed stays understood."""
        places = self._places_in(entries)
        left: dict[int, list[Unfinished]] = {}
        for number, unfinished in self.unfinished:
            left.setdefault(number, []).append(unfinished)
        numbered: list[ReadLine] = []
        # Paragraphs below a day's heading were read when the next one came.
        for line in sorted(self.lines, key=lambda line: line.number):
            own = tuple(places.pop(line.number, ())) if line.kind is LineKind.ENTRY else ()
            rest = tuple(left.pop(line.number, ()))
            kind = LineKind.UNKNOWN if rest and not own else line.kind
            numbered.append(replace(line, kind=kind, entries=own, unfinished=rest))
        return numbered

    def _places_in(self, entries: Sequence[Entry]) -> dict[int, list[int]]:
        """By the number of a line, where its entries stand in the week: {7: [0, 3]}."""
        order = {id(entry): place for place, entry in enumerate(entries)}
        placed = sorted((order[id(entry)], number) for number, entry in self.found)
        places: dict[int, list[int]] = {}
        for place, number in placed:
            places.setdefault(number, []).append(place)
        return places


def _stands_alone(row: Row) -> bool:
    """One cell over the whole width, or nothing but a day: "Thứ Hai, 11/11" above its rows."""
    texts = row.texts()
    return len(set(row.cells)) == 1 or (len(texts) == 1 and says_only_a_day(texts[0]))


def _counts_columns(texts: Sequence[str]) -> bool:
    """The row "(1) (2) (3)" below a head."""
    return len(texts) > 2 and all(text.strip(" ()").isdigit() for text in texts)


def _other_week(span: Span, hint: Span) -> str:
    return (
        f"Lịch này ghi tuần từ ngày {span[0]:%d/%m/%Y} đến ngày {span[1]:%d/%m/%Y}, khác với tuần đang "
        f"soạn ({hint[0]:%d/%m/%Y} – {hint[1]:%d/%m/%Y})."
    )
