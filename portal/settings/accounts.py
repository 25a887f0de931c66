"""Accounts: sign-in, second factor, lock-out, passwords, idle sessions, audit.

Numbers follow the rules for information systems of level 2 (law 116/2025, decree 331/2026): at most 5
failed sign-ins, idle lock after 15 minutes (5 for administrators), accounts unused for 45 days
disabled, logs kept for at least 3 months.
"""

from datetime import timedelta
from typing import Any

from portal.core.environment import read

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "portal.users.backends.StaffBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "account_login"
WAGTAILADMIN_LOGIN_URL = "account_login"
# Wagtail's own password screens know neither the second factor nor the lock.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
# Private pages and files: for who has signed in our way, or by the password of the page itself.
WAGTAIL_FRONTEND_LOGIN_URL = "wagtailcore_login"
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "password_required.html"  # noqa: S105
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "password_required.html"  # noqa: S105

# What the accounts have to ask the rooms above: functions by dotted path.
# (user) -> bool: must this user sign in with a second factor?
PORTAL_MFA_POLICY = "units.people.authority.requires_second_factor"
# (user) -> bool: is this an administrator, with the short idle time?
PORTAL_ADMINISTRATOR_POLICY = "units.people.authority.is_administrator"
# (actor, user) -> bool: may the actor reset the user's second factor, or reactivate the account?
PORTAL_ACCOUNT_AUTHORITY = "units.people.authority.may_manage_account"
# (user) -> bool: may this user read and export the audit log?
PORTAL_AUDIT_READERS = "units.people.authority.may_read_audit"
# () -> users: who gets a mail when very much was refused?
PORTAL_SECURITY_WATCH = "units.people.authority.watchers"

# Off only on a developer's machine and in tests of other parts, never in production.
SECOND_FACTOR_REQUIRED = True
MFA_REQUIRED_FOR_ALL = read("MFA_REQUIRED_FOR_ALL")
# Encrypts the secrets of the second factor in the database; SECRET_KEY when empty.
SECOND_FACTOR_KEY = read("SECOND_FACTOR_KEY")
SECOND_FACTOR_FAILURE_LIMIT = 5

ACCOUNT_ADAPTER = "portal.users.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_TIMEOUT = 300
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# Counted in the database instead (portal.users.limits): a cache that is away would let nobody in.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_FORMS = {
    "login": "portal.users.forms.SignInForm",
    "reset_password": "portal.users.forms.PasswordResetRequestForm",
    "user_token": "portal.users.forms.ResetTokenForm",
    "change_password": "portal.users.forms.PasswordChangeForm",
    "reset_password_from_key": "portal.users.forms.NewPasswordForm",
    "reauthenticate": "portal.users.forms.PasswordAgainForm",
}
MFA_ADAPTER = "portal.users.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "portal.users.forms.CodeForm",
    "reauthenticate": "portal.users.forms.CodeAgainForm",
    "activate_totp": "portal.users.forms.EnrolmentForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
# Accounts are made by invitation, so their addresses need no proof before a second factor is added.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Cổng thông tin VKSND"

PASSWORD_RESET_TIMEOUT = 24 * 3600
# Requests of reset mails in an hour: per mail address, and per address of the network.
PASSWORD_RESET_LIMITS = (5, 20)

AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "portal.users.validators.LengthValidator",
        "OPTIONS": {"with_second_factor": 8, "without": 14},
    },
    {"NAME": "portal.users.validators.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# How many proxies of our own stand before the portal; each adds one entry to X-Forwarded-For.
TRUSTED_PROXY_COUNT = read("TRUSTED_PROXY_COUNT", otherwise=0)
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["login", "username", "password", "csrfmiddlewaretoken"]
AXES_USERNAME_CALLABLE = "portal.users.lockout.account_name"
AXES_CLIENT_IP_CALLABLE = "portal.users.client.client_address"
AXES_LOCKOUT_CALLABLE = "portal.users.lockout.locked_response"

IDLE_MINUTES = 15
IDLE_MINUTES_ADMINISTRATORS = 5
UNUSED_ACCOUNT_DAYS = 45
UNUSED_ACCOUNT_NOTICE_DAYS = 7
AUDIT_RETENTION_DAYS = read("AUDIT_RETENTION_DAYS")
