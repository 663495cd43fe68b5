"""A database of an earlier state, with rows in all its tables, is brought up to date; what is lost is seen."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from bench.drills.filling import fill
from bench.drills.upgrades import OURS, compared, rows

EARLIER = [("meetings", "0012_lean_indexes"), ("people", "0011_data_changes"), ("opendata", None)]


@pytest.mark.django_db(transaction=True)
def test_no_row_and_no_value_of_an_earlier_state_is_lost() -> None:
    try:
        MigrationExecutor(connection).migrate(EARLIER)
        loader = MigrationLoader(connection)
        state = loader.project_state(list(loader.applied_migrations))  # `migrate` tells of what it took back, too
        made, empty = fill(state.apps, set(OURS))
        before = rows(state.apps)
        assert "opendata_tombstone" not in connection.introspection.table_names()
    finally:
        call_command("migrate", verbosity=0)
    after = rows(None)
    assert compared(before, after) == ([], [])
    assert (made > 80, empty) == (True, [])
    key = next(iter(before["meetings_directive"]))
    del after["meetings_directive"][key]
    after["people_official"] = {pk: {**row, "name": "'X'"} for pk, row in after["people_official"].items()}
    lost, changed = compared(before, after)
    assert lost == [f"meetings_directive {key}"]
    assert len(changed) == len(before["people_official"])
