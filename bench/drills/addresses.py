"""Addresses of all kinds of public pages, as they are found on the site itself."""

from __future__ import annotations

import html
import random
import re
from urllib.parse import quote

from bench.drills.servers import status

LISTS = ("/cuoc-hop/", "/nhiem-vu/", "/chi-tieu/", "/can-bo/", "/co-quan/", "/van-ban/", "/bai-viet/")
_LINK = re.compile(r'href="([/?][^"#]*)"')
_WORDS = ("kế hoạch", "ngan sach", "giải ngân vốn đầu tư công", "Nguyễn Văn", "so tai chinh", "57-NQ/TW", "đất đai")


def addresses(site: str, seed: int = 1) -> dict[str, list[str]]:
    """By kind of page, what there is to be asked for."""
    chance = random.Random(seed)
    found: dict[str, list[str]] = {kind: [] for kind in ("list", "filtered list", "record", "file", "feed", "api")}
    for page in LISTS:
        found["list"] += [page, f"{page}?page={chance.randint(2, 40)}"]
        links = _links(site, page)
        one = [link for link in links if link.startswith(f"{page}?") and "page=" not in link][:30]
        found["filtered list"] += one
        for link in chance.sample(one, min(6, len(one))):  # and a filter upon it
            more = [other for other in _links(site, link) if other.startswith(f"{page}?") and other.count("=") > 1]
            found["filtered list"] += more[:8]
            # Whole lists are taken away by few; what is chosen, of a year or a province, is taken by many.
            chosen = [other for other in more if re.search(r"[?&](year|since|province)=", other)]
            chosen = [other for other in chosen if not re.search(r"[?&](page|order|view)=", other)]
            found["file"] += [other.replace("/?", "/danh-sach.csv?") for other in chosen[-2:]]
        found["record"] += [link for link in links if re.match(rf"{re.escape(page)}\d+-", link)]
        found["feed"] += [link for link in links if re.search(r"\.(atom|ics)(\?|$)", link)][:2]
    found["search"] = [f"/tim-kiem/?q={quote(word)}" for word in _WORDS]
    found["search"] += [f"{page}?q={quote(word)}" for page in LISTS for word in _WORDS[:3]]
    kinds = ("meetings", "directives", "targets", "officials", "organizations")
    found["api"] = [f"/api/v1/{kind}{asked}" for kind in kinds for asked in ("", "?limit=5")]
    found["other"] = ["/", "/tinh-thanh/", "/phuong-phap/", "/tu-dien/", "/en/", "/en/meetings/", "/en/officials/"]
    return {kind: list(dict.fromkeys(pages)) for kind, pages in found.items()}


def _links(site: str, page: str) -> list[str]:
    """The addresses on the site that a page leads to, those of the page itself in full."""
    path = page.partition("?")[0]
    links = (html.unescape(link) for link in _LINK.findall(status(site + page, 120)[2]))
    return [path + link if link.startswith("?") else link for link in links]
