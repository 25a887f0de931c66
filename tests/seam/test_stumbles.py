"""Views of the libraries that still stumble over what was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch
from urllib.parse import urlparse, urlsplit

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import resolve
from wagtail.coreutils import resolve_model_string

from portal.seam.stumbles import (
    asked_for,
    is_broken_address,
    looked_for_missing_field,
    named_as_model,
    stumbled_in_stock_view,
    took_missing_field,
)
from tests.factories import Portal, make_user
from units.models import Unit

# Each of these is a fault of the server without the portal. One that is not any more goes from this list;
# when the list is empty, the module and portal/core/malformed.py can go.
STUMBLING: list[tuple[str, str, dict[str, str]]] = [
    ("get", "/admin/api/main/pages/find/", {"id": "abc"}),
    ("get", "/admin/choose-email-link/", {"parent_page_id": "abc"}),
    ("get", "/admin/choose-external-link/", {"parent_page_id": "abc"}),
    ("post", "/admin/choose-external-link/", {}),
    ("get", "/admin/reception/receptionday/", {"unit": "abc"}),
    ("post", "/admin/redirects/import/process/", {}),
    ("get", "/admin/workflows/task_chooser/", {"create_model": "khong-co"}),
    ("get", "/admin/workflows/task_chooser/", {"create_model": "khong.co"}),
    ("post", "/admin/redirects/add/", {"old_path": "http://[", "site": "", "is_permanent": "on"}),
]


@pytest.mark.parametrize(("method", "path", "sent"), STUMBLING)
def test_they_still_stumble(portal: Portal, method: str, path: str, sent: dict[str, str]) -> None:
    client = Client(headers={"host": "localhost"}, raise_request_exception=False)
    client.force_login(make_user())
    with (
        patch("portal.core.malformed.answer_to", return_value=None),
        patch("units.isolation.guard.answer_to", return_value=None),
    ):
        assert getattr(client, method)(path, sent).status_code == 500


def caught(broken: Callable[[], Any]) -> Exception:
    with pytest.raises(Exception) as raised:  # noqa: PT011 (whatever it raises)
        broken()
    return raised.value


def request_to(path: str) -> HttpRequest:
    request = RequestFactory().get(path)
    request.resolver_match = resolve(path)
    return request


def test_where_no_frame_tells_the_address_decides() -> None:
    """An answer is rendered after its view has returned."""
    error = caught(lambda: int("x"))
    assert stumbled_in_stock_view(request_to("/admin/"), error)
    assert not stumbled_in_stock_view(request_to("/admin/thanh-vien/moi/"), error)


def test_a_widget_that_reads_what_was_sent_is_as_good_as_a_view() -> None:
    """`MultiWidget` and blocks hand on to other widgets; in a form of ours, too."""

    class Trusting(forms.Widget):
        def value_from_datadict(self, data: Any, files: Any, name: str) -> int:
            return int(data[name])

    widget = forms.MultiWidget([Trusting()])
    error = caught(lambda: widget.value_from_datadict({"a_0": "x"}, {}, "a"))
    assert stumbled_in_stock_view(request_to("/admin/thanh-vien/moi/"), error)


@pytest.mark.django_db
def test_a_row_and_a_page_tell_by_what_they_were_asked_for() -> None:
    assert asked_for(caught(lambda: Unit.objects.get(pk="77", slug="x"))) == {"77", "x"}
    assert asked_for(caught(lambda: Paginator([1], 1).page("9"))) == {"9"}
    assert asked_for(caught(lambda: Unit.objects.filter(pk="77").get())) == set()
    assert asked_for(Unit.DoesNotExist()) == set()


class TrustingForm(forms.Form):
    name = forms.CharField()

    def clean(self) -> dict[str, Any]:
        return {"name": self.cleaned_data["name"], "other": self.cleaned_data["other"]}


def test_a_form_that_takes_a_field_for_granted() -> None:
    for sent, missing in (({}, True), ({"name": "x"}, False)):
        error = caught(TrustingForm(sent).is_valid)
        assert isinstance(error, KeyError)
        assert looked_for_missing_field(error) is missing
    assert not looked_for_missing_field(KeyError("name"))


class Trusting(forms.CharField):
    def to_python(self, value: Any) -> str:
        return value.strip().encode()


class TrustingFieldForm(forms.Form):
    name = Trusting(required=False)
    other = Trusting(required=False, widget=forms.CheckboxInput())


def test_a_field_that_takes_for_granted_that_it_was_sent() -> None:
    assert took_missing_field(caught(TrustingFieldForm({}).is_valid))
    # What is never left out by a browser breaks off over what it is, and so does code without a form.
    assert not took_missing_field(caught(TrustingFieldForm({"name": "x"}).is_valid))
    assert not took_missing_field(caught(lambda: Trusting().clean(None)))
    assert not took_missing_field(ValueError("x"))


@pytest.mark.parametrize("split", [urlsplit, urlparse])
@pytest.mark.parametrize("url", ["http://[", "//[", "http://ke-la℀"])
def test_an_address_that_cannot_be_taken_apart(split: Callable[[str], Any], url: str) -> None:
    error = caught(lambda: split(url))
    assert is_broken_address(error, ["x", url])
    assert not is_broken_address(error, ["x", ""])
    assert not is_broken_address(ValueError("Invalid IPv6 URL"), [url])


def test_a_model_that_is_none() -> None:
    for name in ("khong-co", "khong.co", "users.khong"):
        assert named_as_model(caught(lambda name=name: resolve_model_string(name))) == {name}
    assert named_as_model(caught(lambda: int("khong-co"))) == set()
