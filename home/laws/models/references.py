"""The citation that a page holds: structured, so that it can tell whether the law is in force."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from home.laws.models.law import Law
from home.laws.rules.places import tidy_letter, tidy_number
from home.laws.rules.validity import Validity


class LawReferenceQuerySet(models.QuerySet):
    def with_laws(self) -> LawReferenceQuerySet:
        """With what rendering and validity need: one query, however many references."""
        return self.select_related("law__replaced_by")


class LawReference(Orderable):
    """Điểm, khoản, điều of a law that a page cites.

    A page type inherits it with a `page = ParentalKey(…, related_name="law_references")` and shows it
    by `InlinePanel("law_references")`; read with `page.law_references.with_laws()`.
    """

    law = models.ForeignKey(
        Law, models.PROTECT, related_name="+", verbose_name=_("văn bản được viện dẫn")
    )
    article = models.CharField(_("điều"), max_length=20, blank=True)
    clause = models.CharField(_("khoản"), max_length=20, blank=True)
    point = models.CharField(_("điểm"), max_length=20, blank=True)
    note = models.CharField(_("ghi chú"), max_length=200, blank=True)

    objects: ClassVar[LawReferenceQuerySet] = LawReferenceQuerySet.as_manager()  # type: ignore[assignment]

    panels = [
        FieldPanel("law"),
        FieldRowPanel([FieldPanel("point"), FieldPanel("clause"), FieldPanel("article")]),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        errors: dict[str, StrOrPromise] = {}
        for name, tidy, message in (
            ("article", tidy_number, _("Hãy ghi số của điều, ví dụ: 5, 217a, 5–9.")),
            ("clause", tidy_number, _("Hãy ghi số của khoản, ví dụ: 2, hoặc 1, 2 và 4.")),
            ("point", tidy_letter, _("Hãy ghi chữ của điểm, ví dụ: a, hoặc a, b và đ.")),
        ):
            try:
                setattr(self, name, tidy(getattr(self, name)))
            except ValueError:
                errors[name] = message
        if self.clause and not self.article:
            errors.setdefault("article", _("Hãy ghi điều có khoản này."))
        if self.point and not self.article:
            errors.setdefault("article", _("Hãy ghi điều có điểm này."))
        if errors:
            raise ValidationError(dict(errors))

    @property
    def place(self) -> str:
        """ "điểm a khoản 2 Điều 5"; empty when the whole law is meant."""
        steps = (("điểm", self.point), ("khoản", self.clause), ("Điều", self.article))
        return " ".join(f"{word} {value}" for word, value in steps if value)

    @property
    def text(self) -> str:
        """ "điểm a khoản 2 Điều 5 Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13"."""
        return f"{self.place} {self.law.full_name}".strip()

    @property
    def validity(self) -> Validity:
        """Of the law, today."""
        return self.law.validity

    @property
    def validity_label(self) -> StrOrPromise:
        return self.law.validity_label
