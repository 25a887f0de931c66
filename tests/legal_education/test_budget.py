"""The hub and the pages cost the same with 60 units and 2,000 items: at most 20 queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.legal_education.models import (
    Audience,
    CitedLaw,
    LegalEducationPage,
    LegalField,
    MonthlyTheme,
)
from tests.bulk import add_rows
from tests.factories import add_bare_units, browser, make_image, make_portal
from tests.legal_education.items import index_of, make_answer, make_replaced_law
from units.models import Unit

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
MOST, UNITS, ITEMS = 20, 60, 2000
HUB = "/pho-bien-giao-duc-phap-luat/"


def plant_items(unit: Unit, amount: int) -> None:
    """Every one with a picture, a field and a lapsed law."""
    now, image, law = timezone.now(), make_image(), make_replaced_law()
    made = [
        LegalEducationPage(
            title=f"Bài {number}",
            slug=f"bai-so-{number}",
            lead="Lời dẫn.",
            lead_image=image,
            first_published_at=now,
        )
        for number in range(1, amount + 1)
    ]
    add_rows(index_of(unit), made)
    through = LegalEducationPage.legal_fields.through
    field = LegalField.objects.first()
    through.objects.bulk_create(
        through(legaleducationpage_id=page.pk, legalfield=field) for page in made
    )
    CitedLaw.objects.bulk_create(CitedLaw(page_id=page.pk, law=law) for page in made)


def asked(address: str) -> list[str]:
    visitor = browser()
    for _warm_up in range(2):
        assert visitor.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        visitor.get(address)
    return [query["sql"] for query in captured.captured_queries]


def test_the_hub_stays_within_its_budget_with_many_units_and_items():
    portal = make_portal(["don-vi-0", "don-vi-1"])
    add_bare_units(portal, UNITS - 2)
    plant_items(portal.province, ITEMS // 2)
    plant_items(portal.unit("don-vi-0"), ITEMS // 2)
    today = timezone.localdate()
    MonthlyTheme.objects.create(
        title="Chủ đề", starts_on=today, ends_on=today, field=LegalField.objects.first()
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    field, audience = LegalField.objects.first(), Audience.objects.first()
    narrowed = f"{HUB}?linh-vuc={field.slug}&hinh-thuc=bai-viet&don-vi=don-vi-0"
    answer = make_answer(portal.unit("don-vi-1"), make_replaced_law())
    addresses = [
        HUB,
        f"{HUB}?trang=40",
        narrowed,
        f"{HUB}?doi-tuong={audience.slug}",
        f"{HUB}feed/",
        f"/don-vi/don-vi-0{HUB}",
        f"/don-vi/don-vi-1{HUB}{answer.slug}/",
        "/",
    ]
    costs = {address: asked(address) for address in addresses}
    for address, queries in costs.items():
        assert len(queries) <= MOST, f"{address}: {len(queries)}\n" + "\n".join(queries)
