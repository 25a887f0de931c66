"""Marking the papers of a contest again, after the key of a question was found to be wrong.

Only after the end: before it nobody knows the key, and a right answer must not show through a change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from home.quizzes import audit_trail
from home.quizzes.models import KeyCorrection, QuizEntry, QuizPage, QuizVersion, WinnersNotice
from home.quizzes.rules.paper import ExamPaper, Question
from home.quizzes.rules.periods import State
from home.quizzes.rules.scoring import Keys, mark, right_of
from portal.users.models import User

BATCH = 500


class CorrectionRefusedError(Exception):
    """Why the key may not be corrected now: a sentence for the person who asked."""


@dataclass(frozen=True)
class Corrections:
    """All corrections of a contest, the oldest first."""

    rows: tuple[KeyCorrection, ...] = ()

    @property
    def latest(self) -> dict[str, KeyCorrection]:
        """Question → the correction that holds."""
        return {row.question: row for row in self.rows}

    @property
    def keys(self) -> Keys:
        return {key: row.right for key, row in self.latest.items()}

    @property
    def last(self) -> KeyCorrection | None:
        return self.rows[-1] if self.rows else None

    @property
    def stamp(self) -> int:
        """Another number after each correction."""
        return self.last.pk if self.last else 0


def corrections_of(page: QuizPage) -> Corrections:
    return Corrections(
        tuple(KeyCorrection.objects.filter(page=page).select_related("corrected_by"))
    )


def why_not(page: QuizPage, moment: datetime) -> str:
    """Why no key of the contest may be corrected at the moment; empty when it may."""
    if page.state_at(moment) is not State.OVER:
        return _(
            "Chỉ sửa đáp án sau khi cuộc thi kết thúc; khi đó mọi bài được chấm lại theo đáp án đã sửa."
        )
    if WinnersNotice.objects.filter(page=page).exists():
        return _("Danh sách người đạt giải đã công bố: hãy gỡ danh sách rồi mới sửa đáp án.")
    return ""


@dataclass(frozen=True)
class Told:
    """A correction in words; `before` and `after` are texts of answers."""

    number: int
    row: KeyCorrection
    before: list[str]
    after: list[str]


def told(paper: ExamPaper, corrections: Corrections) -> list[Told]:
    """Corrections of questions that the paper has, the oldest first."""
    questions = {one.key: (number, one) for number, one in enumerate(paper.questions, 1)}
    return [
        Told(number, row, _texts(question, row.before), _texts(question, row.after))
        for row in corrections.rows
        if row.question in questions
        for number, question in [questions[row.question]]
    ]


@transaction.atomic
def correct_key(
    page: QuizPage,
    question: Question,
    right: frozenset[str],
    reason: str,
    user: User | None,
    moment: datetime,
    seen: int,
) -> KeyCorrection:
    """Correct the key and mark all papers again, or nothing of both.

    `seen` is the `Corrections.stamp` that the person had before his eyes. Raises CorrectionRefusedError.
    """
    # The row, locked: two corrections, or one and the publication of winners, go one after the other.
    QuizPage.objects.lock(page.pk)
    refusal, known = why_not(page, moment), corrections_of(page)
    if not refusal and known.stamp != seen:
        refusal = _("Trong lúc đó có người khác đã sửa đáp án. Hãy xem lại rồi sửa tiếp nếu cần.")
    if refusal:
        raise CorrectionRefusedError(refusal)
    before = right_of(question, known.keys)
    row = KeyCorrection.objects.create(
        page=page,
        question=question.key,
        before=sorted(before),
        after=sorted(right),
        reason=reason,
        corrected_at=moment,
        corrected_by=user,
        changed=_mark_again(page, {**known.keys, question.key: right}),
    )
    audit_trail.log_quiz_action(
        audit_trail.KEY_CORRECTED,
        page,
        user=user,
        question=question.text,
        before=_texts(question, before),
        after=_texts(question, right),
        reason=reason,
        changed=row.changed,
    )
    return row


def _texts(question: Question, keys: Collection[str]) -> list[str]:
    return [answer.text for answer in question.answers if answer.key in keys]


def _mark_again(page: QuizPage, keys: Keys) -> int:
    """Mark each paper by the version that its writer read; the number of papers with other marks."""
    changed = list(_with_other_marks(page, keys))
    QuizEntry.objects.bulk_update(changed, ["score", "is_flawless"], batch_size=BATCH)
    return len(changed)


def _with_other_marks(page: QuizPage, keys: Keys) -> Iterator[QuizEntry]:
    papers = {version.pk: version.paper for version in QuizVersion.objects.filter(page=page)}
    fields = ("version_id", "answers", "score", "is_flawless")
    for entry in QuizEntry.objects.select_for_update().filter(page=page).only(*fields):
        chosen = entry.answers if isinstance(entry.answers, dict) else {}
        result = mark(papers[entry.version_id], chosen, keys)
        if (result.score, result.is_flawless) != (entry.score, entry.is_flawless):
            entry.score, entry.is_flawless = result.score, result.is_flawless
            yield entry
