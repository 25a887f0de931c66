"""Who may see and do what with the papers of a contest: decided by the role in the quiz's own unit.

Papers hold personal data of people outside, so contributors, who may write the quiz, do not read them.
"""

from __future__ import annotations

from home.quizzes.models import QuizPage
from units.models import Role
from units.scope.rows import Actor, is_board, unit_of_object, units_of_user

READERS = (Role.LEADER, Role.UNIT_ADMIN)


def may_manage_results(user: Actor, page: QuizPage) -> bool:
    """Read and export papers, set prizes, delete a paper: the unit's leader and admin, and the board."""
    if is_board(user):
        return True
    unit = unit_of_object(page)
    return unit is not None and unit.pk in {own.pk for own in units_of_user(user, *READERS)}


def may_publish_winners(user: Actor) -> bool:
    """The board has the second word on whatever becomes public, names of winners too."""
    return is_board(user)


def may_correct_key(user: Actor) -> bool:
    """The answers of a contest that is over are public, and ranks follow from them: the board's word."""
    return is_board(user)
