"""What an edit in substance is; plain rules."""

from __future__ import annotations

from units.moderation.rules.substance import Version, changed_words, is_substantial, main_writers


def test_words_pictures_and_layout() -> None:
    body = '[{"type": "paragraph", "id": "a", "value": "<p>Một hai ba</p>"}]'
    moved = '[{"type": "paragraph", "id": "b", "value": "<p>Một <b>hai</b> ba</p>"}]'
    before = {"title": "Tin", "body": body, "lead_image": 1, "locked": True, "slug": "a"}

    assert changed_words(before, {**before, "body": moved}) == 0
    assert not is_substantial(before, {**before, "slug": "b", "locked": False}, 0)
    assert is_substantial(before, {**before, "title": "Tin mới"}, 0)
    assert not is_substantial(before, {**before, "title": "Tin mới"}, 1)
    assert is_substantial(before, {**before, "lead_image": 2}, 10)


def _version(writer: int | None, text: str) -> Version:
    writers = frozenset() if writer is None else frozenset([writer])
    return Version(writers, {"title": "", "body": text})


def test_a_phrase_belongs_to_who_wrote_it_first() -> None:
    words = " ".join(f"chữ{number}" for number in range(30))
    other = " ".join(f"khác{number}" for number in range(30))
    halves = words.split()[15:] + words.split()[:15]

    def writers(*versions: tuple[int | None, str]) -> set[int | None]:
        return main_writers([_version(*version) for version in versions], 10)

    assert writers((1, words)) == {1}
    assert writers((1, words), (2, words + " thêm vài chữ")) == {1}, "a few words more"
    assert writers((1, words), (2, " ".join(halves))) == {1}, "moved"
    assert writers((1, words), (1, ""), (2, words)) == {1}, "taken out and brought back"
    assert writers((1, words), (2, other)) == {2}, "written anew"
    assert writers((1, words), (None, words), (2, words + " thêm vài chữ")) == set(), "public"
    assert writers((1, words), (2, f"{words} {chr(32).join(other.split()[:26])}")) == {1, 2}, (
        "half and half"
    )
    assert writers() == set()
