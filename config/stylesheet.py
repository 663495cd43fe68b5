"""All style sheets of the public pages as one file: a first visit waits for one answer instead of for seven.

`{% static "css/site.css" %}` is the parts one behind the other. It is written whenever it is asked for and a part has
changed, while developing as well as by collectstatic, so there is nothing to build by hand and nothing to keep.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
# In this order: a later part may take back what an earlier one says of the same element.
PARTS = (
    "vendor/be-vietnam-pro/fonts.css",
    *(
        f"css/{part}.css"
        for part in (
            "tokens",
            "page",
            "lists",
            "records",
            "suggest",
            "front",
            "provinces",
            "charts",
            "life",
            "people",
            "comparison",
            "ledger",
            "prose",
            "take-away",
            "english",
            "follow",
        )
    ),
)
_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)  # but for licences, which begin with /*!
_BLANKS = re.compile(r"\s*\n\s*")
ADDRESS = re.compile(r'url\("(?!data:|/|#)([^"]+)"\)')


def joined(folder: Path, parts: Iterable[str] = PARTS, name: str = NAME) -> str:
    """The parts as one style sheet that lies at `name`: what each refers to is found from there."""

    def moved(part: str) -> str:
        text = (folder / part).read_text(encoding="utf-8")
        home = posixpath.dirname(part)

        def seen_from_name(found: re.Match[str]) -> str:
            return f'url("{posixpath.relpath(posixpath.join(home, found[1]), posixpath.dirname(name))}")'

        return ADDRESS.sub(seen_from_name, text)

    return "\n".join(lean(moved(part)) for part in parts)


def lean(css: str) -> str:
    """A style sheet without what only its writers read: comments, empty lines, indentation."""
    return _BLANKS.sub("\n", _COMMENT.sub("", css)).strip()


class StylesheetFinder(BaseFinder):
    """Offers the joined style sheet to `static`, to collectstatic and to the development server."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        self.source = settings.BASE_DIR / "static"
        self.storage = FileSystemStorage(location=settings.BASE_DIR / "var/joined")

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def _written(self) -> Path:
        """The file, made anew if a part says something else by now."""
        file, text = Path(self.storage.path(NAME)), joined(self.source)
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            # Whoever reads meanwhile reads the old one; of two who write at once, both write the same.
            with NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, suffix=".css", delete=False) as draft:
                draft.write(text)
            Path(draft.name).chmod(0o644)
            Path(draft.name).replace(file)
        return file

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path != NAME:
            return []
        file = str(self._written())
        return [file] if find_all else file

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        self._written()
        yield NAME, self.storage
