"""A list of redirects is looked at before Wagtail reads it in the server's own process."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import browser, make_user
from tests.media import bombs, papers
from units.models import Unit

LISTS = {
    "ds.csv": "từ,đến\n/cu/,/moi/\n".encode(),
    "ds.xlsx": papers.xlsx(("từ", "đến"), ("/cu/", "/moi/")),
}
COSTLY = {
    "to.csv": b"/cu/,/moi/\n" * 100_000,
    "bom.xlsx": bombs.zipped({"xl/a.bin": bytes(9_000_000)}, LISTS["ds.xlsx"]),
    "hong.xlsx": LISTS["ds.xlsx"][:200],
}


@pytest.mark.parametrize(("name", "data"), [*LISTS.items(), *COSTLY.items()], ids=[*LISTS, *COSTLY])
def test_costly_lists_are_named_and_others_are_read(province: Unit, name: str, data: bytes) -> None:
    client = browser()
    client.force_login(make_user())
    sent = {"import_file": SimpleUploadedFile(name, data)}
    answer = client.post(reverse("wagtailredirects:start_import"), sent)
    if name in LISTS:
        assert "/moi/" in answer.content.decode()
    else:
        assert answer.status_code == 302
        assert any(name in str(message) for message in get_messages(answer.wsgi_request))
