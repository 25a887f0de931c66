"""The register of laws in the administration, and the chooser by which pages cite one."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
)
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.generic.chooser import CreateView
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet
from wagtail.snippets.widgets import AdminSnippetChooser

from home.laws.models import Law
from home.laws.rules.validity import Validity
from home.laws.wording import VALIDITY_LABELS, LawKind
from portal.core.text import format_date

STATUS_CHOICES = [(str(validity), label) for validity, label in VALIDITY_LABELS.items()]


class ValidityColumn(StatusTagColumn):
    """A law's state today, in words; what is in force stands out from what is not."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "validity",
            label=_("Hiệu lực hôm nay"),
            accessor="validity_label",
            primary=lambda law: law.validity in (Validity.IN_FORCE, Validity.PARTLY),
            **kwargs,
        )


class LawFilters(WagtailFilterSet):
    status = django_filters.ChoiceFilter(
        label=_("Hiệu lực hôm nay"), choices=STATUS_CHOICES, method="filter_status"
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Loại văn bản"), choices=LawKind.choices, widget=forms.CheckboxSelectMultiple
    )
    year = django_filters.NumberFilter(
        label=_("Năm ban hành"), min_value=1900, max_value=2200, field_name="year"
    )

    class Meta:
        model = Law
        fields: list[str] = []

    def filter_status(self, laws: Any, name: str, value: str) -> QuerySet[Law]:
        return laws.having(Validity(value), timezone.localdate())


class LawIndexView(IndexView):
    is_searchable = True

    def search_queryset(self, queryset: Any) -> QuerySet[Law]:
        """By any part of the symbol, title or issuer, with or without marks."""
        return queryset.matching(self.search_query) if self.is_searching else queryset


class ChooserForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Tìm theo số, ký hiệu hoặc tên"),
        widget=forms.TextInput(attrs={"placeholder": _("Ví dụ: 14/2012, luật đất đai")}),
        required=False,
    )

    def filter(self, objects: Any) -> QuerySet[Law]:
        query = self.cleaned_data.get("q")
        if not query:
            return objects
        self.is_searching, self.search_query = True, query
        return objects.matching(query)


class _Laws:
    """For both views of the chooser: laws with their state, so that nobody cites a lapsed one unawares."""

    filter_form_class = ChooserForm

    def get_object_list(self) -> QuerySet[Law]:
        return Law.objects.with_replacement()

    @property
    def columns(self) -> list[Column]:
        columns = super().columns  # type: ignore[misc]
        return [*columns, ValidityColumn(), Column("subject", label=_("Tên, trích yếu"))]


class LawChooseView(_Laws, ChooseView):
    pass


class LawChooseResultsView(_Laws, ChooseResultsView):
    pass


class NoLawCreateView(CreateView):
    """Laws are entered on their own screen; Wagtail 7.4 has the address all the same, and no form for it."""

    def can_create(self) -> bool:
        return False


class LawChooser(AdminSnippetChooser):
    def get_instance(self, value: Any) -> Law | None:
        """A form that is shown again may hold what is no number at all; Wagtail 7.4 breaks on it."""
        try:
            return super().get_instance(value)
        except (ValueError, OverflowError):
            return None


class LawChooserViewSet(SnippetChooserViewSet):
    choose_view_class = LawChooseView
    choose_results_view_class = LawChooseResultsView
    create_view_class = NoLawCreateView

    @cached_property
    def widget_class(self) -> LawChooser:
        return LawChooser(model=self.model, icon=self.icon)


def _day(name: str, label: StrOrPromise, **options: Any) -> Column:
    """A date as it is written; Wagtail's own column says how long ago it was."""
    accessor = attrgetter(name)

    def written(law: Law) -> str:
        day = accessor(law)
        return format_date(day) if day else ""

    return Column(name, label=label, accessor=written, **options)


class LawViewSet(SnippetViewSet):
    """Shared by all units: every member of staff chooses from it, the board changes it."""

    model = Law
    icon = "doc-full-inverse"
    menu_label = _("Văn bản pháp luật")
    menu_name = "laws"
    menu_order = 325
    add_to_admin_menu = True
    copy_view_enabled = False
    list_per_page = 50
    index_view_class = LawIndexView
    filterset_class = LawFilters
    chooser_viewset_class = LawChooserViewSet
    chooser_per_page = 15
    # What matters first stands first: a phone shows two columns.
    list_display = [
        "label",
        ValidityColumn(),
        Column("subject", label=_("Tên, trích yếu")),
        Column("issuer", label=_("Cơ quan ban hành"), sort_key="issuer_key"),
        _day("effective_on", _("Hiệu lực từ"), sort_key="effective_on"),
        _day("lapses_on", _("Hết hiệu lực từ")),
    ]
    list_export = [
        "symbol",
        "kind",
        "title",
        "issuer",
        "issued_on",
        "effective_on",
        "lapses_on",
        "validity_label",
        "source_url",
    ]
    export_filename = "van-ban-phap-luat"

    def get_queryset(self, request: Any) -> QuerySet[Law]:
        return Law.objects.with_replacement()

    def get_edit_handler(self) -> Panel:
        return ObjectList(PANELS).bind_to_model(self.model)


PANELS: list[Panel] = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("symbol")]),
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("issuer"), FieldPanel("issued_on")]),
            FieldPanel("source_url"),
        ],
        heading=_("Văn bản"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("effective_on"), FieldPanel("expires_on")]),
            FieldPanel("replaced_by"),
            FieldPanel("partly_expires_on"),
            FieldPanel("validity_note"),
        ],
        heading=_("Hiệu lực"),
    ),
    InlinePanel("amendments", heading=_("Văn bản sửa đổi, bổ sung"), label=_("Văn bản")),
]
