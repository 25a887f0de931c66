"""The administration speaks Vietnamese: no English word is seen on the screens people use."""

import re

import pytest
from playwright.sync_api import Page

from portal.media.models import PortalDocument, PortalImage
from tests.browser.conftest import AdminPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.factories import make_user, news_index
from units.rights.roles import Role

pytestmark = pytest.mark.browser

# Words of a user interface that are not Vietnamese syllables too ("an", "to", "in" and "do" are).
ENGLISH = """
    account actions active activity add added alphabetical alternative and archive are audit
    author back bulk cancel change changed changes choose clear close collapse collection
    collections comment comments confirm content copy create created creator current custom
    dashboard date default delete deleted description details document documents download draft
    drafts edit edited editor email empty enter error expand export false file files filter
    filters first from groups help hide history home image images insert item items keyword
    language last latest link list live loading locale lock locked log logout menu minimap
    missing more move my name new next none not of off open options order page pages panel
    parent password permissions preview previous privacy private profile promote publish
    published quick recent record redirects region reports reset restore results review
    revisions root save saved schedule scheduled search section see select settings show side
    site sites size skip snippets sort status submit submitted switch system tag tags task tasks
    the theme this time title toggle true type undo unlock unpublish untitled update updated
    upload url usage used user users view visible warning welcome when with workflow workflows
    yes you your
"""
ENGLISH_WORD = re.compile(
    rf"(?<![\w.@/-])(?:{'|'.join(ENGLISH.split())})(?![\w@/-]|\.\w)", re.IGNORECASE
)
# Words that Vietnamese offices use as they are, with the reason; and names with such a word.
KNOWN = {
    "url": "said by everyone who needs it",
    "email": "said by everyone",
    "menu": "in the dictionary",
}
# Written in English in the templates of the libraries, outside their translations; none is ours.
UPSTREAM = {
    "Search (input.button)": "hidden submit button: wagtailadmin/home.html, shared/header.html, modeladmin",
    "Actions (nav#w-slim-header-buttons.w-flex.w-items-center[aria-label])": "shared/headers/_actions.html",
    "True (img[alt])": "modeladmin draws yes and no as pictures",
    "False (img[alt])": "the same",
    "None (page)": "Wagtail's page search names no kind behind the number of results",
    "Root (page)": "name of the first folder and page, from Wagtail's migrations: data, not a label",
}
NAMES = re.compile(r"New (Zealand|Caledonia|Guinea)")
# What is seen, and what a screen reader says: texts, labels, placeholders, alternative texts.
VISIBLE_TEXT = """() => {
    const texts = [["title", document.title], ["page", document.body.innerText]];
    for (const item of document.querySelectorAll("body *")) {
        if (!item.checkVisibility({visibilityProperty: true})) continue;
        const where = item.tagName.toLowerCase() + (item.id ? "#" + item.id : "")
            + [...item.classList].slice(0, 2).map((name) => "." + name).join("");
        for (const name of ["aria-label", "placeholder", "alt", "title", "data-tippy-content"])
            if (item.getAttribute(name)) texts.push([`${where}[${name}]`, item.getAttribute(name)]);
        if (item.matches("input[type=submit], input[type=button]")) texts.push([where, item.value]);
    }
    return texts;
}"""
ROLES = [None, Role.BOARD, Role.UNIT_ADMIN, Role.LEADER, Role.CONTRIBUTOR]


def screens(world: World) -> dict[str, str]:
    """Name → address of what people of every role open; some are closed to some."""
    index = news_index(world.bac_son)
    article = index.get_children().get(slug="tin-don-vi")
    home = world.bac_son.home_page_id
    return {
        "dashboard": "/admin/",
        "explorer": f"/admin/pages/{index.pk}/",
        "add": f"/admin/pages/add/news/newspage/{index.pk}/",
        "edit": f"/admin/pages/{article.pk}/edit/",
        "history": f"/admin/pages/{article.pk}/history/",
        "add-kinds": f"/admin/pages/{home}/add_subpage/",
        "search": "/admin/pages/search/?q=tin",
        "images": "/admin/images/",
        "add-image": "/admin/images/add/",
        "image": f"/admin/images/{PortalImage.objects.first().pk}/",
        "documents": "/admin/documents/",
        "add-document": "/admin/documents/add/",
        "document": f"/admin/documents/{PortalDocument.objects.first().pk}/",
        "units": "/admin/units/unit/",
        "officials": "/admin/units/official/",
        "add-official": "/admin/units/official/create/",
        "menu": "/admin/navigation/menuitem/",
        "links": "/admin/navigation/linkedsite/",
        "topics": "/admin/news/topic/",
        "add-topic": "/admin/news/topic/create/",
        "reports": "/admin/reports/site-history/",
        "account": "/admin/account/",
    }


def english(page: Page) -> set[str]:
    """“word in its line (where)” for every English word of the screen."""
    found = set()
    for where, text in page.evaluate(VISIBLE_TEXT):
        for line in NAMES.sub("", text).splitlines():
            words = [word for word in ENGLISH_WORD.findall(line) if word.lower() not in KNOWN]
            words = [word for word in words if f"{word} ({where})" not in UPSTREAM]
            found |= {f"{word} in “{line.strip()[:80]}” ({where})" for word in words}
    return found


@pytest.mark.parametrize("role", ROLES, ids=lambda role: str(role or "system-admin"))
def test_no_english_word_is_seen(
    role: Role | None, admin_page: AdminPage, server: PortalServer, world: World
):
    unit = None if role in {None, Role.BOARD} else world.bac_son
    page = admin_page(make_user(role, unit, full_name="Nguyễn Thị Mẫu (mẫu)"))
    found: dict[str, list[str]] = {}
    opened = 0
    for name, path in screens(world).items():
        response = page.goto(server.url(path))
        assert response is not None
        if response.status >= 500:
            found[name] = [f"status {response.status}"]
            continue
        # A refusal sends to the first page with a message: Vietnamese as well.
        opened += page.url == server.url(path) and response.ok
        for width in (1440, 360):
            page.set_viewport_size({"width": width, "height": 900})
            if words := english(page):
                found[f"{name} ({width} px)"] = sorted(words)
    assert opened >= 4, f"only {opened} screens opened"
    assert not found, "\n".join(f"{name}: {'; '.join(words)}" for name, words in found.items())
