"""What the reviews refuse, with the sentence that the person is told."""


class ReviewRefusedError(Exception):
    """Something that cannot be done now; the text tells why. Nothing was changed.

    No PermissionDenied: Wagtail answers that with "no permission" and the reason would be lost.
    """
