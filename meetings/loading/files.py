"""Which files to load: those named, and the texts in the folders named, each with what its curator's list says."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from django.utils.translation import gettext as _

from meetings.loading.curators import LIST_NAME, CuratorList, Known, read_list
from meetings.loading.failures import Failure
from people.register import ProvinceRegister

# Of so many folders the lists are kept at a time; a walk comes back to a folder from those within it.
_LISTS = 20


@dataclass(frozen=True, slots=True)
class Source:
    """A text to load. `known` is None where its folder's list cannot be used: then what was known before stays."""

    path: Path
    name: str
    known: Known | None
    wrong: tuple[Failure, ...] = ()

    @property
    def province(self) -> str:
        """The province that the list tells, empty where it tells none."""
        return self.known.province.slug if self.known is not None and self.known.province is not None else ""


def find_sources(paths: Iterable[Path], register: ProvinceRegister) -> Iterator[Source | Failure]:
    """The texts under `paths`, sorted within each folder, and what is wrong with the paths and the lists.

    They are found as they are asked for: what is kept in memory is one folder's names, and 8 bytes of each name.
    """
    paths = list(paths)
    lists = _Lists(register)
    names: set[bytes] = set()
    for path in _texts(paths):
        if isinstance(path, Failure):
            yield path
            continue
        own = lists.of(path.parent)
        yield from lists.told()
        name = unicodedata.normalize("NFC", path.name)
        mark = blake2b(name.encode(), digest_size=8).digest()
        if mark in names and (other := _earlier(paths, name, path)):
            same = other.resolve() == path.resolve()
            message = _("is listed twice") if same else _("has the name of %(other)s: rename one of the two")
            yield Failure(path, message % {"other": other})
            continue
        names.add(mark)
        known = own.known.get(name, Known(0)) if own.usable else None
        yield Source(path, name, known, tuple(own.wrong.get(name, ())))
    for folder in dict.fromkeys(path for path in paths if path.is_dir()):
        yield from _missing(folder, lists)


def count_texts(paths: Iterable[Path]) -> int:
    """How many texts there are under `paths`, those that cannot be read among them."""
    return sum(not isinstance(path, Failure) for path in _texts(paths))


class _Lists:
    """The curators' lists of the last folders."""

    def __init__(self, register: ProvinceRegister) -> None:
        self._register = register
        self._read: dict[Path, CuratorList] = {}
        self._told: list[Failure] = []
        self.folders: set[Path] = set()

    def of(self, folder: Path) -> CuratorList:
        """The list of a folder."""
        if folder not in self._read:
            if len(self._read) >= _LISTS:
                del self._read[next(iter(self._read))]
            self._read[folder] = read_list(folder, self._register)
            if folder not in self.folders:
                self._told += self._read[folder].failures
                self.folders.add(folder)
        return self._read[folder]

    def told(self) -> Iterator[Failure]:
        """What is wrong with the lists that were read since the last time."""
        while self._told:
            yield self._told.pop(0)


def _earlier(paths: Iterable[Path], name: str, path: Path) -> Path | None:
    """The text of that name before `path`."""
    for other in _texts(paths):
        if other is path or other == path:
            break
        if not isinstance(other, Failure) and unicodedata.normalize("NFC", other.name) == name:
            return other
    return path if _times(paths, path) > 1 else None


def _times(paths: Iterable[Path], path: Path) -> int:
    return sum(other == path for other in _texts(paths))


def _texts(paths: Iterable[Path]) -> Iterator[Path | Failure]:
    """Each file named, and each text in the folders named."""
    for path in paths:
        if path.is_dir():
            found = False
            for text in _texts_in(path):
                found = True
                yield text
            if not found:
                yield Failure(path, _("there is no .txt file in this folder"))
        elif path.name == LIST_NAME:
            yield Failure(path, _("is a list of texts: name its folder instead"))
        elif not path.exists():
            yield Failure(path, _("there is no such file or folder"))
        else:
            yield path


def _texts_in(folder: Path) -> Iterator[Path]:
    """The texts in a folder and in those within it, by name; also a link that leads nowhere, which is unreadable."""
    with os.scandir(folder) as entries:
        shown = sorted(
            (entry.name, entry.is_dir(follow_symlinks=False))
            for entry in entries
            if not entry.name.startswith(".")
            and (entry.is_dir(follow_symlinks=False) or (entry.name.lower().endswith(".txt") and _is_open(entry)))
        )
    for name, is_folder in shown:
        if is_folder:
            yield from _texts_in(folder / name)
        else:
            yield folder / name


def _is_open(entry: os.DirEntry[str]) -> bool:
    return entry.is_file() or entry.is_symlink()


def _missing(folder: Path, lists: _Lists) -> Iterator[Failure]:
    """Files that the lists in and under `folder` name and that are not there."""
    for place in sorted({folder, *(path for path in lists.folders if folder in path.parents)}):
        own = lists.of(place)
        yield from lists.told()
        there = {unicodedata.normalize("NFC", name) for name in (path.name for path in place.iterdir())}
        for name, line in own.files().items():
            if name not in there:
                message = _("“%(name)s” is listed, but there is no such file in this folder")
                yield Failure(own.path, message % {"name": name}, line)
