"""The table of what is planted is complete."""

from django.apps import apps
from django.db import connection

from tests.isolation.addresses import addresses, filled
from tests.isolation.conftest import Field
from tests.isolation.planting import EXEMPT, PLANTED, is_planted


def test_every_model_is_planted_or_has_a_reason():
    models = [model for model in apps.get_models() if not model._meta.abstract]
    unknown = {m._meta.label_lower for m in models if not is_planted(m)} - set(EXEMPT)
    assert unknown == set(), "add a line to PLANTED or, with a reason, to EXEMPT"


def test_the_table_names_models_that_exist_once():
    assert set(PLANTED) & set(EXEMPT) == set()
    # Wagtail's full text index on SQLite has a model that no other database has.
    elsewhere = set() if connection.vendor == "sqlite" else {"wagtailsearch.sqliteftsindexentry"}
    for label in {*PLANTED, *EXEMPT} - elsewhere:
        apps.get_model(label)


def test_every_planted_model_has_rows(field: Field):
    empty = {label for label in PLANTED if not apps.get_model(label)._base_manager.exists()}
    assert empty == set()


def test_words_are_everywhere(field: Field):
    counts = [len(field.words.labels_of(g.owner)) for g in (field.own, field.foreign)]
    assert counts[0] == counts[1] > 100


def test_every_place_of_every_address_can_be_filled(field: Field):
    """An address that is added later, and whose objects nobody can name, fails here by its name."""
    unknown = []
    for address in addresses():
        try:
            assert filled(address, field.foreign)
            assert filled(address, field.own, field.foreign)
        except LookupError as error:
            unknown.append(str(error))
    assert unknown == []
    assert len(addresses()) > 200
