"""A laptop: SQLite under var/, nothing to install, every host under .localhost."""

from .base import *

SECRET_KEY = SECRET_KEY or "development-only-never-used-in-production"
EXTRA_HOSTS = ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "testserver"]  # noqa: S104
# Serve the apps' static files as they stand, without a collectstatic step.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
PORT = read("PORT")
WAGTAILADMIN_BASE_URL = f"http://localhost:{PORT}"
# A newcomer gets in with a password; SECOND_FACTOR=1 shows sign-in as it is in production.
SECOND_FACTOR_REQUIRED = read("SECOND_FACTOR")
