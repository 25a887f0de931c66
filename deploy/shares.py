"""What takes turns in `make test`, and what `make test-rest` leaves to nobody else.

PostgreSQL proves everything; only what asks for each address, or tries each reader, in every way takes turns
there as well (`IN_TURNS`). SQLite proves each time what may differ there, and of the rest one share of
`SHARES`, another one every day. The browser walks each time through a quarter of what people do, and looks
at one screen in `LOOK_TURNS` from all sides. `make test-rest` runs the others on both. A test's turn follows
from its name alone, so that the two together are the whole suite whatever is added (tests/architecture).
"""

import os
from datetime import date
from zlib import crc32

# Without the passes that commit what they do (deploy/run_tests.py).
NEITHER = "not browser and not services"
SHARES = 30
DIFFERING = "by_database"
# Where screens are looked at from all sides, each by itself: the most of a browser's time.
LOOK_TURNS = 10
BROWSER = "tests/browser/"
LOOKS = (
    f"{BROWSER}test_admin_language.py",
    f"{BROWSER}test_keyboard.py",
    f"{BROWSER}test_pages.py",
    f"{BROWSER}test_print.py",
    f"{BROWSER}test_review_screens.py",
)
# A quarter of an hour by itself: SQLite leaves it to `make test-rest`.
GARBLED = "tests/isolation/test_garbled_addresses.py"
# All addresses for all roles in all ways, all readers with all shapes: minutes, for what seldom changes.
IN_TURNS = {
    "tests/core/test_cost.py": ("cost", 3),
    GARBLED: ("garble", 32),
    "tests/isolation/test_matrix_department.py": ("matrix", 4),
    "tests/isolation/test_matrix_first.py": ("matrix", 4),
    "tests/isolation/test_matrix_second.py": ("matrix", 4),
}
TURNS = dict(IN_TURNS.values())
# What a person does, from the first click to the last.
WALK_TURNS = 4
# Words and their folding, raw SQL, upserts, locks, JSON, failed statements, data of migrations.
DIFFERING_PLACES = (
    "tests/audit/",
    "tests/calendar/test_days.py",
    "tests/core/test_error_pages.py",
    "tests/core/test_malformed.py",
    "tests/core/test_tasks.py",
    "tests/isolation/test_planting.py",
    "tests/isolation_rules/test_rows.py",
    "tests/laws/test_laws.py",
    "tests/laws/test_sample.py",
    "tests/moderation/test_record.py",
    "tests/quizzes/test_contest.py",
    "tests/quizzes/test_remarking.py",
    "tests/registry/test_register.py",
    "tests/schedules/test_weeks.py",
    "tests/search/",
    "tests/traffic/",
    "tests/units/test_memberships.py",
    "tests/users/test_passwords.py",
    "tests/users/test_sign_in.py",
)


def marks_of(path: str, group: str) -> list[str]:
    """Of a test in the file `path`; tests of one `group` (a class, a page, or one test) stay together."""
    number = crc32(group.encode())
    if path in LOOKS:
        return [f"look_{number % LOOK_TURNS}"]
    if path.startswith(BROWSER):
        return [f"walk_{number % WALK_TURNS}"]
    turns = []
    if path in IN_TURNS:
        kind, amount = IN_TURNS[path]
        turns = ["in_turns", f"{kind}_{number % amount}"]
    if path == GARBLED:
        return turns
    share = f"share_{number % SHARES}"
    return [share, DIFFERING] if path.startswith(DIFFERING_PLACES) else [share, *turns]


def marks() -> list[str]:
    """Every mark that `marks_of` may give, for pytest to know."""
    turns = {"share": SHARES, "look": LOOK_TURNS, "walk": WALK_TURNS, **TURNS}
    return [
        DIFFERING,
        "in_turns",
        *(f"{kind}_{n}" for kind, amount in turns.items() for n in range(amount)),
    ]


def chosen() -> int:
    """The number of today, or the one that SHARE names."""
    given = os.environ.get("SHARE", "")
    return int(given) if given else date.today().toordinal()


def in_test(share: int) -> str:
    """For pytest's `-m`: what `make test` runs on SQLite."""
    browser = f"look_{share % LOOK_TURNS} or walk_{share % WALK_TURNS}"
    return f"({DIFFERING} or share_{share % SHARES} or {browser})"


def on_postgres(share: int) -> str:
    """For pytest's `-m`: what `make test` runs on PostgreSQL."""
    turns = " or ".join(f"{kind}_{share % amount}" for kind, amount in TURNS.items())
    return f"(not in_turns or {turns})"


def rest_on_postgres(share: int) -> str:
    return f"not {on_postgres(share)}"


def in_rest(share: int) -> str:
    """For pytest's `-m`: all that `in_test` leaves out."""
    return f"not {in_test(share)}"
