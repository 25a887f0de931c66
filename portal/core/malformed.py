"""Requests that no form of ours sends: they get 400 and a way on, never a server error.

Views of Wagtail read what was sent without asking whether it is there or can be read at all (7.4): a field
that is missing, a number beyond 64 bits, text that is no JSON. Each would be a fault of the server to
whoever sees it, and to whoever counts faults. Two things tell them from real ones, and both must hold: the
error names a value that this very request holds, and a view of a library broke off, not code of ours
(`portal.seam.stumbles`). Three errors need no view, because only a request can cause them: a field that the
request lacks, one that our own readers refuse, and a value that no database can keep, count to or look for.
"""

from __future__ import annotations

import ast
import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import FieldError, ObjectDoesNotExist, ValidationError
from django.core.paginator import InvalidPage
from django.core.signing import BadSignature
from django.db import DatabaseError, DataError, IntegrityError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseBase,
    RawPostDataException,
)
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError

from portal.core.error_views import bad_request, page_not_found
from portal.core.pictures import PictureRefused
from portal.core.sent_json import UnreadableError, has_many_levels
from portal.seam.stumbles import (
    asked_for,
    is_broken_address,
    looked_for_missing_field,
    named_as_model,
    stumbled_in_stock_view,
    took_missing_field,
    went_through_ours,
)

logger = logging.getLogger(__name__)
GetResponse = Callable[[HttpRequest], HttpResponseBase]

NUL = "\x00"
# Python reads no number of more than 4300 digits.
_MOST_DIGITS = 4000
# What databases, their drivers and Python say of a value that they cannot keep, look for or count to.
_REFUSE_NUL = (
    (ValueError, "NUL (0x00)"),
    (DatabaseError, "NUL (0x00)"),
    (DatabaseError, "unterminated string"),
    (DatabaseError, "invalid byte sequence"),
)
_REFUSE_NUMBER = (
    (OverflowError, "too large to convert"),
    (IntegrityError, "datatype mismatch"),
    (DataError, "out of range"),
    (ValueError, "for integer string conversion"),
)
# The search of SQLite takes some signs of a quoted phrase for its own language (PostgreSQL's does not).
_REFUSE_QUERY = ((DatabaseError, "fts5: syntax error"),)
_NEAR = re.compile(r'syntax error near "(.*)"', re.DOTALL)
# SQLite looks for no more than fifty thousand bytes; an escaped letter has four.
_REFUSE_PATTERN = ((DatabaseError, "LIKE or GLOB pattern too complex"),)
_LONG_PATTERN = 10_000
_LIMITS = {"smallint": 2**15, "integer": 2**31, "bigint": 2**63}
_OUT_OF_RANGE = re.compile(
    r"\b(smallint|integer|bigint)\b.*out of range|out of range for type (\w+)"
)
_TOO_LONG = re.compile(r"value too long for type character varying\((\d+)\)")
# Where an error quotes the value that it is about, as Python writes it.
_NAMES_VALUE = (
    re.compile(r"got (?P<value>'.*'|\".*\")\.?$", re.DOTALL),
    re.compile(r"invalid literal for int\(\) with base 10: (?P<value>.+)$", re.DOTALL),
    re.compile(r"could not convert string to float: (?P<value>.+)$", re.DOTALL),
    re.compile(r"Invalid isoformat string: (?P<value>.+)$", re.DOTALL),
    re.compile(r"Cannot resolve keyword (?P<value>'.*?'|\".*?\") into field"),
    re.compile(r"Reverse for (?P<value>'.*?'|\".*?\") not found"),
    re.compile(r"invalid input syntax for type [\w ]+: (?P<value>\".*?\")"),
    re.compile(r"field value out of range: (?P<value>\".*?\")"),
)
# Python quotes no more than so many characters of what is no whole number.
_QUOTED_AT_MOST = 200
_NO_NUMBER = re.compile(r"invalid literal for int\(\) with base 10: (.{200})$", re.DOTALL)
_NO_NAMESPACE = re.compile(r"(?P<value>'.*?'|\".*?\") is not a registered namespace", re.DOTALL)
_ARGUMENTS = re.compile(r"Reverse for .+ with (?:keyword )?arguments '(?P<value>.+)' not found")
_QUOTED = re.compile("“(.*?)”", re.DOTALL)
_NAMING = (
    ValueError,
    TypeError,
    FieldError,
    NoReverseMatch,
    IncorrectLookupParameters,
    DatabaseError,
)


class MalformedRequestMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """What views of the libraries answer themselves is empty, or a line in English."""
        response = self.get_response(request)
        is_bare = isinstance(response, HttpResponseBadRequest) and not response.streaming
        return bad_request(request) if is_bare else response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return answer_to(request, error)


def answer_to(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """404 or 400 for an error that the request itself made; None for a fault of ours.

    404 also for a stored picture that nobody can open: Wagtail's preview of one asks without a net.
    """
    if _needs_no_view(request, error):
        return _malformed(request, error)
    if isinstance(error, PictureRefused) and request.method in {"GET", "HEAD"}:
        return page_not_found(request)
    if not _broke_off_a_stock_view(request, error):
        return None
    if _names_what_is_not_there(request, error):
        return page_not_found(request)
    if is_about_what_was_sent(request, error):
        return _malformed(request, error)
    return None


def _malformed(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.warning("Malformed request to %s", request.path, exc_info=error)
    return bad_request(request, error)


def _needs_no_view(request: HttpRequest, error: Exception) -> bool:
    """Only a request's dictionaries and our readers of what it holds raise the first ones."""
    if isinstance(error, MultiValueDictKeyError | UnreadableError):
        return True
    return cannot_be_kept(request, error)


def _broke_off_a_stock_view(request: HttpRequest, error: Exception) -> bool:
    """What a list of modeladmin's says of its filters may hide an error from code of ours below."""
    if not stumbled_in_stock_view(request, error):
        return False
    below = _below(error)
    return below is None or not went_through_ours(below)


def _below(error: Exception) -> BaseException | None:
    """What a list of modeladmin's stumbled over when it says that a filter was asked for wrongly."""
    return error.__context__ if isinstance(error, IncorrectLookupParameters) else None


def _names_what_is_not_there(request: HttpRequest, error: Exception) -> bool:
    """A page of a list beyond its end, or the number of a row that no table has.

    By name: what a row lacks that was found (`RelatedObjectDoesNotExist`) is a fault of ours.
    """
    is_row = isinstance(error, ObjectDoesNotExist) and type(error).__name__ == "DoesNotExist"
    if not is_row and not isinstance(error, InvalidPage):
        return False
    return _was_sent(request, asked_for(error))


def is_about_what_was_sent(request: HttpRequest, error: Exception) -> bool:
    """Whether the error names a value of this request; of where it was raised it knows nothing."""
    if _needs_no_view(request, error):
        return True
    if _was_not_signed_by_us(error):
        return True
    if isinstance(error, json.JSONDecodeError):
        return error.doc in {*_sent(request), _body(request)}
    if isinstance(error, RecursionError):
        return any(map(has_many_levels, (*_sent(request), _body(request))))
    if isinstance(error, UnicodeDecodeError):
        return bool(error.object) and bytes(error.object) in _raw_body(request)
    if took_missing_field(error) or _was_sent(request, named_as_model(error)):
        return True
    if isinstance(error, KeyError):
        return looked_for_missing_field(error)
    below = _below(error)
    if isinstance(below, ValidationError):
        error = below
    if isinstance(error, ValidationError):
        return _was_sent(request, _named_in_words(error))
    if isinstance(error, _NAMING):
        if is_broken_address(error, _sent(request)) or _names_part(request, str(error)):
            return True
        return _was_sent(request, _named(str(error))) or _is_too_long(request, error)
    return False


def _was_not_signed_by_us(error: Exception) -> bool:
    """Wagtail's import of redirects stumbles while it says so, and leaves that error behind its own."""
    return isinstance(error, BadSignature) or isinstance(error.__context__, BadSignature)


def _was_sent(request: HttpRequest, named: set[str]) -> bool:
    """Whether one of the values that an error names came with this request."""
    return not named.isdisjoint(_sent(request))


def cannot_be_kept(request: HttpRequest, error: Exception) -> bool:
    """A value is refused that no database can keep or count to, in so many words, and such a one was sent."""
    if _says(error, _REFUSE_NUL):
        return any(NUL in value for value in _sent(request))
    if _says(error, _REFUSE_NUMBER):
        limit = _limit_named(str(error))
        return any(abs(number) >= limit for number in _numbers(request))
    if _says(error, _REFUSE_PATTERN):
        return any(len(value) > _LONG_PATTERN for value in _sent(request))
    if _says(error, _REFUSE_QUERY):
        near = _NEAR.search(str(error))
        return near is not None and any(near[1] in value for value in _sent(request))
    return False


def _says(error: Exception, refusals: Iterable[tuple[type[Exception], str]]) -> bool:
    return any(isinstance(error, kind) and words in str(error) for kind, words in refusals)


def _limit_named(text: str) -> int:
    """Where the type ends that an error of PostgreSQL's names; SQLite's only one ends as `bigint`."""
    match = _OUT_OF_RANGE.search(text)
    return _LIMITS.get((match[1] or match[2]) if match else "bigint", 2**63)


def _numbers(request: HttpRequest) -> Iterator[int]:
    for value in _sent(request):
        digits = value.strip().lstrip("-")
        if digits.isdecimal():
            yield int(digits[:_MOST_DIGITS])


def _is_too_long(request: HttpRequest, error: Exception) -> bool:
    match = _TOO_LONG.search(str(error)) if isinstance(error, DataError) else None
    return match is not None and any(len(value) > int(match[1]) for value in _sent(request))


def _names_part(request: HttpRequest, text: str) -> bool:
    """Of a long value the beginning is quoted, of an address's name what stands before a colon."""
    begins, space = _NO_NUMBER.search(text), _NO_NAMESPACE.match(text)
    if begins is not None:
        return any(repr(value)[:_QUOTED_AT_MOST] == begins[1] for value in _sent(request))
    if space is not None:
        named = set(_strings(space["value"]))
        return any(not named.isdisjoint(value.split(":")[:-1]) for value in _sent(request))
    return False


def _named(text: str) -> set[str]:
    """Values that an error quotes as what it is about."""
    found: set[str] = set()
    for pattern in _NAMES_VALUE:
        match = pattern.search(text)
        if match is not None:
            found.update(_strings(match["value"]))
    arguments = _ARGUMENTS.search(text)
    if arguments is not None:
        # An argument that is empty was not sent: nobody had it.
        found.update(filter(None, _strings(arguments["value"])))
    return found


def _strings(literal: str) -> Iterator[str]:
    """The text, or the texts of a tuple or dictionary, that Python wrote down like this."""
    try:
        value = ast.literal_eval(literal)
    except (SyntaxError, ValueError):
        # Some quote it as it is.
        value = literal[1:-1]
    if isinstance(value, dict):
        value = tuple(value.values())
    values = value if isinstance(value, tuple) else (value,)
    yield from (one for one in values if isinstance(one, str))


def _named_in_words(error: ValidationError) -> set[str]:
    """Values in Django's own words, which are translated: “abc” is not a date."""
    return {found for message in error.messages for found in _QUOTED.findall(message)}


def _sent(request: HttpRequest) -> Iterator[str]:
    """Every value of the address and of the form."""
    match = request.resolver_match
    if match is not None:
        yield from (str(value) for value in (*match.args, *match.kwargs.values()))
    for values in request.GET.lists():
        yield from (values[0], *values[1])
    yield from _posted(request)


def _posted(request: HttpRequest) -> Iterator[str]:
    for _name, values in request.POST.lists():
        yield from (value for value in values if isinstance(value, str))


def _body(request: HttpRequest) -> str:
    return _raw_body(request).decode("utf-8", "replace")


def _raw_body(request: HttpRequest) -> bytes:
    """Nothing where the view has read it as a stream."""
    try:
        return request.body
    except RawPostDataException:
        return b""
