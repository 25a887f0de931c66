"""A small portal with one page of every kind, at addresses that the tests know by heart.

Cao Lộc has a host of its own; Bắc Sơn answers below the province's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page, Site

from events.reception.models import RegularHours
from events.schedules.rules.week import Session
from home.legal_education.models import Audience, LegalEducationPage, LegalField, MonthlyTheme
from home.models import HomePage, StandardPage
from home.navigation.models import LinkedSite, MenuItem
from home.news.models import NewsPage, Promotion, Topic
from home.notices.models import NoticeIndexPage, NoticePage
from home.quizzes.models import QuizEntry, QuizPage, WinnersNotice
from home.registry.wording import RelationKind
from portal.media.models import PortalDocument, PortalImage
from tests.factories import Portal, bulk_news, make_image, make_portal, news_index
from tests.legal_education.items import make_item, make_replaced_law
from tests.quizzes.papers import blocks, make_quiz
from tests.reception.days import make_day, today, working
from tests.registry.documents import make_document
from tests.schedules.weeks import amend, line, make_week
from units.models import Official, Unit
from units.subsites.provisioning import open_subsite, publish_child

UNIT_HOST = "cao-loc.localhost"
# One "word" as wide as a phone shows thrice: addresses and pasted symbols look like this.
LONG_WORD = "QĐ-VKSTC/" + "kiểmsátviênsơcấptrungcấp" * 4
MOMENT = timezone.make_aware(datetime(2026, 3, 16, 15, 45))
MOMENT_SHOWN = "15:45 16/03/2026"


@dataclass
class World:
    """The portal and the few rows that tests ask about."""

    portal: Portal
    topic: Topic
    image: PortalImage

    @property
    def province(self) -> Unit:
        return self.portal.province

    @property
    def bac_son(self) -> Unit:
        return next(unit for unit in self.portal.units if unit.slug == "bac-son")


def build_world(port: int) -> World:
    portal = make_portal(("cao-loc", "bac-son"))
    open_subsite(portal.units[0], UNIT_HOST, port)
    Site.objects.update(port=port)
    topic = Topic.objects.order_by("sort_order").first()
    assert topic is not None
    image = make_image("Hội nghị", "Toàn cảnh hội nghị trực tuyến tại hội trường")
    image.credit = "Văn Mẫu (mẫu)"
    image.save()
    world = World(portal, topic, image)
    _dress_units(world)
    _add_news(world)
    _add_notices(world)
    _add_schedules(world)
    _add_receptions(world)
    _add_legal_education(world)
    _add_documents(world)
    _add_standard_pages(world)
    _add_quizzes(world)
    _add_menu(world)
    return world


def _dress_units(world: World) -> None:
    home = HomePage.objects.get()
    home.banner_image, home.education_topic = world.image, world.topic
    home.banner_text = "Công tố đúng pháp luật – Kiểm sát vì Nhân dân"
    home.save_revision().publish()
    for unit in (world.province, *world.portal.units):
        unit.email = f"{unit.slug}@vks.example"
        unit.working_hours = "Sáng 8:00–11:30, chiều 13:30–16:00, thứ Hai đến thứ Sáu"
        unit.service_area = "Xã Mẫu Một, xã Mẫu Hai\nThị trấn Mẫu"
        unit.footer_text = "<p>Chịu trách nhiệm: <b>Trưởng Ban Biên tập</b> (mẫu)</p>"
        unit.save()
        for order, post in enumerate(("Viện trưởng", "Phó Viện trưởng")):
            Official.objects.create(
                unit=unit,
                name=f"Nguyễn Văn Mẫu {order + 1} (mẫu)",
                post=post,
                title="Kiểm sát viên trung cấp",
                duties="Phụ trách chung.\nTiếp công dân ngày 15 hằng tháng.",
                portrait=world.image if order == 0 else None,
                telephone="02053.716.910",
                sort_order=order,
            )
        for group in LinkedSite.Group:
            LinkedSite.objects.create(
                unit=unit, group=group, title=f"{group.label} ngành", url="https://vks.example/"
            )
    Unit.objects.create(
        kind=Unit.Kind.DEPARTMENT,
        name="Phòng Thực hành quyền công tố và kiểm sát án hình sự",
        short_name="Phòng 1",
        slug="phong-1",
        code="P1",
        parent=world.province,
    )


def _add_news(world: World) -> None:
    index = news_index(world.province)
    bulk_news(index, 40, MOMENT - timedelta(days=20), world.topic)
    # `bulk_news` writes rows only; a fresh parent knows how many children there are.
    index = news_index(world.province)
    _news(index, world, "Tin không có ảnh", "tin-khong-anh", MOMENT - timedelta(days=2))
    _news(index, world, LONG_WORD, "tin-tieu-de-dai", MOMENT - timedelta(days=1))
    _news(
        index,
        world,
        "Đặc khu Đình Lập: hòa giải ở cơ sở, giữ yên từ bản làng",
        "tin-du-moi-khoi",
        MOMENT,
        body=every_block(world.image),
        lead_image=world.image,
        lead_image_caption="Đại biểu dự hội nghị",
        author_name="Trần Thị Mẫu (mẫu)",
        author_role="Kiểm sát viên sơ cấp",
        source="VKSND tỉnh Mẫu",
        last_published_at=MOMENT + timedelta(hours=3),
    )
    for unit in world.portal.units:
        page = _news(news_index(unit), world, f"Tin của {unit.short_name}", "tin-don-vi", MOMENT)
        Promotion.objects.create(page=page)


def _news(
    index: Page, world: World, title: str, slug: str, moment: datetime, **values: Any
) -> NewsPage:
    updated = values.pop("last_published_at", moment)
    values.setdefault("lead", "Lời dẫn ngắn gọn của tin, nói điều chính trong một câu.")
    page = NewsPage(title=title, slug=slug, first_published_at=moment, **values)
    page.topics = [world.topic]
    publish_child(index, page)
    NewsPage.objects.filter(pk=page.pk).update(last_published_at=updated)
    return page


def _add_notices(world: World) -> None:
    today = timezone.localdate()
    dates: dict[str, tuple[date, date | None]] = {
        "con-hieu-luc": (today - timedelta(days=1), None),
        "het-han": (today - timedelta(days=60), today - timedelta(days=30)),
        "sap-toi": (today + timedelta(days=5), None),
    }
    for unit in (world.province, world.bac_son):
        index = NoticeIndexPage.objects.child_of(unit.home_page).get()
        for slug, (starts, ends) in dates.items():
            notice = NoticePage(
                title=f"Thông báo tiếp công dân ({slug.replace('-', ' ')})",
                slug=slug,
                starts_on=starts,
                ends_on=ends,
                is_important=ends is None,
                body=[("paragraph", "<p>Lãnh đạo tiếp công dân tại trụ sở.</p>")],
            )
            publish_child(index, notice)


def _add_documents(world: World) -> None:
    """A document with a file that another replaces, and enough of them for two pages."""
    for number in range(2, 25):
        make_document(world.province, f"{number}/KH-VKS", summary=f"Kế hoạch kiểm sát số {number}")
    paper = document("van-ban.pdf")
    old = make_document(
        world.province,
        "1/QĐ-VKS",
        files=[paper],
        abstract="Quy chế gồm năm điều.",
        signer="Người ký (mẫu)",
    )
    make_document(
        world.province, "173/QĐ-VKS", relations=[{"kind": RelationKind.REPLACES, "target": old}]
    )


def _add_schedules(world: World) -> None:
    """This week, amended once; one entry of it internal, one with a wording for the public."""
    today = timezone.localdate()
    monday = today - timedelta(today.weekday())
    lines = [
        line("Họp giao ban", monday, public=True, place="Phòng họp số 1", chairs=("Viện trưởng",)),
        line("Việc nội bộ", today, session=Session.AFTERNOON),
        line("Kiểm sát tại xã", today, public=True, public_content="Làm việc tại cơ sở"),
    ]
    week = make_week(world.province, *lines, first=monday, slug="tuan-nay", number=9)
    amend(week, *lines, line("Tiếp công dân", today, public=True, start=time(14)))


def _add_receptions(world: World) -> None:
    """Announced, postponed to it, held and planned; with regular hours."""
    for unit in (world.province, world.bac_son):
        RegularHours.objects.create(unit=unit, weekday=1, place="Phòng tiếp công dân")
        new = make_day(unit, working(12), matter="Khiếu nại trong tố tụng")
        make_day(unit, working(6), "postponed", reason="Họp đột xuất", successor=new)
        make_day(unit, today() - timedelta(20), "held", told_on=today() - timedelta(12))
        make_day(unit, working(30), "planned", receiver="Chưa công bố")


def _add_legal_education(world: World) -> None:
    """An item of each form, an answer that cites a lapsed decree, and the theme of the day."""
    today, law = timezone.localdate(), make_replaced_law()
    for form in LegalEducationPage.Form.values:
        make_item(
            world.province,
            form,
            title=f"Phòng ngừa lừa đảo: {form}",
            slug=f"mau-{form}",
            lead="Dừng cuộc gọi, không chuyển tiền, báo Công an xã.",
            cites=(law,),
            audiences=list(Audience.objects.all()[:2]),
            lead_image=world.image,
            lead_image_caption="Một buổi tuyên truyền",
            author_name="Trần Thị Mẫu (mẫu)",
            reviewed_on=today,
        )
    make_item(
        world.bac_son,
        "video",
        title="Video ở trang ngoài",
        slug="mau-trang-ngoai",
        recording=None,
        captions=None,
        embed_url="https://video.example/mau",
        transcript="<p>Lời của video.</p>",
        lead_image=world.image,
    )
    MonthlyTheme.objects.create(
        title="Phòng ngừa lừa đảo qua mạng",
        text="Nhận ra thủ đoạn và biết phải làm gì.",
        starts_on=today,
        ends_on=today + timedelta(days=2),
        field=LegalField.objects.first(),
    )


def _add_quizzes(world: World) -> None:
    """A practice quiz, a running contest with a picture, one to come, and one that is over with winners."""
    rows = blocks()
    rows[0]["value"] |= {"image": world.image.pk, "alt_text": "Toàn cảnh một buổi ngoại khóa"}
    common = {
        "image": world.image,
        "rules_text": "<p>Mỗi người dự thi một lần.</p>",
        "questions": rows,
    }
    make_quiz(world.province, slug="luyen-tap", **common)
    make_quiz(world.province, contest=True, slug="dang-mo", **common)
    make_quiz(world.province, contest=True, slug="sap-mo", opens=timedelta(hours=3))
    over = make_quiz(
        world.province, contest=True, slug="da-xong", opens=timedelta(days=-5), **common
    )
    version = over.current_version
    for number in range(1, 4):
        QuizEntry.objects.create(
            page=over,
            version=version,
            code=f"MAU{number}",
            token_hash=f"mau-{number}",
            phone_key=f"mau-{number}",
            name=f"Nông Văn Mẫu {number} (mẫu)",
            organisation="Trường THCS Mẫu",
            telephone="+84912345678",
            guess=number,
            answers={"q1": ["q1-d1"]},
            score=1,
            received_at=timezone.now() - timedelta(days=2),
            consented_at=timezone.now(),
            agrees_to_publication=number < 3,
            prize="Giải Nhất" if number == 1 else "Giải Nhì",
        )
    ended = timezone.now() - timedelta(days=1)
    QuizPage.objects.filter(pk=over.pk).update(closes_at=ended)
    WinnersNotice.objects.create(page=over, published_at=ended)


def _add_standard_pages(world: World) -> None:
    page = StandardPage(
        title="Giới thiệu",
        slug="gioi-thieu",
        lead="Chức năng và nhiệm vụ.",
        body=every_block(world.image),
    )
    publish_child(Page.objects.get(pk=world.province.home_page_id), page)
    child = StandardPage(
        title="Lịch sử hình thành",
        slug="lich-su",
        body=[("paragraph", f"<p>Được thành lập năm 1960. {LONG_WORD}</p>")],
    )
    publish_child(page, child)


def _add_menu(world: World) -> None:
    home = world.province.home_page
    for place in MenuItem.Place:
        top = MenuItem.objects.create(
            unit=world.province, place=place, label="Giới thiệu", link_url="/gioi-thieu/"
        )
    MenuItem.objects.create(
        unit=world.province, parent=None, label="Ngành kiểm sát", link_url="https://vks.example/"
    )
    top = MenuItem.objects.get(unit=world.province, place="main", label="Giới thiệu")
    for page in home.get_descendants().filter(slug__in=["lich-su", "lien-he"], depth__lte=5)[:2]:
        MenuItem.objects.create(unit=world.province, parent=top, link_page=page)


def every_block(image: PortalImage) -> list[tuple[str, Any]]:
    """A body with one block of every kind; `test_world` holds it to the block list."""
    picture = {
        "image": image,
        "alt_text": "Toàn cảnh hội nghị nhìn từ cuối phòng",
        "is_decorative": False,
        "caption": "Hội nghị sơ kết",
        "credit": "",
    }
    notices = [
        ("notice", {"tone": tone, "text": rich("<p>Mang theo <b>giấy tờ tùy thân</b>.</p>")})
        for tone in ("info", "warning", "success")
    ]
    headings = [
        ("heading", {"text": text, "level": level})
        for text, level in (
            ("Kết quả chính", "2"),
            ("Số liệu", "3"),
            ("Hỏi và đáp", "2"),
            ("Tài liệu", "2"),
        )
    ]
    return [
        headings[0],
        ("paragraph", rich(TEXT)),
        ("image", picture),
        headings[1],
        ("table", {"caption": "Số vụ theo quý", "table": TABLE}),
        ("quote", {"text": "Giữ yên từ bản làng.", "attribution": "Một cán bộ (mẫu)"}),
        ("gallery", {"caption": "Ảnh hội nghị", "items": [picture, picture, picture]}),
        headings[2],
        (
            "accordion",
            {"items": [{"title": f"Câu hỏi {n}", "content": rich(ANSWER)} for n in (1, 2)]},
        ),
        *notices,
        headings[3],
        (
            "file",
            {"document": document("bao-cao.pdf"), "name": "Báo cáo năm", "description": "Bản ký"},
        ),
        (
            "video",
            {
                "title": "Phóng sự ngắn",
                "video": document("phong-su.mp4"),
                "poster": image,
                "captions": document("phong-su.vtt"),
                "transcript": rich("<p>Lời của phóng sự.</p>"),
            },
        ),
    ]


TEXT = (
    '<p>Viện kiểm sát <b>kiểm sát</b> hoạt động tư pháp, xem <a href="https://vks.example/luat">luật'
    "</a>.</p><ul><li>Thực hành quyền công tố</li><li>Kiểm sát xét xử</li></ul>"
    "<ol><li>Nộp đơn</li><li>Nhận kết quả</li></ol>"
)
ANSWER = "<p>Gửi đơn trực tiếp hoặc qua bưu điện.</p>"
TABLE = {
    "data": [
        ["Nội dung", "Quý I", "Quý II", "Quý III", "Quý IV"],
        ["Án hình sự đã giải quyết", "123", "145", "98", "167"],
        ["Án dân sự đã kiểm sát", "1.204", "998", "1.310", "1.422"],
    ],
    "first_row_is_table_header": True,
    "first_col_is_header": True,
    "table_caption": "",
    "cell": [],
}


def rich(html: str) -> Any:
    from wagtail.rich_text import RichText

    return RichText(html)


def document(name: str) -> PortalDocument:
    row = PortalDocument.objects.filter(title=name).first()
    return row or PortalDocument.objects.create(
        title=name, file=ContentFile(b"WEBVTT\n", name=name)
    )
