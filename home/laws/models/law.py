"""A legal document that can be cited, what changed parts of it, and that its end was told."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.admin.decorators import display
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, RevisionMixin

from home.laws.querysets import LawQuerySet
from home.laws.rules.symbols import canonical_symbol, identity, parse_symbol
from home.laws.rules.validity import Term, Validity, validity_on
from home.laws.wording import KNOWN_BY_TITLE, VALIDITY_LABELS, LawKind
from portal.core.text import compose, fold


class Law(RevisionMixin, ClusterableModel):
    """A law, decree, circular …: one list for the whole portal, edited by the board.

    Whether it is in force is derived from its dates for the day that is asked about and stored nowhere,
    so that every page tells the truth of the day without a job having run.
    """

    kind = models.CharField(_("loại văn bản"), max_length=30, choices=LawKind.choices)
    symbol = models.CharField(
        _("số, ký hiệu"),
        max_length=60,
        blank=True,
        help_text=_("Ví dụ: 14/2012/QH13, 42/2022/NĐ-CP, 05/CT-VKSTC. Chỉ Hiến pháp không có."),
    )
    title = models.CharField(
        _("tên, trích yếu"),
        max_length=500,
        help_text=_(
            "Luật, bộ luật, pháp lệnh: ghi đủ tên, ví dụ “Luật Đất đai”. Văn bản khác: ghi trích yếu."
        ),
    )
    issuer = models.CharField(
        _("cơ quan ban hành"),
        max_length=200,
        help_text=_("Ví dụ: Quốc hội, Chính phủ, Bộ Công an."),
    )
    issued_on = models.DateField(
        _("ngày ban hành"),
        null=True,
        blank=True,
        help_text=_("Có thể để trống nếu số, ký hiệu có năm."),
    )
    effective_on = models.DateField(_("ngày có hiệu lực"))
    expires_on = models.DateField(
        _("hết hiệu lực từ ngày"),
        null=True,
        blank=True,
        help_text=_(
            "Ngày đầu tiên không còn hiệu lực. Để trống nếu còn hiệu lực, hoặc nếu hết hiệu lực đúng "
            "ngày văn bản thay thế có hiệu lực."
        ),
    )
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("được thay thế bởi"),
    )
    partly_expires_on = models.DateField(_("hết hiệu lực một phần từ ngày"), null=True, blank=True)
    validity_note = models.CharField(
        _("ghi chú về hiệu lực"),
        max_length=300,
        blank=True,
        help_text=_("Ví dụ: phần nào hết hiệu lực, quy định chuyển tiếp."),
    )
    source_url = models.URLField(
        _("địa chỉ trên cơ sở dữ liệu chính thức"), max_length=300, blank=True
    )

    # Derived from the fields above, for looking up, for sorting and for the search.
    symbol_key = models.CharField(max_length=80, editable=False)
    issuer_key = models.CharField(max_length=200, editable=False)
    year = models.PositiveSmallIntegerField(editable=False)
    number = models.PositiveIntegerField(default=0, editable=False)
    suffix = models.CharField(max_length=2, blank=True, editable=False)
    search_text = models.TextField(editable=False)

    objects: ClassVar[LawQuerySet] = LawQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-year", "number", "suffix", "symbol_key", "pk"]
        verbose_name = _("văn bản pháp luật")
        verbose_name_plural = _("văn bản pháp luật")
        constraints = [
            models.UniqueConstraint(
                fields=["symbol_key", "issuer_key", "year"], name="law_symbol_issuer_year"
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._derive()
        super().save(*args, **kwargs)

    def _derive(self) -> None:
        self.symbol = canonical_symbol(self.symbol)
        symbol = parse_symbol(self.symbol)
        inside = symbol.year if symbol else None
        self.year = self.issued_on.year if self.issued_on else inside or self.effective_on.year
        self.symbol_key, self.issuer_key, _year = identity(self.symbol, self.issuer, self.year)
        self.number, self.suffix = (symbol.number, symbol.suffix) if symbol else (0, "")
        kind = LawKind(self.kind).label if self.kind in LawKind.values else ""
        run_together = fold(self.symbol).replace(" ", "")
        parts = (self.symbol, str(kind), self.title, self.issuer, str(self.year))
        self.search_text = " ".join([*(fold(part) for part in parts), run_together])

    def clean(self) -> None:
        super().clean()
        self.title, self.issuer = compose(self.title).strip(), compose(self.issuer).strip()
        errors = self._wrong_symbol()
        if self.replaced_by_id is not None and self.replaced_by_id == self.pk:
            errors["replaced_by"] = _("Văn bản không thể thay thế chính nó.")
        errors |= self._wrong_dates()
        if errors or self.effective_on is None:
            raise ValidationError(dict(errors))
        self._derive()
        self._refuse_a_second()

    def _wrong_symbol(self) -> dict[str, StrOrPromise]:
        """The symbol, and the year of issue that it says: "05/CT-VKSTC" says none, so the day has to."""
        errors: dict[str, StrOrPromise] = {}
        written = self.symbol.strip()
        symbol = parse_symbol(self.symbol)
        if not written and self.kind != LawKind.CONSTITUTION:
            errors["symbol"] = _("Hãy ghi số, ký hiệu của văn bản.")
        if written and symbol is None:
            errors["symbol"] = _("Không đọc được số, ký hiệu này. Hãy ghi như “42/2022/NĐ-CP”.")
        if self.issued_on is None and (symbol is None or symbol.year is None):
            errors["issued_on"] = _("Hãy ghi ngày ban hành: số, ký hiệu này không có năm.")
        return errors

    def _refuse_a_second(self) -> None:
        """Told by the form: the derived fields are none of it, so Django leaves their constraint out."""
        same = Law.objects.filter(
            symbol_key=self.symbol_key, issuer_key=self.issuer_key, year=self.year
        ).exclude(pk=self.pk)
        if same.exists():
            message = _("Văn bản có số, ký hiệu, cơ quan và năm ban hành này đã có trong danh mục.")
            raise ValidationError({"symbol": message})

    def _wrong_dates(self) -> dict[str, StrOrPromise]:
        errors: dict[str, StrOrPromise] = {}
        issued, effective = self.issued_on, self.effective_on
        if issued and effective and effective < issued:
            errors["effective_on"] = _("Ngày có hiệu lực không thể trước ngày ban hành.")
        for name in ("expires_on", "partly_expires_on"):
            day = getattr(self, name)
            if day and issued and day < issued:
                errors[name] = _("Ngày hết hiệu lực không thể trước ngày ban hành.")
        return errors

    @property
    def name(self) -> str:
        """As people call it: "Luật Đất đai", "Nghị định số 42/2022/NĐ-CP"."""
        if self.kind in KNOWN_BY_TITLE:
            return self.title
        kind = str(LawKind(self.kind).label) if self.kind != LawKind.OTHER else gettext("Văn bản")
        return gettext("%(kind)s số %(symbol)s") % {"kind": kind, "symbol": self.symbol}

    @property
    def full_name(self) -> str:
        """As it is cited: "Luật Đất đai số 31/2024/QH15", "Nghị định số 42/2022/NĐ-CP"."""
        if self.kind in KNOWN_BY_TITLE and self.symbol:
            return gettext("%(name)s số %(symbol)s") % {"name": self.title, "symbol": self.symbol}
        return self.name

    @property
    @display(description=_("Số, ký hiệu"), ordering="number")
    def label(self) -> str:
        """What a list calls it: the constitution has no symbol."""
        return self.symbol or self.title

    @property
    def subject(self) -> str:
        """What it is about: "Luật Đất đai", "Nghị định: Về công tác văn thư"."""
        if self.kind in KNOWN_BY_TITLE:
            return self.title
        return f"{self.get_kind_display()}: {self.title}"

    @property
    def term(self) -> Term:
        replaced = self.replaced_by.effective_on if self.replaced_by else None
        return Term(self.effective_on, self.expires_on, replaced, self.partly_expires_on)

    @property
    def lapses_on(self) -> date | None:
        """First day without force."""
        return self.term.lapses

    def validity_on(self, day: date) -> Validity:
        return validity_on(day, self.term)

    @property
    def validity(self) -> Validity:
        """Today's, in Vietnam."""
        return self.validity_on(timezone.localdate())

    @property
    def validity_label(self) -> StrOrPromise:
        return VALIDITY_LABELS[self.validity]


class Amendment(Orderable):
    """A later document that changes a part of a law and leaves it in force."""

    law = ParentalKey(Law, on_delete=models.CASCADE, related_name="amendments")
    by = models.ForeignKey(
        Law, models.PROTECT, related_name="amends", verbose_name=_("văn bản sửa đổi, bổ sung")
    )

    panels = [FieldPanel("by")]

    class Meta(Orderable.Meta):
        verbose_name = _("sửa đổi, bổ sung")
        verbose_name_plural = _("sửa đổi, bổ sung")
        constraints = [models.UniqueConstraint(fields=["law", "by"], name="law_amended_once")]

    def __str__(self) -> str:
        return str(self.by)


class Lapse(models.Model):
    """That the end of a law's force was told (`law_lapsed`): once for each law, day and kind."""

    law = models.ForeignKey(Law, models.CASCADE, related_name="lapses")
    day = models.DateField()
    is_partial = models.BooleanField(default=False)
    told_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["law", "day", "is_partial"], name="lapse_told_once")
        ]

    def __str__(self) -> str:
        return f"{self.law} {self.day}"
