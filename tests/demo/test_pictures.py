"""The sample province's pictures: drawn on the spot, so they are checked as drawn."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from portal.demo.content.pictures import PICTURE_KEYS as DESCRIBED
from portal.demo.content.reading import ContentError
from portal.demo.pictures import BANNER_KEY, PICTURE_KEYS, PORTRAIT_KEYS, draw, drawing, filename
from portal.demo.pictures.colours import PALETTE
from portal.demo.pictures.drawing import DRAWINGS, LOOKS, PARTS, PLACING
from portal.demo.pictures.lines import karst, star_points

SIZES = {
    **dict.fromkeys(PICTURE_KEYS, (1600, 1000)),
    **dict.fromkeys(PORTRAIT_KEYS, (800, 1000)),
    BANNER_KEY: (2400, 700),
}
# What a shape of each kind may say besides its fill and how solid it is.
KINDS = {
    "rect": {"r", "corners"},
    "oval": set(),
    "pie": {"arc"},
    "chord": {"arc"},
    "ring": {"arc", "width"},
    "poly": set(),
    "line": {"width"},
}
SLOTS = {"fill", "colour", "pot", "tint", "goods1", "goods2", "goods3", *LOOKS["officer"], "trim"}
LARGEST = 250 * 1024
FEWEST_COLOURS = 1500


def test_the_set_is_complete():
    assert len(PICTURE_KEYS) == 24
    assert tuple(f"chan-dung-{i}" for i in range(1, 7)) == PORTRAIT_KEYS
    assert len(SIZES) == 31


@pytest.mark.parametrize("key", SIZES)
def test_picture_decodes_at_its_size_and_is_no_grey_box(key):
    data = draw(key)
    assert len(data) <= LARGEST
    with Image.open(BytesIO(data)) as picture:
        picture.load()
        assert picture.format == "JPEG"
        assert picture.size == SIZES[key]
        small = picture.resize((200, 125))
    colours = small.getcolors(200 * 125)
    assert len(colours) > FEWEST_COLOURS
    vivid = sum(n for n, (r, g, b) in colours if max(r, g, b) - min(r, g, b) > 24)
    assert vivid > 200 * 125 * 0.2


@pytest.mark.parametrize("key", [PICTURE_KEYS[0], BANNER_KEY])
def test_drawing_twice_gives_the_same_bytes(key):
    assert draw(key) == draw(key)


def test_pictures_differ_from_each_other():
    assert len({draw(key) for key in PORTRAIT_KEYS}) == len(PORTRAIT_KEYS)


def test_filename_is_the_key_with_its_type():
    assert filename("cong-ly") == "cong-ly.jpg"


@pytest.mark.parametrize("ask", [draw, filename])
def test_unknown_key_is_refused(ask):
    with pytest.raises(KeyError):
        ask("khong-co")


def test_flag_star_is_regular_with_one_point_up():
    points = star_points(0, 0, 10)
    assert points[0] == pytest.approx((0, -10))
    # The edges of a regular pentagram are straight: tip, two inner corners and tip share a height.
    assert [points[i][1] for i in (2, 1, 9, 8)] == pytest.approx([points[2][1]] * 4)


def test_skyline_depends_on_its_seed_only():
    assert karst(5, (0, 100), 50, 20) == karst(5, (0, 100), 50, 20)
    assert karst(5, (0, 100), 50, 20) != karst(6, (0, 100), 50, 20)


def drawings() -> dict[str, dict[str, Any]]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in DRAWINGS.glob("*.json")}


def shapes_in(shapes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for shape in shapes:
        yield shape
        yield from shapes_in(shape.get("shapes", []))


def everything_drawn() -> list[dict[str, Any]]:
    lists = [one["shapes"] for one in drawings().values()] + list(PARTS.values())
    return [shape for shapes in lists for shape in shapes_in(shapes)]


def test_every_shape_says_only_what_the_pen_understands():
    for shape in everything_drawn():
        if "at" in shape:
            assert ("part" in shape) != ("shapes" in shape), shape
            assert ("thing" in shape) == ("shapes" in shape), shape
            assert shape.keys() - PLACING <= SLOTS, shape
        else:
            kind = next(iter(shape))
            assert shape.keys() - {kind, "fill", "alpha"} <= KINDS[kind], shape


def test_every_colour_part_and_look_is_known_and_all_are_used():
    shapes = everything_drawn()
    assert {shape["part"] for shape in shapes if "part" in shape} == set(PARTS)
    assert {shape["look"] for shape in shapes if "look" in shape} == set(LOOKS)
    named = [value for shape in shapes for key, value in shape.items() if key in SLOTS]
    named += [one["paper"] for one in drawings().values()]
    named += [value for look in LOOKS.values() for value in look.values()]
    colours = {one for value in named for one in ([value] if isinstance(value, str) else value)}
    parts = {part for one in colours for part in one.partition(":")[0].split(">")}
    assert {part for part in parts if part[0] not in "#$"} == set(PALETTE)
    assert {part[1:] for part in parts if part.startswith("$")} <= SLOTS


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        ({"rect": [0, 0, 1, 1], "fill": "navvy"}, "navvy"),
        ({"rect": [0, 0, 1, 1], "fill": "navy>inc:0.2"}, "inc"),
        ({"rect": [0, 0, 1, 1], "fill": "$skin"}, "skin"),
        ({"rect": [0, 0, 1, 1]}, "fill"),
        ({"part": "treee", "at": [0, 0]}, "treee"),
        ({"part": "tree", "at": [0, 0], "look": "nobody"}, "nobody"),
    ],
)
def test_what_a_drawing_names_wrongly_is_told_with_its_file(
    shape: dict[str, Any], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    text = json.dumps({"size": [10, 10], "paper": "sky", "shapes": [shape]})
    (tmp_path / "thu.json").write_text(text, "utf-8")
    monkeypatch.setattr(drawing, "DRAWINGS", tmp_path)
    with pytest.raises(ContentError, match=rf"^drawings/thu\.json: '{told}' is not there"):
        drawing.canvas_of("thu")


def test_every_drawing_that_pages_show_is_described_and_says_what_it_shows():
    assert set(PICTURE_KEYS) == DESCRIBED
    assert all(one["shows"].endswith(".") for one in drawings().values())
