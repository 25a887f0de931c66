"""Whether an edit changed an item in substance; plain data, no database.

The contents compared are those of Wagtail's revisions. Words corrected here and there are not substance
(a reviewer who mends spelling may still approve); more words than the limit, or another picture, file
or link, are. And whose text it is: whoever first wrote most of what stands there now, whatever way it came
there.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

# What describes the record and not the item; dates of going live are decided with the approval.
_NOT_CONTENT = frozenset(
    [
        "pk",
        "path",
        "depth",
        "numchild",
        "translation_key",
        "locale",
        "live",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "live_revision",
        "go_live_at",
        "expire_at",
        "expired",
        "locked",
        "locked_at",
        "locked_by",
        "content_type",
        "url_path",
        "draft_title",
        "latest_revision",
        "latest_revision_created_at",
        "owner",
        "alias_of",
        "wagtail_admin_comments",
        "search_description",
        "seo_title",
        "show_in_menus",
        "slug",
        "written_by",
    ]
)
_PHRASE = 3  # words in a row; fewer stand in any two texts about one matter
_TAG = re.compile(r"<[^<>]+>")
_TARGET = re.compile(r'\b(?:id|href|src)="([^"]*)"')
_WORD = re.compile(r"\w+")
_BLOCK_KEYS = frozenset({"id", "type"})


def _leaves(value: Any) -> Iterator[Any]:
    """In order, however deep the value is nested."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += [value[key] for key in reversed(value) if key not in _BLOCK_KEYS]
        elif isinstance(value, list | tuple):
            waiting += reversed(value)
        elif value not in (None, "", True, False):
            yield value


def _parts(content: Mapping[str, Any]) -> tuple[Counter[str], Counter[str]]:
    """Words of the item, and what it shows or points to (pictures, files, topics, links)."""
    words: Counter[str] = Counter()
    targets: Counter[str] = Counter()
    for name, value in content.items():
        if name in _NOT_CONTENT:
            continue
        for leaf in _leaves(_decoded(value)):
            if isinstance(leaf, str):
                targets.update(_TARGET.findall(leaf))
                words.update(_WORD.findall(_TAG.sub(" ", leaf).casefold()))
            else:
                targets.update([f"{name}:{leaf}"])
    return words, targets


def _decoded(value: Any) -> Any:
    """A stream field stands in a revision as JSON text."""
    if isinstance(value, str) and value.startswith(("[", "{")):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return value


def changed_words(before: Mapping[str, Any], after: Mapping[str, Any]) -> int:
    """How many words were added or removed, whichever is more; a replaced word counts once."""
    old, new = _parts(before)[0], _parts(after)[0]
    return max((new - old).total(), (old - new).total())


def is_substantial(before: Mapping[str, Any], after: Mapping[str, Any], limit: int) -> bool:
    """Whether more than `limit` words changed, or any picture, file, topic or link.

    With a limit of 10: three words of a sentence mended is none; a new sentence of twelve is one, and so is
    the same text with another picture.
    """
    return changed_words(before, after) > limit or _parts(before)[1] != _parts(after)[1]


@dataclass(frozen=True)
class Version:
    """What one save left behind. `writers` are those whose words it brings; nobody, for what is public:
    that was approved and is no new work of anybody."""

    writers: frozenset[int | None]
    content: Mapping[str, Any]


def editors(versions: list[Version], start: int | None, limit: int) -> set[int | None]:
    """Who began the draft and who edited it last in substance.

    Oldest version first; `start` is the place of the public one, and what comes after it is the draft.
    Revisions of one person in a row count as one edit, so that many small ones add up. Example: A writes, B
    mends three words: {A}. Had B added a paragraph, it would be {A, B}.
    """
    draft = versions if start is None else versions[start + 1 :]
    if not draft:
        return set()
    before = versions[start].content if start is not None else None
    last = draft[0].writers
    for writers, row in groupby(draft, key=lambda version: version.writers):
        after = list(row)[-1].content
        if before is None or is_substantial(before, after, limit):
            last = writers
        before = after
    first = draft[0].writers if start is None else frozenset()
    return {*last, *first}


def main_writers(versions: Iterable[Version], limit: int) -> set[int | None]:
    """Who wrote at least half of the new words in the last version, and more than `limit` of them.

    A phrase is his who wrote it first: one that is moved, or taken out and brought back by another, stays
    his. Oldest version first.

    Example: A writes 100 words, B moves them about and adds 40: the last version is A's. Had B added 100, it
    would be the work of both.
    """
    new = [writers for writers in _first_writers(versions) if writers]
    shares = Counter(writer for writers in new for writer in writers)
    return {who for who, words in shares.items() if words > limit and 2 * words >= len(new)}


def _first_writers(versions: Iterable[Version]) -> list[frozenset[int | None]]:
    """For each phrase of the last version, who wrote it first; nobody, once it was public."""
    written: dict[tuple[str, ...], frozenset[int | None]] = {}
    phrases: list[tuple[str, ...]] = []
    for version in versions:
        phrases = list(_phrases(version.content))
        for phrase in phrases:
            if not version.writers:
                written[phrase] = version.writers
            written.setdefault(phrase, version.writers)
    return [written[phrase] for phrase in phrases]


def _phrases(content: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """For each word the run of words that begins with it; at the end of a text the last run again."""
    for text in _texts(content):
        words = _WORD.findall(_TAG.sub(" ", text).casefold())
        last = max(0, len(words) - _PHRASE)
        for start in range(len(words)):
            first = min(start, last)
            yield tuple(words[first : first + _PHRASE])


def _texts(content: Mapping[str, Any]) -> Iterator[str]:
    for name, value in content.items():
        if name not in _NOT_CONTENT:
            yield from (leaf for leaf in _leaves(_decoded(value)) if isinstance(leaf, str))
