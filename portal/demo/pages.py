"""The sample province's pages: news, notices, standard pages."""

from datetime import date, datetime, time

from django.utils import timezone
from wagtail.models import Page

from home.models import ContactPage, HomePage, StandardPage
from home.news.models import NewsIndexPage, NewsPage, Promotion, Topic
from home.notices.models import NoticeIndexPage, NoticePage
from portal.core.pages import BasePage
from portal.core.text import slugify
from portal.demo.bodies import body_of
from portal.demo.book import Say, note
from portal.demo.content.news.generator import news_samples
from portal.demo.content.pages import PAGES, notice_samples
from portal.demo.content.types import NewsSample, NoticeSample
from portal.demo.files import Album
from portal.demo.pictures import BANNER_KEY
from portal.seam.past_clock import clock_at
from units.models import Unit

EDUCATION_TOPIC = "pho-bien-phap-luat"


def dress_home(province: Unit, album: Album) -> None:
    home = HomePage.objects.get(pk=province.home_page_id)
    home.banner_image = album.image(BANNER_KEY)
    home.banner_text = "Công tố đúng pháp luật – Kiểm sát vì Nhân dân"
    home.education_topic = Topic.objects.filter(slug=EDUCATION_TOPIC).first()
    home.search_description = (
        f"Cổng thông tin điện tử {province.name}: tin tức, thông báo, tổ chức."
    )
    home.save_revision().publish()


def load_standard_pages(province: Unit, album: Album) -> None:
    # Read again: the tree below it has grown since.
    home = Page.objects.get(pk=province.home_page_id)
    made: dict[str, Page] = {page.slug: page.specific for page in home.get_children()}
    for sample in PAGES:
        body = body_of(sample.body, album, sample.slug)
        page = made.get(sample.slug)
        if page is None:
            page = StandardPage(title=sample.title, slug=sample.slug, lead=sample.lead, body=body)
            parent = made[sample.parent] if sample.parent else home
            made[sample.slug] = publish(parent, page)
        elif isinstance(page, ContactPage) and not page.body:
            page.body = page.body.stream_block.to_python(body)
            page.save_revision().publish()


def load_notices(units: dict[str, Unit], province: Unit, album: Album, today: date) -> None:
    indexes = {unit.pk: _child(unit, NoticeIndexPage) for unit in units.values() if unit.home_page}
    for sample in notice_samples(today):
        unit = units[sample.unit_slug] if sample.unit_slug else province
        morning = timezone.make_aware(datetime.combine(sample.starts_on, time(8)))
        publish(indexes[unit.pk], _notice(sample, album), morning)


def _notice(sample: NoticeSample, album: Album) -> NoticePage:
    return NoticePage(
        title=sample.title,
        slug=f"{slugify(sample.title, 80)}-{sample.starts_on:%d%m%Y}",
        starts_on=sample.starts_on,
        ends_on=sample.ends_on,
        is_important=sample.important,
        body=body_of([("paragraph", sample.body)], album, sample.key),
    )


def load_news(units: dict[str, Unit], province: Unit, album: Album, today: date, say: Say) -> int:
    topics = {topic.slug: topic for topic in Topic.objects.all()}
    indexes = {unit.pk: _child(unit, NewsIndexPage) for unit in units.values() if unit.home_page}
    samples = sorted(news_samples(today), key=lambda sample: sample.published_at)
    for count, sample in enumerate(samples, 1):
        unit = units[sample.unit_slug] if sample.unit_slug else province
        page = _news(sample, topics, album)
        publish(indexes[unit.pk], page, sample.published_at)
        if sample.promoted:
            note(Promotion.objects.create(page=page, promoted_at=sample.published_at))
        if count % 50 == 0:
            say(f"  {count}/{len(samples)}")
    return len(samples)


def _news(sample: NewsSample, topics: dict[str, Topic], album: Album) -> NewsPage:
    page = NewsPage(
        title=sample.title,
        slug=f"{slugify(sample.title, 90)}-{sample.published_at:%d%m%y}",
        lead=sample.lead,
        body=body_of(sample.body, album, sample.key),
        author_name=sample.author_name,
        author_role=sample.author_role,
        source=sample.source,
        **album.lead(sample.picture),
    )
    page.topics = [topics[slug] for slug in sample.topics]
    return page


def publish(parent: Page, page: BasePage, moment: datetime | None = None) -> BasePage:
    """Add the page with a revision; `moment` becomes the time of its publication."""
    moment = moment or timezone.now()
    page.first_published_at = page.last_published_at = page.latest_revision_created_at = moment
    page.live = True
    with clock_at(min(moment, timezone.now())):
        parent.add_child(instance=page)
        revision = page.save_revision(clean=False)
    Page.objects.filter(pk=page.pk).update(
        live_revision=revision, has_unpublished_changes=False, latest_revision_created_at=moment
    )
    return note(page)


def _child(unit: Unit, model: type[BasePage]) -> BasePage:
    return model.objects.child_of(unit.home_page).get()
