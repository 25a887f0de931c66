"""Every record that can point to a file is either public or internal, by decision."""

from django.conf import settings
from wagtail.models import Page, ReferenceIndex

from portal.media.models import PortalDocument, PortalImage
from portal.media.serving import INLINE_TYPES, PICTURE_TYPES, SAVED_TYPES


def points_to_files(model: type) -> bool:
    for field in model._meta.get_fields():
        if field.is_relation and field.related_model in (PortalImage, PortalDocument):
            return True
        if hasattr(field, "extract_references"):
            return True
    return False


def test_every_source_of_files_is_listed():
    models = {
        model._meta.label_lower
        for model in ReferenceIndex.indexed_models
        if not issubclass(model, Page)
        and points_to_files(model)
        and model._meta.app_label not in {"wagtailcore", "media"}
    }
    listed = [*settings.PORTAL_PUBLIC_FILE_SOURCES, *settings.PORTAL_INTERNAL_FILE_SOURCES]
    assert models - set(listed) == set(), "add it to one of the lists in portal/settings/media.py"
    assert len(listed) == len(set(listed))


def test_every_kind_of_file_that_may_be_uploaded_has_a_type():
    known = {suffix.lstrip(".") for suffix in (*INLINE_TYPES, *SAVED_TYPES)}
    assert set(settings.WAGTAILDOCS_EXTENSIONS) <= known
    assert set(settings.WAGTAILIMAGES_EXTENSIONS) <= {s.lstrip(".") for s in PICTURE_TYPES}
