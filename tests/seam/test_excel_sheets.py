"""A read-only sheet tells where its XML stands, and still not what is merged or hidden."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from portal.seam.excel_sheets import path_in_archive


@pytest.fixture
def file() -> io.BytesIO:
    book = openpyxl.Workbook()
    book.create_sheet("Thứ hai")
    sheet = book.worksheets[1]
    sheet["A1"] = "x"
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[3].hidden = True
    made = io.BytesIO()
    book.save(made)
    return made


def test_the_xml_stands_in_the_archive(file: io.BytesIO) -> None:
    sheet = openpyxl.load_workbook(file, read_only=True).worksheets[1]
    xml = zipfile.ZipFile(file).read(path_in_archive(sheet)).decode()
    assert 'mergeCell ref="A1:B1"' in xml


def test_read_only_sheets_know_no_merged_cells(file: io.BytesIO) -> None:
    """When this fails, the module can go."""
    sheet = openpyxl.load_workbook(file, read_only=True).worksheets[1]
    assert not hasattr(sheet, "merged_cells")
    assert not hasattr(sheet, "row_dimensions")
