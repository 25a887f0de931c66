"""A server: everything comes from the environment, and what is missing is named at start."""

from django.core.exceptions import ImproperlyConfigured

from .base import *

if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY chưa được đặt. Tạo một chuỗi ngẫu nhiên dài và đặt vào biến môi trường SECRET_KEY."
    )
if not ADMIN_HOST:
    raise ImproperlyConfigured(
        "ADMIN_HOST chưa được đặt. Đặt tên miền riêng của trang quản trị, ví dụ quantri.vks.example."
    )

DEBUG = False
HTTPS = read("HTTPS")
EXTRA_HOSTS = [*EXTRA_HOSTS, ADMIN_HOST]
WAGTAILADMIN_BASE_URL = read(
    "ADMIN_BASE_URL", otherwise=f"{'https' if HTTPS else 'http'}://{ADMIN_HOST}"
)
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

TRUSTED_PROXY_COUNT = read("TRUSTED_PROXY_COUNT", otherwise=1)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = read("HSTS_SECONDS", otherwise=31_536_000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = read("HSTS_INCLUDE_SUBDOMAINS")
SECURE_HSTS_PRELOAD = read("HSTS_PRELOAD")
if HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    # Only this host, over TLS, can set a cookie of such a name.
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    for _directives in (PUBLIC_DIRECTIVES, ADMIN_CONTENT_SECURITY_POLICY):
        _directives["upgrade-insecure-requests"] = True
STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
LOGGING["handlers"]["console"]["formatter"] = "json"
