"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import page

RULES = {
    # The papers of a contest; each view asks for the role in the quiz's unit.
    "quizzes_*": page("page_id"),
}
