"""Small, quick pieces of a portal for tests; `tests/fixtures.py` wraps the common ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import Client
from django.utils import timezone
from PIL import Image as PillowImage
from wagtail.models import Page

from home.models import HomePage
from home.news.models import NewsIndexPage, NewsPage, Topic
from home.notices.models import NoticeIndexPage, NoticePage
from portal.media.models import PortalDocument, PortalImage
from portal.users.models import User
from tests.bulk import add_rows
from units.models import Unit
from units.people.memberships import grant
from units.rights.roles import Role
from units.subsites.models import UnitDirectoryPage, UnitHomePage
from units.subsites.provisioning import open_province, open_subsite, publish_child


class Numbers:
    """1, 2, 3 …, for names that must differ, beyond those that a kept database has taken."""

    def __init__(self) -> None:
        self.last = 0

    def __next__(self) -> int:
        self.last += 1
        return self.last

    def skip_to(self, last: int) -> None:
        self.last = max(self.last, last)


numbers = Numbers()
PASSWORD = "mot-mat-khau-du-dai"


@dataclass
class Portal:
    """A province with its units, as tests speak of them."""

    province: Unit
    units: list[Unit]

    @property
    def home(self) -> HomePage:
        return self.province.home_page.specific

    def unit(self, slug: str) -> Unit:
        return next(unit for unit in self.units if unit.slug == slug)


def browser(host: str = "localhost", **values: Any) -> Client:
    """Someone who visits this host; errors come back as pages, as they do for a reader."""
    return Client(headers={"host": host}, raise_request_exception=False, **values)


def make_unit(slug: str, parent: Unit | None = None, **values: object) -> Unit:
    number = next(numbers)
    defaults: dict[str, object] = {
        "kind": Unit.Kind.DISTRICT,
        "name": f"Viện kiểm sát nhân dân huyện {slug}",
        "short_name": f"VKSND huyện {slug}",
        "code": f"U{number}",
        "hotline": "02053.716.910",
        "address": "Số 1, đường Mẫu",
        "latitude": "21.85",
        "longitude": f"{106 + number % 90 / 100:.2f}",
        "sort_order": number % 30_000,
    }
    return Unit.objects.create(slug=slug, parent=parent, **{**defaults, **values})


def make_portal(
    units: Iterable[str] = ("cao-loc", "bac-son"), hosts: bool | Collection[str] = False
) -> Portal:
    """A province at http://localhost; units in `hosts` (True: all) also have <slug>.localhost."""
    province = make_unit(
        "tinh",
        kind=Unit.Kind.PROVINCE,
        name="Viện kiểm sát nhân dân tỉnh Mẫu",
        short_name="VKSND tỉnh Mẫu",
    )
    open_province(province, "localhost")
    made = []
    for slug in units:
        unit = make_unit(slug, province)
        has_host = hosts if isinstance(hosts, bool) else slug in hosts
        open_subsite(unit, f"{slug}.localhost" if has_host else "")
        made.append(unit)
    return Portal(province, made)


def add_bare_units(portal: Portal, amount: int) -> None:
    """Many units with nothing but a published home page, much quicker than a whole subsite each."""
    directory = UnitDirectoryPage.objects.get()
    for number in range(amount):
        unit = make_unit(f"don-vi-nho-{number}", portal.province)
        home = UnitHomePage(title=unit.short_name, slug=unit.slug, live=True)
        unit.home_page = directory.add_child(instance=home).page_ptr
        unit.save(update_fields=["home_page"])


def news_index(unit: Unit) -> NewsIndexPage:
    return NewsIndexPage.objects.child_of(unit.home_page).get()


def make_topic(name: str = "", **values: Any) -> Topic:
    number = next(numbers)
    defaults = {"name": name or f"Chủ đề {number}", "slug": f"chu-de-{number}"}
    return Topic.objects.create(**{**defaults, **values})


def make_news(unit: Unit, title: str = "", live: bool = True, **values: object) -> NewsPage:
    number = next(numbers)
    topics = values.pop("topics", [])
    moment = values.pop("at", timezone.now() - timedelta(minutes=number))
    values.setdefault("lead", "Lời dẫn của tin.")
    page = NewsPage(title=title or f"Tin số {number}", slug=f"tin-{number}", live=live, **values)
    page.first_published_at = page.last_published_at = moment if live else None
    page.topics = topics
    news_index(unit).add_child(instance=page)
    return page


def make_notice(unit: Unit, title: str = "Thông báo", **values: object) -> NoticePage:
    index = NoticeIndexPage.objects.child_of(unit.home_page).get()
    return publish_child(
        index, NoticePage(title=title, slug=f"thong-bao-{next(numbers)}", **values)
    )


def make_image(title: str = "Ảnh", description: str = "Toàn cảnh hội nghị") -> PortalImage:
    buffer = BytesIO()
    PillowImage.new("RGB", (320, 200), "#12355b").save(buffer, "PNG")
    name = f"anh-{next(numbers)}.png"
    return PortalImage.objects.create(
        title=title,
        description=description,
        file=ImageFile(BytesIO(buffer.getvalue()), name=name),
    )


def make_document(title: str = "Quyết định", name: str = "quyet-dinh.pdf") -> PortalDocument:
    return PortalDocument.objects.create(title=title, file=ContentFile(b"%PDF-1.4", name=name))


def make_rich_body(links_to: Page) -> list[tuple[str, Any]]:
    """One block of every kind and some more than once, with links in each running text."""
    document, image, other = make_document(), make_image(), make_image()
    linked = f'<a linktype="page" id="{links_to.pk}">trang</a>'
    filed = f'<a linktype="document" id="{document.pk}">tệp</a>'
    text = f"<p>Xem {linked} và {filed}.</p>"

    def picture() -> dict[str, Any]:
        image_of = {"image": image if next(numbers) % 2 else other}
        return {**image_of, "alt_text": "Quang cảnh phiên tòa", "caption": "Phiên tòa"}

    table = {"data": [["Năm", "Số vụ"], ["2026", "12"]], "first_row_is_table_header": True}
    captions = make_document("Phụ đề", "phu-de.vtt")
    video = {"title": "Phóng sự", "video": make_document("Phóng sự", "phong-su.mp4")}
    return [
        ("heading", {"text": "Kết quả", "level": "2"}),
        *[("paragraph", text)] * 6,
        *[("image", picture()) for _number in range(3)],
        ("gallery", {"caption": "Hội nghị", "items": [picture() for _number in range(6)]}),
        ("gallery", {"caption": "Lễ ký kết", "items": [picture() for _number in range(3)]}),
        ("table", {"caption": "Số vụ án theo năm", "table": table}),
        ("quote", {"text": "Kiểm sát vì Nhân dân.", "attribution": "Viện trưởng"}),
        *[("file", {"document": document, "name": "Quyết định"}) for _number in range(2)],
        ("video", {**video, "poster": image, "captions": captions, "transcript": text}),
        ("accordion", {"items": [{"title": "Hỏi", "content": text}] * 2}),
        ("notice", {"tone": "warning", "text": text}),
    ]


def make_user(role: Role | None = None, unit: Unit | None = None, **values: Any) -> User:
    """A user with the role in the unit (the board: in the province); without one a superuser."""
    username = str(values.pop("username", f"nguoi-dung-{next(numbers)}"))
    email = str(values.pop("email", f"{username}@vks.example"))
    if role is None:
        return User.objects.create_superuser(username, email, PASSWORD, **values)
    user = User.objects.create_user(username, email, PASSWORD, **values)
    grant(user, unit or Unit.objects.get(kind=Unit.Kind.PROVINCE), role)
    return user


def bulk_news(
    index: NewsIndexPage, amount: int, start: datetime, topic: Topic | None = None
) -> None:
    """Many live items at once: rows only, without revisions and signals."""
    parent = Page.objects.get(pk=index.pk)
    items = []
    for number in range(parent.numchild + 1, parent.numchild + 1 + amount):
        moment = start - timedelta(hours=number)
        items.append(
            NewsPage(
                title=f"Tin hàng loạt {number}",
                slug=f"hang-loat-{number}",
                lead="Lời dẫn.",
                first_published_at=moment,
                last_published_at=moment,
            )
        )
    add_rows(parent, items)
    if topic is not None:
        through = NewsPage.topics.through
        through.objects.bulk_create(
            [through(newspage_id=item.pk, topic=topic) for item in items], batch_size=500
        )
