"""What every unit may see: named here with the reason, so that nothing is shared by oversight."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

# Collections below the root from which every unit may choose; they are filled by the board. The root
# collection itself is not shared: whatever nobody filed yet must not be open to everyone.
SHARED_FOLDER = "Dùng chung"
COLLECTIONS = {
    SHARED_FOLDER: _("Ảnh, tài liệu do Ban Biên tập dành cho mọi đơn vị."),
    "Tranh minh họa (mẫu)": _("Tranh vẽ của dữ liệu mẫu."),
}

# Models with a screen in the administration whose rows belong to no unit.
MODELS = {
    "laws.law": "one list of laws for the whole province; every unit cites them, the board edits it",
    "news.topic": "one list of topics for the whole province; the board edits it",
    "legal_education.legalfield": "one list of fields of law for all; the board edits it",
    "legal_education.audience": "one list of audiences for all; the board edits it",
    "legal_education.monthlytheme": "the theme of the month of all hubs; the board edits it",
    "registry.documentfield": "one list of fields for the whole province; the board edits it",
    "users.user": "stock screens for system administrators alone; unit admins have the members screen",
    "auth.group": "stock screens for system administrators alone; groups follow memberships",
    "wagtailcore.site": "stock screens for system administrators alone",
    "wagtailcore.locale": "one language; stock screens for system administrators alone",
    "wagtailcore.task": "chosen inside the workflow screens, which the board alone opens",
    "wagtailredirects.redirect": "addresses of all sites; the board alone opens the screens",
    "moderation.returnreason": "one list of reasons for the whole province; the board edits it",
    "calendar.holiday": "the days off of the whole province; the board edits them",
    "audit.subject": "entries of the log; the board alone opens the screen",
}


def shared_roots() -> QuerySet[Collection]:
    """Never one that is a unit's own, whatever its name."""
    return Collection.objects.filter(depth=2, name__in=COLLECTIONS, unit=None)


def shared_collections() -> QuerySet[Collection]:
    """The shared collections with all below them."""
    found = Collection.objects.none()
    for root in shared_roots():
        found |= Collection.objects.descendant_of(root, inclusive=True)
    return found


def is_shared_model(label: str) -> bool:
    return label.lower() in MODELS
