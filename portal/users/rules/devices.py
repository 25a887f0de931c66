"""What a browser calls itself, in words for the person who uses it."""

from django.utils.translation import gettext as _

# The first mark that stands in the header counts: every browser also names those it descends from.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def device_in_words(user_agent: str) -> str:
    """“Chrome trên Windows”; a header may claim anything, so this is a hint and decides nothing."""
    browser = _first(_BROWSERS, user_agent) or _("Trình duyệt không rõ")
    system = _first(_SYSTEMS, user_agent)
    return (
        _("%(browser)s trên %(system)s") % {"browser": browser, "system": system}
        if system
        else browser
    )


def _first(marks: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for mark, name in marks if mark in text), "")
