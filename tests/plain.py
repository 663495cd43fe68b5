"""What a reader sees of a page."""

from __future__ import annotations

import re
from html import unescape


def plain(markup: str) -> str:
    """The words of a page, single blanks between them; what only machines read is left out."""
    read = re.sub(r"<script.*?</script>", " ", markup, flags=re.DOTALL)
    read = re.sub(r'<span class="nowrap">(.*?)</span>', r"\1", read)  # within a word or beside a quotation mark
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", read)).split())
