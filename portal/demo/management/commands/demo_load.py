"""`manage.py demo_load`: the sample province, once; afterwards only its addresses."""

import logging
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from portal.core.environment import read
from portal.demo.book import noted
from portal.demo.loader import NotEmptyError, load, refuse_real_portal
from portal.demo.removal import remove
from portal.users.models import User


class Command(BaseCommand):
    help = "Nạp tỉnh mẫu (một lần); --reset xóa đúng những gì đã nạp rồi nạp lại."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reset", action="store_true", help="xóa dữ liệu mẫu rồi nạp lại")
        parser.add_argument("--remove", action="store_true", help="chỉ xóa dữ liệu mẫu")
        parser.add_argument("--port", type=int, default=read("PORT"))

    def handle(self, *args: Any, **options: Any) -> None:
        # One line for each of hundreds of pages would hide the progress.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        try:
            with transaction.atomic():
                if options["reset"]:
                    refuse_real_portal()
                if options["reset"] or options["remove"]:
                    remove(self._say)
                if options["remove"]:
                    return
                password = read("DEMO_PASSWORD")
                made_up = load(timezone.localdate(), options["port"], password, self._say)
        except NotEmptyError as error:
            raise CommandError(
                "Cơ sở dữ liệu đã có một cổng thật; dữ liệu mẫu không được nạp vào đó. "
                "Hãy dùng cơ sở dữ liệu khác (DATABASE_URL) để xem tỉnh mẫu."
            ) from error
        self._print_addresses()
        self._print_accounts(made_up, password)

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _print_addresses(self) -> None:
        default = Site.objects.get(is_default_site=True)
        self._say(f"\nTrang tỉnh:   {default.root_url}/")
        self._say(f"Quản trị:     {default.root_url}/{settings.ADMIN_PATH}")
        self._say("Trang đơn vị:")
        for site in Site.objects.filter(is_default_site=False).order_by("hostname"):
            self._say(f"  {site.root_url}/   {site.site_name}")

    def _print_accounts(self, made_up: str | None, password: str) -> None:
        names = list(noted(User).order_by("pk").values_list("username", flat=True))
        self._say("\nTài khoản mẫu (cùng một mật khẩu):")
        self._say("  quantri – quản trị hệ thống; bbt – Ban Biên tập")
        self._say("  <đơn vị>-ctv, <đơn vị>-lanhdao, <đơn vị>-quantri, ví dụ cao-loc-ctv")
        self._say(f"  ({len(names)} tài khoản)")
        if settings.SECOND_FACTOR_REQUIRED:
            self._say("  Lần đăng nhập đầu, tài khoản có quyền duyệt phải bật xác thực hai lớp.")
        else:
            self._say("  Không đòi xác thực hai lớp; xem như thật: SECOND_FACTOR=1 make run")
        if made_up:
            self._say(f"Mật khẩu (chỉ hiện một lần này): {made_up}")
        elif password:
            self._say("Mật khẩu: giá trị của DEMO_PASSWORD")
        else:
            self._say("Mật khẩu: đã hiện ở lần nạp đầu. Đặt lại bằng DEMO_PASSWORD=… make run")
