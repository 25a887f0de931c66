"""The suite: `python -m deploy.run_tests all|sqlite|postgres|rest [pytest arguments]`.

Finds what the run needs besides Python packages, says by name what it cannot run and why, starts
and stops PostgreSQL itself, and prints nothing between a pass's own summary and the next pass. In CI
nothing may be left out. Browser tests run once, with SQLite; tests of the real services once, with
PostgreSQL: both in a pass of their own, because they commit what they do, and the others never see it.
What runs on which database says `deploy.shares`.

`SEED` fixes the order of the tests, `SHARE` the share that SQLite proves; both are printed.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import IO

from . import shares
from .postgres import THROW_AWAY, Postgres, PostgresError
from .tools import ROOT, find_chromium, find_redis_server

WORKERS = "2"
# Tests of real services mostly wait for other processes.
WAITING_WORKERS = {"services": "4"}
NEEDS = {
    "sqlite": {"browser": ("Chromium", find_chromium)},
    "postgres": {"services": ("redis-server", find_redis_server)},
}
# Which markers a pass leaves to the other one.
ELSEWHERE = {"sqlite": ["services"], "postgres": ["browser"]}
# A developer's own settings must not decide what the suite proves.
CLEARED = {"REDIS_URL", "CELERY_BROKER_URL", "DEBUG", "ADMIN_HOST", "MAINTENANCE_MODE", "PORT"}
# The folder in which the passes of one database keep what their tests start from (tests/databases.py).
KEPT = "TEST_DATABASES"


class MissingToolError(RuntimeError):
    """A tool that CI must have is not there."""


class Suite:
    """Passes of pytest on one database."""

    # What each pass of the run took, in seconds.
    times: list[tuple[str, float]] = []

    def __init__(self, database: str, url: str, folder: Path) -> None:
        self.database, self._url, self._folder = database, url, folder
        self.seed = os.environ.get("SEED") or str(random.randrange(2**32))  # noqa: S311

    def run(self, arguments: Sequence[str], turn: str = "") -> int:
        """The tests that commit in a pass of their own, then the others; or what is named.

        `turn` is the part of both that SQLite runs this time.
        """
        if arguments:
            return self._pass("pytest", arguments)
        failed = self.run_alone(turn)
        return self.run_rest(turn) or failed

    def run_alone(self, turn: str = "", told: IO[str] | None = None) -> int:
        """The tests that commit; their words go into `told` when somebody else has the terminal."""
        alone = {"sqlite": "browser", "postgres": "services"}[self.database]
        if alone in self.left_out:
            return 0
        return self._pass(alone, ["-m", _both(alone, turn)], told)

    def run_rest(self, turn: str = "") -> int:
        return self._pass(self.database, ["-m", _both(shares.NEITHER, turn)])

    @cached_property
    def left_out(self) -> list[str]:
        return left_out(self.database)

    def _pass(self, name: str, arguments: Sequence[str], told: IO[str] | None = None) -> int:
        """Run pytest with its output as it comes, or into `told`; its exit code."""
        environment = {key: value for key, value in os.environ.items() if key not in CLEARED}
        environment |= {"DATABASE_URL": self._url, KEPT: str(self._folder)}
        environment["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
        workers = WAITING_WORKERS.get(name, WORKERS)
        command = [sys.executable, "-m", "pytest", "-q", "-n", workers, "--dist", "worksteal"]
        command += [f"--randomly-seed={self.seed}"]
        command += ["-m", " and ".join(f"not {marker}" for marker in self.left_out), *arguments]
        print(f"→ {name}: SEED={self.seed}", file=told, flush=True)
        begun = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=told, stderr=told)  # noqa: S603
        self.times.append((f"{self.database}: {name}", time.monotonic() - begun))
        return done.returncode


def _both(one: str, other: str) -> str:
    return f"{one} and {other}" if other else one


def left_out(database: str) -> list[str]:
    """Markers this database does not run; what nobody will run is announced, and refused in CI."""
    markers = list(ELSEWHERE[database])
    for marker, (tool, find) in NEEDS[database].items():
        if find():
            continue
        if os.environ.get("CI"):
            raise MissingToolError(f"Không tìm thấy {tool}: trong CI không được bỏ kiểm thử nào.")
        print(f"⚠ Không tìm thấy {tool}: KHÔNG chạy các kiểm thử “{marker}” sau đây:", flush=True)
        for test in tests_marked(marker):
            print(f"    {test}")
        markers.append(marker)
    return markers


def tests_marked(marker: str) -> list[str]:
    """Names of the tests with a marker, without their parameters."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", marker]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)  # noqa: S603
    names = [line.split("[")[0].split(": ")[0] for line in done.stdout.splitlines()]
    return sorted({name for name in names if name.startswith("tests/")})


@contextmanager
def kept_databases() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="portal-tests-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def on_sqlite(arguments: Sequence[str]) -> int:
    """Browser tests and today's share; what is named runs whole."""
    share = shares.chosen()
    print(f"→ pytest trên SQLite (SHARE={share})", flush=True)
    with kept_databases() as folder:
        return Suite("sqlite", "sqlite://:memory:", folder).run(arguments, shares.in_test(share))


def rest_on_both(arguments: Sequence[str]) -> int:
    """`make test-rest`: what `make test` left out on either database; what is named, on SQLite."""
    share = shares.chosen()
    print(f"→ pytest trên SQLite, phần còn lại (trừ SHARE={share})", flush=True)
    with kept_databases() as folder:
        suite = Suite("sqlite", "sqlite://:memory:", folder)
        failed = suite.run(arguments, shares.in_rest(share))
    if failed or arguments:
        return failed
    print(f"→ pytest trên PostgreSQL, phần còn lại (trừ SHARE={share})", flush=True)
    with postgres() as suite:
        return suite.run_rest(shares.rest_on_postgres(share))


@contextmanager
def postgres() -> Iterator[Suite]:
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-"))
    folder.chmod(0o755)
    server = Postgres(folder, options=THROW_AWAY)
    try:
        with kept_databases() as kept:
            yield Suite("postgres", server.start(), kept)
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def on_postgres(arguments: Sequence[str]) -> int:
    print("→ pytest trên PostgreSQL (tự khởi động, tự tắt)", flush=True)
    with postgres() as suite:
        return suite.run(arguments, shares.on_postgres(shares.chosen()))


def on_both(_arguments: Sequence[str]) -> int:
    """`make test`: the second database is not asked when anything has found something before.

    Beside the browser and SQLite run the checks and the tests of real services, which leave half of a
    small machine idle; what they say comes when they are done.
    """
    with postgres() as suite:
        # In CI nobody waits, and what a crowded machine does to a browser must not decide.
        with ThreadPoolExecutor(1) as beside:
            waiting = beside.submit(run_beside, suite)
            if os.environ.get("CI"):
                wait([waiting])
            failed = on_sqlite(())
            failed = waiting.result() or failed
        if failed:
            return failed
        print("→ pytest trên PostgreSQL (tự khởi động, tự tắt)", flush=True)
        return suite.run_rest(shares.on_postgres(shares.chosen()))


def run_beside(suite: Suite) -> int:
    """The checks of `make checks`, then the services; each is told at once when it is done."""
    failed = 0
    for run in (check, suite.run_alone):
        with tempfile.TemporaryFile("w+") as told:
            failed = run(told=told) or failed
            told.seek(0)
            print(f"\n{told.read()}", end="", flush=True)
    return failed


def check(told: IO[str]) -> int:
    """All that runs no test."""
    begun = time.monotonic()
    command = ["make", "--no-print-directory", "checks"]
    done = subprocess.run(command, cwd=ROOT, stdout=told, stderr=told)  # noqa: S603
    Suite.times.append(("checks", time.monotonic() - begun))
    return done.returncode


def tell_times(begun: float | None) -> None:
    """What each pass took, and all of it since `begun` (seconds since 1970)."""
    print("→ Thời gian:")
    for name, seconds in Suite.times:
        print(f"    {name:<24}{minutes(seconds):>8}")
    if begun:
        print(f"    {'make test':<24}{minutes(time.time() - begun):>8}")


def minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


RUNS: dict[str, Callable[[Sequence[str]], int]] = {
    "all": on_both,
    "sqlite": on_sqlite,
    "postgres": on_postgres,
    "rest": rest_on_both,
}


def main(arguments: Sequence[str]) -> int:
    try:
        code = RUNS[arguments[0]](arguments[1:])
    except (MissingToolError, PostgresError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    if arguments[0] in {"all", "rest"}:
        started = os.environ.get("STARTED")
        tell_times(float(started) if started else None)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
