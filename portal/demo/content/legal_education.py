"""Forty items of legal education, in every form, for the province and its units.

Explanations written for the sample; the laws are real and named by their real symbols. The film shows
five slides that its captions repeat; the sound file is a jingle, and the words of the podcast say so.

Above the first `# ` of a file stands the body; below it running texts by the name of their field, or the
`# panels` of a leaflet, each with a heading of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.demo.content.markdown import blocks, html, sections
from portal.demo.content.reading import ContentError, TextFile, read_table, shaped, text_files
from portal.demo.content.types import Block

PARTS = frozenset({"question", "facts", "analysis", "conclusion", "transcript", "text_alternative"})
PANELS = "panels"


@dataclass(frozen=True)
class Cited:
    symbol: str
    article: str = ""
    clause: str = ""


@dataclass(frozen=True)
class EducationSample:
    """Without `unit_slug` it is the province's own. `parts` are running texts by the name of their field.

    `files`: by the name of their field, names of files in portal/demo/recordings.
    """

    form: str
    title: str
    lead: str
    fields: tuple[str, ...]
    parts: dict[str, str]
    body: tuple[Block, ...]
    panels: tuple[tuple[str, str], ...]
    unit_slug: str | None = None
    audiences: tuple[str, ...] = ()
    cites: tuple[Cited, ...] = ()
    picture: str = ""
    files: dict[str, str] = field(default_factory=dict)
    embed_url: str = ""


@dataclass(frozen=True)
class Theme:
    """What this month is about; `field` of law."""

    title: str
    text: str
    field: str


def _item(file: TextFile) -> EducationSample:
    texts = sections(file.text, "# ", file.where)
    body = blocks(texts.pop(""), file.where)
    panels = sections(texts.pop(PANELS, ""), "## ", file.where)
    if texts.keys() - PARTS or panels.pop("").strip():
        raise ContentError(f"{file.where}: a text in no known part: {', '.join(texts)}")
    return shaped(
        EducationSample,
        file.head,
        file.where,
        body=body,
        parts={name: html(text, file.where) for name, text in texts.items()},
        panels=tuple((title, html(text, file.where)) for title, text in panels.items()),
    )


ITEMS = tuple(_item(file) for file in text_files("legal_education"))
THEME = read_table("theme.toml", Theme)
