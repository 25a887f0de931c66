"""The steps from a file to a draft, at one address: choose it, see what was understood, confirm.

A room says what it reads and makes; who may come here, what Wagtail's hooks answer, and what happens to a
file that is not taken or no longer kept is the same for all. Nothing is saved before the last step.
"""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views import View
from django_stubs_ext import StrOrPromise
from wagtail.models import Page

from portal.core.editing import answer_after_creating, stopped_before_creating
from portal.core.error_views import permission_denied
from portal.core.intake.parcels import Gone, Owner
from portal.core.intake.refusals import FileRefused, ReadingStopped

Index = TypeVar("Index", bound=Page)


class FileImport(View, Generic[Index]):
    """`index` is the page below which drafts are made; a form with `kept_field` is that of the last step."""

    http_method_names = ["get", "post"]
    index_type: type[Index]
    page_type: ClassVar[type[Page]]
    address_name: ClassVar[str]
    upload_form: ClassVar[type[forms.Form]]
    upload_template: ClassVar[str]
    kept_field: ClassVar[str] = "token"
    gone: ClassVar[StrOrPromise]

    index: Index
    user: Any
    owner: Owner

    def may_import(self) -> bool:
        raise NotImplementedError

    def receive(self, form: Any) -> HttpResponseBase:
        """Read the upload and show the preview. Raises FileRefused."""
        raise NotImplementedError

    def confirm(self, token: str) -> HttpResponseBase:
        """Look at what was kept again, then save, or show the preview with what to mend. Raises Gone."""
        raise NotImplementedError

    def field_of(self, refusal: FileRefused) -> str:
        """The field of the upload form beside which the person reads why."""
        return "file"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.index = get_object_or_404(self.index_type, pk=kwargs["index_id"])
        self.user = request.user
        self.owner = Owner(self.user.pk, self.index.pk)
        if not self.may_import():
            return permission_denied(request)
        answer = stopped_before_creating(request, self.index, self.page_type)
        return super().dispatch(request, *args, **kwargs) if answer is None else answer

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        return self.show_upload(self.upload_form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if self.kept_field in request.POST:
            return self._confirmed(request.POST[self.kept_field])
        form = self.upload_form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show_upload(form, 422)
        try:
            return self.receive(form)
        except FileRefused as refusal:
            form.add_error(self.field_of(refusal), str(refusal))
            return self.show_upload(form, 422)

    def _confirmed(self, token: str) -> HttpResponseBase:
        try:
            return self.confirm(token)
        except ReadingStopped as stopped:
            reason = str(stopped)
        except (Gone, FileRefused):
            # It was read before: what is refused now is no longer what was kept.
            reason = str(self.gone)
        messages.error(self.request, reason)
        return redirect(self.address_name, self.index.pk)

    def show_upload(self, form: forms.Form, status: int = 200) -> HttpResponse:
        return self.shown(self.upload_template, {"form": form}, status)

    def shown(self, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        context = {"index": self.index, **context}
        return TemplateResponse(self.request, template, context, status=status)

    def finish(self, page: Page, text: str) -> HttpResponseBase:
        """A draft was made: other rooms hear of it as if the editor had made it, then the editor opens."""
        answer = answer_after_creating(self.request, page)
        return self.opened(page, text) if answer is None else answer

    def opened(self, page: Page, text: str) -> HttpResponse:
        messages.success(self.request, text)
        return redirect("wagtailadmin_pages:edit", page.pk)
