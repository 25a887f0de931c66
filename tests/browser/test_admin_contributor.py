"""A part-time writer files an item: refused with a reason, losing nothing, and never published."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from home.news.models import NewsPage
from tests.browser.conftest import AdminPage
from tests.browser.server import PortalServer
from tests.browser.world import World
from tests.factories import make_user, news_index
from units.rights.roles import Role

pytestmark = pytest.mark.browser

TITLE = "Kiểm sát viên về bản Nà Mẫu"
LEAD = "Buổi tuyên truyền đầu tiên của năm."
FILE_NAME = "IMG_20260316_0001.jpg"
ALT = "Kiểm sát viên nói chuyện với bà con dưới sàn nhà"


def picture() -> dict[str, object]:
    buffer = BytesIO()
    Image.new("RGB", (640, 400), "#7a4b00").save(buffer, "JPEG")
    return {"name": FILE_NAME, "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


def choose_new_picture(page: Page) -> None:
    """Through the picture chooser: its tab for uploading, title, and back to the form."""
    page.locator("#id_lead_image-chooser [data-chooser-action-choose]").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Tải lên").click()
    dialog.locator("input[type=file]").set_input_files(picture())
    dialog.get_by_label("Tiêu đề", exact=False).first.fill("Về bản")
    dialog.locator("#tab-upload button[type=submit]").click()
    expect(dialog).to_be_hidden()


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("footer button.action-save").click()


def test_a_contributor_drafts_an_item_and_cannot_publish(
    admin_page: AdminPage, server: PortalServer, world: World
):
    contributor = make_user(Role.CONTRIBUTOR, world.bac_son)
    page = admin_page(contributor)
    index = news_index(world.bac_son)
    page.goto(server.url(f"/admin/pages/add/news/newspage/{index.pk}/"))
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_lead").fill(LEAD)
    page.get_by_label(world.topic.name).check()
    choose_new_picture(page)
    alt = page.locator("#id_lead_image_alt")
    alt.fill(FILE_NAME)
    save(page)

    message = f"“{FILE_NAME}” là tên tệp, không phải lời mô tả."
    expect(page.get_by_text(message)).to_be_visible()
    assert not NewsPage.objects.filter(title=TITLE).exists()
    # Nothing that was typed or chosen is lost.
    expect(page.locator("#id_title")).to_have_value(TITLE)
    expect(page.locator("#id_lead")).to_have_value(LEAD)
    expect(alt).to_have_value(FILE_NAME)
    expect(page.get_by_label(world.topic.name)).to_be_checked()
    assert page.locator("#id_lead_image").input_value()

    alt.fill(ALT)
    save(page)
    draft = NewsPage.objects.get(title=TITLE)
    assert (draft.owner, draft.live) == (contributor, False)
    assert draft.get_latest_revision_as_object().lead_image_alt == ALT
    expect(page.locator("[name=action-publish]")).to_have_count(0)
    expect(page.locator("[name=action-submit]")).to_have_count(1)


def test_a_forged_publish_of_a_contributor_publishes_nothing(
    admin_page: AdminPage, server: PortalServer, world: World
):
    page = admin_page(make_user(Role.CONTRIBUTOR, world.bac_son))
    index = news_index(world.bac_son)
    page.goto(server.url(f"/admin/pages/add/news/newspage/{index.pk}/"))
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_lead").fill(LEAD)
    page.get_by_label(world.topic.name).check()
    page.locator("footer button.action-save").evaluate(
        """button => { button.name = "action-publish"; button.value = "1"; }"""
    )
    save(page)
    assert not NewsPage.objects.filter(title=TITLE, live=True).exists()
    response = page.request.get(server.url("/don-vi/bac-son/tin-tuc/kiem-sat-vien-ve-ban-na-mau/"))
    assert response.status == 404
