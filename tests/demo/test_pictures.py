"""The sample province's pictures: drawn on the spot, so they are checked as drawn."""

from io import BytesIO

import pytest
from PIL import Image

from portal.demo.pictures import BANNER_KEY, PICTURE_KEYS, PORTRAIT_KEYS, draw, filename
from portal.demo.pictures.lines import karst, star_points

SIZES = {
    **dict.fromkeys(PICTURE_KEYS, (1600, 1000)),
    **dict.fromkeys(PORTRAIT_KEYS, (800, 1000)),
    BANNER_KEY: (2400, 700),
}
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
