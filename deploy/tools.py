"""Programs that are not Python packages: where they are, and what to do without them."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / "var"

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find_chromium() -> str | None:
    """Path of a Chromium: `CHROMIUM` when set, else the first one on PATH."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def find_redis_server() -> str | None:
    """Path of a redis-server (or its twin valkey-server), as the distribution installs it."""
    return shutil.which("redis-server") or shutil.which("valkey-server")
