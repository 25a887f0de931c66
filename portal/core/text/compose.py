"""The one form in which text is stored: composed, and free of invisible characters."""

import re
import unicodedata

# Zero-width and bidirectional controls, soft hyphen, byte order mark, tag characters and lone
# surrogates (which no database can encode). They come with text pasted from Word, PDF and chats,
# are invisible, and make two equal-looking words different.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
_LINE_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_FIXED_SPACE = re.compile("[\u00a0\u2007\u202f]")

# Some keyboards and PDF files put the tone before the hat or the breve (e, acute, circumflex).
# NFC keeps such a pair apart, although a reader sees one letter.
_TONE_BEFORE_SHAPE = re.compile("([aeoAEO])([\u0300\u0301\u0303\u0309])([\u0302\u0306])")

# As many as a letter may have in Unicode's own format for texts that are read piece by piece. Putting the
# marks of one letter in order takes the square of their number.
_MOST_MARKS = 30


def few_marks(text: str) -> str:
    """Without the marks that pile up on one letter; no language has that many."""
    marks = "".join(sorted(char for char in set(text) if unicodedata.combining(char)))
    if not marks:
        return text
    return re.sub(f"([{marks}]{{{_MOST_MARKS}}})[{marks}]++", r"\1", text)


def compose(text: str) -> str:
    """Return ``text`` in NFC without invisible characters; every kind of line break becomes "\\n".

    macOS file names and some keyboards send decomposed letters (NFD), which look the same but
    neither compare nor search the same. Tabs, newlines and ordinary spaces are kept as they are.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_BREAK.sub("\n", text)
    text = _FIXED_SPACE.sub(" ", text)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    text = _TONE_BEFORE_SHAPE.sub(r"\1\3\2", unicodedata.normalize("NFD", few_marks(text)))
    return unicodedata.normalize("NFC", text)
