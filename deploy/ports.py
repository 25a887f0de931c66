"""TCP ports of this machine: is one free, and which one can be used instead?"""

import socket
import sys
from collections.abc import Sequence

FIRST_PORT, LAST_PORT = 1, 65535


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a server could listen there now, by the same rule as Django's development server."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port that was free a moment ago; the caller listens on it at once or asks again."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_port(text: str) -> bool:
    """ "8001" is one; "80a" and "70000" are none."""
    return text.isascii() and text.isdigit() and FIRST_PORT <= int(text) <= LAST_PORT


def complaint(text: str, command: str) -> str:
    """One line that says why the port cannot be used and what to type instead; empty if it can."""
    if not _is_port(text):
        return f"PORT={text} không phải là số cổng hợp lệ. Ví dụ: PORT=8001 {command}"
    port = int(text)
    if is_free(port):
        return ""
    if port < 1024:
        return f"Không mở được cổng {port} (cần quyền quản trị). Hãy chạy: PORT=8001 {command}"
    other = next((p for p in range(port + 1, min(port + 100, LAST_PORT)) if is_free(p)), 8001)
    return f"Cổng {port} đang được chương trình khác dùng. Hãy chạy: PORT={other} {command}"


def main(arguments: Sequence[str]) -> int:
    message = complaint(arguments[0], arguments[1])
    if message:
        print(message, file=sys.stderr)
    return 1 if message else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
