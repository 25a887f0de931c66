"""The house as its tests see it: rooms, floors, modules, and who imports whom."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import grimp

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: dict[str, Any] = PROJECT["tool"]["importlinter"]
ROOM_NAMES = CONTRACTS["root_packages"]
# The names on each floor of the layers contract, the lowest floor first.
FLOORS = [
    [name.strip() for name in re.split(r"[|:]", line)]
    for contract in CONTRACTS["contracts"]
    for line in reversed(contract.get("layers", []))
]
NAMED = {name for floor in FLOORS for name in floor}
CODE = [path for room in ROOM_NAMES for path in sorted((ROOT / room).rglob("*.py"))]

Import = ast.Import | ast.ImportFrom
Function = ast.FunctionDef | ast.AsyncFunctionDef
Edge = tuple[str, str]


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_of(path): path for path in CODE}
# Each app is a room; the innermost one counts.
ROOMS = sorted((module_of(p.parent / "__init__.py") for p in CODE if p.name == "apps.py"), key=len)


def room_of(module: str) -> str:
    """The innermost app that holds the module, or the module itself when none does."""
    found = [room for room in ROOMS if f"{module}.".startswith(f"{room}.")]
    return found[-1] if found else module


def inner_name(module: str) -> str:
    """What a module is called inside its room: `models.pages` of `home.registry.models.pages`."""
    return module.removeprefix(room_of(module)).removeprefix(".")


def floor_of(module: str) -> int | None:
    """How high the module stands; None for one that the contract does not name."""
    for height, names in enumerate(FLOORS):
        if any(f"{module}.".startswith(f"{name}.") for name in names):
            return height
    return None


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_in_functions(
    code: ast.AST, inside: tuple[str, ...] = ()
) -> Iterator[tuple[Import, bool]]:
    """Every import that stands in a function, and whether that is the `ready` of a class."""
    for node in ast.iter_child_nodes(code):
        if isinstance(node, Import) and any(kind == "def" for kind in inside[::2]):
            yield node, inside[:4] == ("class", inside[1], "def", "ready")
        name: tuple[str, ...] = ()
        if isinstance(node, ast.ClassDef):
            name = ("class", node.name)
        elif isinstance(node, Function):
            name = ("def", node.name)
        yield from imports_in_functions(node, inside + name)


@cache
def lines_in_ready(module: str) -> frozenset[int]:
    """Lines of the imports of a module that run when the portal starts, not when it is imported."""
    return frozenset(
        node.lineno for node, in_ready in imports_in_functions(tree(FILES[module])) if in_ready
    )


@cache
def edges() -> frozenset[Edge]:
    """Who imports whom: also inside functions, but neither for types alone nor in `ready()`."""
    graph = grimp.build_graph(*ROOM_NAMES, exclude_type_checking_imports=True, cache_dir=None)
    found = set()
    for importer in graph.modules:
        for imported in graph.find_modules_directly_imported_by(importer):
            details = graph.get_import_details(importer=importer, imported=imported)
            lines = {detail["line_number"] for detail in details}
            if not lines or not lines <= lines_in_ready(importer):
                found.add((importer, imported))
    return frozenset(found)


def circles(found: frozenset[Edge] | set[Edge]) -> list[frozenset[str]]:
    """The groups of modules in which each one reaches every other one by imports."""
    onward: dict[str, set[str]] = {}
    for importer, imported in found:
        onward.setdefault(importer, set()).add(imported)

    def reached(start: str) -> frozenset[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for module in onward.get(waiting.pop(), set()) - seen:
                seen.add(module)
                waiting.append(module)
        return frozenset(seen)

    reach = {module: reached(module) for module in onward}
    groups = {
        frozenset(other for other in reach[module] if module in reach.get(other, ()))
        for module in onward
        if module in reach[module]
    }
    return sorted(groups, key=sorted)
