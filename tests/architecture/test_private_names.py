"""Private names of other packages, and patches of them, stand in the seam alone (`portal/seam`)."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from types import FunctionType

import pytest

from tests.architecture.test_layers import ROOM_NAMES, ROOT

FOLDERS = (*ROOM_NAMES, "deploy")
SEAM = ROOT / "portal" / "seam"
CODE = [
    path
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts and SEAM not in path.parents
]
PRIVATE = re.compile(r"_(?!_)\w+")

# Documented by who gives them, in spite of the sign in front.
DOCUMENTED = {
    "_meta": "Django: Model _meta API",
    "_state": "Django: Model instance reference, Other attributes",
    "_default_manager": "Django: Managers, Default managers",
    "_base_manager": "Django: Managers, Base managers",
    "_asdict": "Python: collections.namedtuple",
    "_replace": "Python: collections.namedtuple",
}
# What we keep on requests, users and rows that are not of our making, so that nobody else has the name.
OURS_ON_OTHERS = "_portal_"
# Ends of names of groups, columns and fields; no attributes.
ENDINGS = {"_page", "_before"}


def is_private(name: object) -> bool:
    return isinstance(name, str) and PRIVATE.fullmatch(name) is not None


def defined_in(tree: ast.Module) -> set[str]:
    """Functions, classes, variables and attributes of `self` and `cls` that a module defines."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names |= {node.attr} if ast.unparse(node.value) in {"self", "cls"} else set()
    return names


def is_own_object(node: ast.expr) -> bool:
    """`self`, `cls` or `super()`: what a class of ours inherits from another one of ours."""
    if isinstance(node, ast.Call):
        node = node.func
    return isinstance(node, ast.Name) and node.id in {"self", "cls", "super"}


def attributes(tree: ast.Module, everywhere: set[str]) -> Iterator[tuple[int, str]]:
    here = defined_in(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or not is_private(node.attr):
            continue
        known = everywhere if is_own_object(node.value) else here
        if node.attr not in known | DOCUMENTED.keys() and not node.attr.startswith(OURS_ON_OTHERS):
            yield node.lineno, ast.unparse(node)


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Of private names, and from packages that call themselves internal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = (getattr(node, "module", None) or "").split(".")
            for alias in node.names:
                path = [*module, *alias.name.split(".")]
                if any(is_private(part) or part == "internal" for part in path):
                    yield node.lineno, ".".join(path)


def strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Names of attributes as text, for `getattr` and its like; parts of longer texts are none."""
    parts = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr | ast.BinOp)
        for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in parts or not is_private(node.value):
            continue
        if node.value not in ENDINGS and not node.value.startswith(OURS_ON_OTHERS):
            yield node.lineno, node.value


def patches(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Assignments to what another package gave, other classes for its objects, receivers taken away."""
    foreign = {
        alias.asname or alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        and not getattr(node, "level", 0)
        and (getattr(node, "module", None) or node.names[0].name).split(".")[0] not in FOLDERS
        for alias in node.names
    }
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            if isinstance(target, ast.Attribute):
                owner = target.value
                is_foreign = isinstance(owner, ast.Name) and owner.id in foreign
                if is_foreign or target.attr == "__class__":
                    yield node.lineno, ast.unparse(target)
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            arguments = [one.id for one in node.args[:1] if isinstance(one, ast.Name)]
            is_set = isinstance(node.func, ast.Name) and node.func.id in {"setattr", "delattr"}
            if name == "disconnect" or (is_set and set(arguments) & foreign):
                yield node.lineno, ast.unparse(node)


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in CODE
    }


def test_no_private_name_of_another_package(trees: dict[str, ast.Module]) -> None:
    everywhere = set().union(*map(defined_in, trees.values()))
    found = [
        f"{path}:{line}: {name}"
        for path, tree in trees.items()
        for line, name in (*attributes(tree, everywhere), *imports(tree), *strings(tree))
    ]
    assert found == [], "a module of portal/seam gives it a public name"


def test_no_patch_of_another_package(trees: dict[str, ast.Module]) -> None:
    found = {path: list(patches(tree)) for path, tree in trees.items()}
    assert not any(found.values()), found


def modules() -> Iterator[str]:
    for room in ROOM_NAMES:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            parts = module.name.split(".")
            if not {"migrations", "settings", "__main__"} & set(parts):
                yield module.name


def classes() -> Iterator[type]:
    for name in modules():
        for value in vars(importlib.import_module(name)).values():
            if inspect.isclass(value) and value.__module__ == name:
                yield value


def test_no_private_method_of_another_package_is_replaced() -> None:
    """What the text of a module cannot tell: a class gives a method the name of one that it inherits."""
    found = {
        f"{owner.__module__}.{owner.__qualname__}.{name} ({base.__module__})"
        for owner in classes()
        if not owner.__module__.startswith("portal.seam.")
        for name, value in vars(owner).items()
        if is_private(name) and isinstance(value, FunctionType | property | classmethod)
        for base in owner.__mro__[1:]
        if base.__module__.split(".")[0] not in FOLDERS and name in vars(base)
        if not isinstance(value, FunctionType) or value.__module__.split(".")[0] in FOLDERS
    }
    assert found == set(), "a module of portal/seam wraps it"


@pytest.mark.parametrize(
    "text",
    [
        "row._cached_parent_obj = parent",
        "super()._post_clean()",
        "self._get_permission_name('add')",
        "getattr(user, '_perm_cache', None)",
        "from django.forms.models import _get_foreign_key",
        "from allauth.account.internal.flows import login",
        "import openpyxl._constants",
    ],
)
def test_the_test_sees_private_names(text: str) -> None:
    tree = ast.parse(text)
    assert [*attributes(tree, set()), *imports(tree), *strings(tree)]


@pytest.mark.parametrize(
    "text",
    [
        "from wagtail.models import Page\nPage.get_admin_display_title = ours",
        "from django.utils import timezone\ntimezone.now = ours",
        "policy.__class__ = Ours",
        "signal.disconnect(sender=sender, dispatch_uid=uid)",
        "from wagtail.models import Page\nsetattr(Page, 'x', ours)",
    ],
)
def test_the_test_sees_patches(text: str) -> None:
    assert list(patches(ast.parse(text)))
