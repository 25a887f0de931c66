"""The administration speaks Vietnamese: the packages' catalogues and ours together leave nothing out."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.test import RequestFactory
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext
from django.views.i18n import JSONCatalog

LOCALE = Path(settings.BASE_DIR) / "locale" / "vi"
# Whose texts a person meets in the administration; Django's own catalogue is nearly whole.
PACKAGES = re.compile(r"wagtail(\.|$)|wagtail_modeladmin$|taggit$|django\.contrib\.auth$")
# hoà, thuý, khoẻ: the mark on the second vowel, which our spelling sets on the first (hòa, thúy, khỏe).
OLD_SPELLING = re.compile(r"(?<!q)(?:o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)


def load_build() -> ModuleType:
    """The build script, which is run by path and lies in no package."""
    spec = importlib.util.spec_from_file_location("build_catalogues", LOCALE / "wagtail/build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build = load_build()


def sources() -> list[tuple[str, str, Path]]:
    """(package, domain, folder of its catalogues) of each installed package with English texts."""
    return [
        (config.name, domain, Path(config.path) / "locale")
        for config in apps.get_app_configs()
        if PACKAGES.match(config.name)
        for domain in build.DOMAINS
        if (Path(config.path) / "locale/en/LC_MESSAGES" / f"{domain}.po").is_file()
    ]


def keys(entries: list[polib.POEntry]) -> set[tuple[str | None, str]]:
    return {(entry.msgctxt, entry.msgid) for entry in entries}


def test_the_catalogues_are_in_step_with_the_parts():
    assert build.out_of_step(build.build()) == []


def test_the_same_parts_give_the_same_bytes():
    assert build.build() == build.build()


@pytest.mark.parametrize(
    ("package", "domain", "folder"), sources(), ids=lambda value: str(value).rsplit("/", 1)[-1]
)
def test_no_text_stays_english(package: str, domain: str, folder: Path):
    english = polib.pofile(str(folder / "en/LC_MESSAGES" / f"{domain}.po"))
    ours = keys(polib.mofile(str(LOCALE / "LC_MESSAGES" / f"{domain}.mo")).translated_entries())
    theirs = folder / "vi/LC_MESSAGES" / f"{domain}.mo"
    if theirs.is_file():
        ours |= keys(polib.mofile(str(theirs)).translated_entries())
    missing = sorted(msgid for context, msgid in keys(english) if (context, msgid) not in ours)
    assert not missing, f"{package} ({domain}) has no Vietnamese for: {missing}"


def test_the_administration_itself_is_among_the_packages_looked_at():
    looked_at = {(package, domain) for package, domain, _ in sources()}
    assert {("wagtail.admin", "django"), ("wagtail.admin", "djangojs")} <= looked_at
    assert {"wagtail", "wagtail.images", "wagtail_modeladmin"} <= {name for name, _ in looked_at}


def test_marks_stand_on_the_first_vowel():
    entries = build.read_parts()["django"].values()
    wrong = [entry["msgstr"] for entry in entries if OLD_SPELLING.search(entry["msgstr"])]
    assert wrong == []


def test_ours_win_over_the_packages_own():
    with translation.override("vi"):
        assert gettext("Submit for moderation") == "Gửi duyệt"
        assert gettext("Document") == "Tài liệu"  # the package says "văn bản" of a document
        assert pgettext("A tag slug", "slug") == "đường dẫn (slug)"


@pytest.mark.parametrize("count", [1, 3])
def test_one_plural_form_serves_every_number(count: int):
    with translation.override("vi"):
        text = ngettext("Delete 1 document", "Delete %(counter)s documents", count)
    assert text % {"counter": count} == f"Xóa {count} tài liệu"


def test_the_browser_gets_the_texts_of_the_scripts_only():
    with translation.override("vi"):
        response = JSONCatalog.as_view(packages=["wagtail.admin"])(RequestFactory().get("/"))
    texts = json.loads(response.content)["catalog"]
    assert texts["More actions"] == "Thao tác khác"
    assert "Submit for moderation" not in texts


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"msgid": "Page"}, "needs msgid and msgstr"),
        ({"msgid": "Page", "msgstr": " "}, "not translated"),
        ({"msgid": "Page", "msgstr": "tie\u0302u \u0111e\u0302\u0300"}, "NFC"),
        ({"msgid": "%(count)s of %d", "msgstr": "%(cuont)s trên %d"}, "placeholders"),
        ({"msgid": "by <b>{user}</b>", "msgstr": "bởi {user}"}, "tags"),
        ({"msgid": "1 page", "msgid_plural": "%(n)s pages", "msgstr": "1 trang"}, "placeholders"),
        ({"msgid": "Delete ", "msgstr": "Xóa"}, "space"),
    ],
)
def test_a_faulty_entry_is_refused_by_name(tmp_path: Path, entry: dict[str, str], fault: str):
    (tmp_path / "apps_one.json").write_text(json.dumps([entry]), encoding="utf-8")
    with pytest.raises(
        build.PartError, match=f"apps_one.json: '{re.escape(entry['msgid'])}'.*{fault}"
    ):
        build.build(tmp_path)


def test_two_parts_may_not_disagree(tmp_path: Path):
    for name, text in (("admin_one", "Trang"), ("apps_two", "Tờ")):
        (tmp_path / f"{name}.json").write_text(json.dumps([{"msgid": "Page", "msgstr": text}]))
    with pytest.raises(build.PartError, match=r"apps_two.json: 'Page' is 'Trang' in another part"):
        build.build(tmp_path)


def test_check_tells_what_is_out_of_step(tmp_path: Path):
    files = build.build()
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    assert build.out_of_step(files, tmp_path) == []
    (tmp_path / "djangojs.mo").write_bytes(b"")
    (tmp_path / "django.po").unlink()
    assert build.out_of_step(files, tmp_path) == ["django.po", "djangojs.mo"]
