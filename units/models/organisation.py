"""The organisation: the province, its departments, the units below it, and their officials.

Each body and each person is one record; every page that names them reads it from here, so that a
change shows everywhere at once (decree 224/2026 asks for current organisation and leaders).
"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from portal.core.fields import PhoneField
from portal.core.text import compose
from units.models.querysets import OfficialQuerySet, UnitQuerySet


class Unit(models.Model):
    """A procuracy or a department of one."""

    class Kind(models.TextChoices):
        PROVINCE = "province", _("VKSND tỉnh")
        DEPARTMENT = "department", _("Phòng và tương đương")
        DISTRICT = "district", _("VKSND cấp huyện")
        REGION = "region", _("VKSND khu vực")

    kind = models.CharField(_("loại đơn vị"), max_length=12, choices=Kind.choices)
    name = models.CharField(
        _("tên đầy đủ"),
        max_length=160,
        help_text=_("Ví dụ: Viện kiểm sát nhân dân huyện Cao Lộc"),
    )
    short_name = models.CharField(
        _("tên ngắn"), max_length=80, help_text=_("Ví dụ: VKSND huyện Cao Lộc")
    )
    slug = models.SlugField(
        _("tên trong địa chỉ"),
        max_length=60,
        unique=True,
        help_text=_("Chữ thường không dấu, nối bằng gạch ngang, ví dụ: cao-loc"),
    )
    code = models.CharField(
        _("mã đơn vị"),
        max_length=20,
        unique=True,
        validators=[
            RegexValidator(r"^[A-Z0-9-]+$", _("Chỉ dùng chữ in hoa không dấu, số và “-”."))
        ],
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("đơn vị cấp trên"),
    )
    home_page = models.OneToOneField(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="unit",
        verbose_name=_("trang chủ"),
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="unit",
        verbose_name=_("thư mục ảnh và tài liệu"),
    )
    introduction = models.TextField(_("chức năng, nhiệm vụ"), blank=True)
    address = models.CharField(_("địa chỉ"), max_length=200, blank=True)
    telephone = PhoneField(_("điện thoại"))
    hotline = PhoneField(_("đường dây nóng"))
    email = models.EmailField(_("thư điện tử"), blank=True)
    map_url = models.URLField(_("đường dẫn bản đồ"), blank=True, max_length=500)
    latitude = models.DecimalField(
        _("vĩ độ"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("kinh độ"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    service_area = models.TextField(
        _("địa bàn phụ trách"), blank=True, help_text=_("Các xã, phường, thị trấn thuộc địa bàn.")
    )
    working_hours = models.CharField(_("giờ làm việc"), max_length=160, blank=True)
    footer_text = RichTextField(
        _("chân trang"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("Cơ quan chủ quản, người chịu trách nhiệm, giấy phép, yêu cầu ghi nguồn."),
    )
    sort_order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_active = models.BooleanField(_("đang hoạt động"), default=True)
    # Set together with `is_active` by `units.organisation.closing`: a closed unit stays readable,
    # without members.
    closed_on = models.DateField(_("ngừng hoạt động từ"), null=True, blank=True, editable=False)

    objects: ClassVar[UnitQuerySet] = UnitQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")

    def __str__(self) -> str:
        return self.short_name

    def clean(self) -> None:
        self.name = compose(self.name)
        self.short_name = compose(self.short_name)
        if self.kind == self.Kind.PROVINCE:
            if Unit.objects.filter(kind=self.Kind.PROVINCE).exclude(pk=self.pk).exists():
                raise ValidationError(
                    {"kind": _("Cổng đã có đơn vị cấp tỉnh. Hãy sửa đơn vị đó thay vì thêm mới.")}
                )
        elif self.parent_id is None:
            self.parent = Unit.objects.province()

    @property
    def is_province(self) -> bool:
        return self.kind == self.Kind.PROVINCE

    @property
    def is_department(self) -> bool:
        """One that writes on the provincial site; with a site of its own it is like other units."""
        return self.kind == self.Kind.DEPARTMENT and self.home_page_id is None

    @property
    def map_link(self) -> str:
        """The address of a map: the one given, else OpenStreetMap at the coordinates."""
        if self.map_url or self.latitude is None or self.longitude is None:
            return self.map_url
        point = f"{self.latitude}/{self.longitude}"
        return (
            "https://www.openstreetmap.org/"
            f"?mlat={self.latitude}&mlon={self.longitude}#map=16/{point}"
        )


class Official(models.Model):
    """A person who holds a post in a unit."""

    unit = models.ForeignKey(
        Unit, models.CASCADE, related_name="officials", verbose_name=_("đơn vị")
    )
    name = models.CharField(_("họ và tên"), max_length=120)
    post = models.CharField(_("chức vụ"), max_length=120, help_text=_("Ví dụ: Viện trưởng"))
    title = models.CharField(
        _("chức danh"), max_length=120, blank=True, help_text=_("Ví dụ: Kiểm sát viên cao cấp")
    )
    duties = models.TextField(_("nhiệm vụ được phân công"), blank=True)
    portrait = models.ForeignKey(
        "media.PortalImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ảnh chân dung"),
    )
    telephone = PhoneField(_("điện thoại công vụ"))
    email = models.EmailField(_("thư điện tử công vụ"), blank=True)
    is_leader = models.BooleanField(_("là lãnh đạo đơn vị"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    scope_unit_path = "unit"
    objects: ClassVar[OfficialQuerySet] = OfficialQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("cán bộ")
        verbose_name_plural = _("lãnh đạo và cán bộ")

    def __str__(self) -> str:
        return f"{self.name} – {self.post}"

    def clean(self) -> None:
        self.name = compose(self.name).strip()
