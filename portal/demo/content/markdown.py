"""The small part of Markdown in which the sample's texts are written, turned into blocks and HTML.

Parts of a text stand between empty lines; lines may be wrapped anywhere:

    ## A heading                     > A quote                        ? A question of an accordion
    A paragraph; below it            > — who said it                  Its answer
    - points, or 1. numbers          > [!warning] a notice            ? The next question …

    ![caption](drawing)              | a table |   its first row is the header,
    two of these are a gallery       : its caption stands below it

In templates of news a paragraph may have several wordings with a line `||` between them. HTML stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from portal.demo.content.pictures import PICTURE_KEYS, picture
from portal.demo.content.reading import ContentError
from portal.demo.content.types import Block

Lines = list[str]
OR = "||"
_POINT = re.compile(r"(?:(-)|\d+\.) ")
_PICTURE = re.compile(r"!\[(.*)\]\(([\w-]+)\)")
_NOTICE = re.compile(r"\[!(\w+)\] ")


def blocks(text: str, where: str, *, wordings: bool = False) -> tuple[Block, ...]:
    """The text as blocks; `where` names the file in errors.

    With `wordings` each paragraph without points is ("wordings", the ways to put it).
    """
    return tuple(_block(lines, where, wordings) for lines in _parts(text))


def html(text: str, where: str) -> str:
    """A text of paragraphs and points alone, as a rich-text field keeps it."""
    made = blocks(text, where)
    if not made or any(kind != "paragraph" for kind, _value in made):
        raise ContentError(f"{where}: paragraphs and points are expected here")
    return "".join(str(value) for _kind, value in made)


def sections(text: str, mark: str, where: str) -> dict[str, str]:
    """What stands below each line that begins with `mark`; what stands above the first is named ""."""
    found = {"": ""}
    name = ""
    for line in text.splitlines(keepends=True):
        if line.startswith(mark):
            name = line.removeprefix(mark).strip()
            if name in found:
                raise ContentError(f"{where}: two parts are called {name!r}")
            found[name] = ""
        else:
            found[name] += line
    return found


def _parts(text: str) -> Iterator[Lines]:
    for part in re.split(r"\n\s*\n", text.strip()):
        if part:
            yield part.split("\n")


def _block(lines: Lines, where: str, wordings: bool) -> Block:
    first = lines[0]
    if first.startswith("## "):
        return "heading", _joined(lines).removeprefix("## ")
    if first.startswith("!["):
        return _pictures(lines, where)
    if first.startswith("> "):
        return _quoted([line.removeprefix(">").strip() for line in lines], where)
    if first.startswith("? "):
        return "accordion", tuple(_questions(lines, where))
    if first.startswith("| "):
        return _table(lines, where)
    if wordings and not any(_POINT.match(line) for line in lines):
        return "wordings", tuple(_html(one) for one in _split(lines, where))
    if OR in lines:
        raise ContentError(f"{where}: several wordings are not possible here: {first}")
    return "paragraph", _html(lines)


def _joined(lines: Iterable[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _split(lines: Lines, where: str) -> list[Lines]:
    """The wordings, each as its lines."""
    found: list[Lines] = [[]]
    for line in lines:
        if line == OR:
            found.append([])
        else:
            found[-1].append(line)
    if not all(found):
        raise ContentError(f"{where}: an empty wording: {lines[0]}")
    return found


def _html(lines: Lines) -> str:
    """A paragraph, points, or points below a paragraph."""
    parts: list[tuple[str, list[str]]] = []
    for line in lines:
        point = _POINT.match(line)
        if point is not None:
            tag = "ul" if point[1] else "ol"
            if not parts or parts[-1][0] != tag:
                parts.append((tag, []))
            parts[-1][1].append(line[point.end() :])
        elif parts:
            parts[-1][1][-1] += f" {line.strip()}"
        else:
            parts.append(("p", [line]))
    return "".join(_element(tag, texts) for tag, texts in parts)


def _element(tag: str, texts: list[str]) -> str:
    if tag == "p":
        return f"<p>{texts[0]}</p>"
    points = "".join(f"<li>{text}</li>" for text in texts)
    return f"<{tag}>{points}</{tag}>"


def _pictures(lines: Lines, where: str) -> Block:
    found = [_PICTURE.fullmatch(line) for line in lines]
    for line, match in zip(lines, found, strict=True):
        if match is None or match[2] not in PICTURE_KEYS:
            raise ContentError(f"{where}: no picture: {line}")
    shown = tuple(picture(match[2], match[1]) for match in found if match)
    return ("image", shown[0]) if len(shown) == 1 else ("gallery", shown)


def _quoted(lines: Lines, where: str) -> Block:
    tone = _NOTICE.match(lines[0])
    if tone is not None:
        return "notice", {"tone": tone[1], "text": f"<p>{_joined(lines)[tone.end() :]}</p>"}
    *text, source = lines
    if not text or not source.startswith("— "):
        raise ContentError(f"{where}: a quote without its source: {lines[0]}")
    return "quote", {"text": _joined(text), "attribution": source.removeprefix("— ")}


def _questions(lines: Lines, where: str) -> Iterator[tuple[str, str]]:
    asked = [place for place, line in enumerate(lines) if line.startswith("? ")]
    for start, end in zip(asked, [*asked[1:], len(lines)], strict=True):
        if end - start < 2:
            raise ContentError(f"{where}: a question without an answer: {lines[start]}")
        yield lines[start].removeprefix("? "), _html(lines[start + 1 : end])


def _table(lines: Lines, where: str) -> Block:
    *rows, caption = lines
    if not caption.startswith(": "):
        raise ContentError(f"{where}: a table without a caption: {lines[0]}")
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    if len({len(row) for row in cells}) != 1:
        raise ContentError(f"{where}: the rows of a table differ in length: {caption}")
    header, *body = cells
    return "table", {"caption": caption.removeprefix(": "), "header": header, "rows": body}
