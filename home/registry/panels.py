"""What became of a document's files, told in its form."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel

from home.registry.reading import READERS


class FileTextsPanel(Panel):
    """For each file: whether its words were read, or why not."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "registry/admin/file_texts.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["rows"] = rows_of(self.instance)
            context["needs_abstract"] = needs_abstract(self.instance)
            return context

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and super().is_shown()


def rows_of(page: Any) -> list[tuple[Any, Any]]:
    """(document, FileText or None while it waits) of each file that has words to be read."""
    from home.registry.extraction import texts_of

    documents = [row.document for row in page.files.all()]
    texts = texts_of(documents)
    return [
        (document, texts.get(document.pk))
        for document in documents
        if document.file_extension.lower() in READERS
    ]


def needs_abstract(page: Any) -> bool:
    """Whether nobody can read or find what the document says: only pictures of it, and no abstract."""
    documents = [row.document for row in page.files.all()]
    if not documents or page.abstract.strip():
        return False
    texts = dict(rows_of(page))
    return not any(text is None or text.status == text.Status.READ for text in texts.values())
