"""Registration only."""

from wagtail_modeladmin.options import modeladmin_register

from home.navigation.admin import NavigationGroup

modeladmin_register(NavigationGroup)
