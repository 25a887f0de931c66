"""One's own account: name, address, settings, where one is signed in."""

from typing import Any

from allauth.account.views import PasswordChangeView
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, ThemeSettingsPanel
from wagtail.users.models import UserProfile

from portal.seam.lazy_users import unwrapped
from portal.users import mail_change, second_factor, sessions
from portal.users.account_forms import MailForm, NameForm
from portal.users.events import Action, announce
from portal.users.proof import proof_required, typed_before


class ChangeOwnPasswordView(PasswordChangeView):
    """allauth's, which would show its empty form again and say nothing."""

    success_url = reverse_lazy("wagtailadmin_account")

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        messages.success(
            self.request, _("Đã đổi mật khẩu. Những nơi khác đang đăng nhập đã bị đăng xuất.")
        )
        return response


@method_decorator([never_cache, require_admin_access], name="dispatch")
class OwnAccountView(AccountView):
    """In the place of Wagtail's, which sets name and address without asking anything.

    Rooms above add panels by Wagtail's hook `register_account_settings_panel`. Pictures of people, and
    mails that nobody sends, are not offered.
    """

    template_name = "users/account/account.html"
    page_title = gettext_lazy("Tài khoản của tôi")

    def get_panels(self) -> list[Any]:
        user = self.request.user
        profile = UserProfile.get_for_user(user)
        panels = [ThemeSettingsPanel(self.request, user, profile)]
        for make in hooks.get_hooks("register_account_settings_panel"):
            panels.append(make(self.request, user, profile))
        return sorted(panels, key=lambda panel: panel.order)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = unwrapped(self.request.user)
        return {
            **super().get_context_data(**kwargs),
            "panels": self.get_panels(),
            "waiting": mail_change.waiting_change(user),
            "places": sessions.places_of(user, self.request),
            "has_second_factor": second_factor.has_second_factor(user),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        forms = [panel.get_form() for panel in self.get_panels()]
        if not all(form.is_valid() for form in forms):
            return TemplateResponse(request, self.template_name, self.get_context_data())
        with transaction.atomic():
            for form in forms:
                form.save()
        messages.success(request, _("Đã lưu cài đặt."))
        return redirect("wagtailadmin_account")


@never_cache
@require_http_methods(["GET", "POST"])
@require_admin_access
@proof_required
def own_name(request: HttpRequest) -> HttpResponse:
    user = unwrapped(request.user)
    old = user.full_name
    form = NameForm(request.POST or None, instance=user, initial=typed_before(request))
    if request.method == "POST" and form.is_valid():
        form.save()
        if user.full_name != old:
            announce(
                Action.NAME_CHANGED,
                actor=user,
                account=user,
                request=request,
                old=old,
                new=user.full_name,
            )
        messages.success(request, _("Đã đổi họ và tên."))
        return redirect("wagtailadmin_account")
    return TemplateResponse(request, "users/account/name.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
@require_admin_access
@proof_required
def own_mail(request: HttpRequest) -> HttpResponse:
    user = unwrapped(request.user)
    form = MailForm(request.POST or None, initial=typed_before(request))
    if request.method == "POST" and form.is_valid():
        try:
            change = mail_change.ask(user, form.cleaned_data["email"], request)
        except ValidationError as refused:
            form.add_error("email", refused)
        else:
            words = _("Đã gửi liên kết xác nhận tới %s. Địa chỉ chỉ đổi khi bạn mở liên kết đó.")
            messages.success(request, words % change.new_email)
            return redirect("wagtailadmin_account")
    return TemplateResponse(request, "users/account/mail.html", {"form": form, "account": user})


@never_cache
@require_http_methods(["GET", "POST"])
@require_admin_access
def confirm_mail(request: HttpRequest, token: str) -> HttpResponse:
    """The link at the new address. Opening it changes nothing: mail programs open links by themselves."""
    user = unwrapped(request.user)
    change = mail_change.change_to_confirm(token, user)
    error = ""
    if change is not None and request.method == "POST":
        try:
            mail_change.confirm(change, user, request)
        except ValidationError as refused:
            error = " ".join(refused.messages)
        else:
            messages.success(request, _("Địa chỉ thư của bạn bây giờ là %s.") % change.new_email)
            return redirect("wagtailadmin_account")
    context = {"change": change, "error": error}
    status = 200 if change is not None else 410
    return TemplateResponse(request, "users/account/confirm.html", context, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
def undo_mail(request: HttpRequest, token: str) -> HttpResponse:
    """The link at the old address, for whoever reads that mailbox, signed in or not."""
    change = mail_change.change_to_undo(token)
    error, is_done = "", False
    if change is not None and request.method == "POST":
        try:
            mail_change.undo(change, request)
        except ValidationError as refused:
            error = " ".join(refused.messages)
        else:
            is_done = True
    context = {"change": change, "error": error, "is_done": is_done}
    status = 200 if change is not None else 410
    return TemplateResponse(request, "users/account/undo.html", context, status=status)


@never_cache
@require_POST
@require_admin_access
def end_sessions(request: HttpRequest) -> HttpResponseBase:
    """Everywhere, here too: who is in doubt need not find out which of them is a stranger's."""
    user = unwrapped(request.user)
    user.end_sessions()
    user.save(update_fields=["session_stamp"])
    announce(Action.SESSIONS_ENDED, actor=user, account=user, request=request)
    logout(request)
    messages.success(request, _("Đã đăng xuất ở mọi nơi. Hãy đăng nhập lại."))
    return redirect("account_login")
