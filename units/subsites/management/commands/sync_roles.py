"""`manage.py sync_roles`: groups and permissions of all units as the role table wants them."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from units.rights.role_sync import drift, sync_all


class Command(BaseCommand):
    help = "Đưa nhóm và quyền của mọi đơn vị về đúng bảng vai trò. --check: chỉ kiểm tra."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="thoát với mã 1 nếu có sai lệch")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            problems = drift()
            for problem in problems:
                self.stdout.write(problem)
            if problems:
                sys.exit(1)
            self.stdout.write("Nhóm và quyền khớp với bảng vai trò.")
            return
        with transaction.atomic():
            changed = sync_all()
        for name in changed:
            self.stdout.write(f"  + {name}")
        self.stdout.write(self.style.SUCCESS(f"Đã sửa {len(changed)} nhóm."))
