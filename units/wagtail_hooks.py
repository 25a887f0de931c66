"""Registration only."""

from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail_modeladmin.options import modeladmin_register

from units.organisation import audit_trail
from units.organisation.admin import OrganisationGroup
from units.people.urls import urlpatterns
from units.scope.menus import MembersMenuItem

modeladmin_register(OrganisationGroup)
hooks.register("register_log_actions", audit_trail.register)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return urlpatterns


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return MembersMenuItem(
        _("Thành viên"), reverse("members_index"), name="members", icon_name="user", order=302
    )
