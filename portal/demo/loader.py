"""Load the sample province, or take it away again, each in one transaction."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Site

from home.news.models import NewsPage
from portal.demo.accounts import load_accounts
from portal.demo.book import Say, noted
from portal.demo.content.organisation import PROVINCE, STAFFED_DEPARTMENT
from portal.demo.desk import load_desk
from portal.demo.documents import load_documents
from portal.demo.files import Album
from portal.demo.laws import load_laws
from portal.demo.legal_education import load_legal_education
from portal.demo.menus import load_province_menu
from portal.demo.organisation import load_officials, load_organisation, sample_collection
from portal.demo.pages import dress_home, load_news, load_notices, load_standard_pages
from portal.demo.quizzes import load_quizzes
from portal.demo.receptions import load_receptions
from portal.demo.schedules import load_schedules
from portal.seam.past_clock import clock_at
from search.bulk import indexed_at_the_end
from units.models import Unit
from units.publication.direct import allow_direct_publication

# The sites are older than the oldest news.
OPENED_BEFORE = timedelta(days=760)


class NotEmptyError(Exception):
    """The database belongs to a real portal; sample data has no place there."""


def refuse_real_portal() -> None:
    """Raise `NotEmptyError` when there is a province that the loader did not make."""
    province = Unit.objects.province()
    if province is not None and not noted(Unit).filter(pk=province.pk).exists():
        raise NotEmptyError


@transaction.atomic
def load(today: date, port: int, password: str, say: Say) -> str | None:
    """Load what is missing; return a password to show if one was made up now.

    Raises `NotEmptyError` when the database holds a province that the loader did not make.
    """
    refuse_real_portal()
    if noted(NewsPage).exists():
        made_up = _load_people(password)
    else:
        with indexed_at_the_end():
            with allow_direct_publication("Dữ liệu mẫu"):
                units, album = _load_content(today, port, say)
            made_up = _load_people(password)
            items = load_desk(units, units[PROVINCE.slug], album)
            say(f"Bài đang viết, chờ duyệt, bị trả lại: {items}")
            say("Lập chỉ mục tìm kiếm")
    _follow_port(port)
    return made_up


def _load_people(password: str) -> str | None:
    # Every unit with a site, and one department to show how it writes on the provincial site.
    with_people = Q(home_page__isnull=False) | Q(slug=STAFFED_DEPARTMENT)
    units = list(noted(Unit).filter(with_people).exclude(slug=PROVINCE.slug))
    return load_accounts(units, password)


def _load_content(today: date, port: int, say: Say) -> tuple[dict[str, Unit], Album]:
    say("Đơn vị và trang đơn vị:")
    opened = datetime.combine(today - OPENED_BEFORE, time(9))
    with clock_at(timezone.make_aware(opened)):
        units = load_organisation(port, say)
    province = units[PROVINCE.slug]
    say(f"Văn bản pháp luật: {load_laws()}")
    say("Vẽ tranh minh họa, lãnh đạo, trang nội dung, thông báo")
    album = Album(sample_collection())
    load_officials(units, album)
    dress_home(province, album)
    load_standard_pages(province, album)
    load_province_menu(province)
    load_notices(units, province, album, today)
    items = load_legal_education(units, province, album, today, say)
    say(f"Phổ biến pháp luật: {items} bài")
    say(f"Lịch công tác: {load_schedules(units, province, today)} tuần")
    say(f"Tiếp công dân: {load_receptions(units, province, today)} ngày")
    documents = load_documents(units, province, sample_collection(), today)
    say(f"Sổ văn bản: {documents} văn bản")
    say(f"Thi tìm hiểu pháp luật: {load_quizzes(units, province)} bộ câu hỏi")
    say("Tin bài:")
    count = load_news(units, province, album, today, say)
    say(f"Đã nạp {count} tin bài của {len(units)} đơn vị.")
    return units, album


def _follow_port(port: int) -> None:
    """The development server may listen elsewhere today; addresses of sample sites follow."""
    for site in Site.objects.filter(hostname__endswith="localhost").exclude(port=port):
        site.port = port
        site.save()
