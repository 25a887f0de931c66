"""Who hands out pictures and documents, and which records show their files to the public."""

from portal.core.environment import read

# An address that only nginx reaches, such as "/protected-media/": the portal checks who may have a
# file, nginx sends it. Without it the portal sends the bytes itself.
MEDIA_ACCEL_PREFIX = read("MEDIA_ACCEL_PREFIX")

# Besides published pages: records whose pictures and documents anybody may see. Every other record
# that points to files must stand in the second list; tests/media compares both with the models.
PORTAL_PUBLIC_FILE_SOURCES = ["units.official", "units.unit"]
PORTAL_INTERNAL_FILE_SOURCES: list[str] = []

# The largest sound or film file that may be uploaded, in megabytes; nginx has a limit of its own.
PORTAL_RECORDING_MAX_MB = read("RECORDING_MAX_MB")
# A document's file (PDF, Word, Excel, picture) weighs at most so much; films have their own limit.
PORTAL_DOCUMENT_MAX_MB = read("DOCUMENT_MAX_MB")
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.media.forms.CheckedDocumentForm"
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.media.forms.CheckedImageForm"
# A bulk import of documents: the archive with its files weighs at most so much.
PORTAL_IMPORT_MAX_MB = read("IMPORT_MAX_MB")
