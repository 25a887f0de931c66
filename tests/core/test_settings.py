"""What a server refuses to start without, and what the files that describe it promise."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.settings_table import PLACES, written
from portal.core.environment import VARIABLES, Group

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ["requirements.txt", "requirements-dev.txt", "requirements-audit.txt"]
READ_FROM_ENVIRONMENT = re.compile(r'\bread\(\s*"([A-Z_]+)"')
# Six threads each read a number and write it back one higher; a lost write leaves it too low.
CONCURRENT_WRITERS = """
import threading
import django
django.setup()
from django.db import connection, transaction

with connection.cursor() as cursor:
    cursor.execute("PRAGMA journal_mode")
    print(cursor.fetchone()[0])
    cursor.execute("CREATE TABLE counter (n integer)")
    cursor.execute("INSERT INTO counter VALUES (0)")

def count():
    for _ in range(25):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT n FROM counter")
            number = cursor.fetchone()[0]
            cursor.execute("UPDATE counter SET n = %s", [number + 1])
    connection.close()

threads = [threading.Thread(target=count) for _ in range(6)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
with connection.cursor() as cursor:
    cursor.execute("SELECT n FROM counter")
    print(cursor.fetchone()[0])
"""


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, with this environment and no other setting of the portal."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=ROOT, env=kept | environment, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize(
    ("given", "missing"),
    [({}, "SECRET_KEY"), ({"SECRET_KEY": "x" * 60}, "ADMIN_HOST")],
)
def test_production_does_not_start_without(given: dict[str, str], missing: str) -> None:
    done = run_python(
        "import django; django.setup()",
        DJANGO_SETTINGS_MODULE="portal.settings.production",
        **given,
    )
    assert done.returncode != 0
    assert f"{missing} chưa được đặt" in done.stderr.splitlines()[-1]


def test_production_starts_with_both_and_is_strict() -> None:
    done = run_python(
        "import django; django.setup(); from django.conf import settings as s;"
        "print(s.DEBUG, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,"
        " s.WAGTAILADMIN_BASE_URL)",
        DJANGO_SETTINGS_MODULE="portal.settings.production",
        SECRET_KEY="x" * 60,
        ADMIN_HOST="quantri.vks.example",
        DEBUG="1",
    )
    assert done.stdout.split() == ["False", "True", "True", "True", "https://quantri.vks.example"]


PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "".join(map(chr, range(40, 100))),
    "ADMIN_HOST": "quantri.vks.example",
}
NAMES = """
import django
django.setup()
from django.conf import settings
from django.contrib.messages.storage import default_storage
from django.http import HttpRequest
request = HttpRequest()
request.session = {}
storage = default_storage(request)
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, storage.storages[0].cookie_name)
for policy in (settings.PUBLIC_DIRECTIVES, settings.ADMIN_CONTENT_SECURITY_POLICY):
    print(policy.get("upgrade-insecure-requests"))
"""


def test_only_this_host_can_have_set_a_cookie_where_there_is_tls() -> None:
    assert run_python(NAMES, **PRODUCTION).stdout.split() == [
        "__Host-sessionid", "__Host-csrftoken", "__Host-messages", "True", "True",
    ]  # fmt: skip
    assert run_python(NAMES, **PRODUCTION, HTTPS="false").stdout.split() == [
        "sessionid", "csrftoken", "messages", "None", "None",
    ]  # fmt: skip


def test_the_example_for_servers_leaves_nothing_for_the_check_to_say() -> None:
    """Of Django's own checks; `make observatory` asks all of them, with a database."""
    text = (ROOT / "deploy" / "environment.example").read_text()
    decided = dict(re.findall(r"^(HSTS_[A-Z_]+)=(.*)$", text, re.MULTILINE))
    done = run_python(
        "import django; django.setup(); from django.conf import settings;"
        "from django.core.checks import run_checks;"
        "found = run_checks(tags=['security'], include_deployment_checks=True);"
        "print([one.id for one in found if one.id.startswith('security.')],"
        " settings.SILENCED_SYSTEM_CHECKS)",
        **PRODUCTION | decided,
    )
    assert done.stdout.strip() == "[] []", done.stderr


def test_strict_transport_comes_from_the_portal_alone_and_no_version_is_told() -> None:
    text = (ROOT / "deploy" / "nginx" / "portal.conf").read_text()
    assert "Strict-Transport-Security" not in text
    # Above all servers.
    assert text.index("server_tokens off;") < text.index("server {")


def test_without_any_setting_everything_runs_in_one_process() -> None:
    done = run_python(
        "import django; django.setup(); from django.conf import settings as s;"
        "print(s.DATABASES['default']['ENGINE'], s.CACHES['default']['BACKEND'],"
        " s.CELERY_TASK_ALWAYS_EAGER, s.DEBUG)",
        DJANGO_SETTINGS_MODULE="portal.settings.dev",
    )
    assert done.stdout.split() == [
        "django.db.backends.sqlite3",
        "django.core.cache.backends.locmem.LocMemCache",
        "True",
        "False",
    ]


def test_one_address_of_redis_turns_on_cache_and_broker() -> None:
    done = run_python(
        "import django; django.setup(); from django.conf import settings as s;"
        "from portal.celery import app;"
        "print(s.CACHES['default']['BACKEND'], app.conf.task_always_eager, app.conf.broker_url)",
        DJANGO_SETTINGS_MODULE="portal.settings.dev",
        REDIS_URL="redis://127.0.0.1:1/0",
    )
    assert done.stdout.split() == [
        "portal.core.caches.FailSoftRedisCache",
        "False",
        "redis://127.0.0.1:1/0",
    ]


def test_sqlite_loses_no_write_of_concurrent_threads(tmp_path: Path) -> None:
    done = run_python(
        CONCURRENT_WRITERS,
        DJANGO_SETTINGS_MODULE="portal.settings.dev",
        DATABASE_URL=f"sqlite:///{tmp_path / 'db.sqlite3'}",
    )
    assert done.stdout.split() == ["wal", "150"], done.stderr


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_name_no_index_and_no_folder(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    assert not re.findall(r"^\s*(?:-i|-f|--(?!hash=)\S+)", text, re.MULTILINE)


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    joined = (ROOT / name).read_text().replace("\\\n", " ")
    lines = [line for line in joined.splitlines() if line and not line.startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"^[a-z0-9._\-\[\],]+==[^ ]+ ", line), line
        assert "--hash=sha256:" in line, line


def test_both_requirements_files_agree() -> None:
    pins = [
        dict(
            re.findall(r"^([a-z0-9._\-]+)(?:\[[^\]]*\])?==([^ ]+)", (ROOT / name).read_text(), re.M)
        )
        for name in REQUIREMENTS[:2]
    ]
    shared = pins[0].keys() & pins[1].keys()
    assert {name: pins[0][name] for name in shared} == {name: pins[1][name] for name in shared}


def test_tables_of_settings_come_from_what_is_read() -> None:
    """Every variable stands in the tables, and every one in the tables is read somewhere."""
    sources = [p for folder in ("portal", "deploy") for p in (ROOT / folder).rglob("*.py")]
    read = {name for p in sources for name in READ_FROM_ENVIRONMENT.findall(p.read_text())}
    assert read == set(VARIABLES)
    for path in PLACES:
        assert path.read_text() == written(path), "python -m deploy.settings_table"


def test_nothing_else_asks_the_environment_in_the_settings() -> None:
    for path in (ROOT / "portal" / "settings").glob("*.py"):
        assert not re.search(r"os\.environ|getenv|Env\(\)", path.read_text()), path


def test_example_for_servers_names_known_variables() -> None:
    text = (ROOT / "deploy" / "environment.example").read_text()
    names = set(re.findall(r"^([A-Z_]+)=", text, re.MULTILINE)) - {"DJANGO_SETTINGS_MODULE"}
    assert names <= set(VARIABLES)
    needed = {row.name for row in VARIABLES.values() if row.group is Group.MUST}
    assert needed <= names
