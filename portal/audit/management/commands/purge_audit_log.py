"""`manage.py purge_audit_log`: delete security entries past their time."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.audit.actions import LOG_PURGED
from portal.audit.entries import LEAST_DAYS, purge
from portal.audit.log import log_action
from portal.audit.refusals import forget_old


class Command(BaseCommand):
    help = f"Xóa nhật ký an ninh quá thời hạn lưu (không được dưới {LEAST_DAYS} ngày)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=settings.AUDIT_RETENTION_DAYS)

    def handle(self, *args: Any, **options: Any) -> None:
        days = options["days"]
        try:
            deleted = purge(days)
        except ValueError as error:
            raise CommandError(
                f"Nhật ký phải được lưu ít nhất {LEAST_DAYS} ngày; không xóa gì cả."
            ) from error
        forget_old()
        if deleted:
            log_action(LOG_PURGED, data={"days": days, "deleted": deleted})
        if options["verbosity"]:
            self.stdout.write(f"Đã xóa {deleted} dòng nhật ký cũ hơn {days} ngày.")
