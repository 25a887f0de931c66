"""A stolen session takes over no account: who somebody is changes after a proof, and not in silence."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.users.models import MailChange, OpenSession, User
from tests.clock import at
from tests.factories import PASSWORD, Portal, make_user
from tests.users.helpers import code, enrol, is_signed_in, post_login, prove, sign_in
from units.models import Role

ACCOUNT, NAME, MAIL = "/admin/account/", "/admin/tai-khoan/ho-ten/", "/admin/tai-khoan/dia-chi-thu/"
THEIRS = "ke-trom@xau.example"
LATER = 6 * 60


@pytest.fixture
def writer(portal: Portal) -> User:
    return make_user(Role.CONTRIBUTOR, portal.units[0], username="tac-gia", full_name="Lý Thị Mai")


@pytest.fixture
def stolen(client: Client, writer: User) -> Client:
    """The writer's session some minutes after the sign-in, in whoever's hands."""
    sign_in(client, writer)
    prove(client, writer, LATER)
    return client


def email_of(user: User) -> str:
    return User.objects.get(pk=user.pk).email


def links(kind: str = "") -> list[str]:
    """Links of the mails in order, by a part of their address."""
    found = [re.search(r"localhost:8000(/admin\S+)", one.body) for one in mail.outbox]
    return [match[1] for match in found if match and kind in match[1]]


def logged(action: str) -> list[dict[str, Any]]:
    entries = ModelLogEntry.objects.filter(action=f"security.{action}").order_by("pk")
    return [
        {key: entry.data[key] for key in ("old", "new") if key in entry.data} for entry in entries
    ]


# --- the attack -----------------------------------------------------------------------------------


def test_a_stolen_session_cannot_have_the_reset_mail_sent_elsewhere(
    stolen: Client, writer: User
) -> None:
    stock = {
        "name_email-first_name": "a",
        "name_email-last_name": "b",
        "name_email-email": THEIRS,
        "name_email-full_name": "Kẻ Trộm",
    }
    stolen.post(ACCOUNT, stock)
    answer = stolen.post(MAIL, {"email": THEIRS})
    assert answer["Location"].startswith(reverse("account_reauthenticate"))
    stolen.post(NAME, {"full_name": "Kẻ Trộm"})
    writer.refresh_from_db()
    assert (writer.email, writer.full_name) == ("tac-gia@vks.example", "Lý Thị Mai")
    assert not MailChange.objects.exists()
    stolen.post(reverse("account_reset_password"), {"email": THEIRS})
    assert mail.outbox == []


def test_nobody_takes_the_address_of_somebody_else(
    client: Client, writer: User, portal: Portal
) -> None:
    mails = {"username": "ten-cu@vks.example", "email": "nan-nhan@vks.example"}
    victim = make_user(Role.CONTRIBUTOR, portal.units[1], **mails)
    sign_in(client, writer)
    for spelling in ("NAN-NHAN@VKS.example", " nan-nhan@vks.example", "Ten-cu@vks.example"):
        html = client.post(MAIL, {"email": spelling}).content.decode()
        assert "đã thuộc về một tài khoản khác" in html
    assert not MailChange.objects.exists()
    assert post_login(Client(), victim.email)["Location"] == reverse("wagtailadmin_home")


def test_an_administrators_stolen_session_sets_no_address_on_wagtails_screen(
    client: Client, portal: Portal
) -> None:
    boss = make_user(username="quan-tri")
    enrol(boss)
    sign_in(client, boss)
    prove(client, boss, LATER)
    for pk in (boss.pk, make_user(username="khac").pk):
        url = reverse("wagtailusers_users:edit", args=[pk])
        for answer in (client.get(url), client.post(url, {"email": THEIRS})):
            assert answer["Location"].startswith(reverse("mfa_reauthenticate"))
    assert not User.objects.with_address(THEIRS).exists()


# --- the proof ------------------------------------------------------------------------------------


def test_a_form_that_was_open_too_long_keeps_what_was_typed_and_sends_nothing_itself(
    stolen: Client, writer: User
) -> None:
    asked = stolen.post(NAME, {"full_name": "Lý Thị Mai Hoa"})
    page = stolen.post(asked["Location"], {"password": PASSWORD, "next": NAME}, follow=True)
    html = page.content.decode()
    assert 'value="Lý Thị Mai Hoa"' in html
    assert "Chưa lưu" in html
    writer.refresh_from_db()
    assert writer.full_name == "Lý Thị Mai"
    assert stolen.post(NAME, {"full_name": "Lý Thị  Mai Hoa"})["Location"] == ACCOUNT
    assert logged("name_changed") == [{"old": "Lý Thị Mai", "new": "Lý Thị Mai Hoa"}]


def test_passwords_typed_before_the_proof_stay_out_of_the_session(stolen: Client) -> None:
    secret = "mot-cau-rat-bi-mat"
    data = {"oldpassword": secret, "password1": secret, "password2": secret}
    stolen.post(reverse("account_change_password"), data)
    assert secret not in str(dict(stolen.session))


def test_with_a_second_factor_both_are_asked_and_a_wrong_password_uses_no_code(
    stolen: Client, writer: User
) -> None:
    enrol(writer)
    page = stolen.get(MAIL)["Location"]
    value = code()
    wrong = stolen.post(page, {"password": "sai", "code": value, "next": MAIL})
    assert "Mật khẩu không đúng" in wrong.content.decode()
    assert stolen.post(page, {"password": PASSWORD, "code": "000000"}).status_code == 200
    assert stolen.get(MAIL).status_code == 302
    done = stolen.post(page, {"password": PASSWORD, "code": value, "next": MAIL})
    assert done["Location"] == MAIL
    assert stolen.get(MAIL).status_code == 200


# --- the change -----------------------------------------------------------------------------------


def ask(client: Client, user: User, address: str = "moi@vks.example") -> None:
    sign_in(client, user)
    assert client.post(MAIL, {"email": address})["Location"] == ACCOUNT


def test_a_new_address_counts_when_its_owner_opened_the_link_signed_in(
    client: Client, writer: User
) -> None:
    ask(client, writer)
    assert [one.to for one in mail.outbox] == [["moi@vks.example"], ["tac-gia@vks.example"]]
    assert email_of(writer) == "tac-gia@vks.example"
    assert "Đang chờ xác nhận moi@vks.example" in client.get(ACCOUNT).content.decode()
    [link] = links("xac-nhan")
    stranger = Client()
    assert stranger.post(link)["Location"].startswith(reverse("account_login"))
    client.get(link)
    assert email_of(writer) == "tac-gia@vks.example"
    assert client.post(link)["Location"] == ACCOUNT
    assert email_of(writer) == "moi@vks.example"
    assert client.post(link).status_code == 410
    change = {"old": "tac-gia@vks.example", "new": "moi@vks.example"}
    assert logged("mail_change_asked") == logged("mail_changed") == [change]
    assert mail.outbox[-1].to == ["tac-gia@vks.example"]


def test_somebody_elses_link_and_an_old_one_open_nothing(
    client: Client, writer: User, portal: Portal
) -> None:
    ask(client, writer)
    ask(client, writer, "moi-hon@vks.example")
    first, second = links("xac-nhan")
    other = Client()
    sign_in(other, make_user(Role.CONTRIBUTOR, portal.units[0]))
    assert other.post(second).status_code == 410
    assert client.post(first).status_code == 410
    assert client.post(second[:-2] + "x/").status_code == 410
    with at(timezone.now() + timedelta(hours=25)):
        sign_in(client, writer)
        assert client.post(second).status_code == 410
    assert email_of(writer) == "tac-gia@vks.example"


@pytest.mark.parametrize("confirmed", [True, False])
def test_the_old_mailbox_takes_the_change_back_and_signs_everybody_out(
    client: Client, writer: User, confirmed: bool
) -> None:
    ask(client, writer, THEIRS)
    if confirmed:
        client.post(links("xac-nhan")[0])
    undo = links("huy")[0]
    owner = Client()
    with at(timezone.now() + timedelta(days=13)):
        assert "Giữ địa chỉ cũ" in owner.get(undo).content.decode()
        sign_in(client, User.objects.get(pk=writer.pk))
        owner.post(undo)
        assert mail.outbox[-1].to == ["tac-gia@vks.example"]
        assert "dat-mat-khau" in mail.outbox[-1].body
        assert not User.objects.get(pk=writer.pk).check_password(PASSWORD)
        assert email_of(writer) == "tac-gia@vks.example"
        assert client.get(ACCOUNT)["Location"].startswith(reverse("account_login"))
        sign_in(client, User.objects.get(pk=writer.pk))
        assert client.post(links("xac-nhan")[0]).status_code == 410
        assert owner.post(undo).status_code == 410
    assert logged("mail_change_undone")[0]["new"] == "tac-gia@vks.example"


def test_taking_back_ends_later_changes_and_nobody_else_gets_the_address_meanwhile(
    client: Client, writer: User, portal: Portal
) -> None:
    """The thief moves on twice, and has a second account try for the owner's address."""
    ask(client, writer, THEIRS)
    client.post(links("xac-nhan")[0])
    ask(client, User.objects.get(pk=writer.pk), "ke-trom-hai@xau.example")
    client.post(links("xac-nhan")[1])
    accomplice = make_user(Role.CONTRIBUTOR, portal.units[1])
    with pytest.raises(ValidationError):
        User.objects.create_user("gia", "tac-gia@vks.example")
    accomplice.email = "TAC-GIA@vks.example"
    with pytest.raises(ValidationError):
        accomplice.save()
    of_thief = next(link for link in reversed(links("huy")))
    Client().post(links("huy")[0])
    assert email_of(writer) == "tac-gia@vks.example"
    assert Client().post(of_thief).status_code == 410


def test_the_last_day_to_take_it_back_passes(client: Client, writer: User) -> None:
    ask(client, writer)
    client.post(links("xac-nhan")[0])
    with at(timezone.now() + timedelta(days=15)):
        assert Client().post(links("huy")[0]).status_code == 410
    assert email_of(writer) == "moi@vks.example"


def test_nobody_has_mails_sent_without_end(client: Client, writer: User) -> None:
    sign_in(client, writer)
    for number in range(7):
        answer = client.post(MAIL, {"email": f"moi-{number}@vks.example"})
    assert "quá nhiều lần" in answer.content.decode()
    assert len(links("xac-nhan")) == 5


# --- every other way an address is set ------------------------------------------------------------


@pytest.mark.parametrize(
    "spelling", ["TAC-GIA@vks.example", " tac-gia@vks.example", "ｔac-gia@vks.example"]
)
def test_no_way_leads_to_a_second_account_of_an_address(writer: User, spelling: str) -> None:
    ways = [
        lambda: User.objects.create_user("hai", spelling),
        lambda: User(username="hai", email=spelling).full_clean(exclude=["password"]),
        lambda: User.objects.bulk_create([User(username="hai", email=spelling)]),
    ]
    for way in ways:
        with pytest.raises(ValidationError, match="đã thuộc về một tài khoản khác"):
            way()
    with pytest.raises(CommandError, match=r"thuộc về một tài khoản khác|Nhập địa chỉ"):
        call_command("createsuperuser", "--noinput", username="hai", email=spelling)
    with pytest.raises(TypeError):
        User.objects.filter(pk=writer.pk).update(email=spelling)


def test_the_database_refuses_what_two_requests_do_at_once(writer: User) -> None:
    other = make_user(username="khac")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=other.pk).update(email_key=writer.email_key)


def test_many_accounts_have_no_address(portal: Portal) -> None:
    for name in ("mot", "hai"):
        assert User.objects.create_user(name).email_key is None


def test_an_administrator_sets_a_free_address_and_the_old_one_is_told(
    client: Client, writer: User
) -> None:
    boss = make_user(username="quan-tri")
    sign_in(client, boss)
    url = reverse("wagtailusers_users:edit", args=[writer.pk])
    data = {"username": writer.username, "full_name": "Lý Mai", "is_active": "on"}
    taken = client.post(url, {**data, "email": "QUAN-TRI@vks.example"})
    assert "đã thuộc về một tài khoản khác" in taken.content.decode()
    assert 'value="QUAN-TRI@vks.example"' in taken.content.decode()
    assert 'value="Lý Mai"' in taken.content.decode()
    client.post(url, {**data, "email": " moi@vks.example"})
    assert email_of(writer) == "moi@vks.example"
    assert logged("mail_changed") == [{"old": "tac-gia@vks.example", "new": "moi@vks.example"}]
    assert ModelLogEntry.objects.get(action="security.mail_changed").user == boss
    [told] = mail.outbox
    assert (told.to, links()) == (["tac-gia@vks.example"], [])


# --- accounts that shared an address before -------------------------------------------------------


def share(*users: User, address: str) -> None:
    """As they stand after the upgrade: `update` of a plain queryset, past the rule."""
    from django.db.models import QuerySet

    rows = User.objects.filter(pk__in=[user.pk for user in users])
    QuerySet.update(rows, email=address, email_key=None)


def test_doubles_are_named_keep_working_and_are_settled_by_another_address(
    writer: User, portal: Portal, capsys: Any
) -> None:
    other = make_user(Role.CONTRIBUTOR, portal.units[1], username="trung")
    share(writer, other, address="chung@vks.example")
    call_command("mail_doubles")
    assert re.search(r"chung@vks.example:\n  - tac-gia .*\n  - trung ", capsys.readouterr().out)
    assert not is_signed_in(_tried("chung@vks.example"))
    assert is_signed_in(_tried("trung"))
    User.objects.get(pk=other.pk).save()
    with pytest.raises(ValidationError):
        User.objects.create_user("ba", "Chung@vks.example")
    settled = User.objects.get(pk=other.pk)
    settled.email = "trung@vks.example"
    settled.save()
    assert User.objects.get(pk=writer.pk).email_key == "chung@vks.example"
    assert is_signed_in(_tried("chung@vks.example"))
    call_command("mail_doubles")
    assert "Không có hai tài khoản" in capsys.readouterr().out


def _tried(login: str) -> Client:
    browser = Client()
    post_login(browser, login)
    return browser


def test_the_upgrade_goes_through_with_doubles_and_names_them(portal: Portal, capsys: Any) -> None:
    from importlib import import_module

    from django.apps import apps

    one, two, three = (make_user(username=name) for name in ("mot", "hai", "ba"))
    share(one, two, address="chung@vks.example")
    share(three, address="Rieng@vks.example")
    import_module("portal.users.migrations.0004_mail_keys").give_keys(apps, None)
    assert "chung@vks.example: mot, hai" in capsys.readouterr().out
    keys = User.objects.filter(pk__in=[one.pk, two.pk, three.pk]).order_by("pk")
    assert list(keys.values_list("email_key", flat=True)) == [None, None, "rieng@vks.example"]


# --- sessions -------------------------------------------------------------------------------------

PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"
)


def test_the_owner_sees_where_he_is_signed_in_and_ends_it_everywhere(
    client: Client, writer: User
) -> None:
    elsewhere = Client(headers={"User-Agent": PHONE}, REMOTE_ADDR="10.2.3.4")
    post_login(elsewhere, writer.username)
    ended = Client(headers={"User-Agent": PHONE})
    post_login(ended, writer.username)
    ended.post(reverse("account_logout"))
    post_login(client, writer.username)
    places = client.get(ACCOUNT).context["places"]
    assert [(place.device, place.is_this) for place in places] == [
        ("Trình duyệt không rõ", True),
        ("Safari trên iPhone", False),
    ]
    assert "10.2.3.4" in client.get(ACCOUNT).content.decode()
    assert client.post(reverse("own_sessions_end"))["Location"] == reverse("account_login")
    for browser in (client, elsewhere):
        assert browser.get(ACCOUNT)["Location"].startswith(reverse("account_login"))
    assert ModelLogEntry.objects.filter(action="security.sessions_ended", user=writer).count() == 1


def test_a_new_password_gives_the_session_a_new_key_which_is_noted(
    client: Client, writer: User
) -> None:
    post_login(client, writer.username)
    new = "mot-cau-khac-that-dai"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    client.post(reverse("account_change_password"), data)
    client.get("/admin/")
    [row] = OpenSession.objects.filter(user=writer)
    assert row.session_key == client.session.session_key
