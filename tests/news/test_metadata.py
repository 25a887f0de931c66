"""What machines read: feeds, sitemap, robots, canonical links, sharing, structured data."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.utils.timezone import localdate
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from home.news.models import Promotion
from tests.factories import (
    browser,
    bulk_news,
    make_image,
    make_news,
    make_topic,
    make_user,
    news_index,
)
from tests.fixtures import UNIT_HOST
from units.models import Unit
from units.subsites.provisioning import publish_child

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = 'A</script><script>alert(1)</script> "quoted" & <b>'


def parse(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314 (made by the portal itself)


def feed(path: str, host: str = "localhost") -> ElementTree.Element:
    response = browser(host).get(path)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return parse(response.content)


def graph(path: str, host: str = "localhost") -> dict[str, Any]:
    html = browser(host).get(path).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(found) == 1
    return {part["@type"]: part for part in json.loads(found[0])["@graph"]}


def head(path: str, host: str = "localhost") -> dict[str, str]:
    html = browser(host).get(path).content.decode()
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html))


class TestFeeds:
    def test_entry_has_a_canonical_link_and_a_lasting_name(self, cao_loc: Unit) -> None:
        item = make_news(cao_loc, HOSTILE, lead="Dẫn & <b>", topics=[make_topic("Luật")])
        Promotion.objects.create(page=item)
        entries = []
        for host in ("localhost", UNIT_HOST):
            root = feed("/feed/", host)
            (entry,) = root.findall(f"{ATOM}entry")
            entries.append(entry)
            link = entry.find(f"{ATOM}link")
            assert link is not None
            assert link.get("href") == f"http://{UNIT_HOST}/tin-tuc/{item.slug}/"
            assert entry.findtext(f"{ATOM}title") == HOSTILE
            summary = entry.find(f"{ATOM}summary")
            assert summary is not None
            assert (summary.get("type"), summary.text) == ("html", "Dẫn &amp; &lt;b&gt;")
        names = {entry.findtext(f"{ATOM}id") for entry in entries}
        assert names == {f"urn:uuid:{item.translation_key}"}

    def test_name_outlives_a_new_slug(self, province: Unit) -> None:
        item = make_news(province)
        before = feed("/feed/").findtext(f"{ATOM}entry/{ATOM}id")
        item.slug = "ten-khac"
        item.save()
        assert feed("/feed/").findtext(f"{ATOM}entry/{ATOM}id") == before

    def test_required_parts_are_there(self, province: Unit) -> None:
        make_news(province)
        root = feed("/feed/")
        for name in ("id", "title", "updated", "link"):
            assert root.find(f"{ATOM}{name}") is not None, name
            assert root.find(f"{ATOM}entry/{ATOM}{name}") is not None, name
        links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
        assert links == {"alternate": "http://localhost/", "self": "http://localhost/feed/"}

    def test_empty_site_has_a_valid_feed(self, bac_son: Unit) -> None:
        root = feed("/don-vi/bac-son/feed/")
        assert root.findall(f"{ATOM}entry") == []
        assert bac_son.name in (root.findtext(f"{ATOM}title") or "")
        again = feed("/don-vi/bac-son/feed/")
        assert again.findtext(f"{ATOM}updated") == root.findtext(f"{ATOM}updated")

    def test_topic_feed_holds_its_topic_only(self, province: Unit) -> None:
        law = make_topic("Luật", slug="luat")
        make_news(province, "Có", topics=[law])
        make_news(province, "Không")
        root = feed("/tin-tuc/chu-de/luat/feed/")
        assert [e.findtext(f"{ATOM}title") for e in root.findall(f"{ATOM}entry")] == ["Có"]
        assert "Luật" in (root.findtext(f"{ATOM}title") or "")

    @pytest.mark.parametrize("slug", ["khong-co", "a" * 300])
    def test_feed_of_an_unknown_topic_is_not_found(self, province: Unit, slug: str) -> None:
        assert browser().get(f"/tin-tuc/chu-de/{slug}/feed/").status_code == 404

    def test_control_characters_do_not_break_the_feed(self, province: Unit) -> None:
        make_news(province, "Tin\x0bcó ký tự lạ", lead="Dẫn\x01")
        assert browser().get("/feed/").status_code == 200

    def test_every_feed_has_a_name_of_its_own_whatever_host_is_asked(self, province: Unit) -> None:
        make_topic("Luật", slug="luat")
        law, home = "/tin-tuc/chu-de/luat/feed/", "/feed/"
        for path, listing in ((home, "/"), (law, "/tin-tuc/?chu-de=luat")):
            for host in ("localhost", "127.0.0.1"):
                root = feed(path, host)
                links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
                assert root.findtext(f"{ATOM}id") == f"http://localhost{path}"
                assert links["self"] == f"http://localhost{path}"
                assert links["alternate"] == f"http://localhost{listing}"

    def test_feed_is_announced_in_the_head(self, province: Unit, bac_son: Unit) -> None:
        html = browser().get("/").content.decode()
        assert re.search(r'<link rel="alternate" type="application/atom\+xml"[^>]+"/feed/">', html)
        assert 'href="/don-vi/bac-son/feed/"' in browser().get("/don-vi/bac-son/").content.decode()


class TestSitemap:
    def locations(self, host: str = "localhost") -> list[str]:
        response = browser(host).get("/sitemap.xml")
        assert response.status_code == 200
        return [
            e.text or "" for e in parse(response.content).iter() if e.text and e.tag.endswith("loc")
        ]

    def test_holds_the_hosts_own_canonical_addresses_only(
        self, province: Unit, cao_loc: Unit, bac_son: Unit
    ) -> None:
        items = {unit.slug: make_news(unit) for unit in (province, cao_loc, bac_son)}
        own, units = self.locations(), self.locations(UNIT_HOST)
        assert "http://localhost/" in own
        assert f"http://localhost/don-vi/bac-son/tin-tuc/{items['bac-son'].slug}/" in own
        assert all(address.startswith("http://localhost/") for address in own)
        assert not any("cao-loc" in address for address in own)
        assert f"http://{UNIT_HOST}/tin-tuc/{items['cao-loc'].slug}/" in units
        assert all(address.startswith(f"http://{UNIT_HOST}/") for address in units)
        assert len(set(own)) == len(own)

    def test_leaves_out_drafts_private_and_expired_pages(self, province: Unit) -> None:
        hidden = [make_news(province, live=False), make_news(province), make_news(province)]
        PageViewRestriction.objects.create(page=hidden[1], restriction_type="login")
        hidden[2].unpublish(set_expired=True)
        addresses = " ".join(self.locations())
        assert not any(item.slug in addresses for item in hidden)

    def test_says_the_same_to_someone_signed_in(self, province: Unit) -> None:
        private = make_news(province)
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        visitor = browser()
        visitor.force_login(make_user())
        assert private.slug not in visitor.get("/sitemap.xml").content.decode()

    @pytest.mark.parametrize("page", ["abc", "0", "99", "-1", "%00"])
    def test_odd_page_is_not_found(self, province: Unit, page: str) -> None:
        assert browser().get(f"/sitemap.xml?p={page}").status_code == 404


@pytest.mark.parametrize("host", ["localhost", UNIT_HOST])
def test_robots_names_the_sitemap_of_its_host(province: Unit, host: str) -> None:
    response = browser(host).get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert f"Sitemap: http://{host}/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines
    assert "Disallow: /" not in lines


def test_canonical_link_is_the_same_for_every_query(bac_son: Unit) -> None:
    item = make_news(bac_son)
    want = f'<link rel="canonical" href="http://localhost/don-vi/bac-son/tin-tuc/{item.slug}/">'
    for query in ("", "?in=1", "?utm_source=x"):
        path = f"/don-vi/bac-son/tin-tuc/{item.slug}/{query}"
        assert want in browser().get(path).content.decode()


def canonical(path: str, host: str = "localhost") -> str:
    html = browser(host).get(path).content.decode()
    (address,) = re.findall(r'<link rel="canonical" href="([^"]+)">', html)
    return address


def test_later_page_of_a_list_has_a_title_and_an_address_of_its_own(province: Unit) -> None:
    bulk_news(news_index(province), 30, datetime(2026, 1, 1, tzinfo=UTC))
    html = browser().get("/tin-tuc/?trang=2").content.decode()
    assert f"<title>Tin tức – trang 2 – {province.name}</title>" in html
    assert canonical("/tin-tuc/?trang=2") == "http://localhost/tin-tuc/?trang=2"
    assert canonical("/tin-tuc/?utm_source=x&trang=2") == "http://localhost/tin-tuc/?trang=2"
    assert canonical("/tin-tuc/") == canonical("/tin-tuc/?trang=1") == "http://localhost/tin-tuc/"
    # What robots are kept away from names the whole list.
    assert canonical("/tin-tuc/?trang=999") == "http://localhost/tin-tuc/"


@pytest.mark.parametrize(
    "path",
    [
        "/lich-cong-tac/cac-don-vi/",
        f"/lich-cong-tac/nam/{localdate().year}/",
        "/tiep-cong-dan/thang/",
        f"/tiep-cong-dan/nam/{localdate().year}/",
    ],
)
def test_page_below_an_index_is_not_the_index(province: Unit, path: str) -> None:
    assert canonical(path) == f"http://localhost{path}"
    title = re.findall("<title>(.*?)</title>", browser().get(path).content.decode())
    index = re.findall(
        "<title>(.*?)</title>", browser().get(f"/{path.split('/')[1]}/").content.decode()
    )
    assert title != index


def test_introduction_of_a_list_describes_it(province: Unit) -> None:
    index = news_index(province)
    index.introduction = "Tin của <b>hai cấp</b>."
    index.save()
    assert head("/tin-tuc/")["description"] == "Tin của &lt;b&gt;hai cấp&lt;/b&gt;."


def test_only_articles_carry_the_times_of_an_article(province: Unit) -> None:
    item = make_news(province)
    assert "article:published_time" in head(f"/tin-tuc/{item.slug}/")
    for path in ("/", "/tin-tuc/", "/lien-he/"):
        assert not [name for name in head(path) if name.startswith("article:")], path


def test_home_page_is_shared_with_its_banner(province: Unit) -> None:
    home: Any = province.home_page.specific
    home.banner_image = make_image()
    home.save()
    assert head("/")["og:image"].startswith("http://localhost/media/images/")


def test_breadcrumbs_of_machines_are_on_the_canonical_host(province: Unit) -> None:
    crumbs = graph("/tin-tuc/", "127.0.0.1")["BreadcrumbList"]["itemListElement"]
    assert [crumb["item"] for crumb in crumbs] == ["http://localhost/", "http://localhost/tin-tuc/"]


def test_sharing_and_dublin_core_say_what_the_item_is(cao_loc: Unit) -> None:
    item = make_news(
        cao_loc, 'Tựa "hay"', lead="Dẫn", author_name="Lê Mẫu", lead_image=make_image()
    )
    tags = head(f"/tin-tuc/{item.slug}/", UNIT_HOST)
    assert tags["og:title"] == tags["DC.title"] == "Tựa &quot;hay&quot;"
    assert tags["og:type"] == "article"
    assert tags["og:url"] == f"http://{UNIT_HOST}/tin-tuc/{item.slug}/"
    assert tags["og:description"] == tags["description"] == "Dẫn"
    assert tags["og:image"].startswith(f"http://{UNIT_HOST}/media/images/")
    assert tags["og:image:alt"] == "Toàn cảnh hội nghị"
    assert tags["og:locale"] == "vi_VN"
    assert tags["og:site_name"] == tags["DC.publisher"] == cao_loc.name
    assert tags["DC.creator"] == "Lê Mẫu"
    assert tags["DC.language"] == "vi"


def test_structured_data_of_an_item(cao_loc: Unit) -> None:
    item = make_news(
        cao_loc,
        "Tin",
        author_name="Lê Mẫu",
        author_role="Kiểm sát viên",
        lead_image=make_image(),
        at=datetime(2026, 3, 1, 20, 30, tzinfo=UTC),
    )
    data = graph(f"/tin-tuc/{item.slug}/", UNIT_HOST)
    article = data["NewsArticle"]
    assert article["headline"] == "Tin"
    assert article["mainEntityOfPage"] == f"http://{UNIT_HOST}/tin-tuc/{item.slug}/"
    person = {"@type": "Person", "name": "Lê Mẫu", "jobTitle": "Kiểm sát viên"}
    assert article["author"] == person
    assert article["publisher"]["logo"].startswith(f"http://{UNIT_HOST}/static/")
    assert article["publisher"]["@type"] == "GovernmentOrganization"
    assert article["publisher"]["url"] == f"http://{UNIT_HOST}/"
    assert article["image"][0].startswith("http")
    assert article["datePublished"] == "2026-03-02T03:30:00+07:00"
    assert data["BreadcrumbList"]["itemListElement"][-1]["name"] == "Tin"


@pytest.mark.parametrize("path", ["/", "/lien-he/", "/don-vi/bac-son/"])
def test_structured_data_of_the_body(province: Unit, path: str) -> None:
    body = graph(path)["GovernmentOrganization"]
    assert body["name"]
    assert body["url"].startswith("http://localhost/")
    assert body["address"]["addressCountry"] == "VN"
    assert body["logo"].startswith("http://localhost/static/")


def test_title_cannot_break_out_of_the_structured_data(province: Unit) -> None:
    item = make_news(province, HOSTILE, lead="]]><!-- </script>")
    assert graph(f"/tin-tuc/{item.slug}/")["NewsArticle"]["headline"] == HOSTILE
    html = browser().get(f"/tin-tuc/{item.slug}/").content.decode()
    assert "<script>alert" not in html


def test_every_kind_of_page_has_data_that_parses(province: Unit) -> None:
    publish_child(province.home_page.specific, StandardPage(title=HOSTILE, slug="x", lead="<x>"))
    for path in ("/x/", "/tin-tuc/", "/thong-bao/", "/don-vi/", "/co-cau-to-chuc/"):
        assert graph(path)["BreadcrumbList"], path
