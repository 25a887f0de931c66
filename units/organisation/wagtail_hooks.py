"""Registration only."""

from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from units.organisation import audit_trail
from units.organisation.admin import OrganisationGroup

modeladmin_register(OrganisationGroup)
hooks.register("register_log_actions", audit_trail.register)
