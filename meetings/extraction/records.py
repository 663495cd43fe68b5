"""Frozen dataclasses that are made as fast as others: what a text's readings are held in, hundreds of them a page.

A frozen dataclass sets each field by way of `object`, which takes three times as long. Here the type checker alone
keeps records from being changed, and they are equal and hashed by their fields all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, slots: bool, eq: bool = True) -> Any:
        """As `dataclasses.dataclass`, whose name it bears so that the type checker knows it."""
        return dataclasses.dataclass(slots=slots, eq=eq, unsafe_hash=frozen and eq)


__all__ = ["dataclass"]
