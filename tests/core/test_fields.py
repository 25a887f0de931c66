"""Fields whose rules live in code leave plain columns in migrations."""

import pytest
from django.core.exceptions import ValidationError
from django.db.migrations.writer import MigrationWriter

from portal.core.fields import BodyField, PhoneField
from units.models import Unit


@pytest.mark.parametrize("field", [BodyField(verbose_name="thân"), PhoneField("điện thoại")])
def test_migration_names_no_module_of_the_portal(field: BodyField | PhoneField) -> None:
    text, _imports = MigrationWriter.serialize(field)
    assert "portal" not in text


def test_body_field_survives_being_cloned() -> None:
    field = BodyField(verbose_name="thân")
    _name, _path, args, kwargs = field.deconstruct()
    assert field.clone().stream_block.child_blocks.keys() == field.stream_block.child_blocks.keys()
    assert (args, kwargs["block_lookup"]) == ([[]], {})


def test_unit_with_a_wrong_hotline_is_refused() -> None:
    unit = Unit(
        kind=Unit.Kind.DISTRICT, name="A", short_name="A", slug="a", code="A", hotline="xyz"
    )
    with pytest.raises(ValidationError) as caught:
        unit.clean_fields()
    assert list(caught.value.message_dict) == ["hotline"]
