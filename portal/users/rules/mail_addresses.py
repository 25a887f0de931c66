"""When two spellings are one mail address."""

import hashlib
import re
import unicodedata

from portal.core.text import compose

KEY_LENGTH = 254


def normal_address(text: str) -> str:
    """As it is stored and written to: composed, without blanks around. Capitals stay as they were typed."""
    return compose(text).strip()


def address_key(text: str) -> str | None:
    """The same for every spelling of an address: capitals, decomposed and full-width letters, quotes that
    nobody needs, a domain as it is read and as it is sent.

        '"Bien.Tap"@viện.vn' and 'bien.tap@xn--vin-5kz.vn'

    None for no address, of which there may be many. A key that would be longer than an address may be (one
    sign can become eighteen) is hashed.
    """
    key = normal_address(text)
    for _round in range(2):
        key = unicodedata.normalize("NFKD", key).casefold()
    key = unicodedata.normalize("NFKC", key).strip()
    mailbox, at, domain = key.rpartition("@")
    if at:
        key = f"{_without_quotes(mailbox)}@{_as_sent(domain)}"
    if len(key) > KEY_LENGTH:
        key = hashlib.sha256(key.encode()).hexdigest()
    return key or None


def _without_quotes(mailbox: str) -> str:
    """Within quotes a backslash says that the sign after it is meant as it stands (RFC 5321)."""
    if len(mailbox) > 2 and mailbox[0] == mailbox[-1] == '"':
        return re.sub(r"\\(.)", r"\1", mailbox[1:-1])
    return mailbox


def _as_sent(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii").rstrip(".")
    except UnicodeError:
        # No domain that mail could be sent to: a form refuses it.
        return domain
