"""Indentation (djhtml) and markup (curlylint) of every template: `python -m deploy.lint_templates`.

With `--fix` the indentation is put right instead of being checked.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from .tools import ROOT

FOLDERS = ("templates", "portal", "home", "units", "events", "search")
RULES = ("html_has_lang", "image_alt", "aria_role", "no_autofocus", "tabindex_no_positive")
# curlylint cannot read a tag whose name is computed, such as a heading of a level that varies.
COMPUTED_HEADING = re.compile(r"(</?h)\{\{[^}]*\}\}")


def templates() -> list[Path]:
    """HTML templates of the project, relative to its root."""
    found = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*.html"))
    return sorted(path.relative_to(ROOT) for path in found)


def indentation(paths: Sequence[Path], *, fix: bool) -> int:
    command = [sys.executable, "-m", "djhtml", "--tabwidth", "2", *([] if fix else ["--check"])]
    done = subprocess.run(  # noqa: S603
        [*command, *map(str, paths)], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    if done.returncode and not fix:
        print(f"{done.stderr}Thụt dòng chưa đúng. Hãy chạy: make format", file=sys.stderr)
    return 0 if fix else done.returncode


def markup(paths: Sequence[Path]) -> int:
    """Lint copies in which computed headings have a fixed name; paths stay as in the project."""
    with tempfile.TemporaryDirectory(prefix="portal-templates-") as name:
        for path in paths:
            copy = Path(name) / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(COMPUTED_HEADING.sub(r"\g<1>2", (ROOT / path).read_text()))
        command = [sys.executable, "-m", "curlylint", "--quiet"]
        command += [part for rule in RULES for part in ("--rule", f"{rule}: true")]
        return subprocess.run([*command, *map(str, paths)], cwd=name).returncode  # noqa: S603


def main(arguments: Sequence[str]) -> int:
    paths = templates()
    if not paths:
        return 0
    if "--fix" in arguments:
        return indentation(paths, fix=True)
    return indentation(paths, fix=False) or markup(paths)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
