"""What answers tell browsers: content policies, frames, referrers, what other sites may do with them.

docs/decisions/0028-headers.md says why each stands as it does.
"""

from csp.constants import NONE, SELF

# Frames are for previews alone, whose views say so (Wagtail's do, and those of the reviews).
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CROSS_ORIGIN_RESOURCE_POLICY = "same-origin"

# What no page here asks of a device. Chromium complains of names that it does not know.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "local-fonts",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-create",
        "publickey-credentials-get",
        "screen-wake-lock",
        "serial",
        "usb",
        "window-management",
        "xr-spatial-tracking",
    )
)

# Public pages: nothing that is not named, nothing from another host, no inline code or style. They need
# no nonce, so a page is the same for everybody and may be kept by nginx.
PUBLIC_DIRECTIVES: dict[str, list[str] | bool] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "media-src": [SELF],
    "connect-src": [SELF],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC_DIRECTIVES}

# Wagtail's administration: no inline script either (portal/seam/inline_scripts.py), but Draftail
# writes style elements and jQuery's widgets style attributes, and pictures are shown before they are sent.
ADMIN_CONTENT_SECURITY_POLICY: dict[str, list[str] | bool] = {
    **PUBLIC_DIRECTIVES,
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],
}
