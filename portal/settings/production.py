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
# Decided: other hosts under the same domain are not ours to bind (W005, W021: HSTS_* variables and
# the domain's owner), and Wagtail shows previews in a frame of the same origin (W019).
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W019", "security.W021"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
LOGGING["handlers"]["console"]["formatter"] = "json"
