"""The arithmetic is that of RFC 4226, appendix D."""

from __future__ import annotations

import base64
import time

import pytest

from portal.seam.one_time_codes import counter_value, is_code_now

SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(("counter", "code"), [(0, 755224), (1, 287082), (9, 520489)])
def test_codes_of_the_standard(counter: int, code: int) -> None:
    assert counter_value(SECRET, counter) == code


def test_a_code_of_now_is_taken_again_and_again() -> None:
    """Whether one was used is for the portal to remember."""
    code = f"{counter_value(SECRET, int(time.time()) // 30):06}"
    assert is_code_now(SECRET, code)
    assert is_code_now(SECRET, code)
    assert not is_code_now(SECRET, f"{(int(code) + 1) % 1_000_000:06}")
