"""Standing pages of the provincial site, and one page that shows every kind of block."""

from __future__ import annotations

from portal.demo.content.markdown import blocks
from portal.demo.content.reading import shaped, text_files
from portal.demo.content.types import PageSample

PAGES = tuple(
    shaped(PageSample, file.head, file.where, slug=file.key, body=blocks(file.text, file.where))
    for file in text_files("pages")
)
