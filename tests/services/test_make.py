"""What a person sees who types `make` on a machine that lacks something."""

import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from deploy import ports, run_tests

ROOT = Path(__file__).resolve().parents[2]
# Stand-ins for an interpreter: a shell script that answers the questions of the Makefile.
TOO_OLD = """#!/bin/sh
case "$2" in
  "") exit 0 ;;
  *version_info*) exit 1 ;;
  *python_version*) echo 3.9.2 ;;
esac
"""
WITHOUT_VENV = """#!/bin/sh
case "$2" in *venv*) exit 1 ;; esac
"""


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "requirements.txt").touch()
    return subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True)


def message(done: subprocess.CompletedProcess[str]) -> str:
    """What was said besides make's own closing line."""
    assert done.returncode != 0
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert len(lines) == 1, done.stderr
    return lines[0]


def interpreter(folder: Path, script: str) -> str:
    path = folder / "python-stand-in"
    path.write_text(script)
    path.chmod(0o755)
    return f"PYTHON={path}"


def test_help_lists_every_target(tmp_path: Path) -> None:
    phony = re.search(r"^\.PHONY: (.*?)\n\n", (ROOT / "Makefile").read_text(), re.S | re.M)
    assert phony
    targets = set(phony[1].replace("\\", " ").split()) - {"messages-check"}
    shown = make(tmp_path).stdout
    assert {name for name in targets if f"make {name} " not in shown} == set()


def test_too_old_a_python_gets_one_line(tmp_path: Path) -> None:
    said = message(make(tmp_path, "run", interpreter(tmp_path, TOO_OLD)))
    assert "Cần Python 3.11 trở lên" in said
    assert "3.9.2" in said


def test_no_python_gets_one_line(tmp_path: Path) -> None:
    assert "Cần Python 3.11" in message(make(tmp_path, "run", "PYTHON=/nowhere/python3"))


def test_a_python_without_venv_gets_one_line(tmp_path: Path) -> None:
    said = message(make(tmp_path, "run", interpreter(tmp_path, WITHOUT_VENV)))
    assert "python3-venv" in said


def test_a_port_in_use_gets_one_line_with_a_free_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = ports.complaint(str(taken.getsockname()[1]), "make run")
        advised = re.search(r"PORT=(\d+) make run", said)
        assert advised
        assert ports.is_free(int(advised[1]))


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "8000 ", "٨٠٠٠", ""])
def test_a_port_that_is_no_port_is_refused(text: str) -> None:
    assert "không phải là số cổng hợp lệ" in ports.complaint(text, "make run")


def test_a_free_port_is_no_complaint() -> None:
    assert ports.complaint(str(ports.free_port()), "make run") == ""


def test_ci_never_leaves_a_test_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setitem(run_tests.NEEDS, "sqlite", {"browser": ("Chromium", lambda: None)})
    with pytest.raises(run_tests.MissingToolError, match="Chromium"):
        run_tests.left_out("sqlite")


def test_elsewhere_it_says_by_name_what_is_not_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setitem(run_tests.NEEDS, "postgres", {"services": ("redis-server", lambda: None)})
    monkeypatch.setattr(run_tests, "tests_marked", lambda marker: [f"tests/x.py::{marker}"])
    assert run_tests.left_out("postgres") == ["browser", "services"]
    shown = capsys.readouterr().out
    assert "redis-server" in shown
    assert "tests/x.py::services" in shown
