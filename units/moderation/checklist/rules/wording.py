"""Slips of the pen: shouted words, doubled words, the doubled "từ ngày Từ ngày"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.core.text import fold
from portal.core.text.syllables import is_syllable

# Abbreviations that are written in capitals; others of up to six letters without a vowel pass too.
ABBREVIATIONS: Final = frozenset(
    """
    VKS VKSND VKSNDTC VKSTC TAND TANDTC TA CA CAND CSĐT CQĐT ANĐT UBND HĐND MTTQ BBT QĐ CT TT NĐ CP
    NQ TTg BCA BTP BNV CCCD CMND ATM SMS CNTT KSV KTV ĐTV HSST HSPT DSST DSPT THA THAHS THADS BLHS
    BLTTHS BLDS BLTTDS LLV XHCN CHXHCN TP TPHCM HCM HN VN ASEAN UNESCO WTO HIV AIDS COVID ADN DNA
    QR ID VNEID VTV BIDV AI PDF OTP USB GPS EU USA UAE UNICEF INTERPOL NATO FAO WHO ODA FDI GDP
    """.split()  # noqa: SIM905
)
_CAPITALS: Final = re.compile(r"[^\W\d_]+(?:[ \u00a0]+[^\W\d_]+)*")
_VOWELS: Final = re.compile(r"[aeiouy]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_DOUBLED_PHRASE: Final = re.compile(r"\b(từ ngày|đến ngày|vào ngày|ngày)\s+\1\b", re.IGNORECASE)
_PAIR: Final = re.compile(r"\b([^\W\d_]{2,})[ \u00a0]+\1\b(?![ \u00a0]*[-–])", re.IGNORECASE)
_NEXT: Final = re.compile(r"[ \u00a0]+([^\W\d_]+)")
# Words that Vietnamese doubles on purpose.
REDUPLICATED: Final = frozenset(
    """
    ngày người nhà nơi ai luôn mãi dần thường hằng xa gần cao thấp nho nhỏ đời lớp hàng từng đâu
    khắp nhiều rất xưa nay đêm năm tháng giờ lâu chung riêng vừa vẫn cứ càng mau nhanh chậm xanh đỏ
    vàng tím trắng đen hồng nâu đều ngang dọc bừng rưng rừng trùng ào ầm rào chầm khư khăng đùng
    song mồn phăm chằm đăm tròn sừng hừng vo vù oang lồ
    ba má thím dì cô chú bác hầu hân xinh hay vui buồn thỉnh chốc nao rõ ngời thinh đinh
    """.split()  # noqa: SIM905
)
# Words of two syllables whose first often follows the same syllable: "hành vi vi phạm".
_PAIRS_AFTER: Final = frozenset(
    name.strip()
    for name in """
    vi phạm, quan tâm, quan trọng, quan hệ, sát sao, kiến nghị, nhiệm vụ, quyết định, hành vi, hành chính,
    thông tin, tin học, dân tộc, dân sự, luật sư, an ninh, an toàn, hiện đại, hiện nay, hiện trường,
    động viên, tác động, tác nghiệp, chức năng, phạm tội, phạm nhân, thời gian, thời hạn, thời điểm, đạo đức,
    hội nghị, hội thảo, viên chức, án phí, án treo, kiện toàn, vụ án, vụ việc, tố tụng, tố giác, tố cáo
    """.split(",")  # noqa: SIM905
)
MIN_SHOUT: Final = 2  # words in a row


def shouted(text: str) -> Iterator[str]:
    """Runs of words in capitals that are no abbreviations: "TĂNG CƯỜNG", but not "VKSND TP"."""
    for run in _capital_runs(text):
        words = [word for word in run if not _is_abbreviation(word)]
        if len(words) >= MIN_SHOUT or any(len(word) > 6 for word in words):
            yield " ".join(run)


def _capital_runs(text: str) -> Iterator[list[str]]:
    for match in _CAPITALS.finditer(text):
        run: list[str] = []
        for word in _LETTERS.findall(match[0]):
            if word.isupper() and len(word) > 1:
                run.append(word)
                continue
            if run:
                yield run
            run = []
        if run:
            yield run


def _is_abbreviation(word: str) -> bool:
    """A long one is an abbreviation while it has hardly a vowel: VKSNDCC, UBMTTQVN."""
    return word in ABBREVIATIONS or not (
        is_syllable(word) or (len(word) > 6 and len(_VOWELS.findall(fold(word))) > 1)
    )


def doubled(text: str) -> Iterator[str]:
    """Words that stand twice in a row and should not: "tại tại", but not "ngày ngày" or "hành vi vi phạm"."""
    yield from _doubled_phrases(text)
    yield from _doubled_words(text)


def _doubled_phrases(text: str) -> Iterator[str]:
    for match in _DOUBLED_PHRASE.finditer(text):
        # "ngày ngày" means every day.
        if match[1].casefold() != "ngày" or match[0].split()[1][0].isupper():
            yield match[0]


def _doubled_words(text: str) -> Iterator[str]:
    for match in _PAIR.finditer(text):
        word = match[1].casefold()
        second = match[0].split()[1]
        following = _NEXT.match(text, match.end())
        if following and f"{word} {following[1].casefold()}" in _PAIRS_AFTER:
            continue
        # A name may follow the same word: "tại Tại", "huyện Huyện" are slips, "Bà Bà Trưng" too.
        if word not in REDUPLICATED and (second[0].islower() or match[1][0].isupper()):
            yield match[0]
