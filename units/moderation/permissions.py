"""What Wagtail's screens offer and accept for pages (`PORTAL_PAGE_PERMISSIONS`).

The same rules as the guard's, asked earlier: a button that cannot work is not shown, and a POST that
names it anyway falls back to saving a draft.
"""

from __future__ import annotations

from typing import Any

from wagtail.models import Page, PagePermissionTester

from units.models import Role
from units.moderation import guard
from units.scope.rows import is_board, is_of_departments


class ModeratedPagePermissionTester(PagePermissionTester):
    """Nobody publishes a draft; the board corrects what is published."""

    def __init__(self, user: Any, page: Page) -> None:
        """Whoever leads a department edits what its people wrote on the provincial site, among items
        of others: a tree cannot say that, so the groups of departments may not."""
        super().__init__(user, page)
        if not user.is_active or user.is_superuser or "change" in self.permissions:
            return
        if is_of_departments(user, page, Role.LEADER, Role.UNIT_ADMIN):
            self.permissions.add("change")

    def can_publish(self) -> bool:
        return (
            super().can_publish()
            and self.page.live
            and is_board(self.user)
            and not self.page.current_workflow_state
            and (not self.page.has_unpublished_changes or guard.drafts_are_the_boards(self.page))
        )

    def can_copy(self) -> bool:
        """An alias has no history of its own: a copy of it would be the work of who pressed the button."""
        return super().can_copy() and self.page.alias_of_id is None

    def can_publish_subpage(self) -> bool:
        """Create and publish in one go, a live copy, an alias: never."""
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Wagtail's rule; for a page without children from the row at hand, because lists ask it twice
        for each line and Wagtail reads the whole branch each time."""
        user = self.user
        if not user.is_active or user.is_superuser or not self.page.is_leaf():
            return super().can_delete(ignore_bulk)
        publishes, owns = "publish" in self.permissions, self.page.owner_id == user.pk
        if "change" in self.permissions:
            return publishes or not self.page.live
        return "add" in self.permissions and owns and (publishes or not self.page.live)

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def can_unschedule(self) -> bool:
        return super().can_publish()

    def can_move_to(self, destination: Page) -> bool:
        if not super().can_move_to(destination):
            return False
        try:
            guard.check_move(self.page, destination)
        except guard.PublicationRefusedError:
            return False
        return True
