"""Forms that check their row later than `clean()`, or not at all.

What: wraps `_post_clean` of Django's forms of models.
Reason: there a form fills its row and asks it to validate itself. Some checks need the filled row; and
    some forms must leave the row alone, because a service checks the whole change on a fresh one.
Versions: Django 5.2
Upstream: none known
Goes when: forms of models have a documented step after the row is filled, and may leave it out.
"""

from typing import Any


class ChecksFilledRow:
    """For a form of a model: `check_filled_row` comes when the row holds what was sent."""

    def check_filled_row(self) -> None:
        """Add errors about the row as a whole."""
        raise NotImplementedError

    def _post_clean(self: Any) -> None:
        super()._post_clean()  # type: ignore[misc]
        self.check_filled_row()


class LeavesRowAlone:
    """For a form of a model whose row is neither filled nor validated by the form."""

    def check_instead(self) -> None:
        """What is checked in the place of the row."""

    def _post_clean(self) -> None:
        self.check_instead()
