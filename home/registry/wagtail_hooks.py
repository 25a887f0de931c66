"""Registration only."""

from django.urls import path
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from home.registry.admin import DocumentFieldAdmin
from home.registry.bulk.views import RegisterImport, import_button
from home.registry.editing import ask_for_abstract
from home.registry.models import OfficialDocumentPage
from home.registry.moving import refuse_bulk_move, refuse_move
from portal.core.editing import after_saving

modeladmin_register(DocumentFieldAdmin)
after_saving(OfficialDocumentPage, ask_for_abstract)
hooks.register("before_move_page", refuse_move)
hooks.register("before_bulk_action", refuse_bulk_move)
hooks.register("register_page_header_buttons", import_button)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [
        path("registry/<int:index_id>/import/", RegisterImport.as_view(), name="registry_import")
    ]
