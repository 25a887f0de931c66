"""From a Word file to a draft: choose a file, see what was understood, confirm."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import Button
from wagtail.models import Page

from home.news.models import NewsIndexPage, NewsPage
from home.news.word_import import SHELF, ConfirmedItem, collection_for, create_draft
from home.news.word_import_forms import ConfirmForm, UploadForm
from portal.core.intake.apart import read_apart
from portal.core.intake.refusals import refuse_larger
from portal.core.intake.screens import FileImport
from portal.core.text import looks_like_filename
from portal.core.word import (
    PictureSlot,
    Story,
    WordDocument,
    WordFileError,
    read_docx,
    sentence,
    thumbnail,
    understand,
)
from portal.core.word.archive import MAX_FILE
from portal.users.models import User
from units.scope.rows import may_see


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


class WordImport(FileImport[NewsIndexPage]):
    """Title, lead and author are guessed, and may be put right in the preview."""

    index_type = NewsIndexPage
    page_type = NewsPage
    address_name = "news_word_import"
    upload_form = UploadForm
    upload_template = "news/admin/word_upload.html"
    gone = gettext_lazy("Tệp không còn được giữ (quá 2 giờ hoặc đã tạo tin). Hãy chọn lại tệp.")

    def may_import(self) -> bool:
        return may_import(self.user, self.index)

    def receive(self, form: UploadForm) -> HttpResponseBase:
        upload = form.cleaned_data["file"]
        refuse_larger(upload.size, MAX_FILE, WordFileError)
        document = read_apart(read_docx, upload.read(), convert=None)
        story = understand(document.cleaned)
        slots = _slots(document)
        passages = document.cleaned.passages
        initial: dict[str, Any] = {
            "token": SHELF.keep({"file": upload}, self.owner),
            "title": story.title,
            "lead": story.lead,
            "author": story.author,
            "convert": [str(passage.number) for passage in passages],
            **{f"alt_{number}": _first_alt(slot) for number, slot in slots.items()},
        }
        confirm = ConfirmForm(initial=initial, pictures=list(slots), passages=len(passages))
        return self.preview(document, confirm)

    def confirm(self, token: str) -> HttpResponseBase:
        with SHELF.look(token, self.owner) as parts:
            data = parts["file"].read()
        document = read_apart(read_docx, data, convert=None)
        passages = document.cleaned.passages
        form = ConfirmForm(
            self.request.POST, pictures=list(_slots(document)), passages=len(passages)
        )
        if not form.is_valid():
            return self.preview(document, form, 422)
        if passages:
            document = read_apart(read_docx, data, convert=form.chosen)
        with SHELF.take(token, self.owner):
            page = self._created(document, form)
        text = _("Đã tạo bản nháp “%s” từ tệp Word. Hãy chọn chủ đề, đọc lại rồi gửi duyệt.")
        return self.finish(page, text % page.title)

    def _created(self, document: WordDocument, form: ConfirmForm) -> NewsPage:
        item = ConfirmedItem(
            title=form.cleaned_data["title"],
            lead=form.cleaned_data["lead"],
            author=form.cleaned_data["author"],
            blocks=understand(document.cleaned).blocks,
            pictures=document.pictures,
            alts=form.alts,
        )
        return create_draft(item, self.index, self.user, collection_for(self.user, self.index))

    def preview(
        self, document: WordDocument, form: ConfirmForm, status: int = 200
    ) -> HttpResponseBase:
        story = understand(document.cleaned)
        chosen = set(form["convert"].value() or [])
        context = {
            "form": form,
            "blocks": [_shown(block, document, form) for block in story.blocks],
            "passages": [(p, str(p.number) in chosen) for p in document.cleaned.passages],
            "notes": self._notes(document, story),
        }
        return self.shown("news/admin/word_preview.html", context, status)

    def _notes(self, document: WordDocument, story: Story) -> list[str]:
        """What the person should know before confirming: what was left out, and what is missing."""
        notes = [sentence(key, count) for key, count in sorted(document.cleaned.dropped.items())]
        if _slots(document) and collection_for(self.user, self.index) is None:
            notes.append(
                _("Bạn chưa được tải ảnh vào kho của đơn vị này: tin được tạo không kèm ảnh.")
            )
        if not story.lead:
            notes.append(_("Chưa thấy lời dẫn (sapô) trong tệp: hãy viết một, hai câu ở trên."))
        return notes


def _slots(document: WordDocument) -> dict[int, PictureSlot]:
    slots = [block for block in document.cleaned.blocks if isinstance(block, PictureSlot)]
    return {slot.number: slot for slot in slots if slot.number is not None}


def _first_alt(slot: PictureSlot) -> str:
    """What Word calls the picture, unless that is a file's name; Word's own guesses are English."""
    return "" if looks_like_filename(slot.alt) else slot.alt[:255]


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
