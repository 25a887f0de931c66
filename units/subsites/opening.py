"""Open a unit from a checked form: the one way of the administration and the command.

A department gets its folder and groups, and writes on the provincial site; every other unit gets a subsite.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Site

from portal.users.models import User
from units.models import Unit
from units.organisation.audit_trail import log_unit_action
from units.rights.departments import open_department
from units.subsites.changes import Change, Ledger
from units.subsites.forms import UnitForm
from units.subsites.provisioning import open_subsite


@dataclass(frozen=True)
class Opened:
    """The unit as it is now (or, after a dry run, would be) and what was changed for it."""

    unit: Unit
    changes: list[Change]


def provision(
    form: UnitForm, *, user: User | None = None, port: int | None = None, dry_run: bool = False
) -> Opened:
    """Make or repair the unit of a valid form, all or nothing.

    A dry run does everything in a transaction that is rolled back: its plan is what a run would do,
    because it is what a run did. Raises ValidationError when something was taken meanwhile.
    """
    ledger = Ledger()
    try:
        with transaction.atomic():
            unit = _ensure_record(form, ledger)
            _ensure_place(unit, form.cleaned_data.get("hostname", ""), port, ledger)
            if ledger.changes and not dry_run:
                names = [str(change) for change in ledger.changes]
                log_unit_action("units.provision", unit, user=user, unit=unit, changes=names)
            if dry_run:
                transaction.set_rollback(True)
    finally:
        if dry_run:
            # Publishing inside asks for the roots of sites, which the cache then keeps.
            Site.clear_site_root_paths_cache()
    return Opened(unit if dry_run else Unit.objects.get(pk=unit.pk), ledger.changes)


def _ensure_place(unit: Unit, hostname: str, port: int | None, ledger: Ledger) -> None:
    """Folder and groups of a department; the subsite of every other unit."""
    if not unit.is_department:
        open_subsite(unit, hostname, port or _usual_port(), ledger)
        return
    for kind, name in open_department(unit):
        ledger.note(kind, name)


def _ensure_record(form: UnitForm, ledger: Ledger) -> Unit:
    unit = form.unit or Unit()
    names = ("kind", "name", "short_name", "slug", "code")
    wanted = {name: form.cleaned_data[name] for name in names}
    changed = [name for name, value in wanted.items() if getattr(unit, name) != value]
    if not changed:
        return unit
    is_new = unit.pk is None
    for name, value in wanted.items():
        setattr(unit, name, value)
    unit.full_clean()
    unit.save()
    ledger.note(_("Đơn vị") if is_new else _("Sửa thông tin đơn vị"), unit.short_name)
    return unit


def _usual_port() -> int:
    """Units answer where the province does."""
    site = Site.objects.filter(is_default_site=True).first()
    return site.port if site else 80
