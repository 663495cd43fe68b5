"""An export: the rows of a list as its filters keep them, in its order, some hundred at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from django.utils.translation import override

from opendata.files.columns import Column
from opendata.files.edition import Edition
from opendata.files.tables import Table
from people.facets import FacetedFilterSet

AT_ONCE = 500


@dataclass(frozen=True)
class Export:
    """The rows that `filters` keep, as `table` has them, for `edition`, in the language with the code `language`.

    What is made of it later, while it is sent, must be made in that language: `chunks` and `columns` see to it.
    """

    table: Table
    filters: FacetedFilterSet
    edition: Edition
    language: str
    address: str  # of the list's page with its filters

    @cached_property
    def columns(self) -> list[Column]:
        """The columns, with their labels."""
        with override(self.language):
            return self.table.columns(self.edition)

    def chunks(self) -> Iterator[list[Any]]:
        """The records, with all that columns need, in lists of at most `AT_ONCE`."""
        rows = self.table.read(self.filters, AT_ONCE)
        while chunk := list(islice(rows, AT_ONCE)):
            self.table.describe(chunk)
            yield chunk
