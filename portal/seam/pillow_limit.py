"""How many pixels Pillow opens for whoever does not ask the portal first.

What: sets `PIL.Image.MAX_IMAGE_PIXELS`.
Reason: the second line. Libraries open pictures by `Image.open`; Pillow's own limit lets 358 million pixels
    pass, which are more than a gigabyte. It refuses what has more than twice the number that is set here.
Versions: Pillow 13.0
Upstream: none known
Goes when: nothing in the portal opens a picture but portal.core.pictures.
"""

from PIL import Image


def open_at_most(pixels: int) -> None:
    Image.MAX_IMAGE_PIXELS = pixels // 2
