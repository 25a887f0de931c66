"""Every address of the administration, by name, and who may ask for it: the whole table.

A name that no line knows is closed to everybody but the board (`units.isolation.guard`), so a new screen
is open to units only by a line here. A star stands for any ending; an exact name goes before a star.
A completeness test walks all addresses and fails for one without a line.
"""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from units.isolation.access import (
    Rule,
    Who,
    and_sent,
    bulk_objects,
    document,
    edited_object,
    explored,
    image,
    in_address,
    page,
    page_and_task,
    page_model,
    register_row,
    usable_document,
    usable_image,
    writing,
)
from units.scope.sight import may_use, may_write_below

ANYONE, STAFF = Rule(Who.ANYONE), Rule(Who.STAFF)
BOARD, SYSTEM = Rule(Who.BOARD), Rule(Who.SYSTEM)
_VIEWS = "units.isolation"

SIGN_IN = {
    "portal.users.views.*": ANYONE,
    "account_*": ANYONE,
    "mfa_*": ANYONE,
    "session_state": ANYONE,
    "wagtailadmin_login": ANYONE,
    "wagtailadmin_password_reset*": ANYONE,
    "wagtailadmin_javascript_catalog": ANYONE,
    "wagtail_modeladmin:javascript_catalog": ANYONE,
}

FRAME = {
    "wagtailadmin_home": STAFF,
    "wagtailadmin_account": Rule(Who.STAFF, view="units.moderation.views.account.OwnAccountView"),
    "wagtailadmin_logout": ANYONE,
    "wagtailadmin_dismissibles": STAFF,
    # Icons, for the sign-in too.
    "wagtailadmin_sprite": ANYONE,
    "wagtailadmin_error_test": SYSTEM,
    "wagtailadmin_block_preview": STAFF,
    "wagtail.admin.views.home.default": STAFF,
    "django.views.generic.base.TemplateView": SYSTEM,
    "wagtailadmin_editing_sessions:ping": Rule(Who.STAFF, edited_object),
    "wagtailadmin_editing_sessions:release": STAFF,
    "wagtail_bulk_action": Rule(Who.STAFF, bulk_objects, may_use),
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
    "wagtailadmin_pages:choose_parent": Rule(
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
    "wagtailadmin_pages:move": Rule(
        Who.STAFF,
        and_sent(in_address(page_model, "page_to_move_id"), page_model, "new_parent_page"),
    ),
    "wagtailadmin_pages:move_confirm": page("page_to_move_id", "destination_id"),
    "wagtailadmin_pages:set_page_position": page("page_to_move_id"),
    "wagtailadmin_pages:copy": Rule(
        Who.STAFF, and_sent(in_address(page_model, "page_id"), page_model, "new_parent_page")
    ),
    "wagtailadmin_pages:workflow_action": page("page_id"),
    "wagtailadmin_pages:collect_workflow_action_data": page("page_id"),
    "wagtailadmin_pages:confirm_workflow_cancellation": page("page_id"),
    "wagtailadmin_pages:workflow_preview": Rule(Who.STAFF, page_and_task),
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
    "news_promote": BOARD,
    "news_word_import": writing("index_id"),
    "schedules_copy": page("index_id"),
    "registry_import": page("index_id"),
    # The view asks who answers for the page's unit.
    "legal_education_reviewed": page("page_id"),
    "schedules_import": page("index_id"),
    # Read what is sent, and no row.
    "schedules_check": STAFF,
    "schedules_paste": STAFF,
    # The papers of a contest; each view asks for the role in the quiz's unit.
    "quizzes_*": page("page_id"),
    # Cleans the text that is sent and reads no row.
    "word_paste": STAFF,
}

CHOOSERS = {
    "wagtailadmin_choose_page": Rule(Who.STAFF, view=f"{_VIEWS}.pages.ScopedBrowseView"),
    "wagtailadmin_choose_page_child": Rule(
        Who.STAFF,
        explored("parent_page_id").named,
        explored("parent_page_id").sight,
        view=f"{_VIEWS}.pages.ScopedBrowseView",
    ),
    "wagtailadmin_choose_page_search": STAFF,
    "wagtailadmin_choose_page_chosen_multiple": Rule(
        Who.STAFF, and_sent(None, page_model, "id"), explored("id").sight
    ),
    "wagtailadmin_choose_page_external_link": Rule(
        Who.STAFF, view=f"{_VIEWS}.pages.ScopedExternalLinkView"
    ),
    "wagtailadmin_choose_page_email_link": STAFF,
    "wagtailadmin_choose_page_phone_link": STAFF,
    "wagtailadmin_choose_page_anchor_link": STAFF,
    "wagtailadmin_tag_autocomplete": Rule(Who.STAFF, view=f"{_VIEWS}.tags.autocomplete"),
    "wagtailadmin_tag_model_autocomplete": Rule(Who.STAFF, view=f"{_VIEWS}.tags.autocomplete"),
    "wagtaildocs_chooser:choose": STAFF,
    "wagtaildocs_chooser:choose_results": STAFF,
    "wagtaildocs_chooser:chosen": usable_document("pk"),
    "wagtaildocs_chooser:chosen_multiple": Rule(
        Who.STAFF, and_sent(None, get_document_model, "id"), may_use
    ),
    "wagtaildocs_chooser:create": STAFF,
    "wagtailimages_chooser:choose": Rule(Who.STAFF, view=f"{_VIEWS}.files.ScopedImageChooseView"),
    "wagtailimages_chooser:choose_results": STAFF,
    "wagtailimages_chooser:chosen": usable_image("pk"),
    "wagtailimages_chooser:chosen_multiple": Rule(
        Who.STAFF, and_sent(None, get_image_model, "id"), may_use
    ),
    "wagtailimages_chooser:create": STAFF,
    "wagtailimages_chooser:select_format": usable_image("image_id"),
}

FILES = {
    "wagtailimages:index": Rule(Who.STAFF, view=f"{_VIEWS}.files.ScopedImageIndexView"),
    "wagtailimages:index_results": Rule(Who.STAFF, view=f"{_VIEWS}.files.ScopedImageIndexView"),
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
    "wagtaildocs:index": Rule(Who.STAFF, view=f"{_VIEWS}.files.ScopedDocumentIndexView"),
    "wagtaildocs:index_results": Rule(Who.STAFF, view=f"{_VIEWS}.files.ScopedDocumentIndexView"),
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
    "*_modeladmin_*": Rule(Who.STAFF, register_row, may_use),
    "wagtailsnippets:index": STAFF,
    "wagtailsnippets_*": Rule(Who.STAFF, register_row, may_use),
    "wagtailsnippetchoosers_*": Rule(Who.STAFF, register_row, may_use),
}

# Screens of our own; each view asks in which units the person may do what.
MEMBERS = {
    "members_*": STAFF,
    "invitation_*": STAFF,
    "invitation_accept": ANYONE,
}

# Each view asks whether the person decides the step, wrote the item, or may edit it.
MODERATION = {
    "moderation_*": STAFF,
    "moderation_exceptions": BOARD,
}

# Each view asks in which units the person makes and changes reception days.
RECEPTION = {
    "reception_*": STAFF,
}

# Rows, filters and counts of these span all units.
WHOLE_PORTAL = {
    "wagtailadmin_reports:*": BOARD,
    "wagtailadmin_workflows:*": BOARD,
    "wagtailredirects:*": BOARD,
    "wagtailsettings:*": BOARD,
    "security_log*": BOARD,
    "subsites_*": BOARD,
    "wagtailsites:*": SYSTEM,
    "wagtailusers_users:*": SYSTEM,
    "wagtailusers_groups:*": SYSTEM,
}

RULES: dict[str, Rule] = {
    **SIGN_IN,
    **FRAME,
    **PAGES,
    **CHOOSERS,
    **FILES,
    **INTERFACE,
    **REGISTERS,
    **MEMBERS,
    **MODERATION,
    **RECEPTION,
    **WHOLE_PORTAL,
}
