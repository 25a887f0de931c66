"""Two long texts in stretches: both from end to end, and what stayed stands beside itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.text.differences import stretches

SENTENCES = st.lists(
    st.sampled_from(["A. ", "B! ", "C; ", "d\n", "e", ". ", " "]) | st.text(max_size=4)
)


@given(SENTENCES.map("".join), SENTENCES.map("".join))
def test_stretches_are_both_texts_from_end_to_end(old: str, new: str) -> None:
    pairs = list(stretches(old, new))
    assert "".join(before for before, _after in pairs) == old
    assert "".join(after for _before, after in pairs) == new


@given(SENTENCES.map("".join))
def test_a_text_is_kept_beside_itself(text: str) -> None:
    assert all(before == after for before, after in stretches(text, text))


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("A. B. C.", "A. X. C.", [("A. ", "A. "), ("B. ", "X. "), ("C.", "C.")]),
        ("A. B. C.", "A. C.", [("A. ", "A. "), ("B. ", ""), ("C.", "C.")]),
        (
            "A. B. C. D.",
            "X. C. B. D.",
            [("A. B. ", "X. "), ("C. ", "C. "), ("", "B. "), ("D.", "D.")],
        ),
        ("", "A.", [("", "A.")]),
    ],
)
def test_what_lies_between_two_kept_sentences_is_one_stretch(
    old: str, new: str, pairs: list[tuple[str, str]]
) -> None:
    assert list(stretches(old, new)) == pairs
