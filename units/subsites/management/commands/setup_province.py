"""`manage.py setup_province`: the first step of a real portal, where no sample province is wanted."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.text import compose, slugify
from units.models import Unit
from units.subsites.provisioning import open_province


class Command(BaseCommand):
    help = "Mở trang cấp tỉnh: trang chủ, các trang chuẩn, Ban Biên tập, chủ đề. Chạy lại được."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", required=True, help="Viện kiểm sát nhân dân tỉnh …")
        parser.add_argument("--short-name", required=True, help="VKSND tỉnh …")
        parser.add_argument("--code", default="TINH", help="mã đơn vị, chữ in hoa không dấu")
        parser.add_argument("--host", required=True, help="tên miền, không có https:// và cổng")
        parser.add_argument("--port", type=int, default=443)

    def handle(self, *args: Any, **options: Any) -> None:
        host = options["host"].strip().lower()
        if not host or any(char in host for char in "/: "):
            raise CommandError("--host chỉ là tên miền, ví dụ vkslangson.gov.vn.")
        province = Unit.objects.province() or Unit(
            kind=Unit.Kind.PROVINCE,
            slug=slugify(options["short_name"]),
            code=options["code"],
        )
        province.name = compose(options["name"])
        province.short_name = compose(options["short_name"])
        province.full_clean()
        province.save()
        open_province(province, host, options["port"])
        self.stdout.write(self.style.SUCCESS(f"Trang của {province.name} đã sẵn sàng tại {host}."))
