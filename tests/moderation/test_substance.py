"""What an edit in substance is; plain rules."""

from __future__ import annotations

from units.moderation.substance import changed_words, is_substantial


def test_words_pictures_and_layout() -> None:
    body = '[{"type": "paragraph", "id": "a", "value": "<p>Một hai ba</p>"}]'
    moved = '[{"type": "paragraph", "id": "b", "value": "<p>Một <b>hai</b> ba</p>"}]'
    before = {"title": "Tin", "body": body, "lead_image": 1, "locked": True, "slug": "a"}

    assert changed_words(before, {**before, "body": moved}) == 0
    assert not is_substantial(before, {**before, "slug": "b", "locked": False}, 0)
    assert is_substantial(before, {**before, "title": "Tin mới"}, 0)
    assert not is_substantial(before, {**before, "title": "Tin mới"}, 1)
    assert is_substantial(before, {**before, "lead_image": 2}, 10)
