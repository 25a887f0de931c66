"""Files of documents: who gets them, what is counted, what their words are good for."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from home.registry import extraction
from home.registry.extraction import extract
from home.registry.models import FileText
from home.registry.rules.reading import Reading, read
from home.registry.tasks import read_file
from portal.core.intake import apart
from portal.core.text import fold
from portal.media.models import PortalDocument
from portal.traffic.services import totals_of
from tests.factories import browser
from tests.media import papers
from tests.registry.documents import make_document, make_file
from units.models import Unit

pytestmark = pytest.mark.django_db
LINE = "Noi dung chi dung trong tep PDF nay: kiem sat viec bao quan ho so nghiep vu luu tru"


def get(document: PortalDocument, agent: str = "Mozilla/5.0 Firefox/140.0", **headers: str) -> Any:
    return browser().get(document.url, headers={"user-agent": agent, **headers})


def downloads(document: PortalDocument) -> int:
    return totals_of([document])[document.pk].downloads


@pytest.fixture
def paper(cao_loc: Unit) -> PortalDocument:
    return make_file(cao_loc, "qd-173.pdf", papers.pdf(LINE))


def test_file_of_a_draft_or_private_document_is_refused(cao_loc: Unit, paper: Any) -> None:
    page = make_document(cao_loc, "173/QĐ-VKS", live=False, files=[paper])
    assert get(paper).status_code == 404
    page.save_revision().publish()
    assert get(paper).status_code == 200
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert get(paper).status_code == 404
    assert downloads(paper) == 1


def test_downloads_are_counted_once_for_each_person(cao_loc: Unit, paper: Any) -> None:
    make_document(cao_loc, "173/QĐ-VKS", files=[paper])
    get(paper)
    get(paper)
    get(paper, range="bytes=100-")
    get(paper, agent="Googlebot/2.1")
    assert downloads(paper) == 1
    get(paper, agent="Mozilla/5.0 Chrome/150.0")
    assert downloads(paper) == 2


def test_download_serves_ranges_and_conditional_answers(cao_loc: Unit, paper: Any) -> None:
    make_document(cao_loc, "173/QĐ-VKS", files=[paper])
    whole = get(paper)
    assert whole["Content-Type"] == "application/pdf"
    part = get(paper, range="bytes=0-3")
    assert (part.status_code, b"".join(part.streaming_content)) == (206, b"%PDF")
    assert get(paper, **{"if-none-match": whole["ETag"]}).status_code == 304


def test_download_goes_on_when_it_cannot_be_counted(
    cao_loc: Unit, paper: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import OperationalError

    def fail(*args: Any) -> None:
        raise OperationalError("database is locked")

    make_document(cao_loc, "173/QĐ-VKS", files=[paper])
    monkeypatch.setattr("home.registry.signals.count_download", fail)
    assert get(paper).status_code == 200


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (papers.pdf("Trang mot", "Trang hai"), "pdf", "Trang mot\nTrang hai"),
        (papers.docx("Kế hoạch", "kiểm sát"), "docx", "Kế hoạch\nkiểm sát"),
        (papers.xlsx(("Số", 173), ("Ngày", None)), "xlsx", "Số 173\nNgày"),
    ],
)
def test_words_are_read_from_each_kind(data: bytes, kind: str, words: str) -> None:
    assert read(data, kind).text == words


def test_scan_is_told_from_a_text() -> None:
    assert read(papers.scanned_pdf(), "pdf").is_scan
    assert read(papers.pdf("Scanned with CamScanner"), "pdf").is_scan
    assert not read(papers.pdf(LINE), "pdf").is_scan
    assert Reading("", 0).is_scan
    assert not Reading("Kế hoạch", 0).is_scan


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (papers.locked_pdf(), "password"),
        (b"%PDF-1.7\n" + b"<" * 4000, "damaged"),
        (b"%PDF-1.7 /Root 1 0 R /Pages", "damaged"),
    ],
)
@pytest.mark.reads_apart
def test_unreadable_file_is_recorded_with_a_reason(cao_loc: Unit, data: bytes, reason: str) -> None:
    row = extract(make_file(cao_loc, "hong.pdf", data))
    assert (row.status, row.reason) == (FileText.Status.FAILED, reason)
    assert row.explanation


@pytest.mark.reads_apart
def test_reading_that_does_not_end_is_stopped(
    cao_loc: Unit, paper: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    run = subprocess.run
    monkeypatch.setattr(apart, "BOUNDS", apart.Bounds(seconds=0.5))
    monkeypatch.setattr(subprocess, "run", lambda command, **kw: run(sleeper, **kw))
    assert extract(paper).reason == "too_slow"


@pytest.mark.reads_apart
def test_upload_is_read_in_the_background(
    cao_loc: Unit, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        paper = make_file(cao_loc, "qd.pdf", papers.pdf(LINE))
    assert FileText.objects.get(document=paper).text == LINE


def test_word_that_stands_only_in_the_file_is_found_by_the_search(
    cao_loc: Unit, paper: Any
) -> None:
    page = make_document(cao_loc, "173/QĐ-VKS", files=[paper])

    def found(**query: str) -> str:
        query = {"q": "bao quan ho so nghiep vu", **query}
        return browser().get("/tim-kiem/", query).content.decode()

    assert page.symbol not in found()
    read_file.call(paper.pk)
    assert page.symbol in found()
    assert page.symbol in found(loai="van-ban")
    assert page.symbol not in found(loai="tin-bai")
    CollectionViewRestriction.objects.create(
        collection=cao_loc.collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert fold(LINE) not in fold(page.get_search_text())


def test_repair_reads_what_was_missed_and_what_failed(
    cao_loc: Unit, paper: Any, capsys: pytest.CaptureFixture
) -> None:
    other = make_file(cao_loc, "hai.pdf", papers.pdf(LINE))
    done = make_file(cao_loc, "ba.pdf", papers.pdf(LINE))
    extract(done)
    extraction.store(other, "too_slow")
    call_command("read_files")
    assert "2 tệp, 0 tệp không đọc được" in capsys.readouterr().out
    assert set(FileText.objects.values_list("document", "status")) == {
        (row.pk, "read") for row in (paper, other, done)
    }
    call_command("read_files", verbosity=0)
    assert capsys.readouterr().out == ""


def test_exchanged_file_is_read_again(cao_loc: Unit, paper: Any) -> None:
    from django.core.files.base import ContentFile

    read_file.call(paper.pk)
    paper.file = ContentFile(papers.pdf(LINE.replace("PDF", "khac")), name="moi.pdf")
    paper._set_document_file_metadata()
    paper.save()
    read_file.call(paper.pk)
    assert "khac" in FileText.objects.get(document=paper).text
