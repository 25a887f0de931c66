"""Turn the blocks of the sample texts into the portal's StreamField blocks."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from portal.demo.content.types import Block, Picture
from portal.demo.files import Album


def body_of(blocks: Iterable[Block], album: Album, key: str) -> list[dict[str, Any]]:
    """Raw StreamField data; the ids are made from `key`, so that each load gives the same."""
    build: dict[str, Callable[[Any], Any]] = {
        "heading": lambda text: {"text": text, "level": "2"},
        "paragraph": str,
        "image": lambda picture: _picture(picture, album),
        "gallery": lambda shown: {"caption": "", "items": [_picture(one, album) for one in shown]},
        "table": _table,
        "quote": dict,
        "accordion": lambda items: {
            "items": [{"title": title, "content": content} for title, content in items]
        },
        "notice": dict,
    }
    return [
        {
            "type": kind,
            "value": build[kind](value),
            "id": str(uuid5(NAMESPACE_URL, f"{key}/{place}")),
        }
        for place, (kind, value) in enumerate(blocks)
    ]


def _picture(picture: Picture, album: Album) -> dict[str, Any]:
    return {
        "image": album.of(picture).pk,
        "alt_text": picture.alt,
        "is_decorative": False,
        "caption": picture.caption,
        "credit": picture.credit,
    }


def _table(table: dict[str, Any]) -> dict[str, Any]:
    heads = {"first_row_is_table_header": True, "first_col_is_header": True}
    data = {"data": [table["header"], *table["rows"]], **heads, "table_caption": "", "cell": []}
    return {"caption": table["caption"], "table": data}
