"""What a reading did to the records: how many were made, changed, left, kept because a person spoke, and withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass
class Tally:
    """Counts of records. `kept` are those that a person made, corrected, confirmed or rejected."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0
    withdrawn: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def changes(self) -> int:
        """How many records are other than before."""
        return self.created + self.updated + self.withdrawn
