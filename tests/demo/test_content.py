"""The sample texts read well by rule: no open slot, no clumsy repetition, nobody real, no date ahead."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from home.news.topics import STARTING_TOPICS
from portal.demo.content.news.calendar import is_working_day
from portal.demo.content.news.generator import TEMPLATES, news_samples
from portal.demo.content.organisation import DEPARTMENTS, DISTRICTS, LINKS, OFFICIALS, UNITS
from portal.demo.content.pages import PAGES, notice_samples
from portal.demo.content.pictures import PICTURE_KEYS
from portal.demo.content.types import NewsSample, Picture

TODAY = date(2026, 11, 24)
BLOCK_KINDS = frozenset(
    {"heading", "paragraph", "image", "gallery", "table", "quote", "accordion", "notice"}
)
DISTRICT_SLUGS = {
    "tp-lang-son",
    "bac-son",
    "binh-gia",
    "cao-loc",
    "chi-lang",
    "dinh-lap",
    "huu-lung",
    "loc-binh",
    "trang-dinh",
    "van-lang",
    "van-quan",
}
# Words that Vietnamese doubles rightly, as in "trực tiếp tiếp công dân".
REDUPLICATED = {"tiếp", "chung", "song", "luôn", "ngày", "dần", "mãi", "xa", "đều", "người", "nhà"}


@pytest.fixture(scope="module")
def news() -> list[NewsSample]:
    return news_samples(TODAY)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from texts(part)


def pictures(value: object) -> Iterator[Picture]:
    if isinstance(value, Picture):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from pictures(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from pictures(part)


def everything() -> list[object]:
    return [
        UNITS,
        OFFICIALS,
        STARTING_TOPICS,
        LINKS,
        PAGES,
        notice_samples(TODAY),
        news_samples(TODAY),
    ]


def test_the_province_has_its_departments_and_eleven_districts():
    assert {unit.slug for unit in DISTRICTS} == DISTRICT_SLUGS
    assert len(DEPARTMENTS) >= 12
    assert len({unit.slug for unit in UNITS}) == len(UNITS)
    assert len({unit.code for unit in UNITS}) == len(UNITS)


def test_units_lie_in_the_province_and_have_sample_addresses():
    for unit in UNITS:
        assert 21.3 < unit.latitude < 22.5
        assert 106.1 < unit.longitude < 107.4
        assert unit.email.endswith("@vks-langson.example")
        assert re.fullmatch(r"02053\.7\d\d\.\d{3}", unit.telephone)
        assert "(mẫu)" in unit.address


def test_every_unit_has_leaders_and_all_are_marked_as_samples():
    per_unit = Counter(person.unit_slug for person in OFFICIALS)
    assert set(per_unit) == {unit.slug for unit in UNITS}
    assert per_unit["tinh-lang-son"] == 4
    assert all(per_unit[slug] in (2, 3) for slug in DISTRICT_SLUGS)
    assert all(person.name.endswith("(mẫu)") for person in OFFICIALS)
    assert {person.portrait for person in OFFICIALS} == {f"chan-dung-{n}" for n in range(1, 7)}
    assert len({person.name for person in OFFICIALS}) == len(OFFICIALS)


def test_there_is_enough_news_and_no_two_items_share_title_key_or_text(news):
    assert len(news) >= 330
    assert len(TEMPLATES) >= 45
    for of in ("title", "key", "body"):
        assert len({str(getattr(item, of)) for item in news}) == len(news)


def test_news_is_the_same_on_every_run(news):
    assert news_samples(TODAY) == news


@pytest.mark.parametrize("today", [date(2026, 1, 3), date(2026, 7, 10), date(2027, 2, 20), TODAY])
def test_news_lies_in_the_last_24_months_on_working_days(today):
    oldest = today - timedelta(days=731)
    for item in news_samples(today):
        day = item.published_at.date()
        assert oldest < day < today, item.key
        assert is_working_day(day), item.key
        assert item.published_at.tzinfo == ZoneInfo("Asia/Ho_Chi_Minh")
        assert 7 <= item.published_at.hour < 17


def test_no_text_speaks_of_a_day_after_its_publication(news):
    for item in news:
        for text in texts((item.title, item.lead, item.body)):
            for day, month, year in re.findall(r"\b(\d\d)/(\d\d)/(\d{4})\b", text):
                assert date(int(year), int(month), int(day)) <= item.published_at.date(), item.key


def test_units_and_topics_are_uneven_as_the_board_complains(news):
    per_unit = Counter(item.unit_slug for item in news)
    assert per_unit[None] >= 65
    assert per_unit["binh-gia"] <= 6
    assert set(per_unit) == DISTRICT_SLUGS | {None}
    per_topic = Counter(item.topics[0] for item in news)
    assert set(per_topic) == {topic.slug for topic in STARTING_TOPICS}
    quiet = ("dan-su-hanh-chinh", "thi-hanh-an-dan-su", "nghien-cuu-trao-doi")
    assert per_topic["hinh-su"] > 2 * sum(per_topic[slug] for slug in quiet)


def test_the_board_promotes_unit_items_and_several_recent_ones(news):
    promoted = [item for item in news if item.promoted]
    assert len(promoted) == 35
    assert all(item.unit_slug for item in promoted)
    recent = [i for i in promoted if i.published_at.date() >= TODAY - timedelta(days=42)]
    assert len(recent) >= 6


def test_leads_are_of_a_readable_length(news):
    for item in news:
        assert 25 <= len(item.lead.split()) <= 60, (item.key, item.lead)


def test_every_block_kind_is_known_and_bodies_are_full(news):
    for page in (*news, *PAGES):
        assert {kind for kind, _ in page.body} <= BLOCK_KINDS
    assert all(len(item.body) >= 4 for item in news)
    styles = next(page for page in PAGES if page.slug == "kieu-trinh-bay")
    assert {kind for kind, _ in styles.body} == BLOCK_KINDS


def test_the_three_long_pieces_are_long(news):
    lengths = sorted(len(" ".join(texts(item.body)).split()) for item in news)
    assert lengths[-3] > 1000


def test_every_picture_exists_and_its_alt_text_is_a_description(news):
    for item in pictures((*news, *PAGES)):
        assert item.key in PICTURE_KEYS
        assert item.alt.startswith("Tranh minh họa: ")
        assert len(item.alt.split()) >= 8
        assert not re.search(r"\.(jpe?g|png|svg|webp)\b", item.alt, re.IGNORECASE)
        assert item.caption
        assert item.credit


def test_people_in_the_news_are_marked_as_samples(news):
    assert all(item.author_name.endswith(" (mẫu)") for item in news)
    posts: dict[str, set[str]] = {}
    for item in news:
        posts.setdefault(item.author_name, set()).add(item.author_role)
    assert all(len(roles) == 1 for roles in posts.values())


def test_texts_are_composed_unicode_without_open_slots_or_loose_spaces():
    for text in texts(everything()):
        assert unicodedata.is_normalized("NFC", text)
        assert not re.search(r"[{}]", text), text
        assert "  " not in text, text
        assert not re.search(r"\s[,.;:]|\(\)|,\.", text), text


def test_no_word_is_doubled_by_mistake():
    for text in texts(everything()):
        plain = re.sub(r"<[^>]+>", " | ", text)
        for word in re.findall(r"\b(\w+) \1\b", plain, re.IGNORECASE):
            assert word.isdigit() or word.lower() in REDUPLICATED, (word, text)
        assert not re.search(r"(VKSND|Viện kiểm sát nhân dân) (VKSND|Viện kiểm sát)", text), text


def test_percentages_in_titles_agree_with_the_lead(news):
    for item in news:
        for share in re.findall(r"\d+(?:,\d+)?%", item.title):
            assert share in item.lead, item.key


def test_notices_are_current_expired_and_to_come():
    notices = notice_samples(TODAY)
    per_unit = Counter(notice.unit_slug for notice in notices)
    assert per_unit[None] >= 8
    assert all(per_unit[slug] >= 2 for slug in DISTRICT_SLUGS)
    assert len({notice.key for notice in notices}) == len(notices)
    assert any(n.ends_on and n.ends_on < TODAY for n in notices)
    assert any(n.starts_on > TODAY for n in notices)
    assert any(n.starts_on <= TODAY and (n.ends_on is None or n.ends_on >= TODAY) for n in notices)


def test_links_are_unique_and_secure():
    assert len({(link.unit_slug, link.url) for link in LINKS}) == len(LINKS)
    assert all(link.url.startswith("https://") for link in LINKS)
    assert {link.group for link in LINKS} == {"software", "site"}


def test_pages_name_existing_parents():
    slugs = {page.slug for page in PAGES}
    assert all(page.parent is None or page.parent in slugs for page in PAGES)
