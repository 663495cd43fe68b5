"""What every answer says to browsers, beside Django's own headers: who may embed it, and what its page may not use."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

# The site needs none of what a browser can do beside showing pages.
_UNUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-create", "publickey-credentials-get",
    "screen-wake-lock", "serial", "storage-access", "usb", "web-share", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS = ", ".join(f"{name}=()" for name in _UNUSED)


class HeadersMiddleware:
    """Permissions-Policy and Cross-Origin-Resource-Policy; what is open to pages of others may be taken into them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.is_open = re.compile(f"{settings.CORS_URLS_REGEX}|{settings.EMBEDDED_URLS_REGEX}").match

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        policy = "cross-origin" if self.is_open(request.path_info) else "same-origin"
        response.headers.setdefault("Cross-Origin-Resource-Policy", policy)
        return response
