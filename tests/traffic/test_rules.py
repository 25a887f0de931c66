"""Who is a person that looks, and what is only a program or a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.traffic.rules import is_continuation, is_from_elsewhere, is_guess, is_program

PEOPLE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 9; CUBOT X18) AppleWebKit/537.36 Chrome/90.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 5.1; SM-G361H) AppleWebKit/537.36 Chrome/60.0 coc_coc_browser/80.0",
    "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Zalo android/12100",
    "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/29.3709; U; vi) Presto/2.8.119",
)
PROGRAMS = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
    "Mozilla/5.0 (compatible; bingbot/2.0)",
    "facebookexternalhit/1.1",
    "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/126.0",
    "curl/8.5.0",
    "python-requests/2.32",
    "Go-http-client/2.0",
    "Mozilla/5.0 (compatible; Baiduspider/2.0)",
    "Uptime-Kuma/1.23",
    "",
    "   ",
)


@pytest.mark.parametrize("user_agent", PEOPLE)
def test_browsers_are_people(user_agent: str):
    assert not is_program(user_agent)


@pytest.mark.parametrize("user_agent", PROGRAMS)
def test_programs_are_known_by_what_they_call_themselves(user_agent: str):
    assert is_program(user_agent)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Purpose": "prefetch"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"X-Moz": "prefetch"},
        {"X-Purpose": "preview"},
    ],
)
def test_what_a_browser_fetches_ahead_is_a_guess(headers: dict[str, str]):
    assert is_guess(headers)
    assert not is_guess({})


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [("", False), ("bytes=0-", False), ("bytes=0-99", False), ("bytes=100-", True), ("bytes=-5", True),
     ("bytes=00-", False), ("nonsense", True)],
)  # fmt: skip
def test_a_further_piece_of_a_file_is_a_continuation(wanted: str, answer: bool):
    assert is_continuation({"Range": wanted} if wanted else {}) is answer


@pytest.mark.parametrize(
    ("headers", "answer"),
    [
        ({}, False),
        ({"Sec-Fetch-Site": "same-origin"}, False),
        ({"Sec-Fetch-Site": "same-site"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, True),
        ({"Origin": "https://vks.example"}, False),
        ({"Origin": "https://vks.example:444"}, True),
        ({"Origin": "https://xau.example"}, True),
        ({"Origin": "null"}, True),
    ],
)
def test_reports_of_other_sites_are_told_apart(headers: dict[str, str], answer: bool):
    assert is_from_elsewhere(headers, "vks.example") is answer


@given(st.text(), st.text())
def test_any_header_is_survived(one: str, two: str):
    answers = [
        is_program(one),
        is_guess({"Purpose": one}),
        is_continuation({"Range": one}),
        is_from_elsewhere({"Origin": one}, two),
    ]
    assert {type(answer) for answer in answers} == {bool}
