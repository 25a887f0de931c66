"""Texts from word processors: read safely, cleaned into the portal's blocks.

`read_docx` for a file, `clean_html` for what was pasted; `WordFileError` for what is refused.
"""

from .blocks import Block, Cleaned, Heading, Paragraph, Passage, PictureSlot, Table
from .docx import WordDocument, read_docx
from .html import clean_html
from .notes import sentence
from .pictures import Picture, thumbnail
from .problems import WordFileError
from .story import Story, understand

__all__ = [
    "Block",
    "Cleaned",
    "Heading",
    "Paragraph",
    "Passage",
    "Picture",
    "PictureSlot",
    "Story",
    "Table",
    "WordDocument",
    "WordFileError",
    "clean_html",
    "read_docx",
    "sentence",
    "thumbnail",
    "understand",
]
