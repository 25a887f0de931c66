"""What kind of sound or film a file is, by its first bytes and never by its name."""

from __future__ import annotations

from typing import Final

# Bytes that must be read to tell.
HEAD: Final = 4096

# Kinds that the portal serves, and the endings under which each may be uploaded.
ENDINGS: Final[dict[str, frozenset[str]]] = {
    "mp4": frozenset({"mp4", "m4a"}),
    "webm": frozenset({"webm"}),
    "ogg": frozenset({"ogg"}),
    "mp3": frozenset({"mp3"}),
}
RECORDINGS: Final = frozenset().union(*ENDINGS.values())
_EBML: Final = b"\x1a\x45\xdf\xa3"
_ISO_BRANDS: Final = (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1")
_ISO_OTHER: Final = (b"M4A ", b"M4V ", b"dash", b"MSNV", b"f4v ", b"M4B ")


def kind_of(head: bytes) -> str:
    """ "mp4", "webm", "ogg", "mp3", or "" for anything else."""
    if head[4:8] == b"ftyp" and _is_iso_media(head):
        return "mp4"
    # Matroska has the same first bytes; only its "webm" kind plays in browsers.
    if head.startswith(_EBML) and b"webm" in head[:64]:
        return "webm"
    if head.startswith(b"OggS\x00"):
        return "ogg"
    if head.startswith(b"ID3") or _is_mp3_frame(head):
        return "mp3"
    return ""


def _is_iso_media(head: bytes) -> bool:
    size = int.from_bytes(head[:4], "big")
    brands = head[8:size] if 16 <= size <= len(head) else head[8:64]
    return any(brand in brands for brand in (*_ISO_BRANDS, *_ISO_OTHER))


def _is_mp3_frame(head: bytes) -> bool:
    """MPEG layer III: eleven bits of sync, then version, layer, rate, none of them a reserved value."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bitrate, rate = head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and bitrate not in (0, 15) and rate != 3


def is_named_rightly(kind: str, ending: str) -> bool:
    return ending.lower() in ENDINGS.get(kind, frozenset())
