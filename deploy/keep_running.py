"""Run a command again whenever it ends by itself: `python -m deploy.keep_running celery -A portal worker`.

On a server systemd does this (`Restart=always`). A worker needs it: when the broker goes away while tasks
are reserved but not acknowledged, kombu may fail at giving them back and the worker ends with an error
instead of waiting (celery/kombu#582; this can go when a worker outlives that).
"""

import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from types import FrameType

# The same as RestartSec in deploy/systemd.
PAUSE_SECONDS = 3.0
# Shorter than what whoever runs this waits for it (`run_production_like`, the tests).
STOP_SECONDS = 15.0


class KeepRunning:
    """One command, started anew after a pause for as long as nobody has asked to stop."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command = list(command)
        self._stopping = threading.Event()

    def stop(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        """End the command and do not start it again."""
        self._stopping.set()

    def run(self) -> None:
        """Until `stop`."""
        while True:
            child = subprocess.Popen(self.command)  # noqa: S603
            while child.poll() is None and not self._stopping.wait(0.2):
                pass
            if self._stopping.is_set():
                end(child)
                return
            print(
                f"{self.command[0]} đã tự dừng (mã {child.returncode}); chạy lại sau {PAUSE_SECONDS:g} giây.",
                file=sys.stderr,
                flush=True,
            )
            if self._stopping.wait(PAUSE_SECONDS):
                return


def end(child: subprocess.Popen[bytes]) -> None:
    """Ask a process to end, and end it when it does not."""
    if child.poll() is None:
        child.terminate()
    try:
        child.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def main(arguments: Sequence[str]) -> None:
    keeper = KeepRunning(arguments)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, keeper.stop)
    keeper.run()


if __name__ == "__main__":
    main(sys.argv[1:])
