"""Tables name only columns that they have: SQLite would take another name for words."""

import pytest

from opendata.releases.tables import Column, Table, Type, in_batches


@pytest.mark.parametrize("role", ["named_by", "newest_by", "facets", "searched"])
def test_a_column_that_is_not_there(role: str) -> None:
    values = {role: "year" if role.endswith("by") else ("year",)}
    with pytest.raises(ValueError, match="meetings has no column year"):
        Table("meetings", "", "", (Column("id", Type.INTEGER, ""),), lambda: iter([]), **values)  # type: ignore[arg-type]


def test_batches_keep_order_and_miss_nothing() -> None:
    batches = list(in_batches(range(4_500)))
    assert [len(batch) for batch in batches] == [2_000, 2_000, 500]
    assert [number for batch in batches for number in batch] == list(range(4_500))
    assert list(in_batches([])) == []
