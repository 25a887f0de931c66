"""Runs, paragraphs and rows of python-docx write to an element of their own."""

from __future__ import annotations

from docx import Document

from portal.seam.word_elements import element_of


def test_each_part_gives_its_element() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    row = document.add_table(rows=1, cols=1).rows[0]
    tags = [element_of(part).tag for part in (paragraph, paragraph.add_run("x"), row)]
    assert [tag.rpartition("}")[2] for tag in tags] == ["p", "r", "tr"]


def test_python_docx_knows_no_fields() -> None:
    """When this fails, page numbers may have a method (issue 498)."""
    run = Document().add_paragraph().add_run()
    assert not hasattr(run, "add_field")
