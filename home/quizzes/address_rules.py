"""Who may come to the addresses of this room (`units.isolation`)."""

from dataclasses import replace

from portal.users.limits import EXPORTS
from units.isolation.access import page

RULES = {
    # The papers of a contest; each view asks for the role in the quiz's unit.
    "quizzes_*": page("page_id"),
    "quizzes_export": replace(page("page_id"), limit=EXPORTS),
}
