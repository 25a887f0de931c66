"""The arithmetic is that of RFC 4226, appendix D."""

from __future__ import annotations

import base64

import pytest

from portal.seam.one_time_codes import counter_value

SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(("counter", "code"), [(0, 755224), (1, 287082), (9, 520489)])
def test_codes_of_the_standard(counter: int, code: int) -> None:
    assert counter_value(SECRET, counter) == code
