"""Which lines and branches the suite runs, by room: `python -m deploy.measure_coverage [pytest arguments]`.

Measures on SQLite what `make test` proves on PostgreSQL, without the real services, and prints a line for
each room and the modules that are proved least. It is no part of `make test`: measuring makes every test
slower.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from . import shares
from .tools import ROOT

LEAST = 25
# Rooms of the upper floors are folders of these.
HOUSES = {"portal", "home", "units", "events"}


def room_of(path: str) -> str:
    """`home/quizzes/views/office.py` stands in `home/quizzes`, `search/services.py` in `search`."""
    parts = PurePosixPath(path).parts
    deep = parts[0] in HOUSES and len(parts) > 2
    return "/".join(parts[:2] if deep else parts[:1])


def share(summary: Mapping[str, int]) -> float:
    """Percent of lines and branches together."""
    all_of_it = summary["num_statements"] + summary["num_branches"]
    covered = summary["covered_lines"] + summary["covered_branches"]
    return 100 * covered / all_of_it if all_of_it else 100.0


def by_room(files: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """The counts of all modules of each room."""
    rooms: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for path, told in files.items():
        for name, value in told["summary"].items():
            if isinstance(value, int):
                rooms[room_of(path)][name] += value
    return dict(sorted(rooms.items()))


def tell(report: Mapping[str, Any]) -> None:
    print(f"{'phòng':<28}{'dòng':>8}{'nhánh':>8}{'đã thử':>9}")
    for room, summary in by_room(report["files"]).items():
        counts = f"{summary['num_statements']:>8}{summary['num_branches']:>8}"
        print(f"{room:<28}{counts}{share(summary):>8.1f}%")
    total = report["totals"]
    counts = f"{total['num_statements']:>8}{total['num_branches']:>8}"
    print(f"{'tất cả':<28}{counts}{share(total):>8.1f}%\n")
    least = sorted(report["files"].items(), key=lambda item: share(item[1]["summary"]))
    for path, told in least[:LEAST]:
        lines = ", ".join(str(line) for line in told["missing_lines"][:12])
        print(f"{share(told['summary']):>6.1f}%  {path}: {lines}")


def main(arguments: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="portal-coverage-") as name:
        folder = Path(name)
        environment = os.environ | {
            "DATABASE_URL": "sqlite://:memory:",
            "DJANGO_SETTINGS_MODULE": "portal.settings.test",
            "COVERAGE_FILE": str(folder / "data"),
        }

        def coverage(*command: str) -> int:
            whole = [sys.executable, "-m", "coverage", *command]
            return subprocess.run(whole, cwd=ROOT, env=environment).returncode  # noqa: S603

        marked = f"{shares.NEITHER} and {shares.on_postgres(shares.chosen())}"
        what = ["-q", "-n", "2", "--dist", "worksteal", "-m", marked]
        failed = coverage("run", "-m", "pytest", *what, *arguments)
        coverage("combine", "--quiet")
        report = folder / "report.json"
        if coverage("json", "--quiet", "-o", str(report)):
            return 1
        tell(json.loads(report.read_text(encoding="utf-8")))
        return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
