"""What the form in the administration and the commands ask for, checked in one place.

A refused value is named at its field, in Vietnamese, before anything is written.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from portal.core.text import compose, slugify
from units.models import Unit
from units.subsites.models import UnitDirectoryPage, UnitHomePage

# Words with a meaning of their own in addresses: paths, values of `?don-vi=`, usual host names.
RESERVED_SLUGS = frozenset(
    {
        "admin",
        "api",
        "bao-loi-bao-mat",
        "cong-thong-tin",
        "documents",
        "don-vi",
        "feed",
        "mail",
        "media",
        "quan-tri",
        "robots",
        "sitemap",
        "static",
        "tat-ca",
        "tim-kiem",
        "tinh",
        "toan-tinh",
        "trang-chu",
        "www",
    }
)
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"^{_LABEL}(?:\.{_LABEL})+$")


def clean_host(value: str) -> str:
    """A bare host name in lower case. Raises ValidationError that says what is too much."""
    host = value.strip().lower()
    if not host:
        return ""
    if "://" in host:
        raise ValidationError(_("Chỉ nhập tên miền, bỏ phần “https://” ở đầu."), code="scheme")
    if any(mark in host for mark in "/?#"):
        raise ValidationError(_("Chỉ nhập tên miền, bỏ đường dẫn ở sau."), code="path")
    if ":" in host:
        raise ValidationError(_("Chỉ nhập tên miền, bỏ dấu “:” và số cổng."), code="port")
    if len(host) > 253 or not _HOST.match(host):
        raise ValidationError(
            _("Tên miền chỉ gồm chữ không dấu, số, gạch ngang và dấu chấm, ví dụ caoloc.gov.vn."),
            code="host",
        )
    return host


class HostField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Tên miền riêng"))
        kwargs.setdefault("help_text", _("Không có https:// và số cổng, ví dụ caoloc.gov.vn."))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        return clean_host(super().clean(value))


class ComposedField(forms.CharField):
    """Text in composed Unicode. The browser's or the terminal's decomposed letters look the same."""

    def clean(self, value: Any) -> str:
        return " ".join(compose(super().clean(value)).split())


class UnitNames(forms.Form):
    """Names and code, asked of the province and of units alike."""

    name = ComposedField(label=_("Tên đầy đủ"), max_length=160)
    short_name = ComposedField(label=_("Tên ngắn"), max_length=80)
    code = forms.CharField(label=_("Mã đơn vị"), max_length=20)

    # The unit that exists already, when a run repairs it.
    unit: Unit | None = None

    @property
    def notes(self) -> list[str]:
        """What was put right without asking."""
        names = [str(self.data.get(name, "")) for name in ("name", "short_name")]
        if any(compose(name) != name for name in names):
            return [str(_("Tên đã được chuyển sang Unicode dựng sẵn (NFC)."))]
        return []

    def clean_code(self) -> str:
        code = self.cleaned_data["code"].strip().upper()
        for validate in Unit._meta.get_field("code").validators:
            validate(code)
        other = self._others().filter(code__iexact=code).first()
        if other is not None:
            raise ValidationError(_("Mã này đã dùng cho %s.") % other, code="taken")
        return code

    def _others(self) -> Any:
        return Unit.objects.exclude(pk=self.unit.pk if self.unit and self.unit.pk else 0)


class ProvinceForm(UnitNames):
    """The province and the host of the whole portal (`setup_province`)."""

    host = HostField(label=_("Tên miền"))


class UnitForm(UnitNames):
    """A unit below the province and its site (the administration's form, `provision_unit`)."""

    kind = forms.ChoiceField(
        label=_("Loại đơn vị"),
        choices=[choice for choice in Unit.Kind.choices if choice[0] != Unit.Kind.PROVINCE],
        initial=Unit.Kind.REGION,
    )
    slug = forms.CharField(
        label=_("Tên trong địa chỉ"),
        max_length=60,
        required=False,
        help_text=_("Chữ thường không dấu, nối bằng gạch ngang. Để trống: lấy từ tên ngắn."),
    )
    hostname = HostField(required=False)

    field_order = ["kind", "name", "short_name", "slug", "code", "hostname"]

    def __init__(self, *args: Any, unit: Unit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self._own_page = unit.home_page_id if unit else None
        self.fields["name"].help_text = _("Ví dụ: Viện kiểm sát nhân dân khu vực 1")
        self.fields["short_name"].help_text = _("Ví dụ: VKSND khu vực 1")
        self.fields["code"].help_text = _("Chữ in hoa không dấu, số và gạch ngang, ví dụ KV1")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "slug" in data or "slug" not in self.errors:
            self._clean_slug(data)
        if data.get("hostname"):
            self._clean_taken_host(data["hostname"])
            if data.get("kind") == Unit.Kind.DEPARTMENT and not self._own_page:
                self.add_error(
                    "hostname",
                    _("Phòng viết bài trên trang của tỉnh, không có tên miền riêng. Hãy để trống."),
                )
        return data

    def _clean_slug(self, data: dict[str, Any]) -> None:
        typed = (data.get("slug") or "").strip()
        slug = typed or slugify(data.get("short_name", ""), 60)
        if not slug:
            return
        if slugify(slug, 60) != slug:
            self.add_error("slug", _("Chỉ dùng chữ thường không dấu, số và gạch ngang."))
        elif slug in RESERVED_SLUGS:
            self.add_error("slug", _("“%s” là từ dành riêng của cổng, hãy chọn tên khác.") % slug)
        else:
            data["slug"] = slug
            self._clean_taken_slug(slug)

    def _clean_taken_slug(self, slug: str) -> None:
        other = self._others().filter(slug=slug).first()
        if other is not None:
            self.add_error("slug", _("Tên này đã dùng cho %s.") % other)
            return
        directory = UnitDirectoryPage.objects.first()
        children = directory.get_children() if directory else Page.objects.none()
        page = children.filter(slug=slug).exclude(pk=self._own_page or 0).first()
        if page is None:
            return
        if page.specific_class is UnitHomePage and not Unit.objects.filter(home_page=page).exists():
            # It lost its unit's record; provisioning takes it up again.
            self._own_page = page.pk
        else:
            self.add_error("slug", _("Dưới danh bạ đơn vị đã có trang mang tên này."))

    def _clean_taken_host(self, host: str) -> None:
        own_page = self._own_page
        if host == settings.ADMIN_HOST.lower():
            self.add_error("hostname", _("Tên miền này dành cho trang quản trị."))
        elif Site.objects.filter(hostname__iexact=host).exclude(root_page=own_page).exists():
            self.add_error("hostname", _("Tên miền này đã dùng cho trang khác."))
        elif own_page and Site.objects.filter(root_page=own_page).exclude(hostname=host).exists():
            self.add_error("hostname", _("Đơn vị đã có tên miền khác; hãy đổi ở mục Trang web."))
