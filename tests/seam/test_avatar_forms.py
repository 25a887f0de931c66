"""Wagtail's account screen still makes the picture of an account small without looking at its size."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.users.models import UserProfile

from portal.media.avatars import CheckedAvatarForm
from tests.media import bombs


def sent(form: type[AvatarPreferencesForm], data: bytes, name: str) -> AvatarPreferencesForm:
    return form({}, {"avatar": SimpleUploadedFile(name, data)}, instance=UserProfile())


def test_stock_form_takes_any_picture_that_pillow_knows() -> None:
    """When this fails, Wagtail judges by itself and the module may go."""
    assert sent(AvatarPreferencesForm, bombs.saved("TIFF"), "anh.tiff").is_valid()


def test_ours_stands_in_its_place() -> None:
    assert AvatarSettingsPanel.form_class is CheckedAvatarForm


@pytest.mark.parametrize(
    ("name", "data"), [("anh.tiff", bombs.saved("TIFF")), ("anh.png", bombs.png(9000, 9000))]
)
def test_what_is_not_taken_is_named(name: str, data: bytes) -> None:
    form = sent(CheckedAvatarForm, data, name)
    assert not form.is_valid()
    assert name in form.errors["avatar"][0]


def test_a_photograph_becomes_small() -> None:
    form = sent(CheckedAvatarForm, bombs.png(1200, 600), "anh.png")
    assert form.is_valid()
    with Image.open(BytesIO(form.cleaned_data["avatar"].read())) as small:
        assert small.size == (400, 200)
