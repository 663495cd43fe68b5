"""A feed as Atom (RFC 4287): permanent identifiers, the author's words, where they were printed, further pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from opendata import licence
from opendata.feeds.entries import Entry

# What XML 1.0 cannot hold, escaped or not.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SITE = "Việc Tỉnh"


class Atom(Atom1Feed):
    """Django's Atom feed with a licence, further pages (RFC 5005), and entries with `content` and `sources`."""

    def add_root_elements(self, handler: Any) -> None:
        """The feed's own elements."""
        super().add_root_elements(handler)
        for rel, address in self.feed["links"].items():
            handler.addQuickElement("link", "", {"rel": rel, "href": address})
        handler.addQuickElement("icon", self.feed["icon"])
        handler.addQuickElement("generator", SITE, {"uri": self.feed["site"]})

    def latest_post_date(self) -> datetime:
        """When an entry changed last; what has no entry never did."""
        return max((item["updateddate"] for item in self.items), default=self.feed["never"])

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """An entry's elements."""
        super().add_item_elements(handler, item)
        kind, label = item["kind"]
        handler.addQuickElement("category", "", {"term": kind, "label": label})
        for source in item["sources"]:
            handler.addQuickElement("link", "", {"rel": "via", "href": source.address, "title": clean(source.title)})
        handler.addQuickElement("content", item["content"], {"type": "html"})


def atom(
    title: str,
    address: str,
    page: str,
    entries: Iterable[Entry],
    *,
    site: str,
    icon: str,
    further: str = "",
    identifier: str = "",
) -> tuple[bytes, datetime]:
    """The document, and when what it tells changed last. All addresses are absolute; `further` is that of more.

    `identifier` is the feed's, which all its pages share; the address where it is not given.
    """
    feed = Atom(
        title=clean(f"{title} · {SITE}"),
        link=page,
        description="",
        language=get_language(),
        author_name=SITE,
        author_link=site,
        feed_url=address,
        feed_guid=identifier or address,
        feed_copyright=f"{licence.NAME}. {licence.RESERVE}",
        links={"license": licence.ADDRESS, **({"next": further} if further else {})},
        site=site,
        icon=icon,
        never=datetime(2026, 1, 1, tzinfo=UTC),
    )
    for entry in entries:
        feed.add_item(
            title=clean(entry.title),
            link=entry.page,
            description=None,  # type: ignore[arg-type]  # the whole content stands beside it
            pubdate=entry.known,
            updateddate=entry.updated,
            unique_id=entry.identifier,
            content=clean(entry.content),
            kind=(entry.kind, entry.label),
            sources=entry.sources,
        )
    return feed.writeString("utf-8").encode(), feed.latest_post_date()


def clean(text: str) -> str:
    """The text without characters that XML has no place for."""
    return _NO_XML.sub("", text)
