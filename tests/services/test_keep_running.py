"""What systemd does for the worker on a server, and `deploy.keep_running` elsewhere."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .conftest import wait_until

pytestmark = pytest.mark.services

ROOT = Path(__file__).resolve().parents[2]
NOTE_AND = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n');"


@contextmanager
def kept_running(program: str, notes: Path) -> Iterator[subprocess.Popen[bytes]]:
    notes.touch()
    command = [sys.executable, "-m", "deploy.keep_running"]
    command += [sys.executable, "-c", program, str(notes)]
    keeper = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield keeper
    finally:
        keeper.terminate()
        keeper.wait(20)


def runs(notes: Path) -> list[int]:
    return [int(line) for line in notes.read_text().split()]


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_ends_with_an_error_is_started_again(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with kept_running(f"{NOTE_AND} sys.exit(1)", notes):
        assert wait_until(lambda: len(runs(notes)) >= 2)


def test_asked_to_stop_it_ends_what_it_runs(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with kept_running(f"{NOTE_AND} time.sleep(60)", notes) as keeper:
        assert wait_until(lambda: len(runs(notes)) == 1)
        keeper.send_signal(signal.SIGTERM)
        keeper.wait(20)
    assert not is_alive(runs(notes)[0])
