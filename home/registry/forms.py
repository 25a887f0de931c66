"""The form of a document: what a new one begins with, and that it stands in its register only once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Revision

from home.laws.rules.symbols import identity, lacks_number, parse_symbol
from home.registry.wording import RelationKind
from portal.core.text import format_date
from units.scope.forms import ScopedPageForm
from units.scope.rows import unit_of_object

WRONG_SYMBOL = gettext_lazy("Không đọc được số, ký hiệu này. Hãy ghi như “173/QĐ-VKS”.")
NO_NUMBER = gettext_lazy(
    "Ký hiệu còn thiếu số. Hãy ghi số đã viết tay trên bản giấy, ví dụ “12/TB-VKS”."
)


class OfficialDocumentForm(ScopedPageForm):
    instance: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.index = self.parent_page or self.instance.get_parent()
        if self.instance._state.adding and not self.is_bound:
            unit = unit_of_object(self.index)
            self.initial["issuer"] = unit.name if unit else ""

    def clean_symbol(self) -> str:
        symbol = self.cleaned_data["symbol"]
        if symbol and parse_symbol(symbol) is None:
            raise forms.ValidationError(NO_NUMBER if lacks_number(symbol) else WRONG_SYMBOL)
        return symbol

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        twin = self._twin(cleaned)
        if twin is not None:
            self.add_error("symbol", twin_message(*twin))
        return cleaned

    def _twin(self, cleaned: dict[str, Any]) -> tuple[Any, bool] | None:
        symbol, issuer = cleaned.get("symbol"), cleaned.get("issuer")
        issued = cleaned.get("issued_on")
        if not symbol or not issuer or not issued:
            return None
        key = identity(symbol, issuer, issued.year)
        return find_twin(self.index, key, self.instance.pk)

    def is_valid(self) -> bool:
        """The inline forms are valid by now, so what they say can be compared."""
        if not super().is_valid():
            return False
        for name, message in self._wrong_relations():
            self.add_error(name, message)
        return not self.errors

    def _wrong_relations(self) -> Iterator[tuple[str | None, str]]:
        seen = set()
        formset = self.formsets.get("relations")
        for form in formset.forms if formset else ():
            row = form.cleaned_data
            if not row or row.get("DELETE"):
                continue
            target, kind = row.get("target"), row.get("kind")
            if target is not None and target.pk == self.instance.pk:
                yield None, _("Văn bản không thể thay thế hay sửa đổi chính nó.")
            if target is not None and (reason := self._contradiction(kind, target)):
                yield None, reason
            if (kind, target, row.get("other")) in seen:
                yield None, _("Một văn bản liên quan được ghi hai lần: hãy bỏ bớt một dòng.")
            seen.add((kind, target, row.get("other")))
            in_words = kind == RelationKind.REPLACED_BY and target is None
            if in_words and not self.cleaned_data.get("expires_on"):
                yield (
                    "expires_on",
                    _(
                        "Văn bản thay thế không có trên cổng: hãy ghi ngày văn bản này hết hiệu lực."
                    ),
                )

    def _contradiction(self, kind: str, target: Any) -> str:
        """Why one of the two days, or what the other document says, must be wrong; "" when neither."""
        issued = self.cleaned_data.get("issued_on")
        is_older = kind == RelationKind.REPLACED_BY
        values = {"name": target.name, "day": format_date(target.issued_on)}
        if issued and target.issued_on and issued != target.issued_on:
            if is_older and target.issued_on < issued:
                text = _(
                    "%(name)s ban hành ngày %(day)s, trước văn bản này, nên không thể thay thế nó. Hãy "
                    "kiểm tra ngày ban hành hoặc đổi quan hệ."
                )
                return text % values
            if not is_older and target.issued_on > issued:
                text = _(
                    "%(name)s ban hành ngày %(day)s, sau văn bản này, nên không thể bị nó thay thế hay sửa "
                    "đổi. Hãy kiểm tra ngày ban hành hoặc đổi quan hệ."
                )
                return text % values
        same = target.relations.filter(kind=kind, target=self.instance.pk)
        if self.instance.pk and same.exists():
            text = _(
                "%(name)s cũng ghi như vậy về văn bản này: hai văn bản không thể cùng thay thế hay sửa đổi "
                "nhau. Hãy bỏ một bên."
            )
            return text % values
        return ""


def find_twin(
    index: Page, key: tuple[str, str, int], but: int | None = None
) -> tuple[Any, bool] | None:
    """Another document of the register that is this very one, and whether it is a draft."""
    from home.registry.models import OfficialDocumentPage

    own = OfficialDocumentPage.objects.child_of(index).exclude(pk=but)
    found = own.with_key(key).first()
    if found is not None:
        return found, not found.live
    changed = own.filter(has_unpublished_changes=True, latest_revision__isnull=False)
    symbol_key, issuer_key, year = key
    drafts = Revision.objects.filter(
        pk__in=changed.values("latest_revision"),
        content__symbol_key=symbol_key,
        content__issuer_key=issuer_key,
        content__year=year,
    )
    draft = drafts.first()
    return (draft.as_object(), True) if draft else None


def twin_message(twin: Any, is_draft: bool) -> forms.ValidationError:
    text = _(
        "Sổ này đã có %(name)s của %(issuer)s ngày %(day)s (%(state)s). Hãy mở văn bản đó để sửa, hoặc kiểm "
        "tra lại số, cơ quan và ngày ban hành."
    )
    values = {
        "name": twin.name,
        "issuer": twin.issuer,
        "day": format_date(twin.issued_on),
        "state": _("bản nháp") if is_draft else _("đã đăng"),
    }
    return forms.ValidationError(text % values, code="twin")
