"""What `make audit` says of the answers of its tools, and that it never takes silence for a good answer."""

import json
from typing import Any

import pytest

from deploy.audit import judged, merged

CLEAN = {"name": "django", "version": "5.2.19", "vulns": []}
FAULT = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["3.2", "4.0"]}
FAULTY = {"name": "pypdf", "version": "3.1", "vulns": [FAULT]}
UNKNOWN = {"name": "wagtail", "skip_reason": "Dependency not found"}


def said(*rows: dict[str, Any], errors: str = "") -> tuple[int, str]:
    code, lines = judged(json.dumps({"dependencies": rows}) if rows else "", errors)
    return code, "\n".join(lines)


def test_known_fault_fails_and_is_named_with_its_remedy() -> None:
    code, text = said(CLEAN, FAULTY)
    assert code == 1
    assert "pypdf 3.1: PYSEC-2026-1 · CVE-2026-1 (đã vá ở 3.2, 4.0)" in text
    assert "make requirements UPGRADE=1" in text


def test_fault_without_a_remedy_says_so() -> None:
    code, text = said({**FAULTY, "vulns": [{**FAULT, "fix_versions": []}]})
    assert (code, "chưa có bản vá" in text) == (1, True)


def test_clean_pins_pass() -> None:
    code, text = said(CLEAN)
    assert (code, "✓ Không có lỗ hổng đã biết nào trong 1 gói." in text) == (0, True)


def test_an_index_without_advisories_is_no_clean_answer() -> None:
    code, text = said(UNKNOWN)
    assert (code, "CHƯA RÀ ĐƯỢC" in text, "✓" in text) == (0, True, False)


@pytest.mark.parametrize(("row", "code"), [(CLEAN, 0), (FAULTY, 1)])
def test_what_could_not_be_asked_about_is_named(row: dict[str, Any], code: int) -> None:
    found, text = said(row, UNKNOWN)
    assert (found, "Không có dữ liệu về 1 gói: wagtail." in text) == (code, True)


@pytest.mark.parametrize(
    "last",
    [
        "requests.exceptions.ProxyError: HTTPSConnectionPool(...)",
        "ERROR:pip_audit._cli:Could not connect to PyPI's vulnerability feed",
    ],
)
def test_no_way_out_fails_nothing_and_is_told(last: str) -> None:
    code, text = said(errors=f"Traceback …\n{last}\n")
    assert (code, "CHƯA RÀ ĐƯỢC" in text, last in text) == (0, True, True)


@pytest.mark.parametrize("errors", ["", "ValueError: requirements.txt, line 3"])
def test_a_tool_that_breaks_off_fails(errors: str) -> None:
    assert said(errors=errors)[0] == 1


def test_the_bill_has_the_hashes_of_the_pins_and_the_licences_of_the_installation() -> None:
    hashes = [{"type": "distribution", "hashes": [{"alg": "SHA-256", "content": "ab"}]}]
    pins = {
        "components": [
            {"bom-ref": "L1", "name": "django", "version": "5.2", "externalReferences": hashes},
            {"bom-ref": "L2", "name": "django-taggit", "version": "6.1"},
            {"bom-ref": "L3", "name": "colorama", "version": "0.4"},
        ],
        "dependencies": [{"ref": "L1"}, {"ref": "L2"}, {"ref": "L3"}],
    }
    installed = {
        "components": [
            {"bom-ref": "a", "name": "Django", "version": "5.2", "licenses": ["BSD"]},
            {"bom-ref": "b", "name": "django_taggit", "version": "6.1", "licenses": ["MIT"]},
            {"bom-ref": "c", "name": "pytest", "version": "9", "licenses": ["MIT"]},
        ],
        "dependencies": [{"ref": "b", "dependsOn": ["a", "c"]}, {"ref": "c", "dependsOn": ["a"]}],
    }
    bill = merged(pins, installed)
    django, taggit, colorama = bill["components"]
    assert (django["licenses"], django["externalReferences"]) == (["BSD"], hashes)
    assert taggit["licenses"] == ["MIT"]
    assert "licenses" not in colorama
    assert bill["dependencies"] == [
        {"ref": "L1"},
        {"ref": "L2", "dependsOn": ["L1"]},
        {"ref": "L3"},
    ]
