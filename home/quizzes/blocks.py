"""The blocks that a quiz's questions are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from home.quizzes.rules.paper import Answer, ExamPaper, Question, QuestionCitation
from portal.core.blocks import TEXT_FEATURES, ImageChooserBlock
from portal.core.text import compose
from portal.core.validators import validate_alt_text

MOST_ANSWERS = 8
MOST_CITATIONS = 6


class AnswerBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Phương án"), max_length=400)
    is_right = blocks.BooleanBlock(label=_("Là đáp án đúng"), required=False)

    class Meta:
        icon = "radio-empty"
        label = _("Phương án")


class CitationValue(blocks.StructValue):
    @property
    def place(self) -> str:
        """ "điểm a khoản 2 Điều 5"; empty when the whole law is meant."""
        steps = (("điểm", "point"), ("khoản", "clause"), ("Điều", "article"))
        return " ".join(f"{word} {self[name].strip()}" for word, name in steps if self.get(name))


class CitationBlock(blocks.StructBlock):
    law = SnippetChooserBlock("laws.Law", label=_("Văn bản"))
    article = blocks.CharBlock(label=_("Điều"), required=False, max_length=20)
    clause = blocks.CharBlock(label=_("Khoản"), required=False, max_length=20)
    point = blocks.CharBlock(label=_("Điểm"), required=False, max_length=20)

    class Meta:
        icon = "doc-full"
        label = _("Căn cứ pháp luật")
        value_class = CitationValue


class QuestionBlock(blocks.StructBlock):
    """A question; with more than one right answer the reader ticks several."""

    text = blocks.TextBlock(label=_("Câu hỏi"), max_length=1000, rows=2)
    image = ImageChooserBlock(label=_("Ảnh minh họa"), required=False)
    alt_text = blocks.CharBlock(
        label=_("Văn bản thay thế của ảnh"),
        required=False,
        max_length=255,
        help_text=_("Mô tả ảnh cho người không nhìn thấy; không để lộ đáp án."),
    )
    answers = blocks.ListBlock(
        AnswerBlock(), label=_("Các phương án"), min_num=2, max_num=MOST_ANSWERS
    )
    explanation = blocks.RichTextBlock(
        label=_("Giải thích"), required=False, features=TEXT_FEATURES
    )
    citations = blocks.ListBlock(
        CitationBlock(), label=_("Căn cứ pháp luật"), default=[], max_num=MOST_CITATIONS
    )

    class Meta:
        icon = "help"
        label = _("Câu hỏi")
        label_format = "{text}"

    def clean(self, value: Any) -> Any:
        """At least one answer is right and one wrong, no two are the same; a draft may be unfinished."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        errors: dict[str, Any] = {}
        wrong = _wrong_answers(cleaned["answers"])
        if wrong is not None:
            errors["answers"] = _list_error(wrong)
        if cleaned.get("image"):
            try:
                _check_alt(cleaned.get("alt_text") or cleaned["image"].description)
            except ValidationError as error:
                errors["alt_text"] = error
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned


def _wrong_answers(answers: Sequence[Any]) -> StrOrPromise | None:
    """What makes the answers none to choose among: "A" and "a" are the same."""
    right = sum(bool(answer["is_right"]) for answer in answers)
    if right == 0:
        return _("Hãy đánh dấu ít nhất một đáp án đúng.")
    if right == len(answers):
        return _("Câu hỏi cần ít nhất một phương án sai.")
    if len({_folded(answer["text"]) for answer in answers}) < len(answers):
        return _("Có hai phương án giống nhau.")
    return None


def _list_error(text: Any) -> ListBlockValidationError:
    return ListBlockValidationError(non_block_errors=[ValidationError(text)])


def _folded(text: str) -> str:
    """Spaces and letter case make no other answer; marks do ("tố" is not "to")."""
    return " ".join(compose(text).casefold().split())


def _check_alt(text: str) -> None:
    if not text:
        raise ValidationError(_("Ảnh cần văn bản thay thế: viết một câu mô tả ảnh."))
    validate_alt_text(text)


class QuestionsBlock(blocks.StreamBlock):
    question = QuestionBlock()

    class Meta:
        required = False


def paper_of(questions: Any) -> ExamPaper:
    """The paper that stands in the editor's blocks, with the blocks' own keys."""
    return ExamPaper(tuple(_question(child.id or "", child.value) for child in questions or ()))


def _question(key: str, value: Any) -> Question:
    image = value.get("image")
    explanation = value.get("explanation")
    return Question(
        key=key,
        text=compose(value.get("text") or ""),
        answers=tuple(_answer(one) for one in value["answers"].bound_blocks),
        explanation=explanation.source if explanation else "",
        image=image.pk if image else None,
        alt=compose(value.get("alt_text") or (image.description if image else "")),
        citations=_citations(value.get("citations") or ()),
    )


def _answer(child: Any) -> Answer:
    value = child.value
    return Answer(child.id or "", compose(value["text"] or ""), bool(value["is_right"]))


def _citations(values: Iterable[Any]) -> tuple[QuestionCitation, ...]:
    """A law that has been deleted is no citation."""
    return tuple(
        QuestionCitation(one["law"].pk, compose(one.place)) for one in values if one.get("law")
    )
