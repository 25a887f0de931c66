"""Names of addresses are made as the seam takes them apart."""

from __future__ import annotations

from django.urls import get_resolver
from wagtail.snippets.models import get_snippet_models
from wagtail_modeladmin.helpers import AdminURLHelper

from home.laws.models import Law
from portal.seam.register_addresses import OF_REGISTERS, address_of_register, model_of_address
from units.models import Official


def test_registers() -> None:
    for action in ("index", "create", "edit", "delete"):
        name = AdminURLHelper(Official).get_action_url_name(action)
        assert model_of_address(name) is Official
        assert address_of_register(Official, action) == name


def test_snippets_and_their_choosers() -> None:
    assert Law in get_snippet_models()
    for model in get_snippet_models():
        viewset = model.snippet_viewset
        assert model_of_address(viewset.get_url_name("edit")) is model
        assert model_of_address(viewset.chooser_viewset.get_url_name("choose")) is model


def test_every_register_of_the_administration_is_known() -> None:
    names = [name for name in get_resolver().reverse_dict if isinstance(name, str)]
    registers = [name for name in names if OF_REGISTERS in name]
    assert registers
    assert [name for name in registers if model_of_address(name) is None] == []


def test_other_addresses_are_about_no_model() -> None:
    assert model_of_address("wagtailadmin_home") is None
