"""A row that an editor adds to a table is read, without a change of code; one that cannot be read is told."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import meetings.extraction

PACKAGE = Path(meetings.extraction.__file__).parent
HELD = "Sáng 5/3/2024, UBND tỉnh họp phiên thường kỳ. Đồng chí Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì phiên họp.\n"
ASKED = HELD + "Phát biểu kết luận phiên họp, Chủ tịch UBND tỉnh yêu cầu "


class Added(NamedTuple):
    """A table, its new row, a text, and what the facts of the text hold from then on."""

    table: str
    row: str
    text: str
    words: str


ROWS = {
    "title": Added(
        "title_heads",
        "Trấn thủ,,optional,Trấn thủ khu cảng",
        HELD + "Dự họp có đồng chí Bùi Văn Kha, Trấn thủ UBND tỉnh.",
        '"Trấn thủ UBND tỉnh"',
    ),
    "abbreviation": Added(
        "abbreviations",
        "GDNN,Giáo dục nghề nghiệp,title,Trưởng phòng GDNN",
        HELD + "Dự họp có đồng chí Bùi Văn Kha, Trưởng phòng GDNN.",
        '"Trưởng phòng Giáo dục nghề nghiệp"',
    ),
    "agency": Added(
        "agencies",
        "Hội Mắc võng giùm nhau tỉnh,,đoàn thể,tỉnh,Hội Mắc võng giùm nhau tỉnh họp",
        ASKED + "Hội Mắc võng giùm nhau tỉnh kiểm tra kho thuốc.",
        '"Hội Mắc võng giùm nhau tỉnh"',
    ),
    "order verb": Added(
        "order_verbs",
        "truyền lệnh,order,,,truyền lệnh cho Sở Y tế mở kho",
        HELD + "Chủ tịch UBND tỉnh truyền lệnh Sở Y tế kiểm tra kho thuốc.",
        '"Sở Y tế"',
    ),
    "task verb": Added(
        "task_verbs",
        "phạt cỏ,,phạt cỏ chân đê",
        ASKED + "các xã giữ đê, Sở Y tế phạt cỏ quanh trạm.",
        '"Sở Y tế"',
    ),
    "unit": Added(
        "units",
        "thúng,,,baskets,1,thúng,always,,đạt 40 thúng",
        HELD + "Năm 2023, sản lượng muối đạt 120 thúng.",
        '"thúng"',
    ),
    "surname": Added(
        "surnames",
        "Quắc,surname,,,,heard in a hamlet",
        HELD + "Dự họp có Quắc Văn Tám, Giám đốc Sở Y tế.",
        '"Quắc Văn Tám"',
    ),
    "metric": Added(
        "metrics",
        "sản lượng mây,,,mây tre các loại|mây các loại,mây các loại đạt 12 tấn",
        HELD + "Năm 2023, mây các loại đạt 1.200 tấn.",
        '"sản lượng mây"',
    ),
    "body": Added(
        "meeting_bodies",
        "Ty Muối,Ty Muối,province,Ty Muối họp",
        "Sáng 5/3/2024, Ty Muối họp bàn việc thu mua. Các đại biểu dự họp thống nhất giá sàn.",
        '"is_meeting": true',
    ),
    "document": Added(
        "legal_kinds",
        "Sắc chỉ,SC,,sắc chỉ,yes,,theo Sắc chỉ 12",
        HELD + "Phiên họp nghe việc thi hành Sắc chỉ số 12/SC-UBND.",
        '"kind": "Sắc chỉ"',
    ),
}
# Facts as JSON, and the series of figures, which the exchange format does not hold.
READ = """
import json, sys
from meetings.extraction.steps import extract
from meetings.extraction.document import Document
from meetings.extraction.exchange import to_facts
found = {}
for name, text in json.load(sys.stdin).items():
    document = Document(name, text)
    extraction = extract(document)
    found[name] = [to_facts(document, extraction), [target.canonical_metric for target in extraction.targets]]
print(json.dumps(found, ensure_ascii=False))
"""


def copied(root: Path) -> Path:
    """A copy of the package under `root`, and where its tables are."""
    shutil.copytree(PACKAGE, root / "meetings" / "extraction", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "meetings" / "__init__.py").touch()
    return root / "meetings" / "extraction" / "lexicon"


def add(tables: Path, table: str, row: str) -> None:
    with (tables / f"{table}.csv").open("a", encoding="utf-8") as lines:
        lines.write(row + "\n")


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, dict[str, str]]:
    """What is read of each text: with the tables as they are, and with the new rows."""
    found = {}
    for extended in (False, True):
        root = tmp_path_factory.mktemp("extended" if extended else "plain")
        tables = copied(root)
        for added in ROWS.values() if extended else ():
            add(tables, added.table, added.row)
        texts = json.dumps({name: added.text for name, added in ROWS.items()})
        done = subprocess.run(
            [sys.executable, "-c", READ], cwd=root, input=texts, check=True, capture_output=True, encoding="utf-8"
        )
        found[extended] = {name: json.dumps(read, ensure_ascii=False) for name, read in json.loads(done.stdout).items()}
    return found


@pytest.mark.parametrize("name", ROWS)
def test_a_new_row_is_read(copies: dict[bool, dict[str, str]], name: str) -> None:
    words = ROWS[name].words
    assert words not in copies[False][name]
    assert words in copies[True][name]


def test_a_bad_row_is_told_to_who_runs_the_extractor(tmp_path: Path) -> None:
    add(copied(tmp_path), "units", "sọt,,,baskets,many,sọt,always,,đạt 40 sọt")
    command = [sys.executable, "-m", "meetings.extraction", "a.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode != 0
    told = done.stderr.strip().splitlines()[-1]
    assert "lexicon/units.csv line " in told
    assert "column factor: “many” is no number; write it in digits, as 1000 or 0.01" in told
