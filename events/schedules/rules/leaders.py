"""Whether an entry is about a leader: schedules name people by name, by post, or by both."""

from dataclasses import dataclass

from events.schedules.rules.people import person_key
from events.schedules.rules.week import Entry, folded


@dataclass(frozen=True)
class Leader:
    pk: int
    name: str
    post: str


def concerns(entry: Entry, leader: Leader) -> bool:
    """Chairs it, or is named among those who attend: "Đ/c Nông Thị Mẫu", or only "Phó Viện trưởng"."""
    wanted = {person_key(leader.name), person_key(leader.post), folded(leader.post)} - {""}
    return any(
        person_key(written) in wanted or folded(written) in wanted
        for written in (*entry.chairs, *entry.attendees)
    )
