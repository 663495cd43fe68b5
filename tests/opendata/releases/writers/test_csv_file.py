"""CSV: values as they are, nothing where nothing is known."""

import csv
import datetime
from decimal import Decimal
from pathlib import Path

from opendata.releases.tables import Column, Type
from opendata.releases.writers.csv_file import CsvFile

COLUMNS = [Column(kind.name.lower(), kind, kind.value) for kind in Type]


def test_each_type_has_one_form(tmp_path: Path) -> None:
    zone = datetime.timezone(datetime.timedelta(hours=7))
    moment = datetime.datetime(2026, 3, 5, 6, 0, 30, 999, zone)
    row = {
        "integer": 7,
        "number": Decimal("26000.500000"),
        "text": 'Sở "Y tế",\nĐặng',
        "day": datetime.date(2026, 3, 5),
        "moment": moment,
        "truth": False,
        "list": ["HĐND", "Hội đồng"],
    }
    with CsvFile(tmp_path / "rows.csv", COLUMNS) as file:
        file.write([tuple(row[column.name] for column in COLUMNS), (None,) * len(COLUMNS)])
    raw = (tmp_path / "rows.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    names, told, unknown = list(csv.reader(raw.decode().splitlines(keepends=True)))
    assert names == [column.name for column in COLUMNS]
    assert told == ["7", "26000.5", 'Sở "Y tế",\nĐặng', "2026-03-05", "2026-03-04T23:00:30Z", "false", "HĐND|Hội đồng"]
    assert unknown == [""] * len(COLUMNS)


def test_numbers_have_no_exponent(tmp_path: Path) -> None:
    numbers = ("1000000000000000000", "0.000001", "100", "-7.10", "0")
    with CsvFile(tmp_path / "rows.csv", [Column("number", Type.NUMBER, "number")]) as file:
        file.write([(Decimal(number),) for number in numbers])
    told = (tmp_path / "rows.csv").read_text().split()[1:]
    assert told == ["1000000000000000000", "0.000001", "100", "-7.1", "0"]
