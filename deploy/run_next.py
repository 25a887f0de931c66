"""The suite with the newest Wagtail and Django: `make test-next`, not a part of `make test`.

Tells before an upgrade what it will break. The newest releases go into an environment of their own
(.venv-next), on SQLite, and change nothing of the pinned ones. The newest Python on PATH is used:
the newest Django leaves older ones behind sooner than its long-term release does.

The tests of the seam come first: what fails there names the private name or patch that the new release has
changed, which the rest of the suite would only show by its consequences.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from . import shares
from .tools import ROOT

FOLDER = ROOT / ".venv-next"
PYTHON = FOLDER / "bin" / "python"
VERSIONS = (
    "import django, wagtail; print('Django', django.__version__, '· Wagtail', wagtail.__version__)"
)
SEAM = "tests/seam"
# Asks whether the seam was read with the pinned versions; these are others.
OF_PINNED_VERSIONS = "not looked_at_with_the_versions"
LIMITS = ("django~=", "wagtail~=", "django-stubs")


def wanted() -> list[str]:
    """Names of requirements*.in without their limits; the stubs follow one Django and stay out."""
    names: list[str] = ["django", "wagtail"]
    for name in ("requirements.in", "requirements-dev.in"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-", *LIMITS)):
                names.append(line)
    return names


def run(*command: str, **variables: str) -> int:
    return subprocess.run(command, cwd=ROOT, env=os.environ | variables).returncode  # noqa: S603


def newest_python() -> str:
    """The newest interpreter that runs and can make an environment, else the one of this process."""
    probe = "import sys, venv, ensurepip; print(sys.version_info[1])"
    found: dict[int, str] = {sys.version_info[1]: sys.executable}
    for minor in range(sys.version_info[1] + 1, sys.version_info[1] + 10):
        path = shutil.which(f"python3.{minor}")
        if path and subprocess.run([path, "-c", probe], capture_output=True).returncode == 0:  # noqa: S603
            found[minor] = path
    return found[max(found)]


def main(arguments: Sequence[str]) -> int:
    if not PYTHON.exists() and run(newest_python(), "-m", "venv", str(FOLDER)):
        return 1
    print("→ Cài bản mới nhất của Wagtail, Django và các gói khác vào .venv-next…", flush=True)
    pip = (str(PYTHON), "-m", "pip")
    if run(*pip, "install", "--quiet", "--upgrade", "--disable-pip-version-check", *wanted()):
        return 1
    run(str(PYTHON), "-c", VERSIONS)
    if arguments:
        return run_tests(*arguments)
    print("→ Trước hết là các chỗ dùng tên riêng của thư viện (portal/seam)…", flush=True)
    of_seam = run_tests(SEAM, "-k", OF_PINNED_VERSIONS)
    print("→ Toàn bộ phần còn lại…", flush=True)
    return run_tests("--ignore", SEAM) or of_seam


def run_tests(*arguments: str) -> int:
    return run(
        str(PYTHON),
        *("-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", "-m", shares.NEITHER, *arguments),
        DATABASE_URL="sqlite://:memory:",
        DJANGO_SETTINGS_MODULE="portal.settings.test",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
