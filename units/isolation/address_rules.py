"""Wagtail's own addresses, and those of the rooms below: who may ask for them."""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from portal.seam.register_addresses import OF_REGISTERS
from portal.users.limits import MAILS
from units.isolation.access import (
    ANYONE,
    BOARD,
    STAFF,
    SYSTEM,
    AddressRule,
    Who,
    and_sent,
    bulk_objects,
    document,
    edited_object,
    explored,
    image,
    in_address,
    is_about_accounts,
    page,
    page_and_task,
    page_model,
    register_row,
    usable_document,
    usable_image,
    writing,
)
from units.scope.sight import may_use, may_write_below

_VIEWS = "units.isolation"

# Rooms of the floors below, which know no units, so that nobody else could say it for them.
BELOW = {
    # Sign-in, second factor, idle sessions.
    "portal.users.views.*": ANYONE,
    "account_*": ANYONE,
    "mfa_*": ANYONE,
    "session_state": ANYONE,
    # One's own account; a link in a mail to the old address is for whoever reads that mailbox.
    "wagtailadmin_account": STAFF,
    "own_*": STAFF,
    "own_mail_undo": ANYONE,
    # The log spans all units.
    "security_log*": BOARD,
    # Cleans the text that is sent and reads no row.
    "word_paste": STAFF,
}

SIGN_IN = {
    "wagtailadmin_login": ANYONE,
    "wagtailadmin_password_reset*": ANYONE,
    "wagtailadmin_javascript_catalog": ANYONE,
    "wagtail_modeladmin:javascript_catalog": ANYONE,
}

FRAME = {
    "wagtailadmin_home": STAFF,
    "wagtailadmin_logout": ANYONE,
    "wagtailadmin_dismissibles": STAFF,
    # Icons, for the sign-in too.
    "wagtailadmin_sprite": ANYONE,
    "wagtailadmin_error_test": SYSTEM,
    "wagtailadmin_block_preview": STAFF,
    "wagtail.admin.views.home.default": STAFF,
    "django.views.generic.base.TemplateView": SYSTEM,
    "wagtailadmin_editing_sessions:ping": AddressRule(Who.STAFF, edited_object),
    "wagtailadmin_editing_sessions:release": STAFF,
    "wagtail_bulk_action": AddressRule(Who.STAFF, bulk_objects, may_use, proof=is_about_accounts),
    "wagtailembeds:*": STAFF,
}

PAGES = {
    "wagtailadmin_explore_root": STAFF,
    "wagtailadmin_explore": explored("parent_page_id"),
    "wagtailadmin_explore_results": explored("parent_page_id"),
    "wagtailadmin_pages:search": STAFF,
    "wagtailadmin_pages:search_results": STAFF,
    "wagtailadmin_pages:type_use": STAFF,
    "wagtailadmin_pages:type_use_results": STAFF,
    "wagtailadmin_pages:choose_parent": AddressRule(
        Who.STAFF, and_sent(None, page_model, "parent_page"), may_write_below
    ),
    "wagtailadmin_pages:add": writing("parent_page_id"),
    "wagtailadmin_pages:preview_on_add": writing("parent_page_id"),
    "wagtailadmin_pages:add_subpage": writing("parent_page_id"),
    "wagtailadmin_pages:usage": page("page_id"),
    "wagtailadmin_pages:edit": page("page_id"),
    "wagtailadmin_pages:preview_on_edit": page("page_id"),
    "wagtailadmin_pages:view_draft": page("page_id"),
    "wagtailadmin_pages:delete": page("page_id"),
    "wagtailadmin_pages:unpublish": page("page_id"),
    "wagtailadmin_pages:convert_alias": page("page_id"),
    "wagtailadmin_pages:move": AddressRule(
        Who.STAFF,
        and_sent(in_address(page_model, "page_to_move_id"), page_model, "new_parent_page"),
    ),
    "wagtailadmin_pages:move_confirm": page("page_to_move_id", "destination_id"),
    "wagtailadmin_pages:set_page_position": page("page_to_move_id"),
    "wagtailadmin_pages:copy": AddressRule(
        Who.STAFF, and_sent(in_address(page_model, "page_id"), page_model, "new_parent_page")
    ),
    "wagtailadmin_pages:workflow_action": page("page_id"),
    "wagtailadmin_pages:collect_workflow_action_data": page("page_id"),
    "wagtailadmin_pages:confirm_workflow_cancellation": page("page_id"),
    "wagtailadmin_pages:workflow_preview": AddressRule(Who.STAFF, page_and_task),
    # Its form lists every group, and with them every unit and role.
    "wagtailadmin_pages:set_privacy": page("page_id", who=Who.BOARD),
    "wagtailadmin_pages:lock": page("page_id"),
    "wagtailadmin_pages:unlock": page("page_id"),
    "wagtailadmin_pages:revisions_index": page("page_id"),
    "wagtailadmin_pages:revisions_view": page("page_id"),
    "wagtailadmin_pages:revisions_revert": page("page_id"),
    "wagtailadmin_pages:revisions_unschedule": page("page_id"),
    "wagtailadmin_pages:revisions_compare": page(0),
    "wagtailadmin_pages:workflow_history": page("page_id"),
    "wagtailadmin_pages:workflow_history_detail": page("page_id"),
    "wagtailadmin_pages:history": page("page_id"),
    "wagtailadmin_pages:history_results": page("page_id"),
}

CHOOSERS = {
    "wagtailadmin_choose_page": AddressRule(Who.STAFF, view=f"{_VIEWS}.pages.ScopedBrowseView"),
    "wagtailadmin_choose_page_child": AddressRule(
        Who.STAFF,
        explored("parent_page_id").named,
        explored("parent_page_id").sight,
        view=f"{_VIEWS}.pages.ScopedBrowseView",
    ),
    "wagtailadmin_choose_page_search": STAFF,
    "wagtailadmin_choose_page_chosen_multiple": AddressRule(
        Who.STAFF, and_sent(None, page_model, "id"), explored("id").sight
    ),
    "wagtailadmin_choose_page_external_link": AddressRule(
        Who.STAFF, view=f"{_VIEWS}.pages.ScopedExternalLinkView"
    ),
    "wagtailadmin_choose_page_email_link": STAFF,
    "wagtailadmin_choose_page_phone_link": STAFF,
    "wagtailadmin_choose_page_anchor_link": STAFF,
    "wagtailadmin_tag_autocomplete": AddressRule(Who.STAFF, view=f"{_VIEWS}.tags.autocomplete"),
    "wagtailadmin_tag_model_autocomplete": AddressRule(
        Who.STAFF, view=f"{_VIEWS}.tags.autocomplete"
    ),
    "wagtaildocs_chooser:choose": STAFF,
    "wagtaildocs_chooser:choose_results": STAFF,
    "wagtaildocs_chooser:chosen": usable_document("pk"),
    "wagtaildocs_chooser:chosen_multiple": AddressRule(
        Who.STAFF, and_sent(None, get_document_model, "id"), may_use
    ),
    "wagtaildocs_chooser:create": STAFF,
    "wagtailimages_chooser:choose": AddressRule(
        Who.STAFF, view=f"{_VIEWS}.files.ScopedImageChooseView"
    ),
    "wagtailimages_chooser:choose_results": STAFF,
    "wagtailimages_chooser:chosen": usable_image("pk"),
    "wagtailimages_chooser:chosen_multiple": AddressRule(
        Who.STAFF, and_sent(None, get_image_model, "id"), may_use
    ),
    "wagtailimages_chooser:create": STAFF,
    "wagtailimages_chooser:select_format": usable_image("image_id"),
}

FILES = {
    "wagtailimages:index": AddressRule(Who.STAFF, view=f"{_VIEWS}.files.ScopedImageIndexView"),
    "wagtailimages:index_results": AddressRule(
        Who.STAFF, view=f"{_VIEWS}.files.ScopedImageIndexView"
    ),
    "wagtailimages:add": STAFF,
    "wagtailimages:edit": image("image_id"),
    "wagtailimages:delete": image("image_id"),
    "wagtailimages:url_generator": image("image_id"),
    "wagtailimages:url_generator_output": image("image_id"),
    "wagtailimages:preview": image("image_id"),
    "wagtailimages:image_usage": image("image_id"),
    "wagtailimages:add_multiple": STAFF,
    "wagtailimages:edit_multiple": image("image_id"),
    "wagtailimages:delete_multiple": image("image_id"),
    # Wagtail lets in only who uploaded the file.
    "wagtailimages:create_multiple_from_uploaded_image": STAFF,
    "wagtailimages:delete_upload_multiple": STAFF,
    "wagtaildocs:index": AddressRule(Who.STAFF, view=f"{_VIEWS}.files.ScopedDocumentIndexView"),
    "wagtaildocs:index_results": AddressRule(
        Who.STAFF, view=f"{_VIEWS}.files.ScopedDocumentIndexView"
    ),
    "wagtaildocs:add": STAFF,
    "wagtaildocs:edit": document("document_id"),
    "wagtaildocs:delete": document("document_id"),
    "wagtaildocs:document_usage": document("document_id"),
    "wagtaildocs:add_multiple": STAFF,
    "wagtaildocs:edit_multiple": document("doc_id"),
    "wagtaildocs:delete_multiple": document("doc_id"),
    "wagtaildocs:create_multiple_from_uploaded_document": STAFF,
    "wagtaildocs:delete_upload_multiple": STAFF,
    "wagtailadmin_collections:*": BOARD,
}

INTERFACE = {
    "wagtailadmin_api:pages:listing": STAFF,
    "wagtailadmin_api:pages:detail": explored("pk"),
    "wagtailadmin_api:pages:find": STAFF,
    # Nothing of the administration's own screens uses them.
    "wagtailadmin_api:pages:action": BOARD,
    "wagtailadmin_api:images:listing": STAFF,
    "wagtailadmin_api:images:detail": usable_image("pk"),
    "wagtailadmin_api:images:find": STAFF,
    "wagtailadmin_api:documents:listing": STAFF,
    "wagtailadmin_api:documents:detail": usable_document("pk"),
    "wagtailadmin_api:documents:find": STAFF,
}

REGISTERS = {
    f"*{OF_REGISTERS}*": AddressRule(Who.STAFF, register_row, may_use),
    "wagtailsnippets:index": STAFF,
    "wagtailsnippets_*": AddressRule(Who.STAFF, register_row, may_use),
    "wagtailsnippetchoosers_*": AddressRule(Who.STAFF, register_row, may_use),
}

# Rows, filters and counts of these span all units.
WHOLE_PORTAL = {
    "wagtailadmin_reports:*": BOARD,
    "wagtailadmin_workflows:*": BOARD,
    "wagtailredirects:*": BOARD,
    "wagtailredirects:start_import": AddressRule(
        Who.BOARD, view=f"{_VIEWS}.redirect_files.start_import"
    ),
    "wagtailsettings:*": BOARD,
    "wagtailsites:*": SYSTEM,
    "wagtailusers_users:*": SYSTEM,
    # The old address is told of a new one.
    "wagtailusers_users:edit": AddressRule(Who.SYSTEM, limit=MAILS),
    "wagtailusers_groups:*": SYSTEM,
}

RULES: dict[str, AddressRule] = {
    **BELOW,
    **SIGN_IN,
    **FRAME,
    **PAGES,
    **CHOOSERS,
    **FILES,
    **INTERFACE,
    **REGISTERS,
    **WHOLE_PORTAL,
}
