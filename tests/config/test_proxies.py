"""Whose request it is: nobody says so himself, unless a proxy of one's own is known to stand in between."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings

from config.proxies import ClientAddressMiddleware, client_address


def seen(forwarded: str | None, remote: str = "127.0.0.1") -> str | None:
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=remote)
    ClientAddressMiddleware(lambda request: HttpResponse())(request)
    return client_address(request)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, None, "127.0.0.1"),
        (0, "203.0.113.9", "127.0.0.1"),
        (1, None, "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.2.3.4, 203.0.113.9", "203.0.113.9"),  # the first is what the client wrote
        (2, "1.2.3.4, 203.0.113.9, 10.0.0.7", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),  # fewer than there should be
        (1, "203.0.113.9:5123", "203.0.113.9"),
        (1, "[2001:DB8::1]:5123", "2001:db8::1"),
        (1, "fe80::1%eth0", "fe80::1"),
        (1, "unknown", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "1.2.3.4, <script>", "127.0.0.1"),
    ],
)
def test_only_what_ones_own_proxies_wrote_is_believed(proxies: int, forwarded: str | None, expected: str) -> None:
    with override_settings(PROXIES=proxies):
        assert seen(forwarded) == expected


def test_no_address_is_none() -> None:
    assert seen(None, remote="") is None
