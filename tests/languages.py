"""Which words of a page are Vietnamese without being told to be."""

from __future__ import annotations

from html.parser import HTMLParser

from people.english import has_marks

VOID = {"meta", "link", "input", "img", "br", "hr", "path", "rect", "circle", "line", "use", "polyline", "polygon"}
UNSEEN = {"script", "style", "title"}  # the title of a page holds no element that could tell
SPOKEN = ("aria-label", "alt", "title", "placeholder", "data-label")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[str] = []

    @property
    def language(self) -> str:
        return self.open[-1][1] if self.open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        language = values.get("lang") or self.language
        for name in SPOKEN:
            if language != "vi" and has_marks(values.get(name) or ""):
                self.found.append(f"{tag} {name}={values[name]}")
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Holds no words."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self.open}
        if self.language != "vi" and not inside & UNSEEN and has_marks(data):
            self.found.append(f"{self.open[-1][0] if self.open else ''}: {' '.join(data.split())}")


def unmarked_vietnamese(page: str) -> list[str]:
    """What stands in Vietnamese outside elements with lang="vi", and what is read aloud of such."""
    words = _Words()
    words.feed(page)
    return words.found
