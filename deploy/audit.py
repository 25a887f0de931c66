"""`make audit`: known faults of what the portal runs on, and its bill of materials.

Asked is about the pins of requirements.txt, that is, about what a server installs; tools of development
are not among them. Without advisories (no way out, or an index that has none) it says so and fails
nothing: a build must not depend on a service. What is known to be faulty fails it.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from .tools import ROOT, VAR

TOOLS = ROOT / ".venv-audit" / "bin"
REQUIREMENTS = ROOT / "requirements.txt"
SBOM = VAR / "sbom.json"
# How the tool's last line begins when nobody answered; every other failure is one of ours or the tool's.
UNREACHED = (
    "requests.exceptions.",
    "urllib3.exceptions.",
    "ERROR:pip_audit._cli:Could not connect",
)
Json = dict[str, Any]


def run(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(TOOLS / tool), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)  # noqa: S603


def judged(answer: str, errors: str) -> tuple[int, list[str]]:
    """The exit code and what to say, of what pip-audit wrote."""
    try:
        asked: list[Json] = json.loads(answer)["dependencies"]
    except ValueError:
        last = (errors.strip().splitlines() or ["?"])[-1]
        if last.startswith(UNREACHED):
            return 0, [
                "! CHƯA RÀ ĐƯỢC: không lấy được dữ liệu lỗ hổng. Hãy chạy lại khi có mạng.",
                f"  {last}",
            ]
        return 1, ["✗ Công cụ rà lỗ hổng dừng giữa chừng:", f"  {last}"]
    unknown = [row["name"] for row in asked if "vulns" not in row]
    if len(unknown) == len(asked):
        return 0, [
            "! CHƯA RÀ ĐƯỢC: nơi cung cấp gói mà máy này dùng không có dữ liệu lỗ hổng.",
            "  Hãy chạy lại trên một máy ra được mạng.",
        ]
    said = [f"! Không có dữ liệu về {len(unknown)} gói: {', '.join(unknown)}."] if unknown else []
    faulty = [row for row in asked if row.get("vulns")]
    if not faulty:
        return 0, [*said, f"✓ Không có lỗ hổng đã biết nào trong {len(asked) - len(unknown)} gói."]
    count = sum(len(row["vulns"]) for row in faulty)
    return 1, [
        *said,
        f"✗ Có {count} lỗ hổng đã biết trong {len(faulty)} gói:",
        *(line for row in faulty for line in _faults(row)),
        "  Nâng phiên bản: make requirements UPGRADE=1, rồi make test; cách làm: SECURITY.md.",
    ]


def _faults(row: Json) -> Iterator[str]:
    for fault in row["vulns"]:
        names = " · ".join([fault["id"], *fault.get("aliases", [])])
        mended = ", ".join(fault.get("fix_versions", []))
        ending = f"đã vá ở {mended}" if mended else "chưa có bản vá"
        yield f"  {row['name']} {row['version']}: {names} ({ending})"


def merged(pins: Json, installed: Json) -> Json:
    """The bill of the pins, with what only an installation knows: licences, descriptions, who needs whom.

    A requirements file has hashes and no licences; an installation has licences, no hashes, and the tools
    of development besides.
    """
    known = {_key(row): row for row in installed["components"]}
    references = {_key(row): row["bom-ref"] for row in pins["components"]}
    for row in pins["components"]:
        found = known.get(_key(row), {})
        # What stood there is the line of the file, hashes and all.
        row["description"] = found.get("description", "")
        if licences := found.get("licenses"):
            row["licenses"] = licences
    of_installed = {row["bom-ref"]: references.get(_key(row)) for row in installed["components"]}
    needs = {
        of_installed.get(row["ref"]): [
            ref for one in row.get("dependsOn", []) if (ref := of_installed.get(one))
        ]
        for row in installed["dependencies"]
    }
    for row in pins["dependencies"]:
        if needed := needs.get(row["ref"]):
            row["dependsOn"] = sorted(needed)
    return pins


def _key(row: Json) -> tuple[str, str]:
    return re.sub(r"[-_.]+", "-", row["name"]).lower(), row.get("version", "")


def write_sbom() -> list[str]:
    """What to say of it. Raises CalledProcessError when the tool fails."""
    root = ("--output-format", "JSON", "--pyproject", "pyproject.toml")
    answers = []
    for source in (("requirements", str(REQUIREMENTS)), ("environment", sys.executable)):
        done = run("cyclonedx-py", *source, *root)
        done.check_returncode()
        answers.append(json.loads(done.stdout))
    bill = merged(*answers)
    SBOM.parent.mkdir(exist_ok=True)
    SBOM.write_text(json.dumps(bill, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    rows = bill["components"]
    without = [row["name"] for row in rows if "licenses" not in row]
    said = [
        f"→ Danh mục thành phần (SBOM, CycloneDX {bill['specVersion']}): "
        f"{SBOM.relative_to(ROOT)}, {len(rows)} gói."
    ]
    if without:
        said.append(f"  Chưa biết giấy phép (gói không cài trên máy này): {', '.join(without)}.")
    return said


def main() -> int:
    print(*write_sbom(), sep="\n", flush=True)
    print("→ Rà lỗ hổng đã biết của các gói trong requirements.txt…", flush=True)
    pinned = ("--requirement", str(REQUIREMENTS), "--disable-pip", "--require-hashes")
    done = run("pip-audit", *pinned, "--format", "json", "--progress-spinner", "off")
    code, said = judged(done.stdout, done.stderr)
    print(*said, sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
