"""Menus and linked sites: what an administrator edits around the pages of one site."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from portal.core.text import compose


class MenuItem(models.Model):
    """A line of a site's main menu or footer; two levels at most."""

    class Place(models.TextChoices):
        MAIN = "main", _("Trình đơn chính")
        FOOTER = "footer", _("Chân trang")

    unit = models.ForeignKey(
        "units.Unit", models.CASCADE, related_name="menu_items", verbose_name=_("trang của đơn vị")
    )
    place = models.CharField(_("vị trí"), max_length=8, choices=Place.choices, default=Place.MAIN)
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("nằm dưới mục"),
    )
    label = models.CharField(
        _("chữ hiển thị"),
        max_length=60,
        blank=True,
        help_text=_("Để trống thì dùng tiêu đề của trang được chọn."),
    )
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("trang trong cổng"),
    )
    link_url = models.CharField(
        _("hoặc địa chỉ"),
        max_length=300,
        blank=True,
        help_text=_("Đường dẫn trong trang (bắt đầu bằng /) hoặc địa chỉ https:// bên ngoài."),
    )
    sort_order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    scope_unit_path = "unit"
    panels = [
        FieldPanel("unit"),
        FieldRowPanel([FieldPanel("place"), FieldPanel("sort_order")]),
        FieldPanel("parent"),
        FieldPanel("label"),
        PageChooserPanel("link_page"),
        FieldPanel("link_url"),
    ]

    class Meta:
        ordering = ["unit", "place", "sort_order", "pk"]
        verbose_name = _("mục trình đơn")
        verbose_name_plural = _("trình đơn")

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        return self.label or (self.link_page.title if self.link_page else self.link_url)

    def clean(self) -> None:
        self.label = compose(self.label)
        validate_link(self.link_url)
        if bool(self.link_page) == bool(self.link_url):
            raise ValidationError(
                _("Hãy chọn một trang trong cổng hoặc nhập một địa chỉ: một trong hai.")
            )
        if self.link_url and not self.label:
            raise ValidationError({"label": _("Hãy nhập chữ hiển thị cho địa chỉ này.")})
        if self.parent:
            self._check_parent(self.parent)

    def _check_parent(self, parent: "MenuItem") -> None:
        """An item of the first level of the same menu, and none for an item that has items below it."""
        has_children = self.pk is not None and self.children.exists()
        if parent.parent_id or parent.pk == self.pk or has_children:
            raise ValidationError({"parent": _("Trình đơn chỉ có hai cấp.")})
        if parent.unit_id != self.unit_id:
            raise ValidationError({"parent": _("Mục cấp trên phải thuộc cùng đơn vị.")})


def validate_link(value: str) -> None:
    """Refuse addresses that are neither a path of this site nor http(s): no `javascript:`.

    Browsers read "\\" as "/" and drop control characters, so "/\\host" would lead to another host.
    """
    if value and not _is_harmless(value):
        raise ValidationError(
            {"link_url": _("Địa chỉ phải bắt đầu bằng “/”, “https://” hoặc “http://”.")}
        )


def _is_harmless(value: str) -> bool:
    if "\\" in value or not value.isprintable():
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    is_path = value.startswith("/") and not value.startswith("//")
    return is_path or (value.startswith(("https://", "http://")) and bool(parts.hostname))


class LinkedSite(models.Model):
    """Software of the sector or a site of another body, linked from a home page."""

    class Group(models.TextChoices):
        SOFTWARE = "software", _("Phần mềm nghiệp vụ")
        SITE = "site", _("Trang liên kết")

    unit = models.ForeignKey(
        "units.Unit",
        models.CASCADE,
        related_name="linked_sites",
        verbose_name=_("trang của đơn vị"),
    )
    group = models.CharField(_("nhóm"), max_length=10, choices=Group.choices, default=Group.SITE)
    title = models.CharField(_("tên"), max_length=120)
    url = models.URLField(_("địa chỉ"), max_length=300)
    description = models.CharField(_("mô tả"), max_length=200, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    scope_unit_path = "unit"

    class Meta:
        ordering = ["unit", "-group", "sort_order", "pk"]
        verbose_name = _("trang liên kết")
        verbose_name_plural = _("trang liên kết")

    def __str__(self) -> str:
        return self.title
