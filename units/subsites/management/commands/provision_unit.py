"""`manage.py provision_unit`: what the administration's form does, from the terminal."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.text import compose
from units.models import Unit
from units.subsites.forms import UnitForm
from units.subsites.management.form_errors import explain, port_number
from units.subsites.opening import Opened, provision


class Command(BaseCommand):
    help = (
        "Mở trang của một đơn vị, hoặc bổ sung những gì còn thiếu. Chạy lại được. "
        "Đơn vị đã có: chỉ cần --slug."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--slug", default="", help="tên trong địa chỉ, ví dụ cao-loc")
        parser.add_argument("--name", help="Viện kiểm sát nhân dân khu vực 1")
        parser.add_argument("--short-name", help="VKSND khu vực 1")
        parser.add_argument("--code", help="mã đơn vị, chữ in hoa không dấu, ví dụ KV1")
        kinds = [kind.value for kind in Unit.Kind if kind != Unit.Kind.PROVINCE]
        parser.add_argument("--kind", choices=kinds)
        parser.add_argument("--host", default="", help="tên miền, không có https:// và cổng")
        parser.add_argument("--port", type=port_number, help="mặc định: cổng của trang tỉnh")
        parser.add_argument("--dry-run", action="store_true", help="chỉ in những gì sẽ làm")

    def handle(self, *args: Any, **options: Any) -> None:
        unit = Unit.objects.filter(slug=options["slug"]).first() if options["slug"] else None
        if unit is not None and unit.is_province:
            raise CommandError("--slug: đây là đơn vị cấp tỉnh, hãy dùng lệnh setup_province.")
        if unit is not None:
            self._refuse_other_values(options, unit)
        form = UnitForm(self._data(options, unit), unit=unit)
        if not form.is_valid():
            raise CommandError(explain(form))
        try:
            opened = provision(form, port=options["port"], dry_run=options["dry_run"])
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        self._report(opened, form.notes, options["dry_run"])

    @staticmethod
    def _refuse_other_values(options: dict[str, Any], unit: Unit) -> None:
        """Who opens a new unit under a taken name must not rename the one that has it."""
        for name in ("name", "short_name", "code", "kind"):
            given = options[name]
            if given and compose(given) != getattr(unit, name):
                raise CommandError(
                    f"--slug: tên “{unit.slug}” đã dùng cho {unit} (mã {unit.code}). "
                    "Muốn bổ sung phần còn thiếu cho đơn vị đó, chỉ truyền --slug."
                )

    @staticmethod
    def _data(options: dict[str, Any], unit: Unit | None) -> dict[str, Any]:
        """What was not given is what the unit has; the code of an existing unit is its own."""
        data = {"slug": options["slug"], "hostname": options["host"]}
        for name in ("name", "short_name", "code", "kind"):
            data[name] = options[name] or (getattr(unit, name) if unit else "")
        if not data["kind"]:
            data["kind"] = Unit.Kind.REGION
        return data

    def _report(self, opened: Opened, notes: list[str], dry_run: bool) -> None:
        for note in notes:
            self.stdout.write(note)
        for change in opened.changes:
            self.stdout.write(f"  + {change}")
        name = opened.unit.short_name
        if not opened.changes:
            self.stdout.write(f"{name}: đã đầy đủ, không có gì thay đổi.")
        elif dry_run:
            self.stdout.write(f"{name}: sẽ có {len(opened.changes)} thay đổi; chưa ghi gì.")
        else:
            self.stdout.write(self.style.SUCCESS(f"{name}: {len(opened.changes)} thay đổi."))
