"""Hosts that are not ours, the administration's own host, planned downtime."""

from __future__ import annotations

import pytest
from django.test import override_settings
from wagtail.models import Site

from tests.factories import Portal, browser, make_news
from tests.fixtures import PROVINCE_HOST, UNIT_HOST
from tests.inline_code import inline_code

SIGN_IN = "/admin/tai-khoan/dang-nhap/"
BROKEN_HOSTS = ["bad host", "localhost:abc", "[::1", "ví-dụ", "", "a/b", "@"]


def test_unknown_host_gets_a_readable_page_with_the_way_to_the_province(portal: Portal) -> None:
    response = browser("casino.example").get("/tin-tuc/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "Địa chỉ này không thuộc cổng thông tin" in html
    assert f'href="http://{PROVINCE_HOST}' in html
    assert "casino.example" not in html


@pytest.mark.parametrize("path", ["/", "/admin/", "/documents/1/a.pdf", "/tim-kiem/", "/media/x"])
def test_unknown_host_sees_nothing_of_the_portal(portal: Portal, path: str) -> None:
    assert browser("casino.example").get(path).status_code == 404


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/admin/", "/static/khong-co.css"])
@pytest.mark.parametrize("host", BROKEN_HOSTS)
def test_malformed_host_gets_a_readable_refusal(
    portal: Portal, host: str, path: str, secure: bool
) -> None:
    with override_settings(SECURE_SSL_REDIRECT=secure):
        response = browser(host).get(path)
    assert 400 <= response.status_code < 500
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize("host", ["a..b", "-x-.example", "localhost.", "[::1]:8000", "10.0.0.1"])
def test_odd_but_unknown_host_gets_the_same_page(portal: Portal, host: str) -> None:
    assert browser(host).get("/").status_code == 404


def test_forged_host_never_appears_in_a_page(portal: Portal) -> None:
    response = browser(PROVINCE_HOST).get("/", headers={"x-forwarded-host": "casino.example"})
    assert "casino.example" not in response.content.decode()


@pytest.mark.parametrize("host", [PROVINCE_HOST, UNIT_HOST, "127.0.0.1"])
def test_known_hosts_are_answered_in_any_case_and_port(portal: Portal, host: str) -> None:
    for spelling in (host, host.upper(), f"{host}:8000"):
        assert browser(spelling).get("/").status_code == 200, spelling


def test_unit_host_sends_a_visitor_to_the_administration_of_the_province(portal: Portal) -> None:
    response = browser(UNIT_HOST).get("/admin/pages/?q=1")
    assert response.status_code == 302
    assert response["Location"].endswith("/admin/pages/?q=1")
    assert UNIT_HOST not in response["Location"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_unit_host_refuses_everything_else_sent_to_the_administration(
    portal: Portal, method: str
) -> None:
    assert getattr(browser(UNIT_HOST), method)(SIGN_IN).status_code == 404


def test_unit_host_refuses_a_post_with_a_page_in_the_units_frame(portal: Portal) -> None:
    html = browser(UNIT_HOST).post(SIGN_IN).content.decode()
    assert "Không tìm thấy trang" in html
    assert portal.unit("cao-loc").name in html


def test_administration_answers_on_the_province_host(portal: Portal) -> None:
    assert browser(PROVINCE_HOST).get(SIGN_IN).status_code == 200


def test_admin_host_of_its_own_holds_the_administration_and_nothing_else(portal: Portal) -> None:
    with override_settings(ADMIN_HOST="quantri.example", EXTRA_HOSTS=["quantri.example"]):
        admin = browser("quantri.example")
        assert admin.get(SIGN_IN).status_code == 200
        assert admin.get("/")["Location"] == "/admin/"
        for path in ("/tin-tuc/", "/tim-kiem/", "/feed/"):
            assert admin.get(path).status_code == 404, path
        for host in (PROVINCE_HOST, UNIT_HOST):
            for method in ("get", "head", "post"):
                assert getattr(browser(host), method)(SIGN_IN).status_code == 404
            assert browser(host).get("/").status_code == 200


def test_small_installation_may_keep_site_and_administration_on_one_host(portal: Portal) -> None:
    with override_settings(ADMIN_HOST=PROVINCE_HOST):
        assert browser(PROVINCE_HOST).get("/").status_code == 200
        assert browser(PROVINCE_HOST).get(SIGN_IN).status_code == 200
        assert browser(UNIT_HOST).get(SIGN_IN).status_code == 404


def test_path_that_only_starts_like_the_administration_is_a_page(portal: Portal) -> None:
    assert browser(UNIT_HOST).get("/administrator/").status_code == 404


def test_public_and_administration_have_policies_of_their_own(portal: Portal) -> None:
    public = browser(PROVINCE_HOST).get("/")["Content-Security-Policy"]
    admin = browser(PROVINCE_HOST).get(SIGN_IN)["Content-Security-Policy"]
    assert "unsafe" not in public
    assert "script-src 'self';" in f"{admin};"
    for policy in (public, admin):
        for directive in ("default-src", "object-src", "base-uri", "frame-ancestors"):
            assert f"{directive} 'none'" in policy
        assert "upgrade-insecure-requests" not in policy, "there is no TLS here"


EVERYWHERE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.mark.parametrize(
    "path", ["/", SIGN_IN, "/khong-co/", "/admin/", "/static/core/css/site.css"]
)
def test_every_answer_says_what_may_be_done_with_it(portal: Portal, path: str) -> None:
    headers = browser(PROVINCE_HOST).get(path).headers
    assert {name: headers[name] for name in EVERYWHERE} == EVERYWHERE
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_stranger_host_and_downtime_have_them_too(portal: Portal) -> None:
    with override_settings(MAINTENANCE_MODE=True):
        away = browser().get("/")
    for response in (browser("casino.example").get("/"), away):
        assert {name: response[name] for name in EVERYWHERE} == EVERYWHERE
        assert "default-src 'none'" in response["Content-Security-Policy"]


def test_a_public_page_is_the_same_for_everybody(portal: Portal) -> None:
    """No nonce: what nginx keeps fits each reader."""
    first, second = (browser(PROVINCE_HOST).get("/") for _turn in range(2))
    assert first["Content-Security-Policy"] == second["Content-Security-Policy"]
    assert first.content == second.content
    assert inline_code(first.content.decode()) == []


def test_public_pages_set_no_cookie(portal: Portal) -> None:
    for host, path in ((PROVINCE_HOST, "/"), (UNIT_HOST, "/tin-tuc/"), (UNIT_HOST, "/khong-co/")):
        assert not browser(host).get(path).cookies, path


def test_downtime_page_needs_no_database() -> None:
    # No database fixture: a query would fail.
    with override_settings(MAINTENANCE_MODE=True):
        response = browser("casino.example").get("/bat-ky/")
    assert response.status_code == 503
    assert response["Retry-After"] == "3600"
    assert "tạm ngừng để bảo trì" in response.content.decode()


def test_downtime_leaves_the_style_sheet_alone(portal: Portal) -> None:
    with override_settings(MAINTENANCE_MODE=True):
        assert browser().get("/static/core/css/site.css").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/robots.txt",
        "/sitemap.xml",
        "/.well-known/security.txt",
        "/bao-loi-bao-mat/",
        "/tim-kiem/?q=a",
        "/a/",
    ],
)
def test_portal_without_any_site_answers_readably(db: None, path: str) -> None:
    Site.objects.all().delete()
    response = browser(PROVINCE_HOST).get(path)
    assert response.status_code in {200, 404}
    assert "<h1>" in response.content.decode()


def test_unknown_host_without_any_site_gets_a_page_without_a_link(db: None) -> None:
    Site.objects.all().delete()
    response = browser("casino.example").get("/")
    assert response.status_code == 404
    assert "Địa chỉ đúng của cổng" not in response.content.decode()


@pytest.mark.parametrize(
    "path", ["/", "/tin-tuc/", "/don-vi/", "/tim-kiem/?q=a", "/feed/", "/sitemap.xml"]
)
def test_unchanged_page_is_not_sent_again(portal: Portal, path: str) -> None:
    make_news(portal.province)
    first = browser().get(path)
    assert first.status_code == 200
    again = browser().get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert browser().get(path, headers={"if-none-match": 'W/"cũ'}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/don-vi/", "/tiep-cong-dan/", "/lien-he/"])
def test_page_says_that_it_can_only_be_read(portal: Portal, path: str) -> None:
    assert browser().options(path)["Allow"] == "GET, HEAD, OPTIONS"
    for method in ("POST", "PUT", "DELETE", "PATCH", "TRACE"):
        assert browser().generic(method, path).status_code == 405, method


def test_old_name_of_the_icon_leads_to_it(portal: Portal) -> None:
    response = browser().get("/favicon.ico")
    assert response.status_code == 302
    assert response["Location"].endswith(".png")
