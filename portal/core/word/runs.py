"""Running text as runs: pieces with the few marks that the portal keeps, and nothing else."""

import html
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from portal.core.text import compose

from .tree import Element, Node, Words

# In the order in which they are written, outermost first.
MARKS: Final = ("b", "i", "sup", "sub")
_TAG_MARKS: Final = {"b": "b", "strong": "b", "i": "i", "em": "i", "sup": "sup", "sub": "sub"}
_LINK: Final = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\n]+")
BREAK: Final = "\n"
_SPACES_BUT_BREAKS: Final = re.compile(r"[ \t]+")
# What is told apart by lines of its own where a text may hold no blocks.
_LINES: Final = frozenset(("p", "div", "li"))
_BREAK: Final = Element("br")
# In TCVN3 the letter ư is stored as what Unicode calls a soft hyphen, which `compose` takes for rubbish. In
# a passage that a person wants left as it is, this private character keeps its place meanwhile.
_SOFT_HYPHEN: Final = "\u00ad"
_KEEPER: Final = "\ue0ad"


@dataclass(frozen=True)
class Run:
    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""


@dataclass(frozen=True)
class PictureRun:
    """A picture that stands among the words."""

    src: str
    alt: str = ""


def held(text: str) -> str:
    """The text with its soft hyphens safe from composing; `plain` and `as_html` put them back."""
    return text.replace(_SOFT_HYPHEN, _KEEPER)


def _released(text: str) -> str:
    return text.replace(_KEEPER, _SOFT_HYPHEN)


def runs_of(
    tag: Element, *, in_lines: bool = False, without: Collection[str] = ()
) -> list[Run | PictureRun]:
    """The runs of an element's content, white space as a browser would show it.

    `in_lines`: what stood in paragraphs of its own stays apart. Elements named in `without` are left away.
    """
    return _tidy(_collect(tag, in_lines, without))


def _collect(tag: Element, in_lines: bool, without: Collection[str]) -> Iterator[Run | PictureRun]:
    waiting: list[tuple[Node, Run]] = [(child, Run("")) for child in reversed(tag.children)]
    while waiting:
        node, context = waiting.pop()
        if isinstance(node, Words):
            yield replace(context, text=_SPACES.sub(" ", node.text))
        elif node.name == "br":
            yield replace(context, text=BREAK)
        elif node.name == "img":
            yield PictureRun(node.get("src"), compose(node.get("alt")).strip())
        elif node.name not in without:
            marked = _marked(node, context)
            inner: list[tuple[Node, Run]] = [(child, marked) for child in reversed(node.children)]
            if in_lines and node.name in _LINES:
                yield replace(context, text=BREAK)
                inner.insert(0, (_BREAK, context))
            waiting += inner


def _marked(tag: Element, context: Run) -> Run:
    marks = set(context.marks)
    if tag.name in _TAG_MARKS:
        marks.add(_TAG_MARKS[tag.name])
    style = tag.styles
    weight = style.get("font-weight", "")
    if weight:  # Google Docs wraps everything in <b style="font-weight: normal">
        is_bold = weight.startswith("bold") or (weight.isdigit() and int(weight[:4]) >= 600)
        marks = marks | {"b"} if is_bold else marks - {"b"}
    if slant := style.get("font-style", ""):
        marks = marks | {"i"} if slant in ("italic", "oblique") else marks - {"i"}
    if (height := style.get("vertical-align")) in ("super", "sub"):
        marks.add("sup" if height == "super" else "sub")
    href = context.href
    if tag.name == "a":
        target = tag.get("href").strip()
        href = target if _LINK.fullmatch(target) else href
    return replace(context, marks=frozenset(marks), href=href)


def _tidy(runs: Iterable[Run | PictureRun]) -> list[Run | PictureRun]:
    """Join equal neighbours, compose, and drop white space that a browser would not show."""
    said = (run for run in runs if isinstance(run, PictureRun) or run.text)
    tidied: list[Run | PictureRun] = []
    for looks, alike in groupby(said, key=_looks):
        if looks is None:
            tidied += alike
        else:
            marks, href = looks
            texts = (run.text for run in alike if isinstance(run, Run))
            tidied.append(Run("".join(texts), marks, href))
    return strip(tidied)


def _looks(run: Run | PictureRun) -> tuple[frozenset[str], str] | None:
    return None if isinstance(run, PictureRun) else (run.marks, run.href)


def strip(runs: Iterable[Run | PictureRun]) -> list[Run | PictureRun]:
    result: list[Run | PictureRun] = []
    ends_in_space = True
    for run in runs:
        if isinstance(run, PictureRun):
            result.append(run)
            continue
        text = re.sub(r" *\n[ \n]*", "\n", _SPACES_BUT_BREAKS.sub(" ", compose(run.text)))
        if ends_in_space:
            text = text.lstrip(" ") if result else text.lstrip()
        if text:
            ends_in_space = text[-1].isspace()
            result.append(replace(run, text=text))
    while result and isinstance(last := result[-1], Run):
        text = last.text.rstrip()
        if text:
            result[-1] = replace(last, text=text)
            break
        result.pop()
    return result


def plain(runs: Iterable[Run | PictureRun]) -> str:
    return _released("".join(run.text for run in runs if isinstance(run, Run)).strip())


def has_mark(runs: Iterable[Run | PictureRun], mark: str) -> bool:
    """Whether all words carry the mark (and there are words)."""
    words = [run for run in runs if isinstance(run, Run) and run.text.strip(" \n.:;,-–")]
    return bool(words) and all(mark in run.marks for run in words)


def as_html(runs: Iterable[Run | PictureRun], without: str = "") -> str:
    """HTML as the portal's rich text stores it; only what stands here can be in it."""
    text_runs = [run for run in runs if isinstance(run, Run)]
    pieces = []
    for href, group in groupby(text_runs, key=lambda run: run.href):
        inner = "".join(_run_html(run, without) for run in group)
        pieces.append(f'<a href="{html.escape(href)}">{inner}</a>' if href else inner)
    return "".join(pieces)


def _run_html(run: Run, without: str) -> str:
    text = html.escape(_released(run.text), quote=False).replace(BREAK, "<br/>")
    if not run.text.strip():
        return text
    for mark in reversed(MARKS):
        if mark in run.marks and mark != without:
            text = f"<{mark}>{text}</{mark}>"
    return text
