"""Which files to load: those named, and the texts in the folders named, each with what its curator's list says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from meetings.loading.curators import LIST_NAME, CuratorList, Known, read_list
from meetings.loading.failures import Failure
from people.register import ProvinceRegister


@dataclass(frozen=True, slots=True)
class Source:
    """A text to load. `known` is None where its folder's list cannot be used: then what was known before stays."""

    path: Path
    name: str
    known: Known | None
    wrong: tuple[Failure, ...] = ()


def find_sources(paths: Iterable[Path], register: ProvinceRegister) -> tuple[list[Source], list[Failure]]:
    """The texts under `paths`, sorted within each folder, and what is wrong with the paths and the lists."""
    paths = list(paths)
    sources: dict[str, Source] = {}
    failures: list[Failure] = []
    lists: dict[Path, CuratorList] = {}
    for path in _texts(paths, failures):
        folder = path.parent
        if folder not in lists:
            lists[folder] = read_list(folder, register)
            failures += lists[folder].failures
        name = unicodedata.normalize("NFC", path.name)
        if name in sources:
            same = sources[name].path.resolve() == path.resolve()
            message = _("is listed twice") if same else _("has the name of %(other)s: rename one of the two")
            failures.append(Failure(path, message % {"other": sources[name].path}))
            continue
        own = lists[folder]
        known = own.known.get(name, Known(0)) if own.usable else None
        sources[name] = Source(path, name, known, tuple(own.wrong.get(name, ())))
    for folder in dict.fromkeys(path for path in paths if path.is_dir()):
        failures += _missing(folder, lists, register)
    return list(sources.values()), failures


def _texts(paths: Iterable[Path], failures: list[Failure]) -> Iterator[Path]:
    """Each file named, and each text in the folders named."""
    for path in paths:
        if path.is_dir():
            texts = sorted(p for p in path.rglob("*") if p.suffix.lower() == ".txt" and _is_open(p, path))
            if not texts:
                failures.append(Failure(path, _("there is no .txt file in this folder")))
            yield from texts
        elif path.name == LIST_NAME:
            failures.append(Failure(path, _("is a list of texts: name its folder instead")))
        elif not path.exists():
            failures.append(Failure(path, _("there is no such file or folder")))
        else:
            yield path


def _is_open(file: Path, folder: Path) -> bool:
    """Whether to load what was found: also a link that leads nowhere, which is then said to be unreadable."""
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return (file.is_file() or file.is_symlink()) and not hidden


def _missing(folder: Path, lists: dict[Path, CuratorList], register: ProvinceRegister) -> Iterator[Failure]:
    """Files that the lists in and under `folder` name and that are not there."""
    for place in sorted({folder, *(path for path in lists if folder in path.parents)}):
        own = lists.get(place) or read_list(place, register)
        if place not in lists:
            yield from own.failures
        there = {unicodedata.normalize("NFC", path.name) for path in place.iterdir()}
        for name, line in own.files().items():
            if name not in there:
                message = _("“%(name)s” is listed, but there is no such file in this folder")
                yield Failure(own.path, message % {"name": name}, line)
