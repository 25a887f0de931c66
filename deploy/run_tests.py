"""The suite on one database: `python -m deploy.run_tests sqlite|postgres [pytest arguments]`.

Finds what the run needs besides Python packages, says by name what it cannot run and why, starts
and stops PostgreSQL itself, and prints nothing after pytest's own summary. In CI nothing may be
left out. Browser tests run once, with SQLite; tests of the real services once, with PostgreSQL:
both in a run of their own, because they commit what they do, and the others never see it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from .postgres import THROW_AWAY, Postgres, PostgresError
from .tools import ROOT, find_chromium, find_redis_server

WORKERS = "2"
NEEDS = {
    "sqlite": {"browser": ("Chromium", find_chromium)},
    "postgres": {"services": ("redis-server", find_redis_server)},
}
# Which markers a pass leaves to the other one.
ELSEWHERE = {"sqlite": ["services"], "postgres": ["browser"]}


class MissingToolError(RuntimeError):
    """A tool that CI must have is not there."""


def left_out(database: str) -> list[str]:
    """Markers this pass does not run; what no pass will run is announced, and refused in CI."""
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


def pytest(database: str, url: str, arguments: Sequence[str]) -> int:
    """Run pytest with its output as it comes; its exit code."""
    environment = {name: value for name, value in os.environ.items() if name not in CLEARED}
    environment |= {"DATABASE_URL": url}
    environment["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    markers = left_out(database)
    command = [sys.executable, "-m", "pytest", "-q", "-n", WORKERS, "--dist", "loadfile"]
    command += ["-m", " and ".join(f"not {marker}" for marker in markers), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment).returncode  # noqa: S603


# A developer's own settings must not decide what the suite proves.
CLEARED = {"REDIS_URL", "CELERY_BROKER_URL", "DEBUG", "ADMIN_HOST", "MAINTENANCE_MODE", "PORT"}


def run(database: str, url: str, arguments: Sequence[str]) -> int:
    """The tests that commit in a run of their own, then the others; or what the arguments name."""
    if arguments:
        return pytest(database, url, arguments)
    alone = {"sqlite": "browser", "postgres": "services"}[database]
    failed = 0
    if alone not in left_out(database):
        failed = pytest(database, url, ["-m", f"{alone} and not {ELSEWHERE[database][0]}"])
    return pytest(database, url, ["-m", "not browser and not services"]) or failed


def on_sqlite(arguments: Sequence[str]) -> int:
    print("→ pytest trên SQLite", flush=True)
    return run("sqlite", "sqlite://:memory:", arguments)


def on_postgres(arguments: Sequence[str]) -> int:
    print("→ pytest trên PostgreSQL (tự khởi động, tự tắt)", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-"))
    folder.chmod(0o755)
    server = Postgres(folder, options=THROW_AWAY)
    try:
        return run("postgres", server.start(), arguments)
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def main(arguments: Sequence[str]) -> int:
    runs = {"sqlite": on_sqlite, "postgres": on_postgres}
    try:
        return runs[arguments[0]](arguments[1:])
    except (MissingToolError, PostgresError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
