"""A Redis of our own from the distribution's `redis-server`, on its own port and folder."""

import socket
import subprocess
import time
from pathlib import Path

from .ports import free_port
from .tools import find_redis_server

HOW_TO_INSTALL = (
    "Không tìm thấy redis-server. Hãy cài Redis (Debian/Ubuntu: sudo apt-get install redis-server;"
    " macOS: brew install redis) rồi chạy lại."
)
WAIT_SECONDS = 10.0


class RedisError(RuntimeError):
    """Redis could not be started; the text is for the person at the terminal."""


class Redis:
    """One server on 127.0.0.1 with its log under `folder`; keeps nothing on disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.port_file = self.folder / "redis.port"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, port: int | None = None) -> str:
        """Start detached on `port`, or on a free one; returns the REDIS_URL."""
        program = find_redis_server()
        if program is None:
            raise RedisError(HOW_TO_INSTALL)
        self.folder.mkdir(parents=True, exist_ok=True)
        chosen = port or free_port()
        command = [program, "--port", str(chosen), "--bind", "127.0.0.1", "--save", ""]
        command += ["--appendonly", "no", "--dir", str(self.folder)]
        with (self.folder / "redis.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self.port_file.write_text(str(chosen))
        deadline = time.monotonic() + WAIT_SECONDS
        while not self.running:
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RedisError(f"Không khởi động được Redis. Xem {self.folder / 'redis.log'}")
            time.sleep(0.05)
        return self.url

    @property
    def url(self) -> str:
        """The REDIS_URL of the server that was started last."""
        return f"redis://127.0.0.1:{self.port_file.read_text()}/0"

    def stop(self) -> None:
        """Stop the server that `start` made, from any process; fine when it is not running."""
        if self.running:
            self._ask("SHUTDOWN NOSAVE")
        deadline = time.monotonic() + WAIT_SECONDS
        while self.running and time.monotonic() < deadline:
            time.sleep(0.05)
        if self._process is not None:
            self._process.wait(WAIT_SECONDS)

    @property
    def running(self) -> bool:
        """Whether the server on our port is ours: its working folder tells."""
        return str(self.folder) in self._ask("CONFIG GET dir")

    def _ask(self, command: str) -> str:
        """One answer of the server, or an empty text when none listens."""
        try:
            port = int(self.port_file.read_text())
            with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
                connection.sendall(f"{command}\r\n".encode())
                return connection.recv(4096).decode(errors="replace")
        except (OSError, ValueError):
            return ""
