"""The user behind a lazy object.

What: reads `LazyObject._wrapped`.
Reason: two of the portal's middlewares stand lazily around `request.user`, one inside the other, and
    Wagtail's log looks through one lazy object, not through two.
Versions: Django 5.2, Wagtail 7.4
Upstream: none known
Goes when: Django unwraps in public, or Wagtail's log takes a lazy user by its key.
"""

from typing import Any

from django.utils.functional import LazyObject


def unwrapped(lazy: Any) -> Any:
    """The object itself, however many lazy ones stand around it; evaluates them."""
    while isinstance(lazy, LazyObject):
        bool(lazy)  # evaluates it
        lazy = lazy._wrapped  # type: ignore[attr-defined]
    return lazy
