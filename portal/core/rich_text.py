"""The editor of running text, for all of the administration (`WAGTAILADMIN_RICH_TEXT_EDITORS`)."""

from __future__ import annotations

import json
from typing import Any, Final

from draftjs_exporter.error import ExporterException
from wagtail.admin.rich_text import DraftailRichTextArea

from portal.core.sent_json import UnreadableError, read_json

# What reading breaks off with when a part is missing or of another kind.
_BROKEN: Final = (
    AttributeError,
    ExporterException,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
# Of lists in lists: each level is built, however many were sent.
_DEPTHS: Final = range(20)


class RichTextArea(DraftailRichTextArea):
    """Wagtail's own (7.4) reads what was sent without asking whether it is the JSON of its script."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """HTML as it is stored. Raises UnreadableError."""
        sent = data.get(name)
        if sent is None:
            return None
        try:
            content = read_json(sent)
            if content is None:  # what the script sends of an empty editor
                return ""
            if any(block.get("depth", 0) not in _DEPTHS for block in content["blocks"]):
                raise UnreadableError(name)
            return str(self.converter.to_database_format(json.dumps(content)))
        except _BROKEN as error:
            raise UnreadableError(name) from error
