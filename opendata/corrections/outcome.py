"""What became of a file of corrections: per row what was set right, what was refused and why, what was left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Change:
    """A field that a row sets right, in words: the heading of its column, what it was, what it will be."""

    heading: str
    was: str
    now: str


@dataclass
class Row:
    """A row of the file that says other than the record. It is taken whole, or refused whole.

    `refused` says why nothing of it is taken; `left_out` names columns that were changed and cannot be corrected here.
    """

    line: int
    record: str
    changes: list[Change] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


@dataclass
class Outcome:
    """`title` is the list's; `strange` are headings that were not understood; `notices` tell how cells were read."""

    title: str
    strange: tuple[str, ...] = ()
    notices: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    read: int = 0

    @property
    def tally(self) -> Counter[str]:
        """How many rows were read, are unchanged, are set right and are refused, and how many cells."""
        taken = [row for row in self.rows if row.changes and not row.refused]
        refused = [row for row in self.rows if row.refused]
        return Counter(
            read=self.read,
            unchanged=self.read - len(taken) - len(refused),
            taken=len(taken),
            cells=sum(len(row.changes) for row in taken),
            refused=len(refused),
            left_out=sum(bool(row.left_out) for row in self.rows),
        )

    @property
    def complete(self) -> bool:
        """Whether nothing that the file asks for was refused or left out."""
        return not any(row.refused or row.left_out for row in self.rows)


def add(rows: list[Row], row: Row) -> None:
    """Keeps a row that there is something to say of."""
    if row.changes or row.refused or row.left_out:
        rows.append(row)
