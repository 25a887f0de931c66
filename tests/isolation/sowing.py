"""Rows whose every text field holds a word of its owner."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import Field, Model
from django.utils import timezone
from PIL import Image as PillowImage
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Collection, Page

from portal.core.fields import PhoneField
from tests.isolation.words import Words
from units.models import Unit

_numbers = count(1)
# Not words: what the tree and the database keep for themselves, and what follows from other fields.
KEPT = {"path", "url_path", "file_hash", "password", "session_stamp", "draft_title", "object_id"}


@dataclass
class Garden:
    """What was planted for one owner: a unit, or the province."""

    unit: Unit
    words: Words
    rows: dict[str, list[Model]] = field(default_factory=dict)

    @property
    def owner(self) -> str:
        return self.unit.slug

    def text(self, label: str, room: int | None = None) -> str:
        return self.words.text(self.owner, label, room)

    def word(self, label: str) -> str:
        return self.words.new(self.owner, label)

    def keep(self, *rows: Model) -> None:
        for row in rows:
            self.rows.setdefault(row._meta.label_lower, []).append(row)

    def one(self, label: str) -> Any:
        return self.rows[label][0]

    def ids(self, *labels: str) -> list[Any]:
        return [row.pk for label in labels for row in self.rows.get(label, [])]


def sow(garden: Garden, model: type[Model], **given: Any) -> Any:
    """A saved row of any model: text fields get words, pointers lead into the garden."""
    row = model(**filled(garden, model, **given))
    row.save()
    garden.keep(row)
    return row


def sow_page(garden: Garden, model: type[Page], parent: Page, **given: Any) -> Any:
    """A page below `parent` with words in all of its fields, and a revision of it."""
    values = filled(garden, model, **given)
    values.setdefault("live", False)
    page = model(**values)
    Page.objects.get(pk=parent.pk).specific.add_child(instance=page)
    page.save_revision(log_action=True, user=garden.one("users.user"))
    garden.keep(page)
    return page


def filled(garden: Garden, model: type[Model], **given: Any) -> dict[str, Any]:
    values = dict(given)
    for part in model._meta.concrete_fields:
        if part.name in values or part.name in KEPT or part.primary_key:
            continue
        value = _value(garden, model, part)
        if value is not None:
            values[part.name] = value
    return values


def _stream(garden: Garden, part: StreamField, label: str) -> Any:
    if part.name == "panels":
        text = f"<p>{garden.text(label)}</p>"
        return [("panel", {"title": garden.text(f"{label}.title"), "text": text})]
    if part.name == "questions":
        return quiz_questions(garden, label)
    return body(garden, label)


def _value(garden: Garden, model: type[Model], part: Field) -> Any:
    label = f"{model._meta.label_lower}.{part.name}"
    kind = part.get_internal_type()
    if part.is_relation:
        return _pointer(garden, part)
    if part.choices or (not part.editable and kind not in {"CharField", "TextField"}):
        return None
    if isinstance(part, StreamField):
        return _stream(garden, part, label)
    if isinstance(part, RichTextField):
        return f"<p>{garden.text(label)}</p>"
    if kind in {"FileField", "ImageField"}:
        return picture(garden.word(label)) if kind == "ImageField" else paper(garden.word(label))
    if kind == "SlugField":
        return garden.word(label)
    if kind == "JSONField" and part.name == "entries":
        return schedule_lines(garden, label)
    if kind == "JSONField":
        return {"text": garden.text(label)}
    if kind in {"CharField", "TextField"}:
        return _plain(garden, part, label)
    if part.has_default() or part.null:
        return None
    return _required(kind)


def _plain(garden: Garden, part: Field, label: str) -> str | None:
    names = {type(validator).__name__ for validator in part.validators}
    if "EmailValidator" in names:
        return f"{garden.word(label)}@vks.example"
    if "URLValidator" in names:
        return f"https://{garden.word(label)}.example/"
    if isinstance(part, PhoneField):
        return "02053.716.910"
    if part.max_length is not None and part.max_length < 12:
        return None
    return garden.text(label, part.max_length)


def _required(kind: str) -> Any:
    if kind == "DateTimeField":
        return timezone.now()
    if kind == "DateField":
        return timezone.localdate()
    if kind == "TimeField":
        return timezone.localtime().time()
    return False if kind == "BooleanField" else 1


# Pointers that make a different thing of a row when they are set.
UNSET = {"parent", "alias_of", "latest_revision", "live_revision", "lead_story", "schedule"}


def _pointer(garden: Garden, part: Field) -> Any:
    if part.name in UNSET or (not part.many_to_one and not part.one_to_one):
        return None
    target = part.related_model
    if target is Unit:
        return garden.unit
    if target is Collection:
        return garden.unit.collection or Collection.get_first_root_node()
    known = garden.rows.get(target._meta.label_lower) if target else None
    return known[0] if known else None


def schedule_lines(garden: Garden, label: str) -> list[dict[str, Any]]:
    """An internal line of a week, with words in all of its cells."""
    cells = ("content", "place", "note", "prepared_by", "public_content")
    day = timezone.localdate().isoformat()
    people = {name: [garden.text(f"{label}.{name}")] for name in ("chairs", "attendees")}
    texts = {name: garden.text(f"{label}.{name}") for name in cells}
    return [{"day": day, "session": "morning", **people, **texts}]


def quiz_questions(garden: Garden, label: str) -> list[tuple[str, Any]]:
    """A question with words in its text, its answers and its explanation."""
    answers = [
        {"text": garden.text(f"{label}.answer"), "is_right": is_right} for is_right in (True, False)
    ]
    texts = {name: garden.text(f"{label}.{name}") for name in ("text", "alt_text")}
    explanation = f"<p>{garden.text(f'{label}.explanation')}</p>"
    image = garden.one("media.portalimage")
    return [("question", {**texts, "image": image, "answers": answers, "explanation": explanation})]


def body(garden: Garden, label: str) -> list[tuple[str, Any]]:
    """A few kinds of blocks, with words in them and with pictures and documents of the garden."""
    text = f"<p>{garden.text(label)}</p>"
    image, document = garden.one("media.portalimage"), garden.one("media.portaldocument")
    picture = {"image": image, "alt_text": garden.text(f"{label}.alt"), "caption": ""}
    return [
        ("heading", {"text": garden.text(f"{label}.heading"), "level": "2"}),
        ("paragraph", text),
        ("image", {**picture, "caption": garden.text(f"{label}.caption")}),
        ("file", {"document": document, "name": garden.text(f"{label}.file")}),
        ("accordion", {"items": [{"title": garden.text(f"{label}.accordion"), "content": text}]}),
    ]


def picture(name: str) -> ContentFile:
    buffer = BytesIO()
    PillowImage.new("RGB", (64, 40), (next(_numbers) % 250, 50, 90)).save(buffer, "PNG")
    return ContentFile(buffer.getvalue(), name=f"{name}.png")


def paper(name: str) -> ContentFile:
    return ContentFile(f"%PDF-1.4 {next(_numbers)}".encode(), name=f"{name}.pdf")
