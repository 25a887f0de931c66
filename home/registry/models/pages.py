"""The pages: a register of documents, and each document."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page, PageManager

from home.laws.rules.symbols import canonical_symbol, identity, parse_symbol
from home.laws.rules.validity import Term, Validity, validity_on
from home.laws.wording import VALIDITY_LABELS
from home.registry.forms import OfficialDocumentForm
from home.registry.panels import FileTextsPanel
from home.registry.querysets import DocumentQuerySet
from home.registry.rules.reading import READERS
from home.registry.rules.sorting import number_in
from home.registry.wording import DocumentType, type_of_symbol
from portal.core.page_views import ViewedPage
from portal.core.pages import Metadata
from portal.core.text import compose, fold
from portal.media.models import PortalDocument
from portal.media.public_use import restrictions_of_collection

from .texts import FileText

MAX_TITLE = 250


class DocumentIndexPage(ViewedPage):
    """A unit's register of documents; the province's also lists those of every unit."""

    introduction = models.TextField(_("giới thiệu"), blank=True, max_length=400)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage", "subsites.UnitHomePage"]
    subpage_types = ["registry.OfficialDocumentPage"]
    template = "registry/index_page.html"
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("sổ văn bản")
        verbose_name_plural = _("sổ văn bản")

    def get_introduction(self) -> str:
        return self.introduction


class OfficialDocumentPage(ViewedPage):
    """One official document.

    Its title and address follow from symbol and summary. What is derived from other fields (number,
    keys, year) is kept in columns for finding and sorting, and made anew at every save.
    """

    symbol = models.CharField(
        _("số, ký hiệu"), max_length=60, help_text=_("Ví dụ: 173/QĐ-VKS, 05/CT-VKSTC, 49/LLV.")
    )
    document_type = models.CharField(
        _("loại văn bản"),
        max_length=20,
        choices=DocumentType.choices,
        blank=True,
        help_text=_("Để trống thì lấy theo ký hiệu, ví dụ QĐ là Quyết định."),
    )
    issuer = models.CharField(
        _("cơ quan ban hành"),
        max_length=200,
        help_text=_("Cùng một số, ký hiệu có thể là văn bản của hai cơ quan khác nhau."),
    )
    summary = models.TextField(
        _("trích yếu"),
        max_length=600,
        help_text=_("Ví dụ: Về việc ban hành Quy chế tiếp công dân của VKSND huyện Cao Lộc."),
    )
    abstract = models.TextField(
        _("tóm tắt nội dung"),
        max_length=4000,
        blank=True,
        help_text=_(
            "Cần khi tệp là bản quét không có chữ: người khiếm thị và ô tìm kiếm chỉ đọc được phần này."
        ),
    )
    issued_on = models.DateField(_("ngày ban hành"))
    effective_on = models.DateField(
        _("ngày có hiệu lực"),
        null=True,
        blank=True,
        help_text=_("Để trống nếu có hiệu lực từ ngày ban hành."),
    )
    expires_on = models.DateField(
        _("hết hiệu lực từ ngày"),
        null=True,
        blank=True,
        help_text=_(
            "Ngày đầu tiên không còn hiệu lực. Để trống nếu còn hiệu lực, hoặc nếu hết hiệu lực đúng ngày "
            "văn bản thay thế có hiệu lực."
        ),
    )
    signer = models.CharField(_("người ký"), max_length=120, blank=True)
    signer_post = models.CharField(_("chức vụ người ký"), max_length=120, blank=True)
    field = models.ForeignKey(
        "registry.DocumentField",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("lĩnh vực"),
    )
    # Derived.
    register = models.ForeignKey(
        "registry.DocumentIndexPage",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("sổ"),
    )
    number = models.PositiveIntegerField(_("số"), default=0, editable=False)
    suffix = models.CharField(max_length=2, blank=True, editable=False)
    year = models.PositiveSmallIntegerField(_("năm"), default=0, editable=False)
    # None while a draft has no symbol yet: any number of those may lie in a register.
    symbol_key = models.CharField(max_length=120, null=True, editable=False)  # noqa: DJ001
    issuer_key = models.CharField(max_length=200, blank=True, editable=False)
    symbol_together = models.CharField(max_length=80, blank=True, editable=False)
    search_text = models.TextField(blank=True, editable=False)

    objects: ClassVar[PageManager] = PageManager.from_queryset(DocumentQuerySet)()

    base_form_class = OfficialDocumentForm
    content_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("symbol"), FieldPanel("document_type")]),
                FieldRowPanel([FieldPanel("issuer"), FieldPanel("issued_on")]),
                FieldPanel("summary"),
                FieldPanel("field"),
                FieldRowPanel([FieldPanel("signer"), FieldPanel("signer_post")]),
            ],
            heading=_("Văn bản"),
        ),
        MultiFieldPanel(
            [
                InlinePanel("files", label=_("tệp")),
                FileTextsPanel(),
                FieldPanel("abstract"),
            ],
            heading=_("Tệp văn bản (PDF, Word, Excel hoặc ảnh)"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("effective_on"), FieldPanel("expires_on")]),
                InlinePanel("relations", label=_("văn bản liên quan")),
            ],
            heading=_("Hiệu lực và văn bản liên quan"),
        ),
    ]
    promote_panels: list[Any] = []
    parent_page_types = ["registry.DocumentIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "registry/document_page.html"
    counts_views = True
    # A copy is another document: with the same symbol it would stand in the register twice.
    exclude_fields_in_copy = ["symbol", "symbol_key", "number", "suffix", "symbol_together"]

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")
        indexes = [
            models.Index(fields=["issued_on"], name="document_issued"),
            models.Index(fields=["year", "number"], name="document_year_number"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "symbol_key", "issuer_key", "year"],
                name="document_once_in_register",
            )
        ]

    def derive_fields(self) -> None:
        """Title and address follow from symbol and summary; drafts and published rows both pass here."""
        self._derive()
        self.title = self._made_title()
        if not self.slug and self.path and self.symbol:
            year = self.issued_on.year if self.issued_on else ""
            name = f"{self.symbol}-{year}".strip("-")
            self.slug = self.free_slug(fold(name).replace(" ", "-"))
        super().derive_fields()

    def _made_title(self) -> str:
        summary = Truncator(self.summary).chars(MAX_TITLE - len(self.name) - 2)
        return f"{self.name}: {summary}" if summary else self.name

    @property
    def name(self) -> str:
        """As people call it: "Quyết định số 173/QĐ-VKS"."""
        values = {"kind": self.type_label, "symbol": self.symbol}
        return gettext("%(kind)s số %(symbol)s") % values if self.symbol else str(self.type_label)

    @property
    def type_label(self) -> StrOrPromise:
        kind = self.document_type
        if kind in DocumentType.values and kind != DocumentType.OTHER:
            return DocumentType(kind).label
        return gettext("Văn bản")

    def clean(self) -> None:
        super().clean()
        for name in ("symbol", "issuer", "summary", "abstract", "signer", "signer_post"):
            setattr(self, name, compose(getattr(self, name)).strip())
        errors = self.wrong_dates()
        if errors:
            raise ValidationError(dict(errors))
        self._derive()

    def wrong_dates(self) -> dict[str, StrOrPromise]:
        """By field; also asked by the bulk import."""
        errors: dict[str, StrOrPromise] = {}
        issued, effective = self.issued_on, self.effective_on
        if issued and not 1945 <= issued.year <= timezone.localdate().year + 1:
            errors["issued_on"] = _("Hãy kiểm tra năm ban hành: sổ nhận từ năm 1945 đến sang năm.")
        if issued and effective and effective < issued:
            errors["effective_on"] = _("Ngày có hiệu lực không thể trước ngày ban hành.")
        if issued and self.expires_on and self.expires_on < issued:
            errors["expires_on"] = _("Ngày hết hiệu lực không thể trước ngày ban hành.")
        return errors

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._derive()
        if self.path:
            above = self.path[: -self.steplen]
            row = DocumentIndexPage.objects.filter(path=above).values_list("pk", flat=True)
            self.register_id = row.first()
        super().save(*args, **kwargs)

    def _derive(self) -> None:
        self.symbol = canonical_symbol(self.symbol)
        symbol = parse_symbol(self.symbol)
        self.document_type = self.document_type or type_of_symbol(symbol) or ""
        self.year = self.issued_on.year if self.issued_on else 0
        key = self.key
        self.symbol_key, self.issuer_key = key[0][:120] or None, key[1][:200]
        self.number, self.suffix = number_in(self.symbol)
        folded = fold(self.symbol)
        self.symbol_together = folded.replace(" ", "")[:80]
        self.search_text = f" {folded} {fold(self.summary)} {fold(self.signer)} "

    @property
    def key(self) -> tuple[str, str, int]:
        """What makes it this very document, saved or not."""
        year = self.issued_on.year if self.issued_on else 0
        return identity(self.symbol, self.issuer, year)

    @property
    def term(self) -> Term:
        """With what replaces it: asked from the database unless the list brought it along."""
        if "lapses_on" not in self.__dict__:
            row = type(self).objects.filter(pk=self.pk).with_term()
            self.__dict__["lapses_on"] = row.values_list("lapses_on", flat=True).first()
        return Term(self.effective_on or self.issued_on, self.__dict__["lapses_on"])

    def status_on(self, day: date) -> Validity:
        return validity_on(day, self.term)

    @property
    def status(self) -> Validity:
        """Today's, in Vietnam."""
        return self.status_on(timezone.localdate())

    @property
    def status_label(self) -> StrOrPromise:
        return VALIDITY_LABELS[self.status]

    def file_texts(self) -> list[tuple[PortalDocument, FileText | None]]:
        """Each file that has words to be read, with what was read of it; None while it waits."""
        documents = self._documents()
        texts = FileText.objects.by_document(documents)
        return [
            (document, texts.get(document.pk))
            for document in documents
            if document.file_extension.lower() in READERS
        ]

    def needs_abstract(self) -> bool:
        """Whether nobody can read or find what the document says: only pictures of it, and no abstract."""
        if not self._documents() or self.abstract.strip():
            return False
        texts = [text for _document, text in self.file_texts()]
        return not any(text is None or text.status == text.Status.READ for text in texts)

    def _documents(self) -> list[PortalDocument]:
        return [row.document for row in self.files.all()]

    def get_search_text(self) -> str:
        parts = (self.summary, self.symbol, self.issuer, self.signer, self.abstract)
        return " ".join([*filter(None, parts), self._public_file_text()])

    def _public_file_text(self) -> str:
        """The words of the files for the site's search; none of a file in a private folder."""
        documents = self._documents()
        texts = FileText.objects.by_document(documents)
        return " ".join(
            texts[document.pk].text
            for document in documents
            if document.pk in texts and not restrictions_of_collection(document).exists()
        )

    def get_meta(self, request: HttpRequest) -> Metadata:
        meta = super().get_meta(request)
        meta.description = self.search_description or self.summary
        meta.og_type = "article"
        meta.published, meta.modified = self.first_published_at, self.last_published_at
        return meta
