"""The tables' loader: what it accepts, and what it says of a row that it cannot use."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from meetings.extraction import lexicon
from meetings.extraction.lexicon import LexiconError, read_table, table, variants
from meetings.extraction.lexicon.columns import TABLES, columns

FOLDER = Path(lexicon.__file__).parent
HEADER = "head,variants,organization,met_in"


def written(folder: Path, *lines: str, name: str = "title_heads", encoding: str = "utf-8") -> Path:
    path = folder / "lexicon" / f"{name}.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.csv")))
def test_every_table_is_declared_and_right(name: str) -> None:
    assert name in TABLES
    rows = table(name)
    assert rows
    assert {column.name for column in columns(name)} <= set(rows[0])


def test_every_declared_table_is_there() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(TABLES)


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        table("no such table")


def test_an_unusual_file_is_read_all_the_same(tmp_path: Path) -> None:
    composed = "Trưởng,,needed,Trưởng Ban"
    path = written(tmp_path, HEADER, unicodedata.normalize("NFD", composed), "", encoding="utf-8-sig")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_table(path) == ({"head": "Trưởng", "variants": "", "organization": "needed", "met_in": "Trưởng Ban"},)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            ["Lái đò,,optional"],
            "lexicon/title_heads.csv line 2: it has 3 cells and the first line 4; put a comma for each empty cell, and "
            "quotes around a cell that holds a comma",
        ),
        (
            ["Lái đò,,optional,Lái đò, bến Tre"],
            "lexicon/title_heads.csv line 2: it has 5 cells and the first line 4; put a comma for each empty cell, and "
            "quotes around a cell that holds a comma",
        ),
        (
            [",,optional,Lái đò"],
            "lexicon/title_heads.csv line 2, column head: it is empty, and every row needs it; fill it in",
        ),
        (
            ["Lái đò,,optional,"],
            "lexicon/title_heads.csv line 2, column met_in: it is empty, and every row needs it; fill it in",
        ),
        (
            ["Lái đò,,optional,Lái đò ngang", "Lái đò,,none,Lái đò dọc"],
            "lexicon/title_heads.csv line 3, column head: “Lái đò” stands in line 2 as well; keep it in one of the two",
        ),
        (
            ["Lái đò,LĐ,optional,Lái đò ngang", "Lái phà,LP|LĐ,none,Lái phà"],
            "lexicon/title_heads.csv line 3, column variants: “LĐ” stands in line 2 as well; keep it in one of the two",
        ),
        (
            ["Lái đò,,maybe,Lái đò ngang"],
            "lexicon/title_heads.csv line 2, column organization: “maybe” is none of needed, optional, none, bare; write "
            "one of them",
        ),
        (
            ["Lái đò, LĐ,optional,Lái đò ngang"],
            "lexicon/title_heads.csv line 2, column variants: a space stands at its beginning or end; take it away",
        ),
        (
            ["Lái đò,LĐ||ĐL,optional,Lái đò ngang"],
            "lexicon/title_heads.csv line 2, column variants: nothing stands beside one of its “|”; take that one away",
        ),
    ],
)
def test_a_bad_row_is_told_with_its_mend(tmp_path: Path, rows: list[str], told: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_table(written(tmp_path, HEADER, *rows))
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("name", "lines", "told"),
    [
        (
            "other_events",
            ["kind,pattern,met_in", "rite,(dâng hương,dâng hương"],
            "column pattern: “(dâng hương” is no pattern (missing ), unterminated subpattern at position 0); close its "
            "brackets, or put \\ before a sign that means itself",
        ),
        (
            "outcomes",
            ["outcome,variants,weight,met_in", "gật đầu,,nặng,các đại biểu gật đầu"],
            "column weight: “nặng” is no number; write it in digits, as 1000 or 0.01",
        ),
        (
            "agency_successions",
            ["former,successor,duties,since,founded,source,pages", "Sở A,Sở B,,3/2025,yes,a newspaper,"],
            "column since: “3/2025” is no day; write it as 2025-03-01, 2025-03 or 2025",
        ),
        (
            "rules",
            ["kind,rule,meaning,doubt", "due,soon,it hurries,", "due,soon,it hurries,"],
            "line 3, column kind: “due” stands in line 2 as well; keep one of the two rows",
        ),
        (
            "sectors",
            ["sector", "Muối"],
            "line 1: its columns are sector, of which none is called met_in; add what is missing, and divide them by commas",
        ),
        (
            "sectors",
            ["sector;met_in", "Muối;ngành Muối đong lại"],
            "line 1: its columns are sector;met_in, of which none is called sector or met_in; add what is missing",
        ),
    ],
)
def test_what_is_asked_of_other_cells(tmp_path: Path, name: str, lines: list[str], told: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_table(written(tmp_path, *lines, name=name))
    assert told in str(error.value)


def test_another_encoding_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER, "Lái đò,,optional,x", encoding="utf-16")
    with pytest.raises(LexiconError, match="save it as UTF-8"):
        read_table(path)


def test_only_the_first_faults_of_many_are_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as error:
        read_table(written(tmp_path, HEADER, *[f"A{i},,maybe,A{i}" for i in range(9)]))
    lines = str(error.value).splitlines()
    assert len(lines) == 6
    assert lines[-1] == "… and 4 more"


def test_variants() -> None:
    assert variants("a|b | c") == ("a", "b", "c")
    assert variants("") == ()
