"""allauth takes the link of an account that is switched off."""

from __future__ import annotations

import pytest
from allauth.account.forms import UserTokenForm, default_token_generator
from allauth.account.utils import user_pk_to_url_str

from portal.users.forms import ResetTokenForm
from portal.users.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("form_class", "is_active", "taken"),
    [
        (ResetTokenForm, True, True),
        (ResetTokenForm, False, False),
        # When this one is refused, the module can go.
        (UserTokenForm, False, True),
    ],
)
def test_links(form_class: type[UserTokenForm], is_active: bool, taken: bool) -> None:
    user = User.objects.create(username="can-bo", email="a@b.vn", is_active=is_active)
    sent = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    assert form_class(sent).is_valid() is taken
