"""What runs on SQLite in `make test`, and what `make test-rest` leaves to nobody else.

PostgreSQL proves everything. SQLite proves each time what may differ there, and of the rest one share
of `SHARES`, another one every day; `make test-rest` runs the other shares. A test's share follows from
its name alone, so that the two together are the whole suite whatever is added (tests/architecture).
"""

import os
from datetime import date
from zlib import crc32

SHARES = 6
DIFFERING = "by_database"
# Words and their folding, raw SQL, upserts, locks, JSON, failed statements, data of migrations, plans.
DIFFERING_PLACES = (
    "tests/audit/",
    "tests/calendar/test_days.py",
    "tests/core/test_error_pages.py",
    "tests/core/test_malformed.py",
    "tests/core/test_tasks.py",
    "tests/isolation/test_planting.py",
    "tests/isolation_rules/test_budget.py",
    "tests/isolation_rules/test_rows.py",
    "tests/laws/test_laws.py",
    "tests/laws/test_sample.py",
    "tests/legal_education/test_budget.py",
    "tests/moderation/test_record.py",
    "tests/moderation/test_state_machine.py",
    "tests/performance/",
    "tests/quizzes/test_budget.py",
    "tests/quizzes/test_contest.py",
    "tests/quizzes/test_remarking.py",
    "tests/reception/test_budget.py",
    "tests/registry/test_budget.py",
    "tests/registry/test_register.py",
    "tests/schedules/test_budget.py",
    "tests/schedules/test_weeks.py",
    "tests/search/",
    "tests/traffic/",
    "tests/units/test_memberships.py",
    "tests/users/test_passwords.py",
    "tests/users/test_sign_in.py",
)


def marks_of(path: str, group: str) -> list[str]:
    """Of a test in the file `path`; tests of one `group` (a class, or one test) stay together."""
    share = f"share_{crc32(group.encode()) % SHARES}"
    return [share, DIFFERING] if path.startswith(DIFFERING_PLACES) else [share]


def chosen() -> int:
    """The share of today, or the one that SHARE names."""
    given = os.environ.get("SHARE", "")
    return (int(given) if given else date.today().toordinal()) % SHARES


def in_test(share: int) -> str:
    """For pytest's `-m`: what `make test` runs on SQLite."""
    return f"({DIFFERING} or share_{share})"


def in_rest(share: int) -> str:
    """For pytest's `-m`: all that `in_test` leaves out."""
    return f"not {in_test(share)}"
