"""What items of several rooms have in common: the picture at the head with its words, and the author."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from portal.core.pages import BasePage, LeadPicture
from portal.media.models import PortalImage


def picture_field(
    label: StrOrPromise, help_text: StrOrPromise = ""
) -> models.ForeignKey[PortalImage | None, PortalImage | None]:
    """A picture that a page may do without, also when it is deleted."""
    return models.ForeignKey(
        PortalImage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
        help_text=help_text,
    )


class IllustratedPage(BasePage):
    """An item with a picture at its head, and somebody who wrote it."""

    author_name = models.CharField(_("tác giả"), max_length=120, blank=True)
    author_role = models.CharField(_("chức danh tác giả"), max_length=120, blank=True)
    lead_image = picture_field(_("ảnh đại diện"))
    lead_image_alt = models.CharField(
        _("văn bản thay thế của ảnh"),
        max_length=255,
        blank=True,
        help_text=_("Mô tả ảnh cho người không nhìn thấy. Để trống nếu ảnh đã có mô tả."),
    )
    lead_image_caption = models.CharField(_("chú thích ảnh"), max_length=300, blank=True)
    lead_image_credit = models.CharField(_("tác giả, nguồn ảnh"), max_length=120, blank=True)

    # Name of the unit on a list that mixes units; whoever makes the list sets it.
    unit_label: str = ""

    class Meta:
        abstract = True

    @property
    def image_alt(self) -> str:
        return self.lead_image_alt or (self.lead_image.description if self.lead_image else "")

    @property
    def image_credit(self) -> str:
        return self.lead_image_credit or (self.lead_image.credit if self.lead_image else "")

    @property
    def published_at(self) -> datetime | None:
        return self.first_published_at

    def get_lead_picture(self) -> LeadPicture | None:
        if not self.lead_image:
            return None
        return LeadPicture(
            self.lead_image, self.image_alt, self.lead_image_caption, self.image_credit
        )


def lead_picture_panel() -> MultiFieldPanel:
    """The fields of the lead picture, for the editor of an `IllustratedPage`."""
    return MultiFieldPanel(
        [
            FieldPanel("lead_image"),
            FieldPanel("lead_image_alt"),
            FieldPanel("lead_image_caption"),
            FieldPanel("lead_image_credit"),
        ],
        heading=_("Ảnh đại diện"),
    )


def author_panel() -> FieldRowPanel:
    return FieldRowPanel([FieldPanel("author_name"), FieldPanel("author_role")])
