"""Whose request it is: the address of the client, which stands elsewhere when a proxy of one's own is in between."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class ClientAddressMiddleware:
    """Puts the client's address into REMOTE_ADDR, for everything behind it that counts by address.

    X-Forwarded-For is anybody's to write: only the entries are believed that the site's own proxies (`PROXIES` of them)
    added at its end. What is no address there leaves REMOTE_ADDR as it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.PROXIES:
            told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
            if len(told) >= settings.PROXIES and (address := _readable(told[-settings.PROXIES])):
                request.META["REMOTE_ADDR"] = address
        return self.get_response(request)


def client_address(request: HttpRequest) -> str | None:
    """The address that the middleware settled, or None where there is none, as on a Unix socket."""
    return _readable(request.META.get("REMOTE_ADDR", ""))


def _readable(text: str) -> str | None:
    """An IPv4 or IPv6 address in its usual form, without the port or brackets that some proxies add."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        return str(ip_address(text.partition("%")[0]))
    except ValueError:
        return None
