"""Build the Vietnamese catalogues of the administration from the part files beside this module.

Wagtail's own Vietnamese catalogues cover a small part of its administration. The portal ships what they
lack, and replaces what they word differently: a catalogue in LOCALE_PATHS wins over the packages' own.
The texts are kept in small JSON files, one per area, because a hand-edited .po of this size is hard to
review; the .po and .mo made from them are committed, so that a running site needs no gettext tool.

    python locale/vi/wagtail/build.py            write ../LC_MESSAGES
    python locale/vi/wagtail/build.py --check    exit 1 when that is out of step with the parts

A part is a JSON list of {"msgid", "msgstr"} and, where the source has them, "msgctxt" and
"msgid_plural" (Vietnamese has one plural form, so there is one msgstr). Every entry goes into django.po;
those of a part named *_js.json go into djangojs.po too, which the browser fetches whole.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import polib

PARTS = Path(__file__).resolve().parent
TARGET = PARTS.parent / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")
FIELDS = {"msgid", "msgstr", "msgctxt", "msgid_plural"}

# No dates: the same parts give the same bytes on every machine.
METADATA = {
    "Project-Id-Version": "procuracy-portal",
    "Language": "vi",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}

# What code fills in (%(name)s, %d, {name}) and the tags around it.
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%](?![a-z])|\{\w*\}|</?[a-z][^>]*>")
# Edges that meet other text on the screen: a line break or space that is lost glues words together.
EDGES = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)

Entry = Mapping[str, str]
Key = tuple[str | None, str, str | None]


class PartError(ValueError):
    """A part file says something that cannot become a catalogue; the message lists every fault."""


def key_of(entry: Entry) -> Key:
    """What gettext tells messages apart by."""
    return entry.get("msgctxt"), entry["msgid"], entry.get("msgid_plural")


def faults(entry: Entry) -> list[str]:
    """What is wrong with one entry, in words for the person who wrote it."""
    if not {"msgid", "msgstr"} <= entry.keys() <= FIELDS:
        return ["needs msgid and msgstr, and may have msgctxt and msgid_plural"]
    # The plural source is the one with the number in it ("1 page", "%(counter)s pages").
    source, text = entry.get("msgid_plural") or entry["msgid"], entry["msgstr"]
    found = []
    if not text.strip():
        found.append("is not translated")
    if unicodedata.normalize("NFC", text) != text:
        found.append("is not composed (NFC)")
    if Counter(PLACEHOLDER.findall(source)) != Counter(PLACEHOLDER.findall(text)):
        found.append("has other placeholders or tags than its source")
    if EDGES.match(source).groups() != EDGES.match(text).groups():
        found.append("begins or ends with other space than its source")
    return found


def read_parts(folder: Path = PARTS) -> dict[str, dict[Key, Entry]]:
    """The entries of each domain by key; a message may be in two parts when both say the same."""
    domains: dict[str, dict[Key, Entry]] = {domain: {} for domain in DOMAINS}
    problems = []
    for part in sorted(folder.glob("*.json")):
        for entry in json.loads(part.read_text(encoding="utf-8")):
            wrong = faults(entry)
            if not wrong:
                key = key_of(entry)
                known = domains["django"].setdefault(key, entry)
                if known["msgstr"] != entry["msgstr"]:
                    wrong.append(f"is {known['msgstr']!r} in another part")
                if part.stem.endswith("_js"):
                    domains["djangojs"][key] = entry
            problems += [f"{part.name}: {entry.get('msgid')!r} {fault}" for fault in wrong]
    if problems:
        raise PartError("\n".join(problems))
    return domains


def catalogue(entries: Iterable[Entry]) -> polib.POFile:
    """A catalogue in an order that does not depend on which part holds what."""
    # Lines are never wrapped, so that a change of one text is a change of one line.
    result = polib.POFile(wrapwidth=0)
    result.metadata = dict(METADATA)
    for entry in sorted(entries, key=lambda e: (e["msgid"], e.get("msgctxt", ""))):
        plural = entry.get("msgid_plural")
        text = {"msgstr_plural": {0: entry["msgstr"]}} if plural else {"msgstr": entry["msgstr"]}
        names = {name: entry[name] for name in ("msgctxt", "msgid_plural") if entry.get(name)}
        result.append(polib.POEntry(msgid=entry["msgid"], **names, **text))
    return result


def build(folder: Path = PARTS) -> dict[str, bytes]:
    """The content of each file of LC_MESSAGES by its name."""
    files = {}
    for domain, entries in read_parts(folder).items():
        made = catalogue(entries.values())
        files[f"{domain}.po"] = (str(made).rstrip("\n") + "\n").encode()
        files[f"{domain}.mo"] = made.to_binary()
    return files


def out_of_step(files: Mapping[str, bytes], target: Path = TARGET) -> list[str]:
    """The names of the committed files that differ from what the parts give."""
    return [
        name
        for name, content in files.items()
        if not (target / name).is_file() or (target / name).read_bytes() != content
    ]


def main(arguments: list[str] | None = None) -> int:
    """Write the catalogues, or with --check only compare; returns the exit status."""
    parser = argparse.ArgumentParser(description="Build the Vietnamese catalogues.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing, exit 1 on a difference"
    )
    options = parser.parse_args(arguments)
    try:
        files = build()
    except PartError as error:
        print(error, file=sys.stderr)
        return 1
    changed = out_of_step(files)
    if options.check:
        for name in changed:
            print(f"{name}: bản dịch chưa dựng lại, hãy chạy: make messages", file=sys.stderr)
        return int(bool(changed))
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in changed:
        (TARGET / name).write_bytes(files[name])
    return 0


if __name__ == "__main__":
    sys.exit(main())
