"""Wagtail's screens for accounts and groups: a form is shown to a system administrator who has just proved
who he is.

Whoever edits an account there gives it an address and a password; one's own is no exception.
"""

from typing import Any

from django.forms import ModelForm
from django.http import HttpResponse
from wagtail.users.views import groups
from wagtail.users.views.users import CreateView, DeleteView, EditView, UserViewSet

from portal.seam.lazy_users import unwrapped
from portal.users.account_forms import AccountForm, NewAccountForm
from portal.users.events import Action, announce
from portal.users.proof import ProofMixin


class NewAccountView(ProofMixin, CreateView):
    pass


class EditAccountView(ProofMixin, EditView):
    def form_valid(self, form: ModelForm) -> HttpResponse:
        response = super().form_valid(form)
        if form.cleaned_data.get("password1"):
            announce(
                Action.PASSWORD_CHANGED,
                actor=unwrapped(self.request.user),
                account=self.object,
                request=self.request,
            )
        return response


class DeleteAccountView(ProofMixin, DeleteView):
    pass


class NewGroupView(ProofMixin, groups.CreateView):
    pass


class EditGroupView(ProofMixin, groups.EditView):
    pass


class DeleteGroupView(ProofMixin, groups.DeleteView):
    pass


class RightsViewSet(groups.GroupViewSet):
    """Named by `portal.users.wagtail_users.AccountsConfig`: what a group may do is as good as an account."""

    add_view_class = NewGroupView
    edit_view_class = EditGroupView
    delete_view_class = DeleteGroupView


class AccountViewSet(UserViewSet):
    """Named by `portal.users.wagtail_users.AccountsConfig`."""

    add_view_class = NewAccountView
    edit_view_class = EditAccountView
    delete_view_class = DeleteAccountView
    create_template_name = "users/accounts/create.html"
    edit_template_name = "users/accounts/edit.html"
    # An account is one person's; Wagtail's copy would be another form that asks nothing.
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> Any:
        return AccountForm if for_update else NewAccountForm
