"""Which model an address of the administration is about.

What: takes names of addresses apart (`units_official_modeladmin_edit`,
    `wagtailsnippets_units_official:edit`), and puts those of registers together.
Reason: the guard of the administration closes an address before its view runs. The view of a register or
    snippet knows its model only as an argument of its making; the address's name is what both packages
    promise least unsteadily.
Versions: Wagtail 7.4, wagtail-modeladmin 2.5
Upstream: none known
Goes when: the portal's registers are viewsets of Wagtail's, whose views carry their model
    (`view_class.model`).
"""

from functools import cache

from django.apps import apps
from django.db.models import Model

OF_REGISTERS = "_modeladmin_"
OF_SNIPPETS = ("wagtailsnippets_", "wagtailsnippetchoosers_")


def address_of_register(model: type[Model], action: str = "index") -> str:
    """For `reverse`: "units_official_modeladmin_index"."""
    return f"{model._meta.app_label}_{model._meta.model_name}{OF_REGISTERS}{action}"


@cache
def model_of_address(name: str) -> type[Model] | None:
    """The model behind the name of an address; None for an address about something else."""
    head = name.split(OF_REGISTERS)[0].split(":")[0]
    for prefix in OF_SNIPPETS:
        head = head.removeprefix(prefix)
    for model in apps.get_models():
        if head == f"{model._meta.app_label}_{model._meta.model_name}":
            return model
    return None
