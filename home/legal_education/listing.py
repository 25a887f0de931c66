"""Items of legal education for a site's home page."""

from __future__ import annotations

from django.http import HttpRequest

from home.legal_education.models import LegalEducationPage
from home.legal_education.presentation import label
from units.frame.frames import Frame


def latest_of_site(frame: Frame, request: HttpRequest, amount: int) -> list[LegalEducationPage]:
    """The newest that the site's hub lists, labelled; two queries, one when there are none."""
    rows = LegalEducationPage.objects.shown().of_unit(frame.unit or frame.province)
    items = list(rows.select_related("lead_image").newest_first()[:amount])
    if items:
        label(items, request)
    return items
