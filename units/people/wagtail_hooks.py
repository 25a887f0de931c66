"""Registration only."""

from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from units.people.menus import MembersMenuItem
from units.people.urls import urlpatterns


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return urlpatterns


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return MembersMenuItem(
        _("Thành viên"), reverse("members_index"), name="members", icon_name="user", order=302
    )
