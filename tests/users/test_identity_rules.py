"""When two spellings are one address, and what a browser is called."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.users.rules.devices import device_in_words
from portal.users.rules.mail_addresses import KEY_LENGTH, address_key, normal_address

text = st.text(max_size=60)


@given(text, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_every_form_of_an_address_has_one_key(address: str, form: str) -> None:
    key = address_key(address)
    assert address_key(unicodedata.normalize(form, normal_address(address))) == key
    assert address_key(f" {address.casefold()}") == key


@given(text)
def test_a_key_is_its_own_key_and_fits_its_column(address: str) -> None:
    key = address_key(address * 30)
    assert key is None or len(key) <= KEY_LENGTH
    short = address_key(address)
    assert short is None or address_key(short) == short
    assert normal_address(normal_address(address)) == normal_address(address)


def test_other_addresses_have_other_keys_and_none_has_none() -> None:
    assert address_key("an@vks.example") != address_key("ân@vks.example")
    assert address_key("  ") is None


def test_the_migration_makes_the_same_keys() -> None:
    from importlib import import_module

    then = import_module("portal.users.migrations.0004_mail_keys").address_key
    for address in (
        "An@VKS.example",
        "đa\u0300o@vks.example",
        "ｔac-gia@vks.example",
        " a@b.vn",
        "",
    ):
        assert (then(address) or None) == address_key(address)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge trên Windows"),
        (
            "Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120 Chrome/114 Safari/5",
            "Cốc Cốc trên Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox trên Linux"),
        (
            "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36",
            "Chrome trên Android",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) Version/18 Safari/605", "Safari trên macOS"),
        ("curl/8.0", "Trình duyệt không rõ"),
        ("", "Trình duyệt không rõ"),
    ],
)
def test_a_browser_in_words(header: str, words: str) -> None:
    assert device_in_words(header) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"Bien.Tap"@vks.example', "bien.tap@vks.example"),
        (r'"bien\.tap"@vks.example', "bien.tap@vks.example"),
        ("a@viện.vn", "a@xn--vin-5kz.vn"),
        ("a@vks.example.", "a@VKS.example"),
    ],
)
def test_two_ways_to_write_one_mailbox_have_one_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)
