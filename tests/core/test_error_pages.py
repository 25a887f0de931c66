"""Error pages: Vietnamese, in the site's own frame, and never a second error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError, connection
from django.test import Client, RequestFactory

from portal.core import error_views
from tests.factories import Portal, browser
from tests.fixtures import PROVINCE_HOST, UNIT_HOST
from units.models import Unit

SIGN_IN = "/admin/tai-khoan/dang-nhap/"


@contextmanager
def failing(error: Exception) -> Iterator[None]:
    with patch("home.models.HomePage.serve", side_effect=error):
        yield


@pytest.mark.parametrize(
    ("host", "path", "slug"),
    [
        (PROVINCE_HOST, "/khong-co/", "tinh"),
        (UNIT_HOST, "/khong-co/", "cao-loc"),
        (UNIT_HOST, "/khong.php", "cao-loc"),
        (PROVINCE_HOST, "/documents/999999/a.pdf", "tinh"),
    ],
)
def test_missing_page_is_told_in_the_frame_of_its_site(
    portal: Portal, host: str, path: str, slug: str
) -> None:
    response = browser(host).get(path)
    html = response.content.decode()
    assert response.status_code == 404
    assert "Không tìm thấy trang" in html
    assert f'<span class="brand__name">{Unit.objects.get(slug=slug).name}' in html
    assert 'lang="vi"' in html
    assert "noindex" in html


def test_missing_page_does_not_repeat_the_address(portal: Portal) -> None:
    html = browser().get("/<script>alert(1)</script>/").content.decode()
    assert "<script>alert" not in html


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (PermissionDenied(), 403, "Bạn không có quyền xem trang này"),
        (SuspiciousOperation("chuyện bên trong"), 400, "Yêu cầu không hợp lệ"),
        (ValueError("chuyện bên trong"), 500, "Cổng thông tin đang gặp sự cố"),
    ],
)
def test_failure_is_told_in_vietnamese_without_a_trace(
    province: Unit, error: Exception, status: int, words: str
) -> None:
    with failing(error):
        response = browser().get("/")
    html = response.content.decode()
    assert response.status_code == status
    assert words in html
    assert "Traceback" not in html
    assert str(error) not in html or not str(error)


def test_form_with_an_old_token_is_told_how_to_go_on(province: Unit) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"host": PROVINCE_HOST})
    response = strict.post(SIGN_IN, {"username": "a", "password": "b"})
    assert response.status_code == 403
    html = response.content.decode()
    assert "<h1>Biểu mẫu đã hết hạn</h1>" in html
    assert "Phiên làm việc của biểu mẫu đã hết hạn" in html
    assert "Bạn không có quyền" not in html
    assert province.name in response.content.decode()


def test_too_many_fields_is_a_readable_refusal(province: Unit) -> None:
    response = browser().get("/?" + "&".join(f"a{number}=1" for number in range(10_050)))
    assert response.status_code in {200, 400}
    assert "<h1" in response.content.decode()


def test_page_of_a_failure_asks_the_database_nothing(
    province: Unit, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        response = error_views.server_error(RequestFactory().get("/"))
    assert response.status_code == 500


def test_database_that_is_down_gives_a_readable_page(province: Unit) -> None:
    def refuse(*_args: Any) -> None:
        raise OperationalError("no connection")

    for host, path in ((PROVINCE_HOST, "/"), (UNIT_HOST, "/tin-tuc/"), ("casino.example", "/")):
        with connection.execute_wrapper(refuse):
            response = browser(host).get(path)
        assert response.status_code == 500
        assert "Cổng thông tin đang gặp sự cố" in response.content.decode()


def test_broken_frame_does_not_hide_the_failure(province: Unit) -> None:
    with patch("units.frame.frames.Units.__init__", side_effect=ValueError):
        response = browser().get("/khong-co/")
    assert response.status_code == 500
    assert "Cổng thông tin đang gặp sự cố" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/khong-co/", "/feed/", "/robots.txt"])
def test_asking_for_the_head_gives_no_body(province: Unit, path: str) -> None:
    got, head = browser().get(path), browser().head(path)
    assert head.status_code == got.status_code
    assert head.content == b""


def test_sitemap_answers_a_head_request(province: Unit) -> None:
    assert browser().head("/sitemap.xml").status_code == 200


@pytest.mark.parametrize(
    "query",
    ["?trang=%00", "?%FF=%FF", "?trang=1&trang=2", "?&&&==", "?trang[]=1", "?a=" + "x" * 3000],
)
@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/thong-bao/", "/don-vi/", "/tim-kiem/"])
def test_malformed_query_string_is_answered(province: Unit, path: str, query: str) -> None:
    assert browser().get(path + query).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_other_methods_are_no_error(province: Unit, method: str) -> None:
    for path in ("/", "/tin-tuc/", "/robots.txt", "/sitemap.xml", "/feed/"):
        assert getattr(browser(), method)(path).status_code < 500, path
