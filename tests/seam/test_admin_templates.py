"""Wagtail's own templates still have the blocks that ours fill, and are those that ours were made from."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import wagtail.admin
from django.conf import settings
from django.template.utils import get_app_template_dirs

from portal.seam.admin_templates import FILLED_BLOCKS, FOLDER, REWRITTEN

STOCK = Path(wagtail.admin.__file__).parent / "templates"
BLOCK = re.compile(r"{%\s*block (\w+)\s*%}")
# allauth documents that a project writes these anew.
DOCUMENTED = ("account/", "mfa/")


def stock_blocks(name: str) -> set[str]:
    """Of Wagtail's template, and of what it extends."""
    text = text_of(STOCK, name)
    above = re.search(r'{% extends "(wagtailadmin/[^"]+)" %}', text)
    return set(BLOCK.findall(text)) | (stock_blocks(above[1]) if above else set())


def text_of(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILLED_BLOCKS)
def test_ours_extends_wagtails_own_and_fills_blocks_that_it_has(name: str) -> None:
    ours = text_of(FOLDER, name)
    assert f'{{% extends "{name}" %}}' in ours
    assert set(BLOCK.findall(ours)) == FILLED_BLOCKS[name]
    assert FILLED_BLOCKS[name] <= stock_blocks(name)


@pytest.mark.parametrize("name", REWRITTEN)
def test_wagtails_own_is_what_ours_was_made_from(name: str) -> None:
    assert hashlib.sha256((STOCK / name).read_bytes()).hexdigest() == REWRITTEN[name]


def test_the_list_is_whole() -> None:
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html")}
    assert there == FILLED_BLOCKS.keys() | REWRITTEN.keys()


def test_no_other_template_hides_one_of_another_package() -> None:
    own = settings.BASE_DIR / "templates"
    names = [path.relative_to(own).as_posix() for path in own.rglob("*.*")]
    folders = [Path(folder) for folder in get_app_template_dirs("templates")]
    hidden = [
        name
        for name in names
        if not name.startswith(DOCUMENTED) and any((folder / name).is_file() for folder in folders)
    ]
    assert hidden == []


def test_every_template_says_what_it_is() -> None:
    assert [p.name for p in FOLDER.rglob("*.html") if "{% comment %}" not in p.read_text()] == []
