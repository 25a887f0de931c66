"""Registration only."""

from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from units.scope.menus import BoardMenuItem
from units.subsites.urls import urlpatterns


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return urlpatterns


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return BoardMenuItem(
        _("Trang đơn vị"), reverse("subsites_index"), name="subsites", icon_name="site", order=305
    )
