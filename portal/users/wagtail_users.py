"""`wagtail.users` with the portal's screens for accounts; stands in INSTALLED_APPS in its place."""

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    user_viewset = "portal.users.administration.AccountViewSet"
    group_viewset = "portal.users.administration.RightsViewSet"
