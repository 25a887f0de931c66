"""System checks of the organisation; run by `manage.py check --database default` and by `migrate`."""

from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import DatabaseError

from units.rights.role_sync import drift


def check_roles(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Groups as the role table wants them. A warning: what mends it must be able to run."""
    if not databases or "default" not in databases:
        return []
    try:
        problems = drift()
    except DatabaseError:
        # The tables are not there yet, or not in today's shape: `migrate` is about to see to it.
        return []
    hint = "manage.py sync_roles"
    return [Warning(problem, hint=hint, id="units.W001") for problem in problems]
