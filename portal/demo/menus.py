"""The sample province's own menu and footer: what an administrator would have made by hand."""

from wagtail.models import Page

from home.navigation.models import MenuItem
from portal.demo.book import note
from units.models import Unit

MAIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("gioi-thieu", ("chuc-nang-nhiem-vu", "lich-su-hinh-thanh", "co-cau-to-chuc")),
    ("tin-tuc", ("thong-bao",)),
    ("lich-cong-tac", ("tiep-cong-dan",)),
    ("van-ban", ()),
    ("pho-bien-giao-duc-phap-luat", ("thi-tim-hieu-phap-luat",)),
    ("don-vi", ()),
    ("lien-he", ()),
)
# Titles that are too long for a bar of eight entries.
LABELS = {"pho-bien-giao-duc-phap-luat": "Phổ biến pháp luật"}
FOOTER = ("bao-ve-du-lieu-ca-nhan", "huong-dan-su-dung", "kieu-trinh-bay")


def load_province_menu(province: Unit) -> None:
    """Replace the menu that provisioning made; one that somebody changed is left alone."""
    home = Page.objects.get(pk=province.home_page_id)
    # Units have pages of the same slugs further down: the province's own come last, and stay.
    pages = {page.slug: page for page in home.get_descendants().order_by("-depth")}
    items = MenuItem.objects.filter(unit=province)
    provisioned = [home.pk, *home.get_children().values_list("pk", flat=True)]
    is_loaded = items.filter(link_page=pages["gioi-thieu"]).exists()
    if is_loaded or items.exclude(link_page__in=provisioned).exists():
        return
    items.exclude(link_page=home).delete()
    for order, (slug, children) in enumerate(MAIN, 1):
        entry = _entry(province, pages[slug], order)
        for place, child in enumerate(children):
            _entry(province, pages[child], place, parent=entry)
    for order, slug in enumerate(FOOTER):
        _entry(province, pages[slug], order, place=MenuItem.Place.FOOTER)


def _entry(
    unit: Unit,
    page: Page,
    order: int,
    parent: MenuItem | None = None,
    place: str = MenuItem.Place.MAIN,
) -> MenuItem:
    item = MenuItem.objects.create(
        unit=unit,
        link_page=page,
        label=LABELS.get(page.slug, ""),
        sort_order=order,
        parent=parent,
        place=place,
    )
    return note(item)
