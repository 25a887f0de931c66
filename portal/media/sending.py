"""The bytes of a stored file: by nginx when it is in front, else from here, whole or a range of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import Storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.encoding import iri_to_uri
from django.utils.http import content_disposition_header, http_date, quote_etag

_RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class StoredFile:
    """A file in a storage; `save_as` is the name of a download, "" for what a browser may show."""

    storage: Storage
    name: str
    content_type: str
    save_as: str = ""


def send(
    request: HttpRequest, stored: StoredFile, *, cache_control: str, accelerated: bool
) -> HttpResponseBase:
    """The file with its headers. Raises Http404 when it is missing or its name leads elsewhere.

    `accelerated`: leave the bytes to nginx where `MEDIA_ACCEL_PREFIX` names its inner address.
    """
    # Pictures, films and office files are compressed already, and a compressed range is no range.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    if accelerated and settings.MEDIA_ACCEL_PREFIX:
        response: HttpResponseBase = HttpResponse()
        response["X-Accel-Redirect"] = iri_to_uri(f"{settings.MEDIA_ACCEL_PREFIX}{stored.name}")
    else:
        response = _answer(request, stored)
    response["Cache-Control"] = cache_control
    response["X-Content-Type-Options"] = "nosniff"
    # Whatever the bytes are, nothing in them runs. No `sandbox`: browsers show no PDF within one.
    response["Content-Security-Policy"] = "default-src 'none'"
    if response.status_code in {200, 206}:
        response["Content-Type"] = stored.content_type
        disposition = content_disposition_header(bool(stored.save_as), stored.save_as)
        response["Content-Disposition"] = disposition or "inline"
    return response


def _answer(request: HttpRequest, stored: StoredFile) -> HttpResponseBase:
    """200, 206 for one range, 304 for what the reader has, 416 for a range beyond the end."""
    try:
        size = stored.storage.size(stored.name)
        modified = int(stored.storage.get_modified_time(stored.name).timestamp())
    except (OSError, SuspiciousFileOperation) as error:
        raise Http404 from error
    etag = quote_etag(f"{modified:x}-{size:x}")
    response: HttpResponseBase | None = get_conditional_response(request, etag, modified)
    if response is None:
        response = _part_of(stored, size, _wanted_range(request, size, etag, http_date(modified)))
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified)
    return response


def _part_of(stored: StoredFile, size: int, wanted: tuple[int, int] | None) -> HttpResponseBase:
    if wanted is not None and wanted[0] >= wanted[1]:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    start, end = wanted or (0, size)
    source = stored.storage.open(stored.name)
    source.seek(start)
    response = StreamingHttpResponse(_Part(source, end - start))
    response["Content-Length"] = str(end - start)
    if wanted is not None:
        response.status_code = 206
        response["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return response


def _wanted_range(
    request: HttpRequest, size: int, etag: str, modified: str
) -> tuple[int, int] | None:
    """(first byte, byte after the last); None: the whole file. An empty range cannot be had."""
    found = _RANGE.match(request.headers.get("Range", ""))
    # A range of a file that has changed since the reader took its first part would be nonsense.
    if found is None or request.headers.get("If-Range", etag) not in {etag, modified}:
        return None
    first, last = found.groups()
    if not first and not last:
        return None
    if not first:
        return max(size - int(last), 0), size
    return int(first), min(int(last) + 1 if last else size, size)


class _Part:
    """The next `left` bytes of a file. Django closes it, also when nobody reads (HEAD, 304)."""

    def __init__(self, source: File, left: int) -> None:
        self.source, self.left = source, left

    def __iter__(self) -> Iterator[bytes]:
        while self.left > 0 and (piece := self.source.read(min(_CHUNK, self.left))):
            self.left -= len(piece)
            yield piece

    def close(self) -> None:
        self.source.close()
