"""Every kind of public page, and how to get there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from unittest import mock

from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import Page, Response

from home.legal_education.rules.forms import FORMS
from home.models import HomePage
from tests.browser.server import PortalServer
from tests.browser.world import UNIT_HOST


@dataclass(frozen=True)
class Visit:
    """One address below a host, and the status that its answer has."""

    name: str
    path: str = "/"
    status: int = 200
    host: str = "localhost"

    def open(self, page: Page, server: PortalServer) -> Response:
        response = self._go(page, server)
        assert response is not None
        assert response.status == self.status, f"{self.path}: {response.status}"
        return response

    def _go(self, page: Page, server: PortalServer) -> Response | None:
        return page.goto(server.url(self.path, self.host), wait_until="load")

    def __str__(self) -> str:
        return self.name


class Forbidden(Visit):
    """A form whose token is gone."""

    def _go(self, page: Page, server: PortalServer) -> Response | None:
        page.goto(server.url(self.path))
        # What the first page still asks for would be broken off, and told as a fault of the second.
        page.wait_for_load_state("networkidle")
        with page.expect_navigation() as navigation:
            page.evaluate(
                """() => {
                    const form = document.createElement("form");
                    form.method = "post";
                    form.action = "/lien-he/";
                    document.body.append(form);
                    form.submit();
                }"""
            )
        return navigation.value


class Broken(Visit):
    """A page whose code fails."""

    def _go(self, page: Page, server: PortalServer) -> Response | None:
        with mock.patch.object(HomePage, "serve", side_effect=RuntimeError("on purpose")):
            return super()._go(page, server)


class Maintained(Visit):
    """Planned downtime."""

    def _go(self, page: Page, server: PortalServer) -> Response | None:
        with override_settings(MAINTENANCE_MODE=True):
            response = super()._go(page, server)
            # Settings are of the whole process: none may change while it still answers.
            page.wait_for_load_state("networkidle")
            return response


ARTICLE = Visit("article", "/tin-tuc/tin-du-moi-khoi/")
PRINT_VIEW = Visit("article-print", "/tin-tuc/tin-du-moi-khoi/?in=1")
NEWS = Visit("news", "/tin-tuc/")
HOME = Visit("home")
UNIT_HOME = Visit("unit-home-own-host", host=UNIT_HOST)
STANDARD = Visit("standard", "/gioi-thieu/")
SEARCH = Visit("search", "/tim-kiem/?q=hoa+giai")
TODAY = timezone.localdate()
THIS_MONDAY = TODAY - timedelta(TODAY.weekday())
HUB = "/pho-bien-giao-duc-phap-luat/"
# Pages with the site's frame: header, menu, footer.
FRAMED = [
    HOME,
    Visit("unit-home", "/don-vi/bac-son/"),
    UNIT_HOME,
    Visit("directory", "/don-vi/"),
    NEWS,
    Visit("news-page-2", "/tin-tuc/?trang=2"),
    Visit("news-filtered", "/tin-tuc/?don-vi=bac-son&thang=2026-03"),
    Visit("news-filtered-empty", "/tin-tuc/?thang=2020-01"),
    Visit("news-out-of-range", "/tin-tuc/?trang=999"),
    Visit("unit-news", "/don-vi/bac-son/tin-tuc/"),
    ARTICLE,
    Visit("article-plain", "/tin-tuc/tin-khong-anh/"),
    Visit("article-long-title", "/tin-tuc/tin-tieu-de-dai/"),
    Visit("unit-article", "/tin-tuc/tin-don-vi/", host=UNIT_HOST),
    Visit("schedules", "/lich-cong-tac/"),
    Visit("schedule", "/lich-cong-tac/tuan-nay/"),
    Visit("schedule-version", "/lich-cong-tac/tuan-nay/lan/0/"),
    Visit("schedules-of-a-year", f"/lich-cong-tac/nam/{THIS_MONDAY.year}/"),
    Visit("schedules-of-all-units", "/lich-cong-tac/cac-don-vi/"),
    Visit("reception", "/tiep-cong-dan/"),
    Visit("reception-of-a-unit", "/tiep-cong-dan/?don-vi=bac-son"),
    Visit("unit-reception", "/don-vi/bac-son/tiep-cong-dan/"),
    Visit("reception-month", "/tiep-cong-dan/thang/?don-vi=tat-ca"),
    Visit("reception-year", f"/tiep-cong-dan/nam/{TODAY.year}/"),
    Visit("legal-hub", HUB),
    Visit("legal-hub-filtered", f"{HUB}?hinh-thuc=hoi-dap&don-vi=bac-son"),
    Visit("unit-legal-hub", f"/don-vi/bac-son{HUB}"),
    *(Visit(f"legal-{form}", f"{HUB}mau-{form}/") for form in FORMS),
    Visit("legal-outside-video", f"/don-vi/bac-son{HUB}mau-trang-ngoai/"),
    Visit("legal-leaflet-sheet", f"{HUB}mau-to-gap/ban-in/"),
    Visit("quizzes", "/thi-tim-hieu-phap-luat/"),
    Visit("quiz-practice", "/thi-tim-hieu-phap-luat/luyen-tap/"),
    Visit("quiz-question", "/thi-tim-hieu-phap-luat/luyen-tap/luyen-tap/"),
    Visit("quiz-contest", "/thi-tim-hieu-phap-luat/dang-mo/"),
    Visit("quiz-start", "/thi-tim-hieu-phap-luat/dang-mo/tham-gia/"),
    Visit("quiz-to-come", "/thi-tim-hieu-phap-luat/sap-mo/tham-gia/"),
    Visit("quiz-results-later", "/thi-tim-hieu-phap-luat/dang-mo/ket-qua/"),
    Visit("quiz-closed", "/thi-tim-hieu-phap-luat/da-xong/tham-gia/"),
    Visit("quiz-results", "/thi-tim-hieu-phap-luat/da-xong/ket-qua/"),
    Visit("register", "/van-ban/"),
    Visit(
        "register-narrowed", "/van-ban/?q=ke+hoach&loai=ke-hoach&nam=2025&sap-xep=so-tang&trang=2"
    ),
    Visit("register-empty", f"/van-ban/?q={'z' * 200}"),
    Visit("unit-register", "/don-vi/bac-son/van-ban/"),
    Visit("document-replaced", "/van-ban/01-qd-vks-2025/"),
    Visit("document", "/van-ban/173-qd-vks-2025/"),
    Visit("notices", "/thong-bao/"),
    Visit("notice", "/thong-bao/con-hieu-luc/"),
    Visit("notice-expired", "/thong-bao/het-han/"),
    STANDARD,
    Visit("standard-sub", "/gioi-thieu/lich-su/"),
    Visit("organisation", "/co-cau-to-chuc/"),
    Visit("unit-organisation", "/don-vi/bac-son/co-cau-to-chuc/"),
    Visit("contact", "/lien-he/"),
    Visit("unit-contact", "/lien-he/", host=UNIT_HOST),
    Visit("security-policy", "/bao-loi-bao-mat/"),
    Visit("search-start", "/tim-kiem/"),
    SEARCH,
    Visit("search-many", "/tim-kiem/?q=tin&trang=2"),
    Visit("search-empty", "/tim-kiem/?q=zzzzzz"),
    Visit("search-long-word", f"/tim-kiem/?q={'x' * 200}"),
    Visit("unit-search", "/tim-kiem/?q=tin", host=UNIT_HOST),
    Visit("not-found", "/khong-co-trang-nay/", status=404),
    Forbidden("forbidden", "/lien-he/", status=403),
]
VISITS = [
    *FRAMED,
    PRINT_VIEW,
    Visit("unknown-host", status=404, host="la.localhost"),
    Broken("server-error", status=500),
    Maintained("maintenance", status=503),
]
