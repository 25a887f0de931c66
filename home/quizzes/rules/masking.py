"""What of a winner stands on a public page."""

from __future__ import annotations

from portal.core.text import phone_display

SHOWN_DIGITS = 3
HIDDEN = "•"


def masked_phone(number: str) -> str:
    """ "0912.345.678" → "••••.•••.678": the owner knows it again, nobody else can call it."""
    shown = phone_display(number)
    digits_left = sum(sign.isdigit() for sign in shown) - SHOWN_DIGITS
    masked = []
    for sign in shown:
        if sign.isdigit() and digits_left > 0:
            digits_left -= 1
            masked.append(HIDDEN)
        else:
            masked.append(sign)
    return "".join(masked)
