"""Invitations: the link works once and for a week, and tells nobody who has an account."""

import re
import smtplib
from datetime import timedelta
from email.message import Message

import pytest
from celery.exceptions import Retry
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from portal.users.models import User
from tests.factories import PASSWORD, Portal, make_user
from tests.users.helpers import sign_in
from units.models import Invitation, Membership, Role, Unit
from units.people.invitations import accept, invite, resend, withdraw
from units.people.mail import send_invitation
from units.people.memberships import revoke

pytestmark = pytest.mark.django_db

INVITE = "/admin/thanh-vien/moi/"
NEW = "nguoi.moi@vks.example"


@pytest.fixture
def unit(portal: Portal) -> Unit:
    return portal.unit("cao-loc")


@pytest.fixture
def admin(unit: Unit) -> User:
    return make_user(Role.UNIT_ADMIN, unit)


def data(unit: Unit, email: str = NEW, role: str = Role.CONTRIBUTOR, **more: str) -> dict[str, str]:
    return {"email": email, "unit": str(unit.pk), "role": role, **more}


def link(message: Message | None = None) -> str:
    found = re.search(r"https?://[^/\s]+(/\S+/loi-moi/\S+)", (message or mail.outbox[-1]).body)
    assert found
    return found[1]


@pytest.fixture
def invited(
    unit: Unit, admin: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> Invitation:
    with django_capture_on_commit_callbacks(execute=True):
        return invite(NEW, unit, Role.CONTRIBUTOR, by=admin)


def test_inviting_sends_a_mail_in_vietnamese_with_text_and_html(
    client: Client,
    unit: Unit,
    admin: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    sign_in(client, admin)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(INVITE, data(unit)).status_code == 302
    message = mail.outbox[0]
    assert message.to == [NEW]
    assert "Cộng tác viên" in message.body
    assert unit.name in message.body
    html = message.alternatives[0][0]
    assert link() in html
    assert Invitation.objects.get().mailed_at is not None


def test_a_newcomer_sets_name_and_password_and_signs_in(
    client: Client, invited: Invitation
) -> None:
    path = link()
    assert client.get(path).status_code == 200
    response = client.post(
        path,
        {
            "full_name": "Lý Thị Mới",
            "password1": "đường lên Chi Lăng",
            "password2": "đường lên Chi Lăng",
        },
    )
    assert response.status_code == 302
    assert "login" in response.url
    user = User.objects.get(email=NEW)
    assert user.full_name == "Lý Thị Mới"
    assert user.check_password("đường lên Chi Lăng")
    assert not user.is_superuser
    assert not user.is_staff
    assert Membership.objects.active().get(user=user).role == Role.CONTRIBUTOR
    assert client.get(path).status_code == 410


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        ("ngan", "ngan", "password1"),
        ("nguoi.moi@vks.example", "nguoi.moi@vks.example", "password1"),
        ("đường lên Chi Lăng", "đường lên Bắc Sơn", "password2"),
        ("", "", "password1"),
    ],
)
def test_password_rules_hold_and_nothing_is_made(
    client: Client, invited: Invitation, first: str, second: str, field: str
) -> None:
    response = client.post(
        link(), {"full_name": "Lý Thị Mới", "password1": first, "password2": second}
    )
    assert field in response.context["form"].errors
    assert not User.objects.filter(email=NEW).exists()
    assert Invitation.objects.get().is_open


def test_the_link_ends_after_a_week(client: Client, invited: Invitation) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(link()).status_code == 410


def test_a_changed_link_opens_nothing(client: Client, invited: Invitation) -> None:
    path = link()
    for wrong in (path[:-3] + "xx/", "/admin/tai-khoan/loi-moi/1/"):
        assert client.get(wrong).status_code == 410
        assert client.post(wrong, {}).status_code == 410


def test_a_withdrawn_invitation_opens_nothing(
    client: Client, invited: Invitation, admin: User
) -> None:
    withdraw(invited, by=admin)
    assert client.get(link()).status_code == 410


def test_sending_again_ends_the_older_link(
    client: Client,
    invited: Invitation,
    admin: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    old = link()
    sign_in(client, admin)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/admin/thanh-vien/loi-moi/{invited.pk}/gui-lai/")
    client.logout()
    assert client.get(old).status_code == 410
    assert client.get(link()).status_code == 200


def test_a_closed_unit_is_not_joined(client: Client, invited: Invitation, unit: Unit) -> None:
    Unit.objects.filter(pk=unit.pk).update(is_active=False)
    assert client.get(link()).status_code == 410


def test_an_invitation_of_somebody_who_lost_the_right_gives_nothing(
    client: Client, invited: Invitation, admin: User
) -> None:
    revoke(admin.memberships.get())
    fields = {"full_name": "Lý Mới", "password1": "đường lên Chi Lăng"}
    response = client.post(link(), {**fields, "password2": fields["password1"]})
    assert "không còn hiệu lực" in response.content.decode()
    assert not User.objects.filter(email=NEW).exists()


class TestAddressesWithAnAccount:
    @pytest.fixture
    def known(self, portal: Portal) -> User:
        return make_user(Role.CONTRIBUTOR, portal.unit("bac-son"), email=NEW)

    def test_the_answer_to_the_admin_is_the_same(
        self, client: Client, unit: Unit, admin: User, known: User
    ) -> None:
        sign_in(client, admin)
        answers = []
        for email in (NEW, "khong.co@vks.example"):
            response = client.post(INVITE, data(unit, email), follow=True)
            page = response.content.decode().replace(email, "ADDRESS")
            answers.append((response.status_code, "Đã mời ADDRESS" in page))
            assert str(known) not in page
        assert answers[0] == answers[1] == (200, True)

    def test_the_account_joins_after_signing_in(
        self, client: Client, known: User, invited: Invitation, unit: Unit
    ) -> None:
        path = link()
        assert "đăng nhập bằng tài khoản" in client.get(path).content.decode()
        client.post(path, {"full_name": "Kẻ lạ", "password1": PASSWORD, "password2": PASSWORD})
        assert not Membership.objects.filter(unit=unit, user=known).exists()
        client.force_login(known)
        assert client.post(path).status_code == 302
        assert Membership.objects.active().filter(user=known).count() == 2
        assert client.get(path).status_code == 410

    def test_another_account_cannot_take_the_invitation(
        self, client: Client, known: User, invited: Invitation, portal: Portal
    ) -> None:
        thief = make_user(Role.CONTRIBUTOR, portal.unit("bac-son"))
        client.force_login(thief)
        page = client.post(link()).content.decode()
        assert "Hãy đăng xuất" in page
        assert Invitation.objects.get().is_open
        assert thief.memberships.count() == 1


class TestWhoInvites:
    @pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.LEADER])
    def test_members_invite_nobody(self, unit: Unit, role: Role) -> None:
        with pytest.raises(PermissionDenied):
            invite(NEW, unit, Role.CONTRIBUTOR, by=make_user(role, unit))

    def test_a_unit_admin_invites_into_his_unit_alone(
        self, client: Client, portal: Portal, admin: User
    ) -> None:
        sign_in(client, admin)
        response = client.post(INVITE, data(portal.unit("bac-son")))
        assert "không thuộc đơn vị của bạn" in response.content.decode()
        response = client.post(INVITE, data(portal.province, role=Role.BOARD))
        assert response.status_code == 200
        assert Invitation.objects.count() == 0

    def test_nobody_invites_himself(self, unit: Unit) -> None:
        board = make_user(Role.BOARD)
        with pytest.raises(ValidationError, match="tự mời"):
            invite(board.email.upper(), unit, Role.UNIT_ADMIN, by=board)

    def test_the_board_invites_everywhere(self, client: Client, portal: Portal) -> None:
        sign_in(client, make_user(Role.BOARD))
        assert client.post(INVITE, data(portal.unit("bac-son"))).status_code == 302
        board = data(portal.province, "ban@vks.example", Role.BOARD)
        assert client.post(INVITE, board).status_code == 302

    def test_a_member_and_an_open_invitation_are_named(
        self, client: Client, unit: Unit, admin: User, invited: Invitation
    ) -> None:
        sign_in(client, admin)
        page = client.post(INVITE, data(unit, NEW.upper())).content.decode()
        assert "đã có lời mời" in page
        colleague = make_user(Role.LEADER, unit)
        page = client.post(INVITE, data(unit, colleague.email)).content.decode()
        assert "đã là thành viên" in page

    @pytest.mark.parametrize("action", ["gui-lai", "rut-lai"])
    def test_invitations_of_another_unit_are_out_of_reach(
        self, client: Client, portal: Portal, invited: Invitation, action: str
    ) -> None:
        sign_in(client, make_user(Role.UNIT_ADMIN, portal.unit("bac-son")))
        assert NEW not in client.get("/admin/thanh-vien/loi-moi/").content.decode()
        path = f"/admin/thanh-vien/loi-moi/{invited.pk}/{action}/"
        assert client.post(path).status_code == 404
        assert client.get(path).status_code == 405
        before = Invitation.objects.get()
        assert (before.nonce, before.withdrawn_at) == (invited.nonce, None)

    def test_services_check_again(self, portal: Portal, invited: Invitation) -> None:
        stranger = make_user(Role.UNIT_ADMIN, portal.unit("bac-son"))
        for service in (resend, withdraw):
            with pytest.raises(PermissionDenied):
                service(invited, by=stranger)

    def test_the_second_click_finds_the_link_used(self, invited: Invitation) -> None:
        user = User.objects.create_user("an", NEW, PASSWORD)
        accept(invited, user)
        with pytest.raises(ValidationError, match="đã được chấp nhận"):
            accept(invited, user)


class TestADeadMailServer:
    @pytest.fixture(autouse=True)
    def _dead(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_args: object, **_kwargs: object) -> None:
            raise smtplib.SMTPServerDisconnected

        monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)

    def test_it_blocks_nothing_and_is_shown(
        self,
        client: Client,
        unit: Unit,
        admin: User,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ) -> None:
        sign_in(client, admin)
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(INVITE, data(unit)).status_code == 302
        assert "Thư chưa gửi được" in client.get("/admin/thanh-vien/loi-moi/").content.decode()

    def test_a_worker_tries_again_later_and_longer(
        self, unit: Unit, admin: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        waits: list[int] = []

        def retry(exc: Exception, countdown: int) -> Retry:
            waits.append(countdown)
            return Retry(exc=exc)

        invitation = invite(NEW, unit, Role.CONTRIBUTOR, by=admin)
        monkeypatch.setattr(send_invitation, "retry", retry)
        for retries in (0, 3, 12):
            send_invitation.push_request(retries=retries)
            with pytest.raises(Retry):
                send_invitation.run(invitation.pk)
            send_invitation.pop_request()
        assert waits == [60, 480, 3600]
        assert Invitation.objects.get().mailed_at is None

    def test_a_withdrawn_invitation_is_not_sent(self, unit: Unit, admin: User) -> None:
        invitation = invite(NEW, unit, Role.CONTRIBUTOR, by=admin)
        withdraw(invitation, by=admin)
        send_invitation.run(invitation.pk)
        assert mail.outbox == []
