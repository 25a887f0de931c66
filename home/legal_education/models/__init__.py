from home.legal_education.models.lists import Audience, LegalField, MonthlyTheme
from home.legal_education.models.pages import (
    CitedLaw,
    LegalEducationIndexPage,
    LegalEducationPage,
)
from home.legal_education.models.reviews import DueNotice, PageReview

__all__ = [
    "Audience",
    "CitedLaw",
    "DueNotice",
    "LegalEducationIndexPage",
    "LegalEducationPage",
    "LegalField",
    "MonthlyTheme",
    "PageReview",
]
