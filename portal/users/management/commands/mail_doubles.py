"""Names the accounts that share one mail address, so that an administrator can settle them."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.users.mail_change import doubles


class Command(BaseCommand):
    help = "Liệt kê các tài khoản dùng chung một địa chỉ thư."

    def handle(self, *args: Any, **options: Any) -> None:
        groups = doubles()
        if not groups:
            self.stdout.write("Không có hai tài khoản nào dùng chung một địa chỉ thư.")
            return
        self.stdout.write(
            "Các tài khoản sau dùng chung một địa chỉ thư. Chúng vẫn đăng nhập được bằng tên đăng nhập, "
            "nhưng không bằng địa chỉ thư. Hãy sửa trong Cài đặt → Người dùng, để mỗi tài khoản một địa chỉ."
        )
        for users in groups:
            self.stdout.write(f"{users[0].email}:")
            for user in users:
                used = user.last_login.strftime("%d/%m/%Y") if user.last_login else "chưa bao giờ"
                self.stdout.write(f"  - {user.username} ({user}), đăng nhập lần cuối: {used}")
