"""Password rules of the portal."""

from django.contrib.auth.password_validation import (
    CommonPasswordValidator as DjangoCommonPasswordValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.core.text import fold
from portal.users.models import User
from portal.users.second_factor import has_second_factor

# What people here choose when told to choose: folded, without digits and signs at the ends.
# fmt: off
COMMON_WORDS = frozenset({
    "admin", "administrator", "anhyeuem", "asdfghjkl", "bachho", "bacson", "banbientap",
    "binhgia", "caoloc", "chaoban", "chilang", "chucmungnammoi", "congan", "congtacvien",
    "congthongtin", "congthongtindientu", "conyeume", "dangnhap", "dinhlap", "emyeuanh",
    "giadinh", "hanhphuc", "hanoi", "hochiminh", "huulung", "iloveyou", "khongbiet",
    "khongcomatkhau", "khongnho", "kiemsat", "kiemsatnhandan", "kiemsatvien", "langson",
    "langsonquetoi", "lanhdao", "letmein", "locbinh", "maimai", "maiyeuem", "matkhau",
    "matkhaucuatoi", "matkhaumoi", "motchinhabathu", "motchinhai", "motdoiyeuem", "motkhau",
    "motmotmot", "namnammoi", "password", "passwordpassword", "quantri", "quantrivien",
    "quenmatkhau", "qwertyuiop", "saigon", "thudohanoi", "toaan", "toiyeuban", "toiyeuvietnam",
    "trangdinh", "vanlang", "vanquan", "vienctruong", "vienkiemsat", "vienkiemsatnhandan",
    "vientruong", "vietnam", "vietnamvodich", "vks", "vkslangson", "vksnd", "vksndlangson",
    "vksndtinh", "welcome", "xinchao", "xulang", "yeuanh", "yeuem", "yeugiadinh", "zxcvbnm",
})
# fmt: on
_EDGES = "0123456789!@#$%^&*()-_=+.,?/ "


class LengthValidator:
    """Shorter passwords for accounts with a second factor, as the rules for level 2 allow."""

    def __init__(self, with_second_factor: int = 8, without: int = 14) -> None:
        self.with_second_factor = with_second_factor
        self.without = without

    def validate(self, password: str, user: User | None = None) -> None:
        shorter = user is not None and user.pk is not None and has_second_factor(user)
        least = self.with_second_factor if shorter else self.without
        if len(password) < least:
            raise ValidationError(
                _("Mật khẩu quá ngắn: cần ít nhất %(least)d ký tự."),
                code="password_too_short",
                params={"least": least},
            )

    def get_help_text(self) -> str:
        return _(
            "Mật khẩu có ít nhất %(without)d ký tự, hoặc ít nhất %(with)d ký tự nếu tài khoản đã bật "
            "xác thực hai lớp."
        ) % {"without": self.without, "with": self.with_second_factor}


class CommonPasswordValidator(DjangoCommonPasswordValidator):
    """Django's list, and the obvious Vietnamese ones with whatever number is put around them."""

    def validate(self, password: str, user: User | None = None) -> None:
        super().validate(password, user)
        core = fold(password).replace(" ", "").strip(_EDGES)
        repeated = len(set(fold(password))) <= 3
        if core in COMMON_WORDS or repeated:
            raise ValidationError(
                _("Mật khẩu này quá dễ đoán. Hãy chọn một mật khẩu khác."),
                code="password_too_common",
            )

    def get_help_text(self) -> str:
        return _("Không dùng mật khẩu phổ biến như “matkhau123” hay tên cơ quan kèm con số.")
