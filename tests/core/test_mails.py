"""Jobs and mails while the broker or the mail server is away."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from celery import shared_task
from django.conf import settings

from deploy.ports import free_port
from portal.celery import app
from portal.core import jobs, mails

sent: list[str] = []


@mails.mail_job("tests.core.send")
def send(word: str) -> None:
    sent.append(word)


@mails.mail_job("tests.core.refuse")
def refuse(word: str) -> None:
    raise ConnectionRefusedError(word)


@shared_task(name="tests.core.mistaken")
def mistaken() -> None:
    raise ValueError("a mistake in the job")


@pytest.fixture(autouse=True)
def _fresh_list() -> None:
    sent.clear()


@pytest.fixture
def _dead_broker() -> Iterator[None]:
    app.conf.update(broker_url=f"redis://127.0.0.1:{free_port()}/0", task_always_eager=False)
    app._after_fork()
    yield
    app.conf.update(broker_url="", task_always_eager=True)
    app._after_fork()


def test_without_a_broker_a_mail_leaves_at_once() -> None:
    assert mails.send_soon(send, "ngay")
    assert sent == ["ngay"]


def test_a_mail_server_that_is_away_fails_nobody() -> None:
    assert mails.send_soon(refuse, "thư") is False


@pytest.mark.usefixtures("_dead_broker")
def test_a_broker_that_is_away_fails_nobody_and_is_asked_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    real = send.delay
    monkeypatch.setattr(send, "delay", lambda word: asked.append(word) or real(word))
    assert [mails.send_soon(send, word) for word in ("một", "hai")] == [False, False]
    assert asked == ["một"]
    assert sent == []
    assert jobs.broker_outage.active


def test_a_mistake_in_a_job_is_not_taken_for_a_dead_broker() -> None:
    with pytest.raises(ValueError, match="mistake"):
        jobs.start(mistaken)


def test_what_is_sent_after_the_commit_is_not_sent_before(
    db: None, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        mails.send_after_commit(send, "sau")
        assert sent == []
    assert sent == ["sau"]


def test_a_title_of_two_lines_makes_no_second_header() -> None:
    message = mails.write_mail(
        "users/email/password_changed",
        "Một\nBcc: ai@vks.example",
        "an@vks.example",
        {},
        with_html=False,
    )
    assert message.subject == "Một Bcc: ai@vks.example"
    assert message.alternatives == []


def test_links_in_mails_lead_to_the_administrations_host() -> None:
    assert mails.admin_link("account_login").startswith(settings.WAGTAILADMIN_BASE_URL)


def test_a_worker_knows_the_jobs_of_every_room() -> None:
    """In a process of its own: here the modules that hold them are imported by the tests."""
    code = (
        "import django; django.setup(); from portal.celery import app;"
        "app.loader.import_default_modules(); print(*app.tasks)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    wanted = {"portal.mail_password_reset", "units.send_invitation", "moderation.send_mail"}
    assert wanted <= set(answer.stdout.split())
