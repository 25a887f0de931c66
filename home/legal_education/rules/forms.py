"""The forms of legal education as data: what each of them asks for, and what it cannot do without.

Plain data; the editor, the check list, the page and the script that hides fields all read this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

ARTICLE: Final = "bai-viet"
QUESTION: Final = "hoi-dap"
CASE: Final = "tinh-huong"
LEAFLET: Final = "to-gap"
INFOGRAPHIC: Final = "infographic"
VIDEO: Final = "video"
PODCAST: Final = "podcast"

# Fields of running text that only some forms ask for.
RICH_FIELDS: Final = (
    "question",
    "facts",
    "analysis",
    "conclusion",
    "text_alternative",
    "transcript",
)
SOUND: Final = frozenset({"mp3", "m4a", "ogg"})
FILM: Final = frozenset({"mp4", "webm"})
# A sound file may also come in a WebM box; a film in none of the sound boxes.
PLAYABLE: Final[dict[str, frozenset[str]]] = {VIDEO: FILM, PODCAST: SOUND | {"webm"}}


@dataclass(frozen=True)
class PresentationForm:
    """`asked`: the fields of this form alone, beside those that every page has, in reading order.

    `needed`: what a finished page must have; of a group in braces one is enough.
    """

    key: str
    asked: tuple[str, ...]
    needed: tuple[tuple[str, ...], ...]

    def missing(self, filled: Mapping[str, bool]) -> list[str]:
        """The first field of each group of which nothing is filled."""
        return [group[0] for group in self.needed if not any(filled.get(name) for name in group)]


FORMS: Final[dict[str, PresentationForm]] = {
    form.key: form
    for form in (
        PresentationForm(ARTICLE, ("body",), (("body",),)),
        PresentationForm(QUESTION, ("question", "body"), (("question",), ("body",))),
        PresentationForm(
            CASE,
            ("facts", "question", "analysis", "conclusion", "body"),
            (("facts",), ("question",), ("analysis",), ("conclusion",)),
        ),
        PresentationForm(LEAFLET, ("panels",), (("panels",),)),
        PresentationForm(
            INFOGRAPHIC,
            ("infographic", "text_alternative", "body"),
            (("infographic",), ("text_alternative",)),
        ),
        PresentationForm(
            VIDEO,
            ("recording", "captions", "embed_url", "transcript", "body"),
            (("recording", "embed_url"),),
        ),
        PresentationForm(
            PODCAST, ("recording", "transcript", "body"), (("recording",), ("transcript",))
        ),
    )
}
# Every field that some form asks for and another does not.
OF_ONE_FORM: Final[tuple[str, ...]] = tuple(
    dict.fromkeys(name for form in FORMS.values() for name in form.asked)
)


def form_of(key: str) -> PresentationForm:
    """An unknown key, from an old or forged row, is read as an article."""
    return FORMS.get(key, FORMS[ARTICLE])


def missing(key: str, filled: Mapping[str, bool]) -> list[str]:
    """Names of fields that a finished page of this form still lacks.

    Of a video, what is needed for people who cannot hear and for the still picture depends on where it
    comes from: our own file needs captions, one that others show needs its words and a picture here.
    VIDEO, {"recording": True} → ["captions"].
    """
    found = form_of(key).missing(filled)
    if key == VIDEO and filled.get("recording") and not filled.get("captions"):
        found.append("captions")
    if key == VIDEO and filled.get("embed_url") and not filled.get("recording"):
        found += [name for name in ("transcript", "lead_image") if not filled.get(name)]
    return found
