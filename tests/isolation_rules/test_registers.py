"""Lists of registers answer whatever their address asks, and never by more than their declared filters."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from home.news.models import Topic
from tests.factories import make_topic
from tests.isolation_rules.test_guard import admin_names

REGISTERS = sorted(
    name for name in set(admin_names(get_resolver())) if name.endswith("_modeladmin_index")
)
# A name of no field, a field that is no filter, a lookup that does not exist, nonsense for the list.
ODD = (
    {"search": "x"},
    {"pk__in": "1"},
    {"name__lệ": "x"},
    {"o": "99.-x"},
    {"p": "x"},
    {"p": "9999"},
)


def test_there_are_registers() -> None:
    assert len(REGISTERS) >= 7


@pytest.mark.parametrize("name", REGISTERS)
def test_a_list_answers_to_parameters_that_it_does_not_know(board: Client, name: str) -> None:
    for parameters in ODD:
        answer = board.get(reverse(name), parameters, follow=True)
        assert answer.status_code == 200, parameters


def test_a_parameter_that_is_no_filter_narrows_nothing(board: Client) -> None:
    first, second = make_topic("Án dân sự"), make_topic("Thi hành án")
    answer = board.get(reverse("news_topic_modeladmin_index"), {"name__startswith": "Án"})
    shown = set(answer.context["object_list"])
    assert shown == set(Topic.objects.all())
    assert {first, second} <= shown
