"""The key that a phone and the site share: made, shown as a picture and as text, and codes as people type them."""

from __future__ import annotations

from base64 import b32encode
from urllib.parse import quote, urlencode

import segno
from django_otp.util import random_hex

ISSUER = "Việc Tỉnh"
# A phone's clock may be half a minute off.
STEPS_OFF = 1


def new_key() -> str:
    """160 random bits, hexadecimal."""
    return str(random_hex(20))


def spelled(key: str) -> str:
    """The key as it is typed into a phone: base 32 in groups of four."""
    return grouped(_base32(key))


def picture(key: str, username: str) -> str:
    """The QR code that an authenticator application reads, as the address of an SVG image (`data:`)."""
    label = quote(f"{ISSUER}:{username}")
    query = urlencode({"secret": _base32(key), "issuer": ISSUER}, quote_via=quote)
    code = segno.make(f"otpauth://totp/{label}?{query}", error="m", micro=False)
    # Black on white with its quiet zone, whatever the theme: many phones read nothing else.
    return code.svg_data_uri(scale=4, border=4, light="#fff", nl=False)


def grouped(code: str) -> str:
    """Easier to read and to type: `abcdefgh` as `abcd efgh`."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def plain(text: str) -> str:
    """A code as it was typed, without the spaces and hyphens that people put in, in lower case."""
    return "".join(text.split()).replace("-", "").lower()


def _base32(key: str) -> str:
    return b32encode(bytes.fromhex(key)).decode()
