"""A leaflet on paper: two sides, and nothing of what the editor accepts is cut or printed over."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import pytest
from pypdf import PdfReader

from home.legal_education.models import LegalEducationPage
from home.legal_education.rules import leaflet
from tests.browser.conftest import NewPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.legal_education.items import make_item

pytestmark = pytest.mark.browser
WORDS = "Người bị tạm giữ, người bị tạm giam được thông báo về quyền và nghĩa vụ của mình. " * 20
CUT = """[...document.querySelectorAll(".sheet__panel")]
    .filter(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).length"""
PANELS = [
    (WORDS[:80], f"<p>{WORDS[:750]}</p>"),
    (WORDS[:20], f"<p>{WORDS[:148]}</p>" * 5),
    (WORDS[:30], f"<ul>{f'<li>{WORDS[:30]}</li>' * 20}</ul>"),
    (WORDS[:30], f"<ol>{f'<li>{WORDS[:60]}</li>' * 11}</ol>"),
]


def stored(panels: list[tuple[str, str]]) -> str:
    return json.dumps(
        [
            {"type": "panel", "id": str(uuid4()), "value": {"title": title, "text": text}}
            for title, text in panels
        ]
    )


def test_what_the_editor_accepts_fits_on_paper(
    new_page: NewPage, server: PortalServer, world: World, tmp_path: Path
) -> None:
    assert [leaflet.lines_over(*panel) for panel in PANELS] == [0, 0, 0, 0]
    item = make_item(
        world.province, "to-gap", title=WORDS[:250].strip(), slug="to-gap-day", lead=WORDS[:590]
    )
    LegalEducationPage.objects.filter(pk=item.pk).update(panels=stored(PANELS))
    page = new_page(1440, 900)
    page.goto(server.url("/pho-bien-giao-duc-phap-luat/to-gap-day/ban-in/"))
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == 0
    # A panel that is older than the rule is cut, and never printed over the other side.
    too_much = [*PANELS[:3], ("Dài", f"<ul>{f'<li>{WORDS[:30]}</li>' * 60}</ul>")]
    LegalEducationPage.objects.filter(pk=item.pk).update(panels=stored(too_much))
    page.reload()
    paper = tmp_path / "to-gap.pdf"
    page.pdf(path=paper, prefer_css_page_size=True, print_background=True)
    assert len(PdfReader(paper).pages) == 2
