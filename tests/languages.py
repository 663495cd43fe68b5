"""Which words, dates and numbers of a page are of another language than it says, heads and data blocks included."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from people.english import has_marks

VOID = {"meta", "link", "input", "img", "br", "hr", "path", "rect", "circle", "line", "use", "polyline", "polygon"}
SPOKEN = ("aria-label", "alt", "title", "placeholder", "data-label")
# What is read of a page by those who do not see it: its name and what it tells of itself.
TOLD = {"description", "og:title", "og:description", "og:image:alt"}

_QUOTED = re.compile(r"“[^“”]*”")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FOREIGN = {
    # 05/03/2026 and 1,5 are written 5 March 2026 and 1.5 on English pages.
    "en": re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b|(?<![\d.,])\d+,\d{1,2}\b(?![.,]?\d)"),
    "vi": re.compile(rf"\b(?:\d{{1,2}}\s)?(?:{_MONTHS})\s\d{{4}}\b|(?<![\d.,])\d+\.\d{{1,2}}\s?%"),
}
_ENGLISH = re.compile(r"(?i)(?<![\w-])(?:the|of|and|with|is|are|was|were|not|from|which|that|this)(?![\w-])")


class _Words(HTMLParser):
    """The words of a page, each with its element and its language."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.said: list[tuple[str, str, str]] = []  # where, in which language, what
        self.told: list[tuple[str, str]] = []  # the page's name and description, and what names parts of pictures
        self.data: list[Any] = []
        self.names: set[str] = set()  # what stands by itself in an element that says that it is Vietnamese
        self._naming: tuple[int, str] | None = None
        self._last = ""

    @property
    def language(self) -> str:
        return self.open[-1][1] if self.open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        language = values.get("lang") or self.language
        self.said += [(f"{tag} {name}", language, values[name]) for name in SPOKEN if name in values]
        if tag == "meta" and {values.get("name"), values.get("property")} & TOLD:
            self.told.append((values.get("name") or values["property"], values["content"]))
        if tag in VOID:
            return
        self.open.append((tag, language))
        is_name = values.get("lang") == "vi" and tag != "q" and "original" not in values.get("class", "")
        if is_name and self._naming is None and not self._last.endswith("“"):
            self._naming = (len(self.open), "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Holds no words."""
        if tag == "meta":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        if self._naming and len(self.open) < self._naming[0]:
            self.names.add(" ".join(self._naming[1].split()))
            self._naming = None

    def handle_data(self, data: str) -> None:
        tag, language = self.open[-1] if self.open else ("", "")
        self._last = data.rstrip() or self._last
        if tag == "script":
            self.data.append(json.loads(data))
        elif tag == "title" and language != "vi":
            self.told.append((tag, data))
        elif tag != "style" and data.strip():
            self.said.append((tag, language, data))
        if self._naming:
            self._naming = (self._naming[0], self._naming[1] + data)


def _read(page: str) -> _Words:
    words = _Words()
    words.feed(page)
    words.close()
    return words


def _strings(thing: Any, path: str = "data") -> Iterator[tuple[str, str]]:
    """The words of a data block that do not say that they are Vietnamese."""
    if isinstance(thing, list):
        for each in thing:
            yield from _strings(each, path)
    elif isinstance(thing, dict):
        if "vi" not in (thing.get("@language"), thing.get("inLanguage")):
            for name, value in thing.items():
                yield from _strings(value, f"{path}.{name}")
    elif isinstance(thing, str):
        yield path, thing


def _without_names(text: str, names: set[str]) -> str:
    """The text without quotations, and without what the page itself marks as a Vietnamese name."""
    text = " ".join(text.split())
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return _QUOTED.sub("", text)


def vietnamese_names(page: str) -> set[str]:
    """What an English page marks as Vietnamese, each by itself, that is neither quoted nor a second line."""
    return _read(page).names


def is_english(text: str, names: set[str]) -> bool:
    """Whether words that no element can mark have nothing Vietnamese but quotations and those names."""
    return not has_marks(_without_names(text, names))


def unmarked_vietnamese(page: str) -> list[str]:
    """What stands in Vietnamese outside elements with lang="vi", in words and in what is read aloud.

    In the page's name and description, in those of parts of pictures and in data blocks, where no element can say so,
    Vietnamese may only be a quotation in “ ” or a name that the page marks elsewhere.
    """
    words = _read(page)
    found = [
        f"{where}: {' '.join(text.split())}" for where, lang, text in words.said if lang != "vi" and has_marks(text)
    ]
    told = [*words.told, *(pair for block in words.data for pair in _strings(block))]
    return found + [f"{where}: {text}" for where, text in told if not is_english(text, words.names)]


def foreign_forms(page: str, language: str) -> list[str]:
    """Dates and numbers in the form of the other language, outside what says that it is in that one."""
    words = _read(page)
    told = [text for where, said_in, text in words.said if said_in == language]
    return [text.strip() for text in told if _FOREIGN[language].search(text)]


def unmarked_english(page: str) -> list[str]:
    """What a Vietnamese page says in English without saying so."""
    words = _read(page)
    said = [(where, text) for where, lang, text in words.said if lang != "en"]
    return [f"{where}: {text.strip()}" for where, text in [*said, *words.told] if _ENGLISH.search(text)]
