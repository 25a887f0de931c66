from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.services import rebuild


class Command(BaseCommand):
    help = "Dựng lại chỉ mục tìm kiếm từ các trang đã đăng. Chạy lại bao nhiêu lần cũng được."

    def handle(self, *args: Any, **options: Any) -> None:
        report = rebuild(self._progress if options["verbosity"] > 0 else None)
        if options["verbosity"] > 0:
            self.stdout.write(
                f"Chỉ mục tìm kiếm: {report.indexed} trang, bỏ {report.removed} mục cũ."
            )
        if report.failed:
            raise CommandError(
                f"Không đọc được nội dung của {report.failed} trang; xem nhật ký để biết trang nào."
            )

    def _progress(self, done: int, total: int) -> None:
        self.stdout.write(f"  {done}/{total}")
