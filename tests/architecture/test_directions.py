"""Imports have one direction: between modules, between the roles inside a room, and in strings."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import (
    CODE,
    FILES,
    ROOM_NAMES,
    ROOT,
    Import,
    circles,
    edges,
    floor_of,
    imports_in_functions,
    inner_name,
    module_of,
    room_of,
    tree,
)


def test_no_circle_between_modules() -> None:
    assert circles(edges()) == []


def test_a_circle_is_found_and_a_chain_is_none() -> None:
    assert circles({("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")}) == [frozenset("abc")]
    assert circles({("a", "b"), ("b", "c"), ("a", "c")}) == []


def test_an_import_in_ready_does_not_count_but_one_in_another_function_does() -> None:
    code = ast.parse(
        "import a\n"
        "class Config:\n"
        "    def ready(self):\n"
        "        import b\n"
        "    def other(self):\n"
        "        import c\n"
        "def ready():\n"
        "    import d\n"
    )
    found = {n.names[0].name: in_ready for n, in_ready in imports_in_functions(code)}
    assert found == {"b": True, "c": False, "d": False}


# Inside a room: rules <- models <- services <- what shows or registers them. A form or panel that a page
# class names stands below it, and knows the model by its instance alone.
MODELS = ("models", "querysets", "fields", "managers")
SCREENS = (
    "views",
    "screens",
    "feeds",
    "exports",
    "admin",
    "urls",
    "page_urls",
    "wagtail_hooks",
)
ABOVE_SERVICES = tuple(name for name in SCREENS if name != "exports")


def has_role(module: str, *roles: str) -> bool:
    return inner_name(module).split(".")[0] in roles


def in_rules(module: str) -> bool:
    return "rules" in module.split(".")[:-1]


def upward(lower: tuple[str, ...], upper: tuple[str, ...]) -> set[str]:
    """Imports of a room's lower roles that lead to its upper ones."""
    return {
        f"{importer} -> {imported}"
        for importer, imported in edges()
        if room_of(importer) == room_of(imported)
        and has_role(importer, *lower)
        and has_role(imported, *upper)
    }


def test_models_import_nothing_that_shows_them() -> None:
    assert upward(MODELS, SCREENS) == set()


def test_services_import_nothing_that_calls_them() -> None:
    assert upward(("services",), ABOVE_SERVICES) == set()


def for_types_alone(code: ast.Module) -> set[ast.AST]:
    """What stands below `if TYPE_CHECKING`: a rule may name what it is given, and never sees it."""
    guards = [
        n for n in ast.walk(code) if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.dump(n.test)
    ]
    return {inner for guard in guards for inner in ast.walk(guard)}


def imported_names(path: Path) -> Iterator[str]:
    """Names of all that a file imports when it runs, with what it takes out of them."""
    code = tree(path)
    left_out = for_types_alone(code)
    for node in ast.walk(code):
        if node in left_out:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_closed_to_rules(name: str, room: str) -> bool:
    """The database, models of any room, and whatever of the own room is no rule."""
    if name.startswith(("django.db", "wagtail.models", "wagtail.fields")):
        return True
    if name.split(".")[0] not in ROOM_NAMES:
        return False
    is_model = any(part in MODELS for part in name.split("."))
    return is_model or (name.startswith(f"{room}.") and "rules" not in name.split("."))


def test_rules_know_neither_database_nor_models_nor_what_stands_above() -> None:
    """Pure functions of values: they can be read, tested and trusted by themselves."""
    rules = {module: path for module, path in FILES.items() if in_rules(module)}
    assert len(rules) > 10
    found = {
        f"{module} -> {name}"
        for module, path in rules.items()
        for name in imported_names(path)
        if is_closed_to_rules(name, room_of(module))
    }
    assert found == set()


def top_packages(node: Import) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return {(node.module or "").split(".")[0]} if node.level == 0 else {""}


def is_explained(path: Path, node: Import) -> bool:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "#" in lines[node.lineno - 1] or lines[node.lineno - 2].strip().startswith("#")


def is_on_purpose(path: Path, node: Import) -> bool:
    """A heavy library of others, and a comment that says why it is not loaded with the module."""
    ours = {*ROOM_NAMES, "", *sys.stdlib_module_names}
    return not top_packages(node) & ours and is_explained(path, node)


def test_imports_stand_at_the_head_of_the_module() -> None:
    """Inside a function an import hides which way it leads."""
    found = {
        str(path.relative_to(ROOT))
        for path in CODE
        for node, in_ready in imports_in_functions(tree(path))
        if not in_ready and not is_on_purpose(path, node)
    }
    assert found == set()


def named_module(text: str) -> str:
    """The module of ours that a dotted path in a string leads into; empty for other strings."""
    parts = text.split(".")
    paths = (".".join(parts[:end]) for end in range(len(parts), 1, -1))
    return next((path for path in paths if path in FILES), "")


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_strings_name_no_module_of_a_higher_floor() -> None:
    """What has to be asked of a room above is named in the settings, where everybody finds it."""
    found = []
    for path in CODE:
        floor = floor_of(module_of(path))
        for text in strings(path):
            above = floor_of(named_module(text))
            if floor is not None and above is not None and above > floor:
                found.append(f"{module_of(path)} names {text}")
    assert found == []


@pytest.mark.parametrize(
    ("text", "module"),
    [
        ("units.people.authority.is_administrator", "units.people.authority"),
        ("units.close", ""),
        ("units.unit", ""),
        ("Một câu. Hai câu.", ""),
    ],
)
def test_a_dotted_path_is_told_from_other_words(text: str, module: str) -> None:
    assert named_module(text) == module
