"""Laws and items for tests: the fixture of the issue is an answer that cites 42/2022/NĐ-CP."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from home.laws.models import Law
from home.legal_education.models import (
    CitedLaw,
    LegalEducationIndexPage,
    LegalEducationPage,
    LegalField,
)
from portal.media.models import PortalDocument
from tests.factories import make_image
from units.models import Unit

_numbers = count(1)
LAPSE_DAY = date(2026, 7, 1)
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + b"\x00" * 64
OGG = b"OggS\x00\x02" + b"\x00" * 64
WEBM = (
    b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm"
    + b"\x00" * 64
)
VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nChào bạn.\n".encode()
TEXT = "<p>Nội dung của phần này.</p>"


def make_law(symbol: str, title: str = "Trích yếu", kind: str = "nghi-dinh", **values: Any) -> Law:
    """The law, also where the portal begins with it, as it is said here."""
    values.setdefault("issuer", "Chính phủ")
    values.setdefault("issued_on", date(2022, 6, 24))
    values.setdefault("effective_on", date(2022, 8, 15))
    law = Law.objects.with_symbol(symbol).first() or Law(symbol=symbol)
    for name, value in {"kind": kind, "title": title, **values}.items():
        setattr(law, name, value)
    law.save()
    return law


def make_replaced_law() -> Law:
    """Nghị định 42/2022/NĐ-CP, without force from 1/7/2026, replaced by 224/2026/NĐ-CP."""
    new = make_law("224/2026/NĐ-CP", issued_on=date(2026, 5, 15), effective_on=LAPSE_DAY)
    return make_law("42/2022/NĐ-CP", expires_on=LAPSE_DAY, replaced_by=new)


def make_recording(name: str, data: bytes) -> PortalDocument:
    return PortalDocument.objects.create(
        title=name, file=ContentFile(data, name=f"{next(_numbers)}-{name}")
    )


def parts_of(form: str) -> dict[str, Any]:
    """What a finished page of the form holds."""
    Form = LegalEducationPage.Form
    body = [("paragraph", TEXT)]
    made = {
        Form.ARTICLE: lambda: {"body": body},
        Form.QUESTION: lambda: {"question": TEXT, "body": body},
        Form.CASE: lambda: {
            "facts": TEXT, "question": TEXT, "analysis": TEXT, "conclusion": TEXT,
        },
        Form.LEAFLET: lambda: {
            "panels": [("panel", {"title": f"Mặt {n}", "text": TEXT}) for n in (1, 2, 3)]
        },
        Form.INFOGRAPHIC: lambda: {"infographic": make_image(), "text_alternative": TEXT},
        Form.VIDEO: lambda: {
            "recording": make_recording("phim.mp4", MP4),
            "captions": make_recording("phim.vtt", VTT),
        },
        Form.PODCAST: lambda: {
            "recording": make_recording("loi.ogg", OGG), "transcript": TEXT,
        },
    }  # fmt: skip
    return made[Form(form)]()


def index_of(unit: Unit) -> LegalEducationIndexPage:
    return LegalEducationIndexPage.objects.child_of(unit.home_page).get()


def make_item(
    unit: Unit,
    form: str = "bai-viet",
    *,
    cites: tuple[Law, ...] = (),
    live: bool = True,
    **values: Any,
) -> LegalEducationPage:
    number = next(_numbers)
    fields = values.pop("legal_fields", None) or [LegalField.objects.first()]
    audiences = values.pop("audiences", [])
    values = {
        "title": f"Bài {number}",
        "slug": f"bai-{number}",
        "lead": "Lời dẫn.",
        "first_published_at": timezone.now() if live else None,
        **parts_of(form),
        **values,
    }
    page = LegalEducationPage(form=form, live=live, **values)
    page.legal_fields, page.audiences = fields, audiences
    page.law_references = [CitedLaw(law=law) for law in cites]
    index_of(unit).add_child(instance=page)
    return page


def make_answer(unit: Unit, law: Law, **values: Any) -> LegalEducationPage:
    return make_item(unit, "hoi-dap", cites=(law,), **values)
