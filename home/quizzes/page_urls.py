"""Addresses at and below the pages of quizzes."""

from django.urls import path

from home.quizzes.models import QuizIndexPage, QuizPage
from home.quizzes.views.contest import keep_draft, receipt, take_part
from home.quizzes.views.pages import quiz, quiz_list
from home.quizzes.views.practice import practice
from home.quizzes.views.results import results
from portal.core.page_views import serve

serve(QuizIndexPage, path("", quiz_list))
serve(
    QuizPage,
    path("", quiz),
    path("luyen-tap/", practice, name="practice"),
    path("tham-gia/", take_part, name="take_part"),
    path("tham-gia/luu/", keep_draft, name="keep"),
    path("tham-gia/da-nop/", receipt, name="receipt"),
    path("ket-qua/", results, name="results"),
)
