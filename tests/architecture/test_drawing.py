"""What docs/architecture.md draws and lists is what the code has."""

import re

from django.apps import apps
from django.conf import settings
from django.utils.module_loading import import_string

from tests.architecture.house import FILES, FLOORS, NAMED, ROOM_NAMES, ROOT, floor_of

TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
DOTTED = re.compile(rf"(?<![\w./])(?:{'|'.join(ROOM_NAMES)})(?:\.[a-z_]+)+(?![\w/])")
# Files that stand beside a room's own and that the drawing leaves out.
SMALL = (".apps", ".migrations")


def drawn_floors() -> list[set[str]]:
    """The names between the lines of the drawing, the highest floor first."""
    drawing = TEXT.split("```")[1]
    return [set(floor.split()) for floor in re.split(r"^──.*$", drawing, flags=re.MULTILINE)[1:]]


def test_the_drawing_shows_the_floors_of_the_contract() -> None:
    floors = [{name for name in floor if not name.endswith(SMALL)} for floor in reversed(FLOORS)]
    assert drawn_floors() == floors


def is_ours(value: object) -> bool:
    return isinstance(value, str) and value.split(".")[0] in ROOM_NAMES and "." in value


def test_every_setting_that_points_up_is_in_the_table() -> None:
    names = [name for name in dir(settings) if name.startswith("PORTAL_")]
    paths = {name: path for name in names if is_ours(path := getattr(settings, name))}
    assert len(paths) > 5
    for name, path in paths.items():
        assert import_string(path)
        assert any(f"`{name}`" in row and f"`{path}`" in row for row in TEXT.splitlines()), name
    lists = [name for name in names if isinstance(getattr(settings, name), list)]
    assert [name for name in lists if f"`{name}`" not in TEXT] == []


def test_no_model_refers_to_one_of_a_higher_floor() -> None:
    found = []
    for model in apps.get_models(include_auto_created=True):
        floor = floor_of(model.__module__)
        for field in model._meta.get_fields():
            target = field.related_model if field.is_relation and not field.auto_created else None
            above = floor_of(target.__module__) if target else None
            if floor is not None and above is not None and above > floor:
                found.append(f"{model._meta.label}.{field.name}")
    assert found == []


def is_there(path: str) -> bool:
    """A module or package of ours, or something in one."""
    above = path.rpartition(".")[0]
    return path in FILES or path in NAMED or above in FILES


def test_modules_that_the_text_names_are_there() -> None:
    named = set(DOTTED.findall(TEXT))
    assert len(named) > 40
    assert sorted(path for path in named if not is_there(path)) == []


def test_files_that_the_text_names_are_there() -> None:
    paths = set(re.findall(r"`((?:[\w-]+/)+[\w-]+\.(?:py|md))`", TEXT))
    rooted = {path for path in paths if path.split("/")[0] in (*ROOM_NAMES, "docs", "tests")}
    assert len(rooted) > 10
    assert sorted(path for path in rooted if not (ROOT / path).is_file()) == []
