"""Views of the libraries that stumble over what was sent.

What: reads tracebacks: which of Wagtail's, wagtail-modeladmin's and allauth's views an error broke off,
    what a row or a page of a list was asked for by, which field a form looked for or took for granted, which
    address could not be taken apart, and by which name a model was asked for.
Reason: these views read what was sent without asking whether it is there or can be read (a word where a
    number belongs, a field that is missing). Each would be a fault of the server to whoever sees it, and
    to whoever counts faults. The same error in code of ours is a fault of ours.
Versions: Wagtail 7.4, wagtail-modeladmin 2.5, django-allauth 65.21, Django 5.2
Upstream: https://github.com/wagtail-nest/wagtail-modeladmin/issues/20
Goes when: the views answer 400 and 404 themselves; tests/seam/test_stumbles.py names those that do not.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from traceback import walk_tb
from types import FrameType
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.coreutils import resolve_model_string

# The packages of the house; tests/seam compares them with pyproject.toml.
OURS = frozenset({"portal", "home", "units", "events", "search"})
# Where these packages read what was sent. Their models, blocks and tags are asked by our code as well.
_STOCK = re.compile(
    r"(wagtail|wagtail_modeladmin|allauth)\.(.+\.)?(views|forms|filters|viewsets|api)(\.|$)"
)

_WIDGETS = frozenset({"value_from_datadict", "get_value_data"})
_SPLIT = inspect.unwrap(urlsplit).__code__
_FIELDS: tuple[Any, ...] = (forms.Field, forms.FileField)
_CLEANS = {kind._clean_bound_field.__code__ for kind in _FIELDS}


def stumbled_in_stock_view(request: HttpRequest, error: BaseException) -> bool:
    """Whether a view of a library broke off, and no code of ours that it called.

    The innermost frame that is either ours or a library's view decides; a library's widget that takes its
    value out of what was sent, or shows it again, is as good as a view, whosever the form is. Where there is
    no such frame (an answer that is rendered after its view), the view decides to which the address leads.
    """
    for frame in reversed(list(_frames(error))):
        module = frame.f_globals.get("__name__", "")
        if module.partition(".")[0] in OURS:
            return False
        if _STOCK.match(module) or frame.f_code.co_name in _WIDGETS:
            return True
    match = request.resolver_match
    if match is None:
        return False
    return bool(_STOCK.match(getattr(match.func, "view_class", match.func).__module__))


def went_through_ours(error: BaseException) -> bool:
    """Whether code of ours stood between the place that caught the error and the one that raised it."""
    modules = (frame.f_globals.get("__name__", "") for frame in _frames(error))
    return any(module.partition(".")[0] in OURS for module in modules)


def asked_for(error: BaseException) -> set[str]:
    """By which values the row was asked for that is not there, or which page of a list; none if unknown."""
    for frame in reversed(list(_frames(error))):
        asked = frame.f_locals
        if frame.f_code is QuerySet.get.__code__:
            return {str(value) for value in asked["kwargs"].values()}
        if frame.f_code is Paginator.page.__code__:
            return {str(asked["number"])}
    return set()


def looked_for_missing_field(error: KeyError) -> bool:
    """Whether a form's own check took for granted that one of its fields was sent and valid."""
    frames = list(_frames(error))
    form: Any = frames[-1].f_locals.get("self") if frames else None
    if not isinstance(form, forms.BaseForm) or not form.is_bound:
        return False
    name = error.args[0] if error.args else None
    return name in form.fields and name not in getattr(form, "cleaned_data", {})


def took_missing_field(error: BaseException) -> bool:
    """Whether a form's field broke off over nothing: it takes for granted that it was sent at all."""
    if not isinstance(error, AttributeError | TypeError):
        return False
    for frame in _frames(error):
        if frame.f_code not in _CLEANS:
            continue
        sent: Any = frame.f_locals["bf"]
        omitted = sent.field.widget.value_omitted_from_data
        if omitted(sent.form.data, sent.form.files, sent.html_name):
            return True
    return False


def is_broken_address(error: BaseException, sent: Iterable[str]) -> bool:
    """Whether Python could not take one of the sent texts apart as an address, `http://[` for example."""
    frames = list(_frames(error))
    hosts = [frame.f_locals["netloc"] for frame in frames if frame.f_code is _SPLIT]
    return bool(hosts and hosts[-1]) and any(hosts[-1] in value for value in sent)


def named_as_model(error: BaseException) -> set[str]:
    """The name for which Wagtail found no model."""
    code = resolve_model_string.__code__
    names = (frame.f_locals["model_string"] for frame in _frames(error) if frame.f_code is code)
    return {name for name in names if isinstance(name, str)}


def _frames(error: BaseException) -> Iterator[FrameType]:
    """From the view's caller to where the error was raised."""
    return (frame for frame, _line in walk_tb(error.__traceback__))
