"""A week written to a file and read again: no entry is lost, in either office format."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase.ttfonts import TTFont

from events.schedules.exports.excel import write_xlsx
from events.schedules.exports.paper import clean, paper_of, post_lines
from events.schedules.exports.pdf import FONTS, write_pdf
from events.schedules.exports.word import write_docx
from events.schedules.imports.opening import open_file
from events.schedules.rules.plain import one_line
from events.schedules.rules.times import session_at
from events.schedules.rules.understand import understand
from events.schedules.rules.week import Entry, Session, Week, in_order
from tests.schedules.messy import MESSY

MONDAY = date(2026, 11, 23)
MADE = datetime(2026, 11, 20, tzinfo=UTC)
WRITERS = {"docx": write_docx, "xlsx": write_xlsx}


def again(week: Week, kind: str) -> Week:
    reading = understand(open_file(WRITERS[kind](paper_of(week), MADE)).blocks)
    assert reading.week is not None
    return reading.week


def told(entry: Entry) -> tuple[object, ...]:
    """Notes and what is public are no part of the file."""
    return (
        entry.day, entry.start, entry.end, entry.start or entry.session, one_line(entry.content),
        entry.chairs, entry.attendees, entry.place, entry.prepared_by, entry.mark,
    )  # fmt: skip


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("name", MESSY)
def test_messy_file_written_and_read_again_is_the_same_week(name: str, kind: str) -> None:
    week = understand(open_file(MESSY[name]()).blocks).week
    assert week is not None
    found = again(week, kind)
    assert [told(entry) for entry in found.entries] == [told(entry) for entry in week.entries]
    assert (found.first, found.last, found.number) == (week.first, week.last, week.number)
    assert (found.issued_on, found.signer, found.amendment) == (
        week.issued_on, week.signer, week.amendment,
    )  # fmt: skip
    if kind == "docx":
        assert found.recipients == week.recipients


WORDS = st.sampled_from(
    [
        "Họp",
        "Ủy",
        "ban",
        "kiểm",
        "sát",
        "Giao",
        "ban",
        "Dự",
        "phiên",
        "tòa",
        "Làm",
        "việc",
        "với",
        "Tiếp",
        "công",
        "dân",
        "Hội",
        "nghị",
        "trực",
        "tuyến",
    ]
)
TEXT = st.lists(WORDS, min_size=2, max_size=12).map(" ".join)
NAMES = st.lists(
    st.sampled_from(["Hoàng Văn Mẫu", "Nông Thị Mẫu", "Lãnh đạo Viện", "Phòng 1"]),
    max_size=3,
    unique=True,
).map(tuple)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    start = draw(
        st.none() | st.times(time(7), time(16)).map(lambda t: t.replace(second=0, microsecond=0))
    )
    end = None
    if start and draw(st.booleans()):
        end = (datetime.combine(MONDAY, start) + timedelta(minutes=draw(st.integers(5, 90)))).time()
    session = session_at(start) if start else draw(st.sampled_from(Session))
    return Entry(
        MONDAY + timedelta(draw(st.integers(0, 4))),
        session,
        start,
        end,
        draw(TEXT),
        chairs=draw(NAMES),
        attendees=draw(NAMES),
        prepared_by=draw(st.just("") | st.sampled_from(["Văn phòng", "Phòng 9"])),
        place=draw(st.just("") | st.sampled_from(["Phòng họp tầng 2", "Trụ sở"])),
        mark=draw(st.sampled_from(["", "added", "changed", "postponed", "replaced"])),
    )


@given(st.lists(entries(), min_size=1, max_size=12), st.sampled_from(sorted(WRITERS)))
@settings(max_examples=40, deadline=None)
def test_no_entry_is_lost_on_the_way_there_and_back(found: list[Entry], kind: str) -> None:
    week = Week(MONDAY, MONDAY + timedelta(4), number=7, entries=in_order(tuple(found)))
    assert [told(e) for e in again(week, kind).entries] == [told(e) for e in week.entries]


@given(st.lists(st.builds(Entry, st.just(MONDAY), st.sampled_from(Session), content=st.text(max_size=400),
    place=st.text(max_size=60), note=st.text(max_size=60)), max_size=4))  # fmt: skip
@settings(max_examples=30, deadline=None)
def test_any_text_can_be_written(found: list[Entry]) -> None:
    paper = paper_of(Week(MONDAY, MONDAY, entries=tuple(found)), is_internal=True)
    for data in (write_docx(paper, MADE), write_xlsx(paper, MADE), write_pdf(paper)):
        assert data


def long_week(count: int = 120) -> Week:
    return Week(
        MONDAY,
        MONDAY + timedelta(4),
        number=3,
        unit_name="Viện kiểm sát nhân dân huyện Mẫu",
        issuer="Viện kiểm sát nhân dân tỉnh Mẫu",
        signer="Nông Thị Mẫu",
        signer_post="KT. Viện trưởng Phó Viện trưởng",
        place_of_issue="Mẫu",
        issued_on=date(2026, 2, 3),
        recipients=("Lãnh đạo Viện", "Lưu: VT"),
        amendment="Điều chỉnh lần 1 ngày 24/11/2026",
        entries=tuple(
            Entry(MONDAY + timedelta(at * 5 // count), Session.MORNING, time(7, 30), content=f"Việc số {at}.")
            for at in range(count)
        ),
    )  # fmt: skip


def test_pdf_says_everything_and_the_head_of_its_table_on_each_page() -> None:
    pages = [
        page.extract_text()
        for page in PdfReader(io.BytesIO(write_pdf(paper_of(long_week())))).pages
    ]
    assert len(pages) > 3
    tables = [page for page in pages if "Việc số" in page]
    assert all("Nội dung" in page and "Thứ" in page for page in tables)
    text = " ".join(pages)
    assert [at for at in range(120) if f"Việc số {at}." not in text] == []
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 03/LLV",
                  "Mẫu, ngày 03 tháng 02 năm 2026", "PHÓ VIỆN TRƯỞNG", "Nơi nhận:", "(tiếp)"):  # fmt: skip
        assert words in text, words


def test_pdf_is_a4_on_its_side_with_letters_of_its_own() -> None:
    document = PdfReader(io.BytesIO(write_pdf(paper_of(long_week(2)))))
    width, height = (float(side) / 72 * 25.4 for side in document.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (297, 210)
    fonts = document.pages[0]["/Resources"]["/Font"]
    named = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert any("LiberationSerif" in name for name in named)
    assert document.metadata is not None
    assert document.metadata.title == "Lịch làm việc từ ngày 23/11/2026 đến ngày 27/11/2026"


def test_same_week_gives_the_same_pdf() -> None:
    assert write_pdf(paper_of(long_week(5))) == write_pdf(paper_of(long_week(5)))


def test_a_row_taller_than_a_page_is_written_all_the_same() -> None:
    week = long_week(2)
    huge = replace(week.entries[0], content="từ " * 3000 + "cuối.", place="x" * 500)
    text = " ".join(
        page.extract_text()
        for page in PdfReader(io.BytesIO(write_pdf(paper_of(replace(week, entries=(huge,)))))).pages
    )
    assert "cuối." in text


def test_document_of_word_has_the_form_of_the_decree() -> None:
    paper = docx.Document(io.BytesIO(write_docx(paper_of(long_week(4)), MADE)))
    section = paper.sections[0]
    sides = [section.page_width.mm, section.page_height.mm, section.left_margin.mm, section.right_margin.mm,
             section.top_margin.mm, section.bottom_margin.mm]  # fmt: skip
    assert [round(side) for side in sides] == [297, 210, 30, 15, 20, 20]
    style = paper.styles["Normal"].font
    assert style.size is not None
    assert (style.name, style.size.pt) == ("Times New Roman", 13)
    assert paper.core_properties.author == "VIỆN KIỂM SÁT NHÂN DÂN HUYỆN MẪU"
    assert "w:tblHeader" in paper.tables[1].rows[0]._tr.xml


def test_no_text_becomes_a_formula() -> None:
    week = Week(
        MONDAY, MONDAY, entries=(Entry(MONDAY, Session.MORNING, content='=HYPERLINK("x")'),)
    )
    data = write_xlsx(paper_of(week), MADE)
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).active for cell in row]
    assert [cell.data_type for cell in cells if "HYPERLINK" in str(cell.value)] == ["s"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("post", "lines"),
    [
        ("Viện trưởng", ("VIỆN TRƯỞNG",)),
        ("KT. VIỆN TRƯỞNG PHÓ VIỆN TRƯỞNG", ("KT. VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG")),
        ("TL. Viện trưởng Chánh Văn phòng", ("TL. VIỆN TRƯỞNG", "CHÁNH VĂN PHÒNG")),
        ("TL. VIỆN TRƯỞNG\nTRƯỞNG PHÒNG 9", ("TL. VIỆN TRƯỞNG", "TRƯỞNG PHÒNG 9")),
        ("", ()),
    ],
)
def test_who_signs_for_whom_is_two_lines(post: str, lines: tuple[str, ...]) -> None:
    assert post_lines(post) == lines


@given(st.text(max_size=50))
def test_cleaned_text_holds_nothing_that_a_file_cannot(text: str) -> None:
    assert not set(clean(text)) & {"\0", "\x0b", "\ud800", "\ufffe", "\r", "\t"}


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_shipped_letters_hold_every_vietnamese_mark(face: str) -> None:
    """An older Liberation, as some systems have it, draws boxes for most of them."""
    letters = "".join(chr(code) for code in range(0x1EA0, 0x1EFA)) + "ăâđêôơưĂÂĐÊÔƠƯ–—“”…→•"
    font = TTFont(face, FONTS / f"LiberationSerif-{face}.ttf")
    assert [letter for letter in letters if ord(letter) not in font.face.charToGlyph] == []
