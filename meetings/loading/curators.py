"""`articles.csv`: what a curator knows of the texts in the same folder, checked cell by cell."""

from __future__ import annotations

import csv
import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Field
from django.utils.translation import gettext as _

from meetings.extraction.document import DocumentError, read_document
from meetings.loading.failures import Failure, unreadable
from meetings.models import Article
from people.models import Province
from people.register import ProvinceRegister

LIST_NAME = "articles.csv"
COLUMNS = ("file", "url", "publisher", "reported_on", "province", "title")
_check_url = URLValidator(schemes=("http", "https"))


@dataclass(frozen=True, slots=True)
class Known:
    """What a curator knows of one text; empty where he knows nothing."""

    line: int
    title: str = ""
    publisher: str = ""
    url: str = ""
    reported_on: datetime.date | None = None
    province: Province | None = None


@dataclass
class CuratorList:
    """The list of a folder. `usable` is False where it is there but cannot be understood at all."""

    path: Path
    usable: bool = True
    known: dict[str, Known] = field(default_factory=dict)
    wrong: dict[str, list[Failure]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def files(self) -> dict[str, int]:
        """The names of all files listed, with the line on which each stands first."""
        lines = {name: known.line for name, known in self.known.items()}
        return lines | {name: failures[0].line or 0 for name, failures in self.wrong.items() if name not in lines}


def read_list(folder: Path, register: ProvinceRegister) -> CuratorList:
    """The list in `folder`, empty where there is none. Commas, semicolons or tabs divide the cells, as Excel writes.

    Dates are `2025-11-04` or `4/11/2025`, the day first. `wrong` has, by file, what is wrong with its rows.
    """
    found = CuratorList(folder / LIST_NAME)
    if not found.path.exists():
        return found
    try:
        text = read_document(found.path).text
    except DocumentError as error:
        found.failures.append(unreadable(found.path, error))
        found.usable = False
        return found
    try:
        for line, cells in _rows(text, found):
            _take(line, cells, found, register)
    except csv.Error as error:
        message = _("the list breaks off or has a stray quotation mark (%(why)s)")
        found.failures.append(Failure(found.path, message % {"why": error}, text.count("\n") + 1))
        found.usable = False
    return found


def _rows(text: str, found: CuratorList) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with something in them: number of the first line, cells by column; "" has what no column is for."""
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    columns = [cell.strip().lower() for cell in next(reader, [])]
    missing = [name for name in COLUMNS if name not in columns]
    if missing:
        message = _("columns are missing: %(names)s; the first line must name %(all)s")
        names = {"names": ", ".join(missing), "all": ",".join(COLUMNS)}
        found.failures.append(Failure(found.path, message % names, line=1))
        found.usable = False
        return
    line = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            padded = [*cells, *[""] * len(columns)]
            surplus = "".join(cells[len(columns) :]).strip()
            yield line, {"": surplus} | {name: padded[columns.index(name)].strip() for name in COLUMNS}
        line = reader.line_num + 1


def _take(line: int, cells: dict[str, str], found: CuratorList, register: ProvinceRegister) -> None:
    name = unicodedata.normalize("NFC", cells["file"])
    if not name:
        found.failures.append(Failure(found.path, _("no file is named: fill in the column “file”"), line))
        return
    wrong = list(_complaints(line, name, cells, found))
    day, province = _day(cells["reported_on"]), register.find(cells["province"]) if cells["province"] else None
    if cells["reported_on"] and day is None:
        message = _("“%(date)s” is no date: write it as 2025-11-04")
        wrong.append(Failure(found.path, message % {"date": cells["reported_on"]}, line))
    if cells["province"] and province is None:
        message = _("“%(name)s” is no province of Vietnam, of before or after July 2025")
        wrong.append(Failure(found.path, message % {"name": cells["province"]}, line))
    if wrong:
        found.wrong.setdefault(name, []).extend(wrong)
    elif name not in found.wrong:
        province = register.on(province, day) if province else None
        found.known[name] = Known(line, cells["title"], cells["publisher"], cells["url"], day, province)


def _complaints(line: int, name: str, cells: dict[str, str], found: CuratorList) -> Iterator[Failure]:
    if name in found.files():
        message = _("“%(name)s” is listed twice, first on line %(line)s")
        yield Failure(found.path, message % {"name": name, "line": found.files()[name]}, line)
    if cells[""]:
        message = _("“%(cell)s” stands behind the last column: put text with commas in quotation marks")
        yield Failure(found.path, message % {"cell": cells[""]}, line)
    if "/" in name or "\\" in name:
        message = _("“%(name)s” is in another folder: list it in an articles.csv of that folder")
        yield Failure(found.path, message % {"name": name}, line)
    if cells["url"]:
        try:
            _check_url(cells["url"])
        except ValidationError:
            message = _("“%(url)s” is no web address: it begins with https:// or http://")
            yield Failure(found.path, message % {"url": cells["url"]}, line)
    for column in ("url", "publisher", "title"):
        longest = cast("Field[Any, Any]", Article._meta.get_field(column)).max_length
        if longest and len(cells[column]) > longest:
            message = _("the column “%(column)s” has %(count)s characters, at most %(longest)s are kept")
            yield Failure(
                found.path, message % {"column": column, "count": len(cells[column]), "longest": longest}, line
            )


def _day(cell: str) -> datetime.date | None:
    """The day of `2025-11-04` or `4/11/2025`; None for anything else."""
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", cell)
    vietnamese = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", cell)
    parts = iso.groups() if iso else vietnamese.groups()[::-1] if vietnamese else None
    try:
        return datetime.date(*map(int, parts)) if parts else None
    except ValueError:
        return None
