"""Settings shared by every way of running the portal.

Everything that differs between a laptop and production is read from the environment, by the names that
`portal.core.environment` lists. Without any of them the portal runs on SQLite, with an in-process cache
and in-process tasks, so that one command is enough to see it.
"""

from pathlib import Path
from typing import Any

import environ

from portal.core.environment import read

from .accounts import *
from .headers import *
from .media import *

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"

SECRET_KEY = read("SECRET_KEY")
DEBUG = read("DEBUG")

# Hosts are rows of Wagtail's Site table, which an administrator edits while the portal runs, so
# Django's static list cannot know them. `portal.core.hosts` refuses every other host instead.
ALLOWED_HOSTS = ["*"]
EXTRA_HOSTS = list(read("EXTRA_HOSTS"))
ADMIN_HOST = read("ADMIN_HOST")
ADMIN_PATH = "admin/"

INSTALLED_APPS = [
    "portal.core",
    "portal.users",
    "portal.media",
    "portal.calendar",
    "portal.audit",
    "portal.traffic",
    "units",
    "units.isolation",
    "units.organisation",
    "units.people",
    "home.laws",
    "home.navigation",
    "home.notices",
    "home.legal_education",
    "home.news",
    "home.registry",
    "home.quizzes",
    "events",
    "events.schedules",
    "events.reception",
    "units.subsites",
    "units.moderation",
    "home",
    "search",
    "portal.demo",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "portal.users.wagtail_users.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtail_modeladmin",
    "django_tasks",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
]

MIDDLEWARE = [
    # First, so that every answer has them: redirects to TLS, downtime and static files too.
    "portal.core.middleware.PortalCSPMiddleware",
    "portal.core.middleware.ResourcePolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Slow lines in border communes: pages and styles travel compressed even without nginx. Django pads
    # the answer at random, which takes the edge off BREACH.
    "django.middleware.gzip.GZipMiddleware",
    # A page that has not changed is not sent again: 304, for readers, feed readers and crawlers alike.
    "django.middleware.http.ConditionalGetMiddleware",
    "portal.core.middleware.MaintenanceMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.core.middleware.KnownHostMiddleware",
    "portal.core.middleware.AdminHostMiddleware",
    "portal.core.middleware.CharsetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "units.people.middleware.CurrentRightsMiddleware",
    "units.isolation.system_screens.SystemScreensMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "portal.core.malformed.MalformedRequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.audit.middleware.AuditContextMiddleware",
    "units.moderation.middleware.ModerationMiddleware",
    "portal.users.middleware.IdleSessionMiddleware",
    "portal.users.middleware.SecondFactorMiddleware",
    "units.isolation.guard.AddressGuardMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    # Last, as django-axes asks: it replaces the answer of a locked sign-in.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates", BASE_DIR / "portal" / "seam" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "units.frame.context_processors.frame",
            ],
        },
    }
]

# Widgets are looked for where all templates are, so that those of the seam come first.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

_database = read("DATABASE_URL", otherwise=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
DATABASES = {"default": environ.Env.db_url_config(_database)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # The stock settings lose writes as soon as several threads write: a deferred transaction cannot
    # wait for the lock when it turns from reading to writing.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    )
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = read("REDIS_URL")
_cache: dict[str, Any] = (
    {
        "BACKEND": "portal.core.caches.FailSoftRedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "portal"}
)
CACHES: dict[str, dict[str, Any]] = {
    "default": {**_cache, "KEY_PREFIX": "portal"},
    # Wagtail keeps the rows of scaled pictures here, so that a page asks the database for none.
    "renditions": {
        **_cache,
        "LOCATION": REDIS_URL or "renditions",
        "KEY_PREFIX": "renditions",
        "TIMEOUT": 3600,
        **({} if REDIS_URL else {"OPTIONS": {"MAX_ENTRIES": 20_000}}),
    },
}

# Menus and footer of a frame come from a room above `units`.
PORTAL_FRAME_PARTS = "home.navigation.services.frame_parts"

# Background work: in the same process without a broker, by Celery with one.
CELERY_BROKER_URL = read("CELERY_BROKER_URL", otherwise=REDIS_URL)
CELERY_TASK_ALWAYS_EAGER = not CELERY_BROKER_URL
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TIMEZONE = "Asia/Ho_Chi_Minh"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A publish must not wait for a broker that is gone: fail at once, log, and let the periodic job mend.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 2,
    "socket_timeout": 2,
    "max_retries": 0,
    "retry_on_timeout": False,
}
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")
TASKS = {"default": {"BACKEND": "portal.core.tasks.CeleryBackend"}}
# Run every night by beat: what a task lost with a dead broker would have kept up to date.
PORTAL_REPAIR_COMMANDS = [
    "rebuild_references_index",
    "read_files",
    "update_index",
    "rebuild_search",
    "clearsessions",
    "purge_audit_log",
]

AUTH_USER_MODEL = "users.User"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["portal.core.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = read("MEDIA_ROOT", otherwise=VAR_DIR / "media")
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

WAGTAIL_SITE_NAME = "Cổng thông tin điện tử Viện kiểm sát nhân dân"
WAGTAILADMIN_BASE_URL = read("ADMIN_BASE_URL", otherwise="http://localhost:8000")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt")]
# One country, one time: nobody sees a publication hour that is not the reader's.
WAGTAIL_USER_TIME_ZONES = ["Asia/Ho_Chi_Minh"]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "portal.core.rich_text.RichTextArea"}}
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "units.moderation.finish.publish_approved"
# Which rules decide what a page's screens offer, and how the reviews are set up on a province's site:
# from a room above `portal.core` and beside `units.subsites`.
PORTAL_PAGE_PERMISSIONS = "units.moderation.permissions.ModeratedPagePermissionTester"
PORTAL_MODERATION_SETUP = "units.moderation.services.ensure_workflow"
# The outbox of mails about items, with its digests and retries, for rooms below the reviews.
PORTAL_OUTBOX = "units.moderation.notices.tell"
# Working days that each step of a review may take.
PORTAL_REVIEW_DAYS_UNIT = read("REVIEW_DAYS_UNIT")
PORTAL_REVIEW_DAYS_BOARD = read("REVIEW_DAYS_BOARD")
# A reviewer who changed more words than these has become an author and cannot approve the item.
PORTAL_SUBSTANCE_WORDS = 10
WAGTAIL_AUTO_UPDATE_PREVIEW_INTERVAL = 1000
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
WAGTAILIMAGES_IMAGE_MODEL = "media.PortalImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
# portal.core.pictures judges pixels and frames, before Wagtail would.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = None
WAGTAILIMAGES_JPEG_QUALITY = 76
WAGTAILIMAGES_WEBP_QUALITY = 74
WAGTAILDOCS_DOCUMENT_MODEL = "media.PortalDocument"
WAGTAILDOCS_EXTENSIONS = [
    "docx", "jpeg", "jpg", "m4a", "mp3", "mp4", "odt", "ogg", "pdf", "png", "vtt", "webm", "webp", "xlsx",
]  # fmt: skip
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_RESPONSIVE_HTML = True
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# Django's own limit cuts long StreamField forms.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
# As Django's own, with a name that only this host can have set.
MESSAGE_STORAGE = "portal.core.cookies.HostMessages"
CSRF_FAILURE_VIEW = "portal.core.error_views.csrf_failure"

# Planned downtime: the portal answers 503 with a page of its own while this is on.
MAINTENANCE_MODE = read("MAINTENANCE_MODE")

# How long the link of an invitation works.
PORTAL_INVITATION_DAYS = 7
# A mail server that does not answer must not hold up whoever asked for the mail.
EMAIL_TIMEOUT = 10
vars().update(environ.Env.email_url_config(read("EMAIL_URL")))
DEFAULT_FROM_EMAIL = read("DEFAULT_FROM_EMAIL")

LOG_LEVEL = read("LOG_LEVEL")
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "console": {"()": "portal.core.logs.console_formatter"},
        "json": {"()": "portal.core.logs.json_formatter"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "console"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Two lines for every task that Wagtail starts; failures still show.
        "django_tasks": {"level": "WARNING"},
        # Failures and locks are in the audit log, where the board finds them.
        "axes": {"level": "ERROR"},
        "django.utils.autoreload": {"level": "WARNING"},
    },
}
