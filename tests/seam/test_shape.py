"""Each module of the seam says in one shape what it does, and has a test that fails when upstream changes."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

from portal.seam import stumbles

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(p for p in (ROOT / "portal" / "seam").glob("*.py") if p.name != "__init__.py")
HEADINGS = ["What", "Reason", "Versions", "Upstream", "Goes when"]
# The name that the package index knows.
PACKAGES = {"modelsearch", "openpyxl", "reportlab", "python-docx", "django-allauth", "django-tasks"}
PACKAGES |= {"Django", "Wagtail", "Pillow", "django-treebeard", "wagtail-modeladmin"}


def described(path: Path) -> dict[str, str]:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    summary, _blank, rest = docstring.partition("\n\n")
    assert summary.endswith("."), "begins with one sentence"
    assert "\n" not in summary, "begins with one sentence"
    fields = re.findall(r"^([A-Z][a-z ]+): ((?:.+\n?(?:    .+\n?)*))", rest, re.MULTILINE)
    assert [heading for heading, _text in fields] == HEADINGS
    return {heading: " ".join(text.split()) for heading, text in fields}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_says_what_why_and_how_long(path: Path) -> None:
    said = described(path)
    assert all(said.values())
    assert re.fullmatch(r"https://\S+|none known", said["Upstream"])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_was_looked_at_with_the_versions_that_are_installed(path: Path) -> None:
    """After an upgrade: run tests/seam, read the module, write the new version down."""
    for entry in described(path)["Versions"].split(", "):
        package, _space, number = entry.rpartition(" ")
        assert package in PACKAGES
        assert re.match(rf"{re.escape(number)}(\.|$)", version(package)), entry


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_has_a_test_of_its_own(path: Path) -> None:
    assert (Path(__file__).parent / f"test_{path.stem}.py").is_file()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_is_used(path: Path) -> None:
    """What nobody needs any more goes."""
    name = f"portal.seam.{path.stem} import"
    code = [p for room in stumbles.OURS for p in (ROOT / room).rglob("*.py")]
    needed = any(name in p.read_text(encoding="utf-8") for p in code)
    assert needed or path.stem == "admin_templates", "templates are found by their folder"


def test_knows_the_packages_of_the_house() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["tool"]["importlinter"]["root_packages"]) == stumbles.OURS
