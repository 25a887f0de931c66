"""Every way in which a week comes out, and the text of what comes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

from django.http import HttpResponseBase
from django.test import Client
from pypdf import PdfReader

from events.schedules.models import WorkSchedulePage
from tests.fixtures import UNIT_HOST
from units.models import Official, Unit


def outputs(
    client: Client, page: WorkSchedulePage, unit: Unit
) -> Iterator[tuple[str, HttpResponseBase]]:
    """(address, answer) of everything public that knows of the week."""
    for host, path in addresses(page, unit):
        yield f"{host}{path}", client.get(path, headers={"host": host})


def addresses(page: WorkSchedulePage, unit: Unit) -> Iterator[tuple[str, str]]:
    leader = Official.objects.filter(unit=unit).first()
    index, week = "/lich-cong-tac/", f"/lich-cong-tac/{page.slug}/"
    day = page.first.isoformat()
    own = [
        "/",
        index,
        f"{index}?ngay={day}",
        f"{index}nam/{page.year}/",
        f"{index}ics/",
        week,
        f"{week}?in=1",
        f"{week}lan/0/",
        f"{week}lan/1/",
        f"{week}lan/2/",
        *(
            f"{week}{version}tai-ve/{kind}/{query}"
            for version in ("", "lan/0/", "lan/1/", "lan/2/")
            for kind in ("pdf", "docx", "xlsx")
            for query in ("", "?ban=noi-bo")
        ),
        "/feed/",
        "/sitemap.xml",
        "/tim-kiem/?q=zqcongkhai",
        "/tim-kiem/?q=zqmat",
        "/tim-kiem/?q=ki%E1%BB%83m+s%C3%A1t",
    ]
    if leader is not None:
        own += [f"{week}?lanh-dao={leader.pk}", f"{index}lanh-dao/{leader.pk}/ics/"]
    yield from ((UNIT_HOST, path) for path in own)
    yield from (
        ("localhost", path)
        for path in (
            "/",
            f"{index}cac-don-vi/?ngay={day}",
            "/tim-kiem/?q=zqcongkhai",
            "/tim-kiem/?q=zqmat",
            f"/don-vi/cao-loc{week}",
            "/admin/api/main/pages/?fields=*&format=json",
            f"/admin/api/main/pages/{page.pk}/?fields=*&format=json",
            f"/admin/pages/{page.pk}/edit/",
            f"/admin/pages/{page.pk}/view_draft/",
            f"/admin/pages/{page.pk}/history/",
            f"/admin/pages/{page.pk}/revisions/{page.latest_revision_id}/view/",
            f"/admin/schedules/{page.get_parent().pk}/copy/?first=2030-01-07",
        )
    )


def text_of(response: Any) -> str:
    """What a reader could make out, headers included; files of offices are unpacked."""
    body = response.getvalue() if response.streaming else response.content
    headers = " ".join(f"{name}: {value}" for name, value in response.items())
    return f"{headers} {readable_text(body)}"


def readable_text(body: bytes) -> str:
    if body.startswith(b"%PDF"):
        document = PdfReader(BytesIO(body))
        pages = " ".join(page.extract_text() for page in document.pages)
        return f"{pages} {document.metadata}"
    if body.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(body)) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
        # Excel writes letters as references.
        return unescape(" ".join(part.decode("utf-8", "replace") for part in parts))
    # Long lines of a calendar are folded.
    return body.decode("utf-8", "replace").replace("\r\n ", "")
