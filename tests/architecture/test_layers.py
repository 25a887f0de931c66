"""Rules of the house that no other tool checks."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.house import CODE, FILES, NAMED, ROOM_NAMES, ROOT, tree

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STATIC = [
    path
    for path in sorted(ROOT.glob("*/**/static/**/*"))
    if path.suffix in {".css", ".js", ".svg"} and path.relative_to(ROOT).parts[0] in ROOM_NAMES
]
FOREIGN = re.compile(r"""(?:src|srcset|action|poster|data)=["']\s*(?:https?:)?//""")
# Names in markup that are never fetched.
NAMESPACES = ("http://www.w3.org/", "https://ogp.me/ns#", "https://schema.org")


def is_placed(module: str) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:end]) in NAMED for end in range(1, len(parts) + 1))


def test_every_module_has_a_place_in_the_layers() -> None:
    """A module that is missing stands in no layer, so it could import anything."""
    homeless = sorted(module for module in set(FILES) - set(ROOM_NAMES) if not is_placed(module))
    assert homeless == [], (
        "move them into a folder that the layers contract of pyproject.toml names"
    )


# Django wants these at the top of an app, and of these apps the folder holds other apps, too.
LOOSE = {"portal.urls", "portal.wsgi", "portal.celery", "units.apps"} | {
    f"home.{name}" for name in ("models", "apps", "page_urls")
}


def test_layers_name_folders() -> None:
    """A list of single modules hides where a new one belongs."""
    files = {n for n in NAMED if (ROOT / n.replace(".", "/")).with_suffix(".py").is_file()}
    assert files == LOOSE


def test_layers_name_nothing_that_is_gone() -> None:
    paths = {name: ROOT / name.strip("()").replace(".", "/") for name in NAMED}
    gone = [n for n, p in paths.items() if not p.is_dir() and not p.with_suffix(".py").is_file()]
    assert gone == []


def test_no_feature_has_a_drawer_for_everything() -> None:
    drawers = {"utils.py", "helpers.py", "misc.py", "common.py"}
    assert [str(path) for path in CODE if path.name in drawers] == []


def test_template_says_what_it_is_and_what_it_needs() -> None:
    silent = [str(p) for p in TEMPLATES if "{% comment %}" not in p.read_text(encoding="utf-8")]
    assert silent == []


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


def test_migrations_import_no_code_that_may_move() -> None:
    live = {
        f"{path}: {name}"
        for path in CODE
        if path.parent.name == "migrations"
        for name in imports_of(path)
        if name.split(".")[0] in ROOM_NAMES or name.startswith(".")
    }
    assert live == set()


LOADED = (
    FOREIGN,
    re.compile(r"@import|url\(\s*[\"']?(?:https?:)?//"),
    re.compile(r"""<link[^>]+href=["'](?:https?:)?//"""),
    re.compile(r"""(?:import|fetch)\s*\(?\s*["'](?:https?:)?//"""),
)


def test_nothing_is_loaded_from_another_host() -> None:
    loaded = []
    for path in [*TEMPLATES, *STATIC]:
        text = path.read_text(encoding="utf-8")
        for namespace in NAMESPACES:
            text = text.replace(namespace, "")
        loaded += [f"{path}: {pattern.pattern}" for pattern in LOADED if pattern.search(text)]
    assert loaded == []


def test_rooms_have_labels_of_their_own() -> None:
    """A label that does not follow from the path lets an app move without touching its tables."""
    labels = [
        match[1]
        for path in CODE
        if path.name == "apps.py"
        for match in re.finditer(r'^\s+label = "([a-z_]+)"', path.read_text("utf-8"), re.MULTILINE)
    ]
    configs = [path for path in CODE if path.name == "apps.py"]
    assert len(labels) == len(configs)
    assert len(set(labels)) == len(labels)
