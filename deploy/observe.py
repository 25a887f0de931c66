"""What MDN's HTTP Observatory says of the portal: `python -m deploy.observe`, or `make observatory`.

Starts gunicorn with the settings that `environment.example` gives a server and a province without content, in
a folder of its own, and lets the Observatory's own scanner grade the public site and the administration
(`deploy/observatory/grade.mjs`). Asks `manage.py check --deploy` on the way, which must have nothing to say.
Needs Node 20 or newer with npm, and SQLite.
"""

import http.client
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .ports import free_port
from .tools import ROOT

FOLDER = ROOT / "deploy" / "observatory"
EXAMPLE = ROOT / "deploy" / "environment.example"
SITE, ADMIN = "vks.example", "quantri.vks.example"
# The administration keeps 'unsafe-inline' for styles (docs/decisions/0028-headers.md).
LEAST = {SITE: 130, ADMIN: 125}
PROVINCE = ["--name", "Viện kiểm sát nhân dân tỉnh Mẫu", "--short-name", "VKSND tỉnh Mẫu"]
STEPS = (
    ["migrate", "--verbosity", "0"],
    ["collectstatic", "--noinput", "--verbosity", "0"],
    ["check", "--deploy", "--fail-level", "WARNING"],
    ["setup_province", *PROVINCE, "--host", SITE],
)
START_SECONDS = 60.0


class ObservatoryError(RuntimeError):
    """Something that the grading needs is not there, or did not start."""


def environment(folder: Path) -> dict[str, str]:
    """What the example says, with a database, a key and files of this run's own."""
    example = dict(re.findall(r"^([A-Z_]+)=(.*)$", EXAMPLE.read_text(), re.MULTILINE))
    own = {
        "SECRET_KEY": secrets.token_urlsafe(60),
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "REDIS_URL": "",
        "EMAIL_URL": "consolemail://",
        "MEDIA_ROOT": str(folder / "media"),
        "LOG_LEVEL": "ERROR",
    }
    return os.environ | example | own


def install() -> None:
    """The scanner as `package-lock.json` has it; nothing of it runs while it is installed."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise ObservatoryError(
            "Cần Node.js 20 trở lên và npm để chấm điểm (apt-get install nodejs npm)."
        )
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    subprocess.run(command, cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    # Made by a script of the package from a list in the web; no host of this example is on it.
    for package in FOLDER.glob("node_modules/@mdn/mdn-http-observatory/conf"):
        (package / "hsts-preload.json").write_text("{}")


@contextmanager
def portal(variables: Mapping[str, str]) -> Iterator[int]:
    """The port at which gunicorn answers, while it does."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--no-control-socket"]
    command += ["--bind", f"127.0.0.1:{port}", "--threads", "2", "--log-level", "error"]
    server = subprocess.Popen(command, cwd=ROOT, env=dict(variables))  # noqa: S603
    try:
        deadline = time.monotonic() + START_SECONDS
        while not answers(port):
            if server.poll() is not None or time.monotonic() > deadline:
                raise ObservatoryError("gunicorn không khởi động được.")
            time.sleep(0.2)
        yield port
    finally:
        server.terminate()
        server.wait()


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("HEAD", "/", headers={"Host": SITE})
        connection.getresponse()
    except OSError:
        return False
    finally:
        connection.close()
    return True


def main() -> int:
    try:
        install()
        with tempfile.TemporaryDirectory(prefix="portal-observatory-") as folder:
            variables = environment(Path(folder))
            for step in STEPS:
                command = [sys.executable, "manage.py", *step]
                if code := subprocess.run(command, cwd=ROOT, env=variables).returncode:  # noqa: S603
                    return code
            with portal(variables) as port:
                wanted = [f"{host}={least}" for host, least in LEAST.items()]
                grade = ["node", "grade.mjs", str(port), *wanted]
                return subprocess.run(grade, cwd=FOLDER).returncode  # noqa: S603
    except (ObservatoryError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
