"""Write the tables of settings: `python -m deploy.settings_table`. A test compares them with what is read.

The README shows what a server needs, docs/settings.md everything; both come from
`portal.core.environment`, which the settings themselves read.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from portal.core.environment import RETIRED, VARIABLES, Group, Variable

from .tools import ROOT

PLACES = {
    ROOT / "README.md": (Group.MUST,),
    ROOT / "docs" / "settings.md": tuple(Group),
}
# What stands between these lines is written by this module.
BETWEEN = re.compile(r"(?<=<!-- settings -->\n).*?(?=<!-- /settings -->)", re.DOTALL)


def rows(variables: Iterable[Variable]) -> list[str]:
    head = ["| variable | without it | what it does |", "|---|---|---|"]
    return head + [f"| `{row.name}` | {row.without} | {row.does} |" for row in variables]


def table(groups: Sequence[Group]) -> str:
    """The groups' tables, with headings where there is more than one."""
    lines: list[str] = []
    for group in groups:
        if len(groups) > 1:
            lines += ["", f"## {group.value}", ""]
        lines += rows(row for row in VARIABLES.values() if row.group is group)
    if len(groups) > 1:
        lines += ["", "## No longer read", "", *(f"- `{name}`" for name in sorted(RETIRED))]
    return "\n".join(lines) + "\n"


def written(path: Path) -> str:
    """The file's text with its table as it should be."""
    return BETWEEN.sub(lambda _old: table(PLACES[path]), path.read_text(encoding="utf-8"))


def main() -> None:
    for path in PLACES:
        path.write_text(written(path), encoding="utf-8")


if __name__ == "__main__":
    main()
