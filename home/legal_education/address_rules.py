"""Who may come to the addresses of this room (`units.isolation`)."""

from units.isolation.access import page

RULES = {
    # The view asks who answers for the page's unit.
    "legal_education_reviewed": page("page_id"),
}
