"""Forms of models fill their row in one private step after `clean()`."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms

from home.news.models import Topic
from portal.seam.form_checks import ChecksFilledRow, LeavesRowAlone

pytestmark = pytest.mark.django_db
SENT = {"name": "Tin hoạt động", "slug": "tin-hoat-dong"}


class StockForm(forms.ModelForm):
    """Where Django's own `clean` stands, and when the row is filled."""

    class Meta:
        model = Topic
        fields = ("name", "slug")

    def clean(self) -> dict[str, Any] | None:
        self.seen_in_clean = self.instance.name
        return super().clean()


class CheckingForm(ChecksFilledRow, StockForm):
    def check_filled_row(self) -> None:
        self.seen_in_check = self.instance.name
        self.add_error("name", "Chưa được.")


class DistantForm(LeavesRowAlone, StockForm):
    def check_instead(self) -> None:
        self.add_error(None, "Đã hỏi.")


def test_django_fills_the_row_after_clean() -> None:
    """When this fails, `clean()` can do what the seam does."""
    form = StockForm(SENT)
    assert form.is_valid()
    assert form.seen_in_clean == ""
    assert form.instance.name == SENT["name"]


def test_the_check_sees_the_filled_row() -> None:
    form = CheckingForm(SENT)
    assert not form.is_valid()
    assert form.seen_in_check == SENT["name"]
    assert form.errors["name"] == ["Chưa được."]


def test_the_row_is_left_alone() -> None:
    form = DistantForm(SENT)
    assert form.non_field_errors() == ["Đã hỏi."]
    assert form.instance.name == ""
