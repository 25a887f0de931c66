"""Pictures and documents are handed out after asking who may have them.

Scaled pictures only: an original may carry a place and a name in its metadata. What is not public is
"not found" for those who may not have it, so that guessing addresses tells nothing.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.documents.models import document_served
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import CollectionMember

from portal.media.models import PortalDocument, PortalImage, PortalRendition
from portal.media.public_use import (
    is_public,
    is_shown_to,
    remember_public,
    restrictions_of_collection,
)
from portal.media.sending import StoredFile, send

PICTURE_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
# What a browser shows without running anything in it. All else is saved as a file.
INLINE_TYPES = {
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".webp": "image/webp",
}
OFFICE = "application/vnd.openxmlformats-officedocument"
SAVED_TYPES = {
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
}

# A correction shows within a minute, as with pages; readers keep what they have seen for an hour.
PUBLIC_PICTURE = "public, max-age=3600, s-maxage=60"
# Asked again each time (a short question, by its mark): downloads are counted, permissions change.
PUBLIC_DOCUMENT = "public, no-cache"
PRIVATE = "private, no-cache"


@require_safe
def serve_picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """A scaled picture; the answer for a public one costs no query for a minute."""
    content_type = PICTURE_TYPES.get(PurePosixPath(name).suffix.lower())
    # No stored name has a NUL in it, and PostgreSQL cannot even be asked about one.
    if content_type is None or "\x00" in name:
        raise Http404
    path = f"images/{name}"
    public = remember_public(path, lambda: is_public(_picture_at(path)))
    if not public and not _may_have(request, _picture_at(path)):
        raise Http404
    storage = PortalRendition._meta.get_field("file").storage
    return send(
        request,
        StoredFile(storage, path, content_type),
        cache_control=PUBLIC_PICTURE if public else PRIVATE,
        # nginx keeps public pictures as it keeps pages: they are there when the portal is not.
        accelerated=not public,
    )


@require_safe
def serve_document(
    request: HttpRequest, document_id: str, document_filename: str
) -> HttpResponseBase:
    """A document; who may not see any page with it is not even asked to sign in."""
    document = get_object_or_404(
        get_document_model().objects.select_related("collection"), pk=document_id
    )
    if document.filename != document_filename:
        raise Http404
    public = remember_public(f"document:{document.pk}", lambda: is_public(document))
    if not public and not _manages(request, document):
        if not is_shown_to(request, document):
            raise Http404
        # The collection is private: Wagtail's own hook asks for the password or to sign in.
        for hook in hooks.get_hooks("before_serve_document"):
            answer = hook(document, request)
            if isinstance(answer, HttpResponse):
                return answer
    document_served.send(sender=PortalDocument, instance=document, request=request)
    return _send_document(request, document, PUBLIC_DOCUMENT if public else PRIVATE)


def _send_document(
    request: HttpRequest, document: PortalDocument, cache_control: str
) -> HttpResponseBase:
    suffix = PurePosixPath(document.filename).suffix.lower()
    saved_type = SAVED_TYPES.get(suffix, "application/octet-stream")
    stored = StoredFile(
        document.file.storage,
        document.file.name,
        INLINE_TYPES.get(suffix, saved_type),
        save_as="" if suffix in INLINE_TYPES else document.filename,
    )
    return send(request, stored, cache_control=cache_control, accelerated=True)


def _picture_at(path: str) -> PortalImage:
    """The picture whose scaled copy is stored there. Raises Http404."""
    copies = PortalRendition.objects.select_related("image__collection")
    copy = copies.filter(file=path).first()
    if copy is None:
        raise Http404
    return copy.image


def _may_have(request: HttpRequest, picture: PortalImage) -> bool:
    if _manages(request, picture):
        return True
    accepted = all(
        restriction.accept_request(request) for restriction in restrictions_of_collection(picture)
    )
    return accepted and is_shown_to(request, picture)


def _manages(request: HttpRequest, file: CollectionMember) -> bool:
    """Whether the file is among those that the visitor works with in the administration."""
    user = request.user
    if not user.is_authenticated or not user.has_perm("wagtailadmin.access_admin"):
        return False
    policy = image_policy if isinstance(file, PortalImage) else document_policy
    actions = ["change", "delete", "choose"]
    return cast(bool, policy.user_has_any_permission_for_instance(user, actions, file))
