"""What a Vietnamese syllable may look like: enough to tell Vietnamese from other languages."""

import unicodedata
from functools import lru_cache
from typing import Final

_ONSETS: Final = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_RHYME_LIST: Final = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om
    on ong ooc oong op ot ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut
    uơ uy uya uych uyên uyêt uynh uyt uyu
    ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ych ynh yt
    """
_RHYMES: Final = frozenset(_RHYME_LIST.split())
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHARP_TONES: Final = frozenset("\u0301\u0323")
_STOPS: Final = ("c", "ch", "p", "t")
_MAX_LENGTH: Final = 7  # "nghiêng"


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether ``word`` follows the spelling rules of one Vietnamese syllable, in any case.

    A rule, not a dictionary: "blé" and "für" fail, "bé" and the English "than" pass. A syllable that
    ends in c, ch, p or t carries the tone sắc or nặng, unless it is written without any mark.
    """
    if not 0 < len(word) <= 2 * _MAX_LENGTH:
        return False
    base, tones = _without_tones(word.lower())
    if len(tones) > 1 or len(base) > _MAX_LENGTH:
        return False
    if not _is_onset_and_rhyme(base):
        # "gì", "gìn": the i of the onset is the vowel as well.
        return base in {"gi", "gin"}
    return not base.endswith(_STOPS) or _stops_well(base, tones)


def _without_tones(word: str) -> tuple[str, list[str]]:
    """The letters, and the tones taken from them: "đep" and the nặng for "đẹp"."""
    letters = unicodedata.normalize("NFD", word)
    tones = [char for char in letters if char in _TONES]
    rest = "".join(char for char in letters if char not in _TONES)
    return unicodedata.normalize("NFC", rest), tones


def _is_onset_and_rhyme(base: str) -> bool:
    return any(base.startswith(onset) and base[len(onset) :] in _RHYMES for onset in _ONSETS)


def _stops_well(base: str, tones: list[str]) -> bool:
    """Whether what ends in a stop carries its tone: "pháp" and "đẹp" do, "phàp" and "đep" do not."""
    if not tones:
        return base.isascii()
    return tones[0] in _SHARP_TONES
