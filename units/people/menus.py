"""The menu item of the members screen; the views check anew."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from units.scope.actors import administered_units, is_board


class MembersMenuItem(MenuItem):
    """For everybody who manages the members of a unit."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_board(request.user) or bool(administered_units(request.user))
