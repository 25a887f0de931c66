"""`frame` in every template, built only where a template reads it."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from units.frame.frames import frame_for_request


def frame(request: HttpRequest) -> dict[str, object]:
    return {"frame": SimpleLazyObject(lambda: frame_for_request(request))}
