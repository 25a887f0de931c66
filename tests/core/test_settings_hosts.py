"""Settings that keep hosts, cookies and content apart."""

import pytest
from django.conf import settings

from portal.core.addresses import known_hosts
from tests.factories import Portal
from tests.fixtures import PROVINCE_HOST, UNIT_HOST


def test_every_site_is_a_known_host_and_nothing_else(portal: Portal) -> None:
    assert known_hosts() == {PROVINCE_HOST, UNIT_HOST, *settings.EXTRA_HOSTS}


@pytest.mark.parametrize("name", ["SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_DOMAIN"])
def test_cookies_stay_on_the_host_that_set_them(name: str) -> None:
    assert getattr(settings, name) is None


def test_host_middleware_stands_before_everything_that_reads_the_host() -> None:
    names = [path.rpartition(".")[2] for path in settings.MIDDLEWARE]
    assert names.index("KnownHostMiddleware") < names.index("AdminHostMiddleware")
    assert names.index("AdminHostMiddleware") < names.index("SessionMiddleware")
    assert names.index("MaintenanceMiddleware") < names.index("KnownHostMiddleware")
