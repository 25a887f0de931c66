"""A stranger who has found a fault finds whom to tell: `security.txt` and the policy that it names."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.clock import at
from tests.factories import browser
from tests.fixtures import PROVINCE_HOST, UNIT_HOST
from units.models import Unit

FILE, POLICY = "/.well-known/security.txt", "/bao-loi-bao-mat/"


def fields(host: str = PROVINCE_HOST) -> dict[str, str]:
    response = browser(host).get(FILE)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    found = dict(line.split(": ", 1) for line in lines)
    assert len(found) == len(lines)
    return found


@pytest.fixture(autouse=True)
def _mail_of_the_province(province: Unit) -> None:
    province.email = "vienkiemsat@vks.example"
    province.save()


@pytest.mark.parametrize("host", [PROVINCE_HOST, UNIT_HOST])
def test_every_host_names_the_office_that_runs_the_portal(host: str, cao_loc: Unit) -> None:
    cao_loc.email = "cao-loc@vks.example"
    cao_loc.save()
    told = fields(host)
    assert told.pop("Expires")
    assert told == {
        "Contact": "mailto:vienkiemsat@vks.example",
        "Preferred-Languages": "vi, en",
        "Canonical": f"http://{host}{FILE}",
        "Policy": f"http://{PROVINCE_HOST}{POLICY}",
    }


def test_host_of_the_administration_has_the_file_and_sends_on_for_the_policy() -> None:
    host = "quantri.example"
    with override_settings(ADMIN_HOST=host, EXTRA_HOSTS=[host]):
        told = fields(host)
        assert told["Canonical"] == f"http://{host}{FILE}"
        assert told["Policy"] == f"http://{PROVINCE_HOST}{POLICY}"
        assert browser(host).get(POLICY).status_code == 404
        assert browser(PROVINCE_HOST).get(POLICY).status_code == 200


@pytest.mark.parametrize("moment", ["2026-12-01T00:30:00+07:00", "2031-02-28T23:59:00+07:00"])
def test_file_never_runs_out_and_promises_less_than_a_year(moment: str) -> None:
    now = datetime.fromisoformat(moment)
    with at(now):
        expires = datetime.fromisoformat(fields()["Expires"])
    assert timedelta(days=90) < expires - now < timedelta(days=365)


def test_new_mail_address_of_the_province_is_the_new_contact(province: Unit) -> None:
    Unit.objects.filter(pk=province.pk).update(email="a+b%?&@vks.example")
    assert fields()["Contact"] == "mailto:a%2Bb%25%3F%26@vks.example"


def test_province_without_a_mail_address_is_reached_by_what_the_policy_page_shows(
    province: Unit,
) -> None:
    Unit.objects.filter(pk=province.pk).update(email="", telephone="02053812345")
    assert fields()["Contact"] == f"http://{PROVINCE_HOST}{POLICY}"
    assert "tel:+842053812345" in browser().get(POLICY).content.decode()


def test_file_may_be_kept_and_is_not_sent_again_on_the_same_day(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    now = timezone.now().replace(hour=3)
    with at(now):
        first = browser().get(FILE)
    assert first["Cache-Control"] == "public, max-age=3600"
    assert not first.cookies
    with at(now + timedelta(minutes=50)), django_assert_max_num_queries(2):
        again = browser().get(FILE, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("path", [FILE, POLICY])
def test_nothing_is_sent_there(path: str) -> None:
    assert browser().post(path).status_code in {403, 405}
    assert browser().head(path).content == b""


@pytest.mark.parametrize("host", [PROVINCE_HOST, UNIT_HOST])
@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/khong-co/"])
def test_foot_of_every_page_leads_to_the_policy(host: str, path: str) -> None:
    html = browser(host).get(path).content.decode()
    address = POLICY if host == PROVINCE_HOST else f"http://{PROVINCE_HOST}{POLICY}"
    assert f'<a class="to-top" href="{address}">Báo lỗi bảo mật</a>' in html


def test_policy_is_one_page_with_the_provinces_contact() -> None:
    moved = browser(UNIT_HOST).get(POLICY)
    assert (moved.status_code, moved["Location"]) == (301, f"http://{PROVINCE_HOST}{POLICY}")
    html = browser().get(POLICY).content.decode()
    assert f'<link rel="canonical" href="http://{PROVINCE_HOST}{POLICY}">' in html
    assert 'href="mailto:vienkiemsat@vks.example"' in html
    assert "ba ngày làm việc" in html
