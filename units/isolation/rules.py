"""Every address of the administration, by name, and who may ask for it: the lines of all rooms.

A room names its own addresses in `address_rules.RULES`. A name that no line knows is closed to everybody
but the board (`units.isolation.guard`), so a new screen is open to units only by a line of its room. A
star stands for any ending; an exact name goes before a star, and a longer line before a shorter one.
A completeness test walks all addresses and fails for one without a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import module_has_submodule

from units.isolation.access import AddressRule

Rules = Mapping[str, AddressRule]
_MODULE = "address_rules"


@cache
def address_rules() -> dict[str, AddressRule]:
    """The whole table; read once, when the portal starts."""
    return merged(
        {
            config.name: import_module(f"{config.name}.{_MODULE}").RULES
            for config in apps.get_app_configs()
            if module_has_submodule(config.module, _MODULE)
        }
    )


def merged(of_rooms: Mapping[str, Rules]) -> dict[str, AddressRule]:
    """One table of all rooms' lines.

    Raises ImproperlyConfigured when two rooms name the same address, also when a line of one lies
    within a line with a star of another: "wagtailadmin_reports:*" stays closed, whatever a room says of
    "wagtailadmin_reports:locked_pages".
    """
    table: dict[str, AddressRule] = {}
    owners: dict[str, str] = {}
    for room, rules in of_rooms.items():
        for name, rule in rules.items():
            for known, owner in owners.items():
                if owner != room and (fnmatchcase(name, known) or fnmatchcase(known, name)):
                    raise ImproperlyConfigured(
                        f"{room} names the address {name}, which {owner} names by {known}"
                    )
            table[name] = rule
        owners.update(dict.fromkeys(rules, room))
    return table
