"""Compile requirements*.in into pinned, hashed files that name no package index.

The files must install anywhere, so whatever this machine's pip is configured with (a mirror, a
folder of wheels) is left out of the result: no options, and hashes of PyPI's files only.
"""

import os
import subprocess
import sys
from collections.abc import Sequence

from .tools import ROOT

FILES = ("requirements", "requirements-dev", "requirements-audit")
FOREIGN = ("PIP_", "UV_")


def main(arguments: Sequence[str]) -> int:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(FOREIGN)}
    if certificates := os.environ.get("PIP_CERT"):
        environment["SSL_CERT_FILE"] = certificates
    environment |= {
        "UV_NO_CONFIG": "1",
        "PIP_CONFIG_FILE": os.devnull,
        "UV_CUSTOM_COMPILE_COMMAND": "make requirements",
    }
    for name in FILES:
        print(f"→ {name}.in → {name}.txt", flush=True)
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
        command += ["--generate-hashes", "--no-annotate", "--python-version", "3.11"]
        command += ["--no-emit-index-url", "--no-emit-find-links", *arguments]
        command += [f"{name}.in", "--output-file", f"{name}.txt"]
        done = subprocess.run(command, cwd=ROOT, env=environment)  # noqa: S603
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
