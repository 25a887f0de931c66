"""A document that moves belongs to another register, where it may stand only once, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.registry.forms import twin_message
from home.registry.models import OfficialDocumentPage

Key = tuple[str, str, int]


def refuse_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Back to the choice of a place, with the reason, when the register there has the document."""
    return _refused(request, [page], destination)


def refuse_bulk_move(
    request: HttpRequest, action_type: str, pages: Sequence[Any], action: Any
) -> HttpResponse | None:
    if action_type != "move":
        return None
    return _refused(request, pages, action.cleaned_form.cleaned_data["chooser"])


def before_move(
    sender: Any, instance: Page, parent_page_before: Page, parent_page_after: Page, **_kwargs: Any
) -> None:
    """Whatever screen or program moves it. Raises ValidationError."""
    document = _document(instance)
    if document is not None and parent_page_before.pk != parent_page_after.pk:
        reason = next(_reasons([document], parent_page_after), None)
        if reason is not None:
            raise ValidationError(reason)


def after_move(sender: Any, instance: Page, parent_page_after: Page, **_kwargs: Any) -> None:
    """Moving changes the path alone; the register follows from it."""
    OfficialDocumentPage.objects.filter(pk=instance.pk).update(register=parent_page_after.pk)


def _refused(request: HttpRequest, pages: Sequence[Page], destination: Page) -> HttpResponse | None:
    documents = [document for page in pages if (document := _document(page)) is not None]
    reasons = list(_reasons(documents, destination))
    for reason in reasons:
        messages.error(request, _("Chưa di chuyển văn bản nào. %(reason)s") % {"reason": reason})
    if not reasons:
        return None
    return redirect("wagtailadmin_explore", documents[0].get_parent().pk)


def _document(page: Page) -> OfficialDocumentPage | None:
    found = page.specific
    return found if isinstance(found, OfficialDocumentPage) else None


def _reasons(documents: Sequence[OfficialDocumentPage], destination: Page) -> Iterator[str]:
    """Why documents cannot stand in a register together with what is there, or with each other."""
    together: dict[Key, OfficialDocumentPage] = {}
    for document in documents:
        for key in _keys(document):
            found = OfficialDocumentPage.objects.twin_in(destination, key, document.pk)
            if found is None and (other := together.get(key)) is not None:
                found = other, not other.live
            if found is not None:
                yield str(twin_message(*found).messages[0])
                break
        together |= dict.fromkeys(_keys(document), document)


def _keys(document: OfficialDocumentPage) -> list[Key]:
    """Of the document as it is published, and as its draft has it."""
    draft: Any = document.get_latest_revision_as_object()
    return [key for key in dict.fromkeys((document.key, draft.key)) if key[0]]
