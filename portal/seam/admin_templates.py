"""Templates of Wagtail's administration that stand in the place of its own.

What: the files below `templates/wagtailadmin/` beside this module; Django finds them before Wagtail's.
Reason: emblem, name and words of the portal (Wagtail documents these blocks for it), panels and calendars
    that start without an inline script (`inline_scripts`), and a comparison of two versions that tells
    additions from deletions by more than colour, which has no block for that.
Versions: Wagtail 7.4
Upstream: https://github.com/wagtail/wagtail/issues/10576
Goes when: Wagtail's comparison can be read without seeing colours; the branding stays.
"""

from pathlib import Path

FOLDER = Path(__file__).parent / "templates"

# Our templates that extend Wagtail's own under the same name, and the blocks that they fill.
FILLED_BLOCKS = {
    "wagtailadmin/404.html": {"branding_logo"},
    "wagtailadmin/admin_base.html": {"branding_title", "branding_favicon"},
    "wagtailadmin/base.html": {"branding_logo"},
    "wagtailadmin/home.html": {"branding_welcome"},
    "wagtailadmin/login.html": {"branding_login", "branding_logo"},
    "wagtailadmin/panels/inline_panel.html": {"js_init"},
    "wagtailadmin/panels/multiple_chooser_panel.html": {"js_init"},
}

# Our templates that were written anew, and SHA-256 of Wagtail's own that they were made from. When a test
# finds another one: compare the two, carry over what Wagtail has changed, write down the new sum.
REWRITTEN = {
    "wagtailadmin/generic/revisions/compare.html": (
        "ae380e15db15f2c52ba1dd558cdb46f5797e5ad1fd991e3bfbad53417a4bc2e6"
    ),
    "wagtailadmin/widgets/date_input.html": (
        "2557f7a4fd543d7cd6f192a97fdd0c12ebfad9a8d4ab2b7fe72a2f011cd049c8"
    ),
    "wagtailadmin/widgets/datetime_input.html": (
        "479d8ddeaa73d2fdd33d584118d51b0c3ec4c2dc5b90a66b526874f9799d2676"
    ),
    "wagtailadmin/widgets/time_input.html": (
        "536917c544a135631e8683866e8351bd491822a336c9a59639ab71338638e242"
    ),
}
