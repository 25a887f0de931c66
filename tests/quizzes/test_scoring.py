"""Marks, ranks and order: rules that hold for any paper and any answers."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.quizzes.rules import periods
from home.quizzes.rules.masking import masked_phone
from home.quizzes.rules.paper import (
    Answer,
    ExamPaper,
    Question,
    QuestionCitation,
    from_data,
    sensible,
    shuffled,
    to_data,
)
from home.quizzes.rules.scoring import Candidate, flawless, mark, ranking, spread, statistics

START = datetime(2026, 11, 9, 1, tzinfo=UTC)


@st.composite
def papers(draw: st.DrawFn) -> ExamPaper:
    questions = []
    for number in range(draw(st.integers(1, 6))):
        flags = draw(st.lists(st.booleans(), min_size=2, max_size=5).filter(any))
        answers = tuple(Answer(f"{number}-{n}", f"Ý {n}", flag) for n, flag in enumerate(flags))
        questions.append(
            Question(f"{number}", f"Câu {number}", answers, citations=(QuestionCitation(7),))
        )
    return ExamPaper(tuple(questions))


@st.composite
def answered(draw: st.DrawFn) -> tuple[ExamPaper, dict[str, list[str]]]:
    paper = draw(papers())
    chosen = {
        question.key: draw(
            st.lists(st.sampled_from([a.key for a in question.answers]), unique=True)
        )
        for question in paper.questions
    }
    return paper, chosen


def all_right(paper: ExamPaper) -> dict[str, list[str]]:
    return {question.key: sorted(question.right) for question in paper.questions}


@given(answered())
def test_mark_lies_between_nothing_and_all(pair: tuple[ExamPaper, dict[str, list[str]]]) -> None:
    paper, chosen = pair
    result = mark(paper, chosen)
    assert 0 <= result.score <= result.of == len(paper.questions)
    assert result.is_flawless == (result.score == result.of)


@given(papers())
def test_right_answers_have_full_marks_and_no_answers_none(paper: ExamPaper) -> None:
    assert mark(paper, all_right(paper)).is_flawless
    assert mark(paper, {}).score == 0


@given(answered(), st.text(max_size=8))
def test_order_of_the_paper_changes_no_mark(
    pair: tuple[ExamPaper, dict[str, list[str]]], seed: str
) -> None:
    paper, chosen = pair
    assert mark(shuffled(paper, seed), chosen) == mark(paper, chosen)


@given(papers(), st.data())
def test_one_tick_too_many_or_too_few_costs_the_mark(paper: ExamPaper, data: st.DataObject) -> None:
    question = data.draw(st.sampled_from(paper.questions))
    flipped = data.draw(st.sampled_from([answer.key for answer in question.answers]))
    chosen = all_right(paper)
    chosen[question.key] = sorted(set(chosen[question.key]) ^ {flipped})
    assert mark(paper, chosen).score == len(paper.questions) - 1


@given(papers(), st.text(max_size=8))
def test_seed_gives_one_order_and_loses_nothing(paper: ExamPaper, seed: str) -> None:
    once, twice = shuffled(paper, seed), shuffled(paper, seed)
    assert once == twice
    assert once.skeleton == paper.skeleton


def test_seeds_give_many_orders() -> None:
    answers = tuple(Answer(str(n), str(n), n == 0) for n in range(5))
    paper = ExamPaper(tuple(Question(str(n), str(n), answers) for n in range(6)))
    orders = {tuple(q.key for q in shuffled(paper, str(seed)).questions) for seed in range(40)}
    assert len(orders) > 20


@given(papers())
def test_paper_is_read_as_it_was_written(paper: ExamPaper) -> None:
    assert from_data(to_data(paper)) == paper


@pytest.mark.parametrize("data", [None, "x", {"text": "x"}, [1], [{"key": "1"}], [{"answers": 3}]])
def test_broken_paper_is_an_empty_one(data: object) -> None:
    assert from_data(data) == ExamPaper()


@given(answered(), st.dictionaries(st.text(max_size=3), st.lists(st.text(max_size=3))))
def test_only_answers_of_the_paper_are_kept(
    pair: tuple[ExamPaper, dict[str, list[str]]], junk: dict[str, list[str]]
) -> None:
    paper, chosen = pair
    kept = sensible(paper, {**junk, **chosen})
    known = {question.key: question for question in paper.questions}
    for key, values in kept.items():
        assert set(values) <= {answer.key for answer in known[key].answers}
        assert known[key].takes_several or len(values) == 1
    assert sensible(paper, kept) == kept


candidates = st.lists(
    st.builds(
        Candidate,
        key=st.integers(0, 10**6),
        score=st.integers(0, 3),
        is_flawless=st.booleans(),
        guess=st.none() | st.integers(0, 8),
        received_at=st.integers(0, 3).map(lambda minutes: START + timedelta(minutes=minutes)),
    ),
    max_size=12,
    unique_by=lambda one: one.key,
)


@given(candidates, st.randoms())
def test_ranking_does_not_depend_on_the_order_of_rows(rows: list[Candidate], random) -> None:
    mixed = list(rows)
    random.shuffle(mixed)
    assert ranking(mixed) == ranking(rows)


@given(candidates)
def test_better_entries_stand_before_worse_ones(rows: list[Candidate]) -> None:
    number = flawless(rows)
    places = ranking(rows)
    assert {place.candidate for place in places} == set(rows)
    for before, after in itertools.pairwise(places):
        one, two = before.candidate, after.candidate
        assert one.score >= two.score
        if one.score == two.score and one.guess is not None and two.guess is not None:
            assert abs(one.guess - number) <= abs(two.guess - number)
            if abs(one.guess - number) == abs(two.guess - number):
                assert one.received_at <= two.received_at
        if one.score == two.score and one.guess is None:
            assert two.guess is None


@given(candidates)
def test_equal_entries_share_a_rank_and_the_next_is_left_out(rows: list[Candidate]) -> None:
    ranks = [place.rank for place in ranking(rows)]
    for position, rank in enumerate(ranks, 1):
        assert rank == position or rank == ranks[position - 2]


def test_guess_then_time_decide_between_equal_marks() -> None:
    def entry(key: int, score: int, guess: int, minute: int) -> Candidate:
        moment = START + timedelta(minutes=minute)
        return Candidate(key, score, score == 10, guess, moment)

    rows = [
        entry(1, 10, 9, 1),
        entry(2, 10, 2, 9),
        entry(3, 10, 4, 5),
        entry(4, 9, 3, 0),
        entry(5, 10, 4, 2),
    ]
    assert flawless(rows) == 4
    assert [place.candidate.key for place in ranking(rows)] == [5, 3, 2, 1, 4]


@given(answered())
def test_statistics_agree_with_the_marks(pair: tuple[ExamPaper, dict[str, list[str]]]) -> None:
    paper, chosen = pair
    counts = statistics(paper, [chosen, all_right(paper), {}])
    assert sum(count.right for count in counts) == (
        mark(paper, chosen).score + len(paper.questions)
    )
    assert all(count.total == 3 for count in counts)


def test_spread_counts_the_highest_first() -> None:
    assert spread([3, 1, 3, 2]) == [(3, 2), (2, 1), (1, 1)]


@pytest.mark.parametrize(
    ("minutes", "state"),
    [
        (-1, periods.State.UPCOMING),
        (0, periods.State.RUNNING),
        (60, periods.State.RUNNING),
        (60 + 0.9 / 60, periods.State.RUNNING),
        (60 + 1 / 60, periods.State.OVER),
    ],
)
def test_last_second_still_counts(minutes: float, state: periods.State) -> None:
    moment = START + timedelta(minutes=minutes)
    assert periods.state(START, START + timedelta(hours=1), moment) is state


def test_contest_without_dates_has_not_begun() -> None:
    assert periods.state(None, START, START + timedelta(days=9)) is periods.State.UPCOMING
    assert periods.state(START, None, START + timedelta(days=9)) is periods.State.UPCOMING


@pytest.mark.parametrize(
    ("number", "shown"),
    [("+84912345678", "••••.•••.678"), ("02053.716.910", "•••••.•••.910"), ("", "")],
)
def test_masked_number_shows_three_digits(number: str, shown: str) -> None:
    assert masked_phone(number) == shown
