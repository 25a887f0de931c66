"""A menu item that only those see who may open what is behind it; the views check anew."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from units.scope.actors import is_board


class BoardMenuItem(MenuItem):
    """For the editorial board and system administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_board(request.user)
