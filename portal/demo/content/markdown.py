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

from portal.demo.content.pictures import PICTURE_KEYS, picture
from portal.demo.content.reading import ContentError
from portal.demo.content.types import Block

Lines = list[str]
OR = "||"
# One digit: a line may well be wrapped before "30. ".
_POINT = re.compile(r"(?:(-)|[1-9]\.) ")
_PICTURE = re.compile(r"!\[(.*)\]\(([\w-]+)\)")
_NOTICE = re.compile(r"\[!(\w+)\] ")


def blocks(text: str, where: str, *, wordings: bool = False) -> tuple[Block, ...]:
    """The text as blocks; `where` names the file in errors.

    With `wordings` each paragraph without points is ("wordings", the ways to put it).
    """
    parts = re.split(r"\n\s*\n", text.strip())
    return tuple(_block(part.split("\n"), where, wordings) for part in parts if part)


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


def _block(lines: Lines, where: str, wordings: bool) -> Block:
    mark = lines[0].partition(" ")[0]
    if mark in _BLOCKS:
        return _BLOCKS[mark](lines, where)
    if mark.startswith("!["):
        return _pictures(lines, where)
    texts = _wordings(lines) if wordings else []
    if texts:
        return "wordings", tuple(_html(text) for text in texts)
    if OR in lines:
        raise ContentError(
            f"{where}: a wording is empty, or stands where there is but one: {lines[0]}"
        )
    return "paragraph", _html(lines)


def _wordings(lines: Lines) -> list[Lines]:
    """The ways to put a paragraph; none for points, and none when a wording is empty.

    Example: ["Sáng nay", "||", "Hôm nay"] gives [["Sáng nay"], ["Hôm nay"]].
    """
    if any(_POINT.match(line) for line in lines):
        return []
    texts = [text.split("\n") for text in "\n".join(lines).split(f"\n{OR}\n")]
    return [] if any(OR in text for text in texts) else texts


def _joined(lines: Lines) -> str:
    return " ".join(line.strip() for line in lines)


def _html(lines: Lines) -> str:
    """A paragraph, points, or points below a paragraph."""
    parts: list[tuple[str, list[str]]] = []
    for line in lines:
        point = _POINT.match(line)
        if point is None and parts:
            parts[-1][1][-1] += f" {line.strip()}"
            continue
        tag = _tag_of(point)
        if not parts or parts[-1][0] != tag:
            parts.append((tag, []))
        parts[-1][1].append(line[point.end() :] if point else line)
    return "".join(_element(tag, texts) for tag, texts in parts)


def _tag_of(point: re.Match[str] | None) -> str:
    """A line that begins with no point is a paragraph; "- " begins a list, "1. " a numbered one."""
    if point is None:
        return "p"
    return "ul" if point[1] else "ol"


def _element(tag: str, texts: list[str]) -> str:
    points = "".join(f"<li>{text}</li>" for text in texts)
    return f"<p>{texts[0]}</p>" if tag == "p" else f"<{tag}>{points}</{tag}>"


def _heading(lines: Lines, _where: str) -> Block:
    return "heading", _joined(lines).removeprefix("## ")


def _pictures(lines: Lines, where: str) -> Block:
    shown = []
    for line in lines:
        match = _PICTURE.fullmatch(line)
        if match is None or match[2] not in PICTURE_KEYS:
            raise ContentError(f"{where}: no picture: {line}")
        shown.append(picture(match[2], match[1]))
    return ("image", shown[0]) if len(shown) == 1 else ("gallery", tuple(shown))


def _quoted(lines: Lines, where: str) -> Block:
    plain = [line.removeprefix(">").strip() for line in lines]
    tone = _NOTICE.match(plain[0])
    if tone is not None:
        return "notice", {"tone": tone[1], "text": f"<p>{_joined(plain)[tone.end() :]}</p>"}
    *text, source = plain
    if not text or not source.startswith("— "):
        raise ContentError(f"{where}: a quote without its source: {lines[0]}")
    return "quote", {"text": _joined(text), "attribution": source.removeprefix("— ")}


def _questions(lines: Lines, where: str) -> Block:
    pairs: list[tuple[str, Lines]] = []
    for line in lines:
        if line.startswith("? ") or not pairs:
            pairs.append((line.removeprefix("? "), []))
        else:
            pairs[-1][1].append(line)
    if not all(answer for _question, answer in pairs):
        raise ContentError(f"{where}: a question without an answer: {lines[0]}")
    return "accordion", tuple((question, _html(answer)) for question, answer in pairs)


def _table(lines: Lines, where: str) -> Block:
    *rows, caption = lines
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    if not caption.startswith(": ") or len({len(row) for row in cells}) != 1:
        raise ContentError(f"{where}: a table without a caption, or with uneven rows: {lines[0]}")
    header, *body = cells
    return "table", {"caption": caption.removeprefix(": "), "header": header, "rows": body}


_BLOCKS = {"##": _heading, ">": _quoted, "?": _questions, "|": _table}
