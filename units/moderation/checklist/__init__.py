"""The check list that runs before an item is submitted.

`check(page)` is what `units.moderation.submission` calls. Errors stop the submission, warnings ask for a
tick; `templates/moderation/checklist.html` shows both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .rules import Finding


def check(page: Any) -> list[Finding]:
    """What is to be mended (errors, first) or confirmed (warnings) in the page as it is in memory.

    Reads at most a handful of rows whatever the length of the text, and changes nothing.
    """
    # Models are not loaded yet when Django imports the app that this package lies in.
    from .adapter import item_of
    from .rules import check_item

    return check_item(item_of(page))
