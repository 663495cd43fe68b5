"""What a release is made of: tables of typed columns, whatever they are read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

Row = tuple[Any, ...]
AT_ONCE = 2_000  # rows in memory


class Type(StrEnum):
    """What a column holds, by the names of Frictionless Table Schema.

    Numbers are decimals, moments have a zone; a list is a list of texts.
    """

    INTEGER = "integer"
    NUMBER = "number"
    TEXT = "string"
    DAY = "date"
    MOMENT = "datetime"
    TRUTH = "boolean"
    LIST = "list"


@dataclass(frozen=True)
class Column:
    """A column, what it is called and means in the language in use, and the table whose `id` it holds, if any."""

    name: str
    type: Type
    label: Any
    description: Any = ""
    references: str = ""
    codes: tuple[tuple[str, Any], ...] = ()  # the values it may have, each with its words


@dataclass(frozen=True)
class Table:
    """Rows of one kind in the order of `id`, which is the first column; `rows` gives them in batches, flat in memory.

    `named_by` is the column that stands for a row wherever another refers to it; `facets` are columns with few values,
    `searched` those whose words are found with or without accents; `newest_by` is the column that sorts newest first.
    """

    name: str
    label: Any
    description: Any
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[list[Row]]]
    count: Callable[[], int] = lambda: 0  # roughly how many rows there will be, for the progress bar
    named_by: str = ""
    facets: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    newest_by: str = ""

    def __post_init__(self) -> None:
        named = {*self.facets, *self.searched, *filter(None, (self.named_by, self.newest_by))}
        if strange := named - {column.name for column in self.columns}:
            raise ValueError(f"{self.name} has no column {min(strange)}")

    def refers(self) -> Iterator[Column]:
        """The columns that hold keys of tables."""
        return (column for column in self.columns if column.references)


def in_batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The rows, `AT_ONCE` at a time."""
    more = iter(rows)
    while some := list(islice(more, AT_ONCE)):
        yield some
