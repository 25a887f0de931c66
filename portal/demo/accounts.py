"""The sample accounts: one password for all, chosen by the environment or made up and shown once."""

import secrets

from django.contrib.auth.hashers import check_password, make_password

from portal.demo.book import note, noted
from portal.users.models import User
from units.models import Membership, Unit
from units.people.memberships import grant
from units.rights.roles import Role

SUFFIXES = {Role.CONTRIBUTOR: "ctv", Role.LEADER: "lanhdao", Role.UNIT_ADMIN: "quantri"}
TITLES = {
    Role.CONTRIBUTOR: "Cộng tác viên",
    Role.LEADER: "Lãnh đạo",
    Role.UNIT_ADMIN: "Quản trị",
}


def load_accounts(units: list[Unit], password: str) -> str | None:
    """Make the accounts that are missing; return a password to show, if one was made up now.

    An empty `password` leaves existing accounts as they are. One hash serves all: hashing is slow
    on purpose, and these accounts share the password anyway.
    """
    present = noted(User).first()
    if present is not None and (not password or check_password(password, present.password)):
        return None
    shown = password or secrets.token_urlsafe(12)
    hashed = make_password(shown)
    _account("quantri", "Quản trị hệ thống (mẫu)", hashed, superuser=True)
    _join(_account("bbt", "Ban Biên tập (mẫu)", hashed), Role.BOARD, Unit.objects.province())
    for unit in units:
        for role, suffix in SUFFIXES.items():
            name = f"{TITLES[role]} {unit.short_name} (mẫu)"
            _join(_account(f"{unit.slug}-{suffix}", name, hashed), role, unit)
    return None if password else shown


def _account(username: str, name: str, hashed: str, superuser: bool = False) -> User:
    user, _created = User.objects.update_or_create(
        username=username,
        defaults={
            "full_name": name,
            "email": f"{username}@vks-langson.example",
            "password": hashed,
            "is_superuser": superuser,
            "is_staff": superuser,
        },
    )
    return note(user)


def _join(user: User, role: Role, unit: Unit | None) -> None:
    """The role that the sample account shows; one that somebody changed since then stays."""
    if unit is not None and not Membership.objects.filter(user=user, unit=unit).exists():
        grant(user, unit, role)
