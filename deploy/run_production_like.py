"""The portal as in production, on this machine: gunicorn, a Celery worker and beat in one terminal.

Uses the services of `make services`, production settings without HTTPS, and a secret key that is
made once and kept in var/. Ctrl-C stops all of it; the services keep running.
"""

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType

from . import services
from .ports import complaint
from .postgres import PostgresError
from .redis_server import RedisError
from .tools import ROOT, VAR

KEY_FILE = VAR / "production-like-secret-key"
STOP_SECONDS = 20.0
AGAIN = ["-m", "deploy.keep_running", sys.executable]
COMMANDS = {
    "gunicorn": ["-m", "gunicorn", "portal.wsgi", "--no-control-socket"],
    "worker": [*AGAIN, "-m", "celery", "-A", "portal", "worker", "--concurrency", "2"],
    "beat": [*AGAIN, "-m", "celery", "-A", "portal", "beat", "--pidfile="],
}


def secret_key() -> str:
    """Made on the first run and readable by this user only, so that sessions outlive a restart."""
    if not KEY_FILE.exists():
        KEY_FILE.parent.mkdir(parents=True, exist_ok=True)
        KEY_FILE.touch(mode=0o600)
        KEY_FILE.write_text(secrets.token_urlsafe(50))
    return KEY_FILE.read_text()


def environment(port: str) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "SECRET_KEY": secret_key(),
        "HTTPS": "false",
        "ADMIN_HOST": "localhost",
        "ADMIN_BASE_URL": f"http://localhost:{port}",
        "PORT": port,
        **services.start(),
    }


def prepare(variables: dict[str, str]) -> bool:
    """Database and static files; false when one of the steps failed (it has said why)."""
    for step in (
        ["migrate", "--verbosity", "0"],
        ["collectstatic", "--noinput", "--verbosity", "0"],
    ):
        print(f"→ manage.py {step[0]}", flush=True)
        if subprocess.run([sys.executable, "manage.py", *step], cwd=ROOT, env=variables).returncode:  # noqa: S603
            return False
    return True


def supervise(port: str, variables: dict[str, str]) -> int:
    """Run the three until one ends or the person says stop; then end the others in order."""
    commands = {name: [*parts] for name, parts in COMMANDS.items()}
    commands["gunicorn"] += ["--workers", "2", "--threads", "4", "--bind", f"127.0.0.1:{port}"]
    signal.signal(signal.SIGTERM, _interrupt)
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, parts in commands.items():
            # A session of its own: Ctrl-C reaches this process alone, which ends them in order.
            children[name] = subprocess.Popen(  # noqa: S603
                [sys.executable, *parts], cwd=ROOT, env=variables, start_new_session=True
            )
        print(f"→ http://localhost:{port}/ · Ctrl-C để dừng", flush=True)
        print(f"  Nạp dữ liệu mẫu (ở cửa sổ khác): {sample_command(variables)}", flush=True)
        while all(child.poll() is None for child in children.values()):
            time.sleep(0.5)
        ended = [name for name, child in children.items() if child.poll() is not None]
        print(f"{', '.join(ended)} đã tự dừng; dừng tất cả.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        stop(list(children.values()))


def sample_command(variables: dict[str, str]) -> str:
    """What to type to see the sample province in this database, which starts empty."""
    address = " ".join(
        f"{name}={variables[name]}" for name in ("DATABASE_URL", "REDIS_URL", "PORT")
    )
    return f"{address} .venv/bin/python manage.py demo_load"


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def stop(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def main() -> int:
    port = os.environ.get("PORT", "8000")
    message = complaint(port, "make run-production-like")
    if message:
        print(message, file=sys.stderr)
        return 1
    try:
        variables = environment(port)
    except (PostgresError, RedisError) as error:
        print(error, file=sys.stderr)
        return 1
    return supervise(port, variables) if prepare(variables) else 1


if __name__ == "__main__":
    sys.exit(main())
