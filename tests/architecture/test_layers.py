"""Rules of the house that no other tool checks."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: dict[str, Any] = PROJECT["tool"]["importlinter"]
ROOM_NAMES = CONTRACTS["root_packages"]
NAMED = {
    name.strip()
    for contract in CONTRACTS["contracts"]
    for line in contract.get("layers", [])
    for name in re.split(r"[|:]", line)
}
CODE = [path for room in ROOM_NAMES for path in sorted((ROOT / room).rglob("*.py"))]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STATIC = [
    path
    for path in sorted(ROOT.glob("*/**/static/**/*"))
    if path.suffix in {".css", ".js", ".svg"} and path.relative_to(ROOT).parts[0] in ROOM_NAMES
]
FOREIGN = re.compile(r"""(?:src|srcset|action|poster|data)=["']\s*(?:https?:)?//""")
# Names in markup that are never fetched.
NAMESPACES = ("http://www.w3.org/", "https://ogp.me/ns#", "https://schema.org")


def modules() -> Iterator[str]:
    """Every module and package of the rooms, by dotted name."""
    for path in CODE:
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("module", sorted(set(modules()) - set(ROOM_NAMES)))
def test_every_module_has_a_place_in_the_layers(module: str) -> None:
    parts = module.split(".")
    prefixes = {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
    assert prefixes & NAMED, "name it in the layers contract of pyproject.toml"


@pytest.mark.parametrize("name", sorted(NAMED))
def test_layers_name_nothing_that_is_gone(name: str) -> None:
    path = ROOT / name.strip("()").replace(".", "/")
    assert path.is_dir() or path.with_suffix(".py").is_file()


def test_no_feature_has_a_drawer_for_everything() -> None:
    drawers = {"utils.py", "helpers.py", "misc.py", "common.py"}
    assert [str(path) for path in CODE if path.name in drawers] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_template_says_what_it_is_and_what_it_needs(path: Path) -> None:
    assert "{% comment %}" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path",
    [path for path in CODE if path.parent.name == "migrations"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_migration_imports_no_code_that_may_move(path: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module or ".")
    live = {name for name in imported if name.split(".")[0] in ROOM_NAMES or name.startswith(".")}
    assert live == set()


@pytest.mark.parametrize(
    "path", [*TEMPLATES, *STATIC], ids=lambda path: str(path.relative_to(ROOT))
)
def test_nothing_is_loaded_from_another_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for namespace in NAMESPACES:
        text = text.replace(namespace, "")
    assert not FOREIGN.search(text)
    assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", text)
    assert not re.search(r"""<link[^>]+href=["'](?:https?:)?//""", text)
    assert not re.search(r"""(?:import|fetch)\s*\(?\s*["'](?:https?:)?//""", text)


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
