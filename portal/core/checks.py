"""Told by `manage.py check`: variables of the environment that the portal no longer reads."""

import os
from typing import Any

from django.core.checks import CheckMessage, Warning

from portal.core.environment import RETIRED


def retired_variables(app_configs: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """What is set and does nothing would mislead whoever reads the file of the environment."""
    return [
        Warning(
            f"Biến môi trường {name} không còn được đọc: {fact}.",
            hint="Hãy bỏ dòng này khỏi tệp cấu hình.",
            id="core.W001",
        )
        for name, fact in RETIRED.items()
        if name in os.environ
    ]
