"""`provision_unit` and `setup_province` speak to whoever sits at the terminal."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site

from tests.factories import Portal
from units.models import Unit

pytestmark = pytest.mark.django_db

NAMES = {"name": "Viện kiểm sát nhân dân khu vực 2", "short_name": "VKSND khu vực 2", "code": "KV2"}


def run(command: str, /, **options: object) -> str:
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def test_the_command_opens_a_unit_and_lists_what_it_made(portal: Portal) -> None:
    said = run("provision_unit", slug="khu-vuc-2", host="kv2.localhost", **NAMES)
    assert "+ Trang: Tin tức" in said
    assert "+ Tên miền: kv2.localhost" in said
    unit = Unit.objects.get(slug="khu-vuc-2")
    assert unit.home_page.live
    default = Site.objects.get(is_default_site=True)
    assert Site.objects.get(hostname="kv2.localhost").port == default.port


def test_run_again_with_the_slug_alone_it_finds_nothing_to_do(portal: Portal) -> None:
    run("provision_unit", slug="khu-vuc-2", **NAMES)
    assert "không có gì thay đổi" in run("provision_unit", slug="khu-vuc-2")


def test_a_dry_run_writes_nothing(portal: Portal) -> None:
    said = run("provision_unit", slug="khu-vuc-2", dry_run=True, **NAMES)
    assert "+ Trang: Tin tức" in said
    assert "chưa ghi gì" in said
    assert not Unit.objects.filter(slug="khu-vuc-2").exists()


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"slug": "cao-loc", **NAMES}, "--slug: tên “cao-loc” đã dùng cho"),
        ({"slug": "kv2", "host": "https://kv2.localhost", **NAMES}, "--host: "),
        ({"slug": "kv2", "host": "kv2.localhost:80", **NAMES}, "số cổng"),
        ({"slug": "tinh"}, "setup_province"),
        ({"slug": "kv2"}, "--name: "),
    ],
)
def test_a_bad_value_is_told_in_vietnamese(
    portal: Portal, options: dict[str, str], text: str
) -> None:
    before = Unit.objects.count()
    with pytest.raises(CommandError, match=text):
        run("provision_unit", **options)
    assert Unit.objects.count() == before


@pytest.mark.parametrize("port", ["0", "65536", "-1", "tám", "8" * 30])
@pytest.mark.parametrize("command", ["provision_unit", "setup_province"])
def test_a_port_that_is_none_is_refused(portal: Portal, command: str, port: str) -> None:
    units, sites = Unit.objects.count(), Site.objects.count()
    arguments = [
        "--name",
        "Viện",
        "--short-name",
        "VKS 2",
        "--code",
        "KV2",
        "--host",
        "kv2.localhost",
    ]
    with pytest.raises(CommandError, match="từ 1 đến 65535"):
        call_command(command, *arguments, f"--port={port}", stdout=StringIO())
    assert (Unit.objects.count(), Site.objects.count()) == (units, sites)


def test_setup_province_checks_the_host_by_the_same_rule(db: None) -> None:
    with pytest.raises(CommandError, match=r"--host: .*số cổng"):
        run(
            "setup_province",
            name="Viện kiểm sát nhân dân tỉnh Mẫu",
            short_name="VKSND tỉnh Mẫu",
            host="vks.localhost:8000",
        )


def test_setup_province_opens_the_province_and_can_run_again(db: None) -> None:
    options = {
        "name": "Viện kiểm sát nhân dân tỉnh Mẫu",
        "short_name": "VKSND tỉnh Mẫu",
        "host": "vks.localhost",
    }
    for _ in range(2):
        assert "vks.localhost" in run("setup_province", **options)
    assert Unit.objects.province().home_page.live
