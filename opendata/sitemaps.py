"""What search engines are told to read of the open data: its pages."""

from __future__ import annotations

from people.sitemaps import Sitemaps, in_every_language


def sitemaps() -> Sitemaps:
    """Those of this part of the site."""
    return dict(in_every_language({"open-data": ("opendata:open_data", "opendata:api")}, {}))
