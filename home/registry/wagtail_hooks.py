"""Registration only."""

from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from home.registry.admin import DocumentFieldAdmin
from home.registry.editing import ask_for_abstract

modeladmin_register(DocumentFieldAdmin)
hooks.register("after_create_page", ask_for_abstract)
hooks.register("after_edit_page", ask_for_abstract)
