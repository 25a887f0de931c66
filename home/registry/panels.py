"""What became of a document's files, told in its form."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel


class FileTextsPanel(Panel):
    """For each file: whether its words were read, or why not."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "registry/admin/file_texts.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["rows"] = self.instance.file_texts()
            context["needs_abstract"] = self.instance.needs_abstract()
            return context

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and super().is_shown()
