"""From a Word file to a draft: choose a file, see what was understood, confirm."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from home.news.models import NewsIndexPage, NewsPage
from home.news.word_import import Gone, Item, claim, collection_for, create_draft, fetch, keep
from home.news.word_import_forms import ConfirmForm, UploadForm
from portal.core.error_views import permission_denied
from portal.core.text import looks_like_filename
from portal.core.word import (
    PictureSlot,
    WordDocument,
    WordFileError,
    read_docx,
    sentence,
    thumbnail,
    understand,
)
from portal.core.word.archive import MAX_FILE, MEGABYTE
from portal.users.models import User
from units.scope.rows import may_see

_UPLOAD, _PREVIEW = "news/admin/word_upload.html", "news/admin/word_preview.html"


def may_import(user: User, index: NewsIndexPage) -> bool:
    """Who may add a page under this index of his own unit."""
    if not may_see(user, index) or not index.permissions_for_user(user).can_add_subpage():
        return False
    return NewsPage.can_create_at(index)


def word_button(page: Page, user: User, view_name: str, **kwargs: Any) -> Iterator[Button]:
    """In the head of a news index in the explorer."""
    if view_name != "index" or page.specific_class is not NewsIndexPage:
        return
    index = page.specific_deferred
    if may_import(user, index):
        address = reverse("news_word_import", args=[index.pk])
        yield Button(_("Tạo tin từ tệp Word"), address, icon_name="doc-full-inverse", priority=12)


@require_http_methods(["GET", "POST"])
def word_import(request: HttpRequest, index_id: int) -> HttpResponse:
    """One address for three steps; nothing is saved before the last."""
    index = get_object_or_404(NewsIndexPage, pk=index_id)
    user: User = request.user  # type: ignore[assignment]
    if not may_import(user, index):
        return permission_denied(request)
    for hook in hooks.get_hooks("before_create_page"):
        answer = hook(request, index, NewsPage)
        if hasattr(answer, "status_code"):
            return answer
    if request.method == "GET":
        return _show_upload(request, index, UploadForm())
    if "token" in request.POST:
        return _confirm(request, index)
    return _upload(request, index)


def _show_upload(
    request: HttpRequest, index: NewsIndexPage, form: UploadForm, status: int = 200
) -> HttpResponse:
    return TemplateResponse(request, _UPLOAD, {"index": index, "form": form}, status=status)


def _upload(request: HttpRequest, index: NewsIndexPage) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show_upload(request, index, form, 422)
    try:
        upload = form.cleaned_data["file"]
        if upload.size > MAX_FILE:  # before it is read into memory
            raise WordFileError("too_large", limit=MAX_FILE // MEGABYTE)
        data = upload.read()
        document = read_docx(data, convert=None)
    except WordFileError as error:
        form.add_error("file", str(error))
        return _show_upload(request, index, form, 422)
    user: User = request.user  # type: ignore[assignment]
    story = understand(document.cleaned)
    slots = _slots(document)
    initial: dict[str, Any] = {"title": story.title, "lead": story.lead, "author": story.author}
    initial |= {f"alt_{n}": _first_alt(slot) for n, slot in slots.items()}
    initial["token"] = keep(data, user, index)
    passages = document.cleaned.passages
    initial["convert"] = [str(passage.number) for passage in passages]
    confirm = ConfirmForm(initial=initial, pictures=list(slots), passages=len(passages))
    return _show_preview(request, index, document, confirm)


def _confirm(request: HttpRequest, index: NewsIndexPage) -> HttpResponse:
    user: User = request.user  # type: ignore[assignment]
    token = request.POST["token"]
    try:
        data = fetch(token, user, index)
        document = read_docx(data, convert=None)
        form = ConfirmForm(
            request.POST,
            pictures=list(_slots(document)),
            passages=len(document.cleaned.passages),
        )
        if not form.is_valid():
            return _show_preview(request, index, document, form, 422)
        claim(token, user, index)
    except (Gone, WordFileError):
        messages.error(
            request, _("Tệp không còn được giữ (quá 2 giờ hoặc đã tạo tin). Hãy chọn lại tệp.")
        )
        return redirect("news_word_import", index.pk)
    return _create(request, index, data, form)


def _create(
    request: HttpRequest, index: NewsIndexPage, data: bytes, form: ConfirmForm
) -> HttpResponse:
    user: User = request.user  # type: ignore[assignment]
    document = read_docx(data, convert=form.chosen)
    values = form.cleaned_data
    item = Item(
        title=values["title"],
        lead=values["lead"],
        author=values["author"],
        blocks=understand(document.cleaned).blocks,
        pictures=document.pictures,
        alts=form.alts,
    )
    page = create_draft(item, index, user, collection_for(user, index))
    for hook in hooks.get_hooks("after_create_page"):
        answer = hook(request, page)
        if hasattr(answer, "status_code"):
            return answer
    messages.success(
        request,
        _("Đã tạo bản nháp “%s” từ tệp Word. Hãy chọn chủ đề, đọc lại rồi gửi duyệt.") % page.title,
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def _slots(document: WordDocument) -> dict[int, PictureSlot]:
    slots = [block for block in document.cleaned.blocks if isinstance(block, PictureSlot)]
    return {slot.number: slot for slot in slots if slot.number is not None}


def _first_alt(slot: PictureSlot) -> str:
    """What Word calls the picture, unless that is a file's name; Word's own guesses are English."""
    return "" if looks_like_filename(slot.alt) else slot.alt[:255]


def _show_preview(
    request: HttpRequest,
    index: NewsIndexPage,
    document: WordDocument,
    form: ConfirmForm,
    status: int = 200,
) -> HttpResponse:
    user: User = request.user  # type: ignore[assignment]
    story = understand(document.cleaned)
    slots = _slots(document)
    can_keep_pictures = not slots or collection_for(user, index) is not None
    notes = [sentence(key, count) for key, count in sorted(document.cleaned.dropped.items())]
    if not can_keep_pictures:
        notes.append(_("Bạn chưa được tải ảnh vào kho của đơn vị này: tin được tạo không kèm ảnh."))
    if not story.lead:
        notes.append(_("Chưa thấy lời dẫn (sapô) trong tệp: hãy viết một, hai câu ở trên."))
    chosen = set(form["convert"].value() or [])
    context = {
        "index": index,
        "form": form,
        "blocks": [_shown(block, document, form) for block in story.blocks],
        "passages": [(p, str(p.number) in chosen) for p in document.cleaned.passages],
        "notes": notes,
    }
    return TemplateResponse(request, _PREVIEW, context, status=status)


def _shown(block: Any, document: WordDocument, form: ConfirmForm) -> dict[str, Any]:
    """A block for the preview. Its HTML was written by `portal.core.word`, never taken over."""
    kind = type(block).__name__.lower()
    shown = {"kind": kind, "block": block}
    if isinstance(block, PictureSlot) and block.number in document.pictures:
        small = b64encode(thumbnail(document.pictures[block.number])).decode()
        shown |= {
            "picture": f"data:image/jpeg;base64,{small}",
            "field": form[f"alt_{block.number}"],
        }
    return shown
