"""Menu items that only those see who may open what is behind them; the views check anew."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from units.scope.rows import administered_units, is_board


class BoardMenuItem(MenuItem):
    """For the editorial board and system administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_board(request.user)


class MembersMenuItem(MenuItem):
    """For everybody who manages the members of a unit."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_board(request.user) or bool(administered_units(request.user))
