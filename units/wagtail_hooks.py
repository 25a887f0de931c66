"""Registration only."""

from wagtail_modeladmin.options import modeladmin_register

from units.admin import OrganisationGroup

modeladmin_register(OrganisationGroup)
