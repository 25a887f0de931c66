"""Wagtail still starts widgets by inline scripts, just these, and with us none of them is left."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.forms import Widget
from django.template.utils import get_app_template_dirs
from wagtail.admin.widgets import (
    AdminDateInput,
    AdminDateTimeInput,
    AdminPageChooser,
    AdminTimeInput,
    BaseChooser,
)
from wagtail.admin.widgets.workflows import AdminTaskChooser

from portal.seam import stumbles
from portal.seam.admin_templates import FILLED_BLOCKS, REWRITTEN
from portal.seam.inline_scripts import starting
from tests.inline_code import inline_code
from tests.seam.upstream import source_of

SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/)[^>]*>", re.IGNORECASE)
HANDLER = re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=|javascript:", re.IGNORECASE)
STARTER = Path(settings.BASE_DIR) / "portal/core/static/core/js/admin-start.js"
STARTERS = set(re.findall(r'"(\w+)"', STARTER.read_text().partition("]);")[0]))
DATES = {f"wagtailadmin/widgets/{name}_input.html" for name in ("date", "time", "datetime")}
CODE = {"wagtail: chooser.py", "wagtail.admin: chooser.py"}
PANELS = {f"wagtailadmin/panels/{name}_panel.html" for name in ("inline", "multiple_chooser")}


def templates() -> Iterator[tuple[str, str]]:
    """Name and text of every template that can be asked for."""
    folders = [*get_app_template_dirs("templates"), *settings.TEMPLATES[0]["DIRS"]]
    for folder in map(Path, folders):
        for path in folder.rglob("*.html"):
            yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def code() -> Iterator[tuple[str, str]]:
    """App, file and text of the Python of Wagtail's apps and of ours."""
    for config in apps.get_app_configs():
        if not config.name.startswith(("wagtail", *stumbles.OURS)):
            continue
        for path in Path(config.path).rglob("*.py"):
            if not {"test", "tests", "migrations"} & set(path.parts) and path.name != "tests.py":
                yield f"{config.name}: {path.name}", path.read_text(encoding="utf-8")


def choosers(widget: type[Widget] = BaseChooser) -> Iterator[type[Widget]]:
    yield widget
    for below in widget.__subclasses__():
        yield from choosers(below)


def test_templates_with_inline_scripts_are_those_that_are_replaced() -> None:
    found = {name for name, text in templates() if SCRIPT.search(text)}
    assert found == DATES | PANELS
    assert FILLED_BLOCKS.keys() >= PANELS
    assert REWRITTEN.keys() >= DATES


def test_no_template_has_an_event_handler_or_a_link_to_a_script() -> None:
    assert [name for name, text in templates() if HANDLER.search(text)] == []


def test_code_that_writes_inline_scripts_is_that_of_choosers() -> None:
    assert {name for name, text in code() if SCRIPT.search(text)} == CODE
    assert "<script>" in source_of("wagtail.admin.widgets.chooser", "BaseChooser.render")


def started(html: str) -> tuple[str, list]:
    assert inline_code(html) == []
    start = BeautifulSoup(html, "html.parser").find(attrs={"data-controller": "portal-start"})
    return start["data-portal-start-with-value"], json.loads(start.script.string)


@pytest.mark.parametrize("widget", [AdminDateInput, AdminTimeInput, AdminDateTimeInput])
def test_a_calendar_says_as_data_what_is_to_be_started(widget: type[Widget]) -> None:
    html = widget().render("day", None, {"id": "id_rows-__prefix__-day"})
    name, (place, options) = started(html)
    assert name in STARTERS
    assert place == "id_rows-__prefix__-day"
    assert options == widget().get_config()  # type: ignore[attr-defined]


def test_a_chooser_does_the_same() -> None:
    name, (place, options) = started(AdminPageChooser().render("page", None, {"id": "id_page"}))
    assert (name, place) == ("PageChooser", "id_page")
    assert options["modelNames"] == ["wagtailcore.page"]
    name, given = started(AdminTaskChooser().render("task", None, {"id": "id_task"}))
    assert (name, given) == ("createTaskChooser", ["id_task"])
    assert name in STARTERS


def test_every_chooser_there_is_can_be_started() -> None:
    assert {widget.js_constructor for widget in choosers()} <= STARTERS  # type: ignore[attr-defined]


def test_what_a_person_typed_stays_data() -> None:
    evil = "</script><script>alert(1)</script>"
    html = starting("PageChooser", [evil, {"title": evil}])
    assert html.count("<script") == 1
    assert started(html) == ("PageChooser", [evil, {"title": evil}])
