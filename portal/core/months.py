"""A calendar month in Vietnam's time, as people pick it in a filter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, order=True)
class Month:
    year: int
    month: int

    @classmethod
    def parse(cls, value: str) -> Month | None:
        """Read "2026-11"; None for anything else, so that a mangled address is simply no filter."""
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", value)
        if not match:
            return None
        year, month = int(match[1]), int(match[2])
        return cls(year, month) if 1 <= month <= 12 and 1900 <= year <= 9000 else None

    @classmethod
    def of(cls, moment: datetime) -> Month:
        local = moment.astimezone(VIETNAM)
        return cls(local.year, local.month)

    def previous(self) -> Month:
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    def following(self) -> Month:
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def bounds(self) -> tuple[datetime, datetime]:
        """First moment of this month and of the next, in Vietnam's time."""
        return self._start(), self.following()._start()

    def _start(self) -> datetime:
        return datetime(self.year, self.month, 1, tzinfo=VIETNAM)

    @property
    def key(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    def __str__(self) -> str:
        return f"{self.month:02}/{self.year}"
