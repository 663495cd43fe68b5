"""The SQLite file: tables whole or not at all, keys that refer, words that are found, bytes that rows alone decide."""

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from opendata.releases.tables import Column, Row, Table, Type
from opendata.releases.writers.sqlite_file import SqliteFile, is_sound, number
from opendata.releases.writers.sqlite_schema import INDEX

KEY = Column("id", Type.INTEGER, "id")
AGENCIES = Table("agencies", "", "", (KEY, Column("name", Type.TEXT, "")), lambda: iter([]), searched=("name",))
TASKS = Table(
    "tasks",
    "",
    "",
    (
        KEY,
        Column("agency_id", Type.INTEGER, "", references="agencies"),
        Column("part", Type.TEXT, "", codes=(("lead", "Chủ trì"),)),
    ),
    lambda: iter([]),
)
ROWS: list[tuple[Table, list[Row]]] = [
    (AGENCIES, [(1, "Sở Đất đai"), (2, "Sở Y tế"), (3, None)]),
    (TASKS, [(1, 2, "lead"), (2, None, None)]),
]


def fill(path: Path, rows: list[tuple[Table, list[Row]]]) -> SqliteFile:
    file = SqliteFile(path)
    for table, some in rows:
        file.begin(table)
        file.write(some)
        file.commit()
    return file


def test_words_are_found_in_every_spelling(tmp_path: Path) -> None:
    with closing(fill(tmp_path / "work", ROWS)) as file:
        file.finish([AGENCIES, TASKS], tmp_path / "made.db")
    with closing(sqlite3.connect(tmp_path / "made.db")) as made:
        for words in ("dat dai", "đất đai", "ĐẤT", "Dat", '"so dat"', '"sở đất"', "đất dai"):
            found = made.execute(f"SELECT rowid FROM agencies{INDEX} WHERE agencies{INDEX} MATCH ?", [words])
            assert found.fetchall() == [(1,)], words


def test_a_key_to_no_row_is_refused(tmp_path: Path) -> None:
    with (
        closing(fill(tmp_path / "work", [ROWS[0], (TASKS, [(3, 99, None)])])) as file,
        pytest.raises(ValueError, match="row 3 of tasks refers to a row of agencies"),
    ):
        file.finish([AGENCIES, TASKS], tmp_path / "made.db")
    assert not (tmp_path / "made.db").exists()


def test_codes_are_explained_and_an_unknown_one_is_called_by_itself(tmp_path: Path) -> None:
    with closing(fill(tmp_path / "work", [ROWS[0], (TASKS, [(3, None, "follow")])])) as file:
        file.finish([AGENCIES, TASKS], tmp_path / "made.db")
    with closing(sqlite3.connect(tmp_path / "made.db")) as made:
        codes = made.execute("SELECT id, vi, en FROM tasks_part_codes ORDER BY id").fetchall()
    assert codes == [("follow", "follow", "follow"), ("lead", "Chủ trì", "Chủ trì")]


def test_the_same_rows_give_the_same_bytes_however_they_came(tmp_path: Path) -> None:
    with closing(fill(tmp_path / "one", ROWS)) as file:
        file.finish([AGENCIES, TASKS], tmp_path / "one.db")
    with closing(fill(tmp_path / "two", ROWS[:1])) as file:
        file.begin(TASKS)
        file.write([(7, 1, "lead")])
        file.rollback()
    with closing(fill(tmp_path / "two", [ROWS[1], ROWS[1]])) as file:
        file.finish([AGENCIES, TASKS], tmp_path / "two.db")
        file.finish([AGENCIES, TASKS], tmp_path / "two.db")
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_what_can_be_gone_on_with_is_told_from_what_cannot(tmp_path: Path) -> None:
    fill(tmp_path / "work", ROWS).close()
    assert is_sound(tmp_path / "work", {"agencies": 3, "tasks": 2})
    assert not is_sound(tmp_path / "work", {"agencies": 4})
    assert not is_sound(tmp_path / "work", {"others": 0})
    (tmp_path / "work").write_bytes((tmp_path / "work").read_bytes()[:-100])
    assert not is_sound(tmp_path / "work", {"agencies": 3})


@pytest.mark.parametrize(
    ("value", "kept"),
    [("26000.000000", 26000), ("7.25", 7.25), ("-0.5", -0.5), ("9007199254740993", 9007199254740992.0)],
)
def test_numbers_are_whole_where_they_can_be(value: str, kept: float) -> None:
    assert number(Decimal(value)) == kept
    assert type(number(Decimal(value))) is type(kept)
