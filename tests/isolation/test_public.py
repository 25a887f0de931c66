"""What is not published appears nowhere for a visitor who is not signed in.

Every public address is visited on every host: pages by following links from the home pages, the
sitemaps and the feeds; the search by every word; files and private pages by their own addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.test import Client
from wagtail.models import Page, Revision

from home.news.models import NewsPage
from tests.isolation.conftest import FOREIGN, OWN, Field
from tests.isolation.visits import text_of

HOSTS = ("localhost", f"{OWN}.localhost")
STARTS = (
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/.well-known/security.txt",
    "/bao-loi-bao-mat/",
    "/feed/",
    "/tim-kiem/",
    f"/don-vi/{FOREIGN}/",
    "/404/",
)
_LINK = re.compile(r"""(?:href|src|srcset|content|action)="([^"]+)"|<(?:loc|link|id)>([^<]+)<""")
# What a unit tells the public in these records, by intention.
PUBLIC_MODELS = (
    "units.official",
    "navigation.menuitem",
    "navigation.linkedsite",
    "reception.regularhours",
)


def owners(field: Field) -> tuple[str, ...]:
    return (field.own.owner, *field.foreign_owners)


def secrets_in(field: Field, text: str) -> set[str]:
    """Words that are not public: all but those of records that stand on public pages."""
    told = field.words.in_text(text, owners(field))
    return {word for word in told if not word.partition(": ")[2].startswith(PUBLIC_MODELS)}


def visitor(host: str) -> Client:
    return Client(headers={"host": host}, raise_request_exception=False)


def links_in(text: str) -> Iterator[tuple[str, str]]:
    """(host or "", path with query) of everything that the answer points to."""
    for found in _LINK.findall(text):
        for piece in unescape(found[0] or found[1]).split(","):
            parts = urlsplit(piece.strip().split(" ")[0])
            if parts.scheme in {"", "http"} and parts.path.startswith("/"):
                yield parts.netloc, parts.path + (f"?{parts.query}" if parts.query else "")


def crawl(field: Field) -> dict[tuple[str, str], str]:
    waiting = [(host, start) for host in HOSTS for start in STARTS]
    seen: dict[tuple[str, str], str] = {}
    while waiting:
        host, path = waiting.pop()
        if (host, path) in seen or path.startswith(("/static/", "/admin/")):
            continue
        response = visitor(host).get(path)
        seen[host, path] = text = text_of(response)
        location = urlsplit(response.get("Location", ""))
        if location.path:
            waiting.append((location.netloc or host, location.path))
        waiting += [(to or host, link) for to, link in links_in(text) if (to or host) in HOSTS]
    return seen


def test_no_public_address_tells_what_is_not_published(field: Field):
    seen = crawl(field)
    leaks = {place: secrets_in(field, text) for place, text in seen.items()}
    assert {place: told for place, told in leaks.items() if told} == {}
    # The crawl came round: home pages and items of both sites, feeds, sitemap, pictures.
    paths = {path for _host, path in seen}
    assert len(seen) > 40
    assert any(path.endswith("/feed/") for path in paths)
    assert any(path.startswith("/media/images/") for path in paths)


@pytest.mark.parametrize("host", HOSTS)
def test_the_search_finds_nothing_unpublished(field: Field, host: str):
    client = visitor(host)
    for owner in owners(field):
        handle = field.words.handle(owner)
        for query in ({"q": handle}, {"q": handle, "sap-xep": "moi"}, {"q": handle, "trang": 2}):
            assert secrets_in(field, text_of(client.get("/tim-kiem/", query))) == set()


def test_unpublished_words_are_in_no_index_entry(field: Field):
    from search.models import IndexEntry

    entries = IndexEntry.objects.filter(page__live=True, page__view_restrictions=None)
    texts = " ".join(f"{entry.title} {entry.body}" for entry in entries)
    assert secrets_in(field, texts) == set()


def test_drafts_and_private_pages_have_no_address(field: Field):
    for garden in (field.own, field.foreign, field.province):
        for page in garden.rows["news.newspage"]:
            fresh = Page.objects.get(pk=page.pk)
            is_private = fresh.view_restrictions.exists()
            if fresh.live and not is_private:
                continue
            for host in HOSTS:
                client = visitor(host)
                for path in (fresh.url_path, f"/{'/'.join(fresh.url_path.split('/')[2:])}"):
                    response = client.get(path)
                    assert response.status_code in {301, 302, 404}
                    # A redirection repeats what was asked for.
                    answer = text_of(response).replace(fresh.slug, "")
                    assert secrets_in(field, answer) == set()


def addresses_of_files(field: Field) -> Iterator[str]:
    for garden in (field.own, field.foreign, field.province):
        for image in garden.rows["media.portalimage"]:
            yield f"/media/{image.file.name}"
            for rendition in image.renditions.all():
                yield rendition.url
                yield rendition.url.replace("/media/images/", "/media/original_images/")
        for document in garden.rows["media.portaldocument"]:
            yield document.url
            yield f"/media/{document.file.name}"


def test_files_of_drafts_are_not_found_by_their_addresses(field: Field):
    for url in addresses_of_files(field):
        for host in HOSTS:
            response = visitor(host).get(url)
            assert response.status_code == 404, url


def test_files_of_a_portrait_are_found(field: Field):
    """The other side: what a public record shows is there, and so the test above proves something."""
    official = field.own.one("units.official")
    official.save()
    url = official.portrait.get_rendition("width-50").url
    assert visitor("localhost").get(url).status_code == 200


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize(
    "path",
    [
        "/admin/api/main/pages/",
        "/admin/api/main/pages/?fields=*&format=json",
        "/admin/api/main/images/?fields=*",
        "/admin/api/main/documents/?fields=*",
        "/admin/tag-autocomplete/?term=zq",
        "/admin/images/chooser/",
        "/admin/choose-page/",
        "/api/v2/pages/",
    ],
)
def test_no_interface_answers_a_visitor(field: Field, host: str, path: str):
    response = visitor(host).get(path)
    assert response.status_code in {301, 302, 401, 403, 404}
    assert secrets_in(field, text_of(response)) == set()


def test_revisions_have_no_address(field: Field):
    page = field.foreign.rows["news.newspage"][1]
    revision = Revision.objects.for_instance(page).last()
    assert NewsPage.objects.get(pk=page.pk).live
    for path in (
        f"/admin/pages/{page.pk}/revisions/{revision.pk}/view/",
        f"/admin/pages/{page.pk}/view_draft/",
        f"/don-vi/{FOREIGN}/?revision={revision.pk}&preview=1",
    ):
        assert secrets_in(field, text_of(visitor("localhost").get(path))) == set()
