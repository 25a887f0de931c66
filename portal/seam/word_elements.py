"""The XML below a run, a paragraph or a row of a Word file.

What: reads `_element` of python-docx's objects.
Reason: page numbers, lines below a paragraph, headings that repeat and taking a paragraph away have no
    method in python-docx; they are written into the XML.
Versions: python-docx 1.2
Upstream: https://github.com/python-openxml/python-docx/issues/498
Goes when: python-docx has fields (page numbers), borders and repeated rows.
"""

from typing import Any


def element_of(part: Any) -> Any:
    """The lxml element that this part of the document writes to."""
    return part._element
