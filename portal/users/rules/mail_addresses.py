"""When two spellings are one mail address."""

import hashlib
import unicodedata

from portal.core.text import compose

KEY_LENGTH = 254


def normal_address(text: str) -> str:
    """As it is stored and written to: composed, without blanks around. Capitals stay as they were typed."""
    return compose(text).strip()


def address_key(text: str) -> str | None:
    """The same for every spelling of an address: capitals, decomposed and full-width letters.

    None for no address, of which there may be many. A key that would be longer than an address may be (one
    sign can become eighteen) is hashed.
    """
    key = normal_address(text)
    for _round in range(2):
        key = unicodedata.normalize("NFKD", key).casefold()
    key = unicodedata.normalize("NFKC", key).strip()
    if len(key) > KEY_LENGTH:
        key = hashlib.sha256(key.encode()).hexdigest()
    return key or None
