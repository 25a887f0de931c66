"""Addresses below the administration: sign-in, password, second factor, session, one's own account.

allauth's views under Vietnamese addresses; what the portal does not offer (sign-up, sign-in by mailed
code, several mail addresses) has no address at all. Wagtail's own sign-in addresses come first here,
so that nobody gets past the lock or the second factor.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from portal.users import account_views, views
from portal.users.proof import proof_required

_OWN = "tai-khoan/"
_KEY = r"(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)"

urlpatterns = [
    path("login/", views.to_sign_in),
    re_path(r"^password_reset/.*$", views.to_password_reset),
    path(f"{_OWN}dang-nhap/", account.login, name="account_login"),
    path(f"{_OWN}dang-xuat/", account.logout, name="account_logout"),
    path(f"{_OWN}tam-dung/", account.account_inactive, name="account_inactive"),
    path(f"{_OWN}nhap-lai-mat-khau/", account.reauthenticate, name="account_reauthenticate"),
    path(
        f"{_OWN}mat-khau/",
        proof_required(account_views.ChangeOwnPasswordView.as_view()),
        name="account_change_password",
    ),
    path(f"{_OWN}quen-mat-khau/", account.password_reset, name="account_reset_password"),
    path(
        f"{_OWN}quen-mat-khau/da-gui/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        f"{_OWN}dat-mat-khau/xong/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        rf"^{_OWN}dat-mat-khau/{_KEY}/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(f"{_OWN}ma-xac-thuc/", mfa.authenticate, name="mfa_authenticate"),
    path(f"{_OWN}nhap-lai-ma/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(f"{_OWN}bao-mat/", mfa.index, name="mfa_index"),
    path(f"{_OWN}bao-mat/bat/", views.EnrolmentView.as_view(), name="mfa_activate_totp"),
    path(
        f"{_OWN}bao-mat/doi-thiet-bi/",
        proof_required(totp.deactivate_totp),
        name="mfa_deactivate_totp",
    ),
    path(f"{_OWN}ma-du-phong/", views.recovery_codes, name="mfa_view_recovery_codes"),
    path(
        f"{_OWN}ma-du-phong/tao-lai/",
        proof_required(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(f"{_OWN}phien/", views.session_state, name="session_state"),
    path("account/", account_views.OwnAccountView.as_view(), name="wagtailadmin_account"),
    path(f"{_OWN}ho-ten/", account_views.own_name, name="own_name"),
    path(f"{_OWN}dia-chi-thu/", account_views.own_mail, name="own_mail"),
    path(
        f"{_OWN}dia-chi-thu/xac-nhan/<str:token>/",
        account_views.confirm_mail,
        name="own_mail_confirm",
    ),
    path(f"{_OWN}dia-chi-thu/huy/<str:token>/", account_views.undo_mail, name="own_mail_undo"),
    path(f"{_OWN}dang-xuat-moi-noi/", account_views.end_sessions, name="own_sessions_end"),
]
