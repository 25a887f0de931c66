"""The other side of the matrix: who may see everything does see the words, so it proves something."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page

from tests.factories import make_user
from tests.isolation.addresses import addresses, filled
from tests.isolation.conftest import Field
from tests.isolation.visits import queries, signed_in, text_of
from units.models import Role

# Planted words that no screen shows even to a system administrator, by their beginnings: the ledger and
# the mails of the reviews have no screen yet, versions of weeks are read on the public site, papers of a
# contest stay with its entries, what search engines are told of a week follows from its dates, the rest is
# kept for the portal's own use.
UNSHOWN = (
    "moderation.ledgerentry.",
    "moderation.pendingmail.",
    "moderation.reviewstep.topics",
    "quizzes.quizdraft.",
    "quizzes.quizentry.answers",
    "quizzes.quizentry.phone_key",
    "quizzes.quizentry.token_hash",
    "quizzes.quizversion.content",
    "schedules.scheduleversion.content",
    "schedules.workschedulepage.search_description",
    "schedules.workschedulepage.seo_title",
    "schedules.workschedulepage.title",
    "units.invitation.nonce",
    "wagtailcore.modellogentry.data",
    "wagtailcore.pagelogentry.data",
    "wagtailcore.uploadedfile.file",
    "wagtailredirects.redirect.redirect_page_route_path",
)


def seen_by(field: Field, user: object) -> set[str]:
    client, seen = signed_in(user), set()
    for address in addresses():
        for values in filled(address, field.foreign):
            with transaction.atomic():
                for query in list(queries(field, address, field.foreign))[:2]:
                    text = text_of(client.get(address.url(values), query))
                    seen |= field.words.in_text(text, [field.foreign.owner])
                transaction.set_rollback(True)
        if address.name.endswith("logout"):
            client = signed_in(user)
    # The matrix visits two pages; the fields of the other kinds are in their own forms.
    rows = [row for rows in field.foreign.rows.values() for row in rows if isinstance(row, Page)]
    for page in rows:
        text = text_of(client.get(f"/admin/pages/{page.pk}/edit/"))
        seen |= field.words.in_text(text, [field.foreign.owner])
    return {label.partition(": ")[2] for label in seen}


def planted(field: Field) -> set[str]:
    return {label.partition(": ")[2] for label in field.words.labels_of(field.foreign.owner)}


def test_a_system_administrator_sees_every_planted_word_somewhere(field: Field):
    missing = planted(field) - seen_by(field, field.superuser)
    assert {label for label in missing if not label.startswith(UNSHOWN)} == set()


def test_the_board_sees_what_the_units_write(field: Field):
    seen = seen_by(field, make_user(Role.BOARD))
    for label in ("news.newspage.title", "media.portalimage.title", "units.official.name"):
        assert label in seen
