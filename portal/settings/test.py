"""The suite: fast hashes, throw-away media; the database comes from DATABASE_URL."""

import tempfile

from .base import *

SECRET_KEY = "tests-only"  # noqa: S105
EXTRA_HOSTS = ["localhost", "127.0.0.1", "testserver"]
ADMIN_HOST = ""
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="portal-media-"))
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["NAME"] = ":memory:"
    DATABASES["default"]["OPTIONS"].pop("init_command")
# Parts that only need somebody signed in use force_login; tests/users turns the requirement on.
SECOND_FACTOR_REQUIRED = False
LOGGING["root"]["level"] = "ERROR"
