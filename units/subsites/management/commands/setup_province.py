"""`manage.py setup_province`: the first step of a real portal, where no sample province is wanted."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.text import slugify
from units.models import Unit
from units.subsites.forms import ProvinceForm
from units.subsites.management.form_errors import explain, port_number
from units.subsites.provisioning import open_province


class Command(BaseCommand):
    help = "Mở trang cấp tỉnh: trang chủ, các trang chuẩn, Ban Biên tập, chủ đề. Chạy lại được."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", required=True, help="Viện kiểm sát nhân dân tỉnh …")
        parser.add_argument("--short-name", required=True, help="VKSND tỉnh …")
        parser.add_argument("--code", default="TINH", help="mã đơn vị, chữ in hoa không dấu")
        parser.add_argument("--host", required=True, help="tên miền, không có https:// và cổng")
        parser.add_argument("--port", type=port_number, default=443)

    def handle(self, *args: Any, **options: Any) -> None:
        province = Unit.objects.province()
        form = ProvinceForm(options)
        form.unit = province
        if not form.is_valid():
            raise CommandError(explain(form))
        data = form.cleaned_data
        province = province or Unit(
            kind=Unit.Kind.PROVINCE, slug=slugify(data["short_name"], 60), code=data["code"]
        )
        province.name, province.short_name = data["name"], data["short_name"]
        province.full_clean()
        province.save()
        open_province(province, data["host"], options["port"])
        for note in form.notes:
            self.stdout.write(note)
        done = f"Trang của {province.name} đã sẵn sàng tại {data['host']}."
        self.stdout.write(self.style.SUCCESS(done))
