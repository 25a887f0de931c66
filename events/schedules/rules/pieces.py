"""One cell may hold a morning's whole work: it is cut where a new entry begins."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import time
from typing import Final

from .columns import Role, role_of
from .plain import BULLET, without_bullet
from .times import leading_session, leading_time, session_of
from .week import MARK_WORDS, Session

_LABELS: Final = (
    r"(?:người\s+|đ/c\s+|đồng\s+chí\s+)?chủ\s+trì|thành\s+phần(?:\s+(?:tham\s+dự|tham\s+gia|dự\s+họp))?"
    r"|tham\s+dự|dự\s+họp|địa\s+điểm|nơi\s+họp|(?:đơn\s+vị\s+)?chuẩn\s+bị|ghi\s+chú"
)
_LABEL: Final = re.compile(rf"({_LABELS})\s*+:\s*+(.*)", re.IGNORECASE)
_INNER_LABEL: Final = re.compile(rf"(?<=[.;,)])\s++(?=(?:{_LABELS})\s*+:)", re.IGNORECASE)
_MARKS: Final = {word.lower(): mark for mark, word in MARK_WORDS.items()}
_WORD: Final = "|".join(_MARKS)
_MARK_BEFORE: Final = re.compile(
    rf"\s*(?:[(\[]\s*({_WORD})\s*[)\]]\s*[:.–-]?|({_WORD})\s*:)\s*", re.IGNORECASE
)
_MARK_AFTER: Final = re.compile(rf"[(\[]\s*+({_WORD})\s*+[)\]]\s*+$", re.IGNORECASE)


@dataclass
class Piece:
    """`line` counts the lines of the text from 0."""

    line: int
    session: Session | None = None
    start: time | None = None
    end: time | None = None
    lines: list[str] = field(default_factory=list)
    labels: dict[Role, list[str]] = field(default_factory=dict)
    doubt: str = ""

    @property
    def fields(self) -> dict[Role, str]:
        """What stands behind the labels."""
        return {role: "\n".join(filter(None, lines)) for role, lines in self.labels.items()}

    def add(self, line: str) -> None:
        """Empty lines before the content are none of it, so that the last one that says something is near."""
        if self.lines or line.strip():
            self.lines.append(line)

    @property
    def content(self) -> str:
        return "\n".join(self.lines).strip()


def cut(
    text: str, session: Session | None, *, known: Collection[Role] = (), by_line: bool = False
) -> list[Piece]:
    """The entries of a cell: "7h30 Giao ban" above "9h Tiếp dân" are two.

    Labels ("Chủ trì:") of roles with a column of their own are left in place.
    `by_line`: the cell may hold several entries, one for each line that begins like a sentence.
    """
    lines = lines_of(text)
    cutter = _Cutter(lines, session, known, by_line)
    for number, line in enumerate(lines):
        cutter.take(number, line)
    return [piece for piece in cutter.pieces if piece.content or piece.labels]


def lines_of(text: str) -> list[str]:
    """The lines of a text, and a line of its own for each label within one ("… Địa điểm: …")."""
    return _INNER_LABEL.sub("\n", text).split("\n")


def whole(text: str, session: Session | None, known: Collection[Role]) -> Piece:
    """The cell as one entry, whose hour stands elsewhere."""
    piece = Piece(0, session)
    cutter = _Cutter([], session, known, by_line=False)
    cutter.pieces = [piece]
    for line in lines_of(text):
        if not cutter.label(line):
            cutter.go_on(line)
    return piece


def take_mark(content: str) -> tuple[str, str]:
    """("hoãn", "Họp") from "(Hoãn) Họp": the mark's value and what is left."""
    if found := _MARK_BEFORE.match(content):
        rest = content[found.end() :]
        return (_MARKS[(found[1] or found[2]).lower()], rest) if rest else ("", content)
    if found := _MARK_AFTER.search(content):
        rest = content[: found.start()].rstrip()
        return (_MARKS[found[1].lower()], rest) if rest else ("", content)
    return "", content


def mark_named(note: str) -> str:
    """The mark that a note consists of, or nothing."""
    return _MARKS.get(note.strip(" .()[]").lower(), "")


class _Cutter:
    def __init__(
        self, lines: list[str], session: Session | None, known: Collection[Role], by_line: bool
    ) -> None:
        self.pieces: list[Piece] = []
        self.session = session
        self.known = known
        self.open_label: Role | None = None
        self.by_line = by_line
        timed = [line for line in lines if leading_time(_bare(line), session)]
        self.has_times = bool(timed)
        self.has_bullets = any(map(_bullet, lines))
        openers = timed or [line for line in lines if _bullet(line)]
        self.bullet = _bullet(openers[0]) if openers else ""

    def take(self, number: int, line: str) -> None:
        bare = _bare(line)
        if half := session_of(bare):
            self.session, self.open_label = half, None
            self.pieces.append(Piece(number, half))
            return
        if (led := leading_session(bare)) and led[1]:
            (self.session, bare), self.open_label = led, None
            self.pieces.append(Piece(number, self.session))
        when = leading_time(bare, self.session)
        if when is not None:
            session = when.session if self.session is None else self.session
            self.open_label = None
            self.pieces.append(
                Piece(number, session, when.start, when.end, [when.rest], doubt=when.doubt)
            )
        elif self.label(line):
            return
        elif self._opens(line):
            self.open_label = None
            self.pieces.append(Piece(number, self.session, lines=[bare]))
        else:
            self.go_on(bare if self._is_first() else line)

    def label(self, line: str) -> bool:
        found = _LABEL.fullmatch(without_bullet(line))
        role = role_of(found[1]) if found else None
        if found is None or role is None or role in self.known or not self.pieces:
            return False
        self.pieces[-1].labels[role] = [found[2].strip()]
        self.open_label = role
        return True

    def go_on(self, line: str) -> None:
        if not self.pieces:
            self.pieces.append(Piece(0, self.session))
        piece = self.pieces[-1]
        if self.open_label is None:
            piece.add(line)
        else:
            piece.labels[self.open_label].append(line.strip())

    def _is_first(self) -> bool:
        return not self.pieces or not self.pieces[-1].lines

    def _opens(self, line: str) -> bool:
        """Whether a line without an hour begins a new entry: with the bullet of the others, or a capital."""
        if self._is_first() and self.open_label is None:
            return not self.pieces
        bullet = _bullet(line)
        if bullet and bullet == self.bullet:
            return not self._waits_for_names()
        if not self.by_line or self.has_times or self.has_bullets or self.open_label:
            return False
        if not line[:1].isupper():
            return False
        before = next(filter(str.strip, reversed(self.pieces[-1].lines)), "")
        return not before.rstrip().endswith((",", ":", ";", "-", "–"))

    def _waits_for_names(self) -> bool:
        """A label whose text stands on the lines below it: "Thành phần:" above "- Phòng 1"."""
        return self.open_label is not None and not any(self.pieces[-1].labels[self.open_label])


def _bare(line: str) -> str:
    return without_bullet(line)


def _bullet(line: str) -> str:
    """The kind of point that a line begins with; numbers are one kind."""
    found = BULLET.match(line)
    sign = found[0].strip() if found else ""
    return "1" if sign[:1].isdigit() else sign
