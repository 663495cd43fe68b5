"""A row that an editor adds to a table is read, without a change of code."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import meetings.extraction

PACKAGE = Path(meetings.extraction.__file__).parent
HELD = "Sáng 5/3/2024, UBND tỉnh họp phiên thường kỳ. Đồng chí Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì phiên họp.\n"
# The table, its new row, a text, and what the facts of the text hold from then on.
ROWS = {
    "title": ("title_heads", "Trấn thủ,,optional,Trấn thủ khu cảng", HELD + "Dự họp có đồng chí Bùi Văn Kha, Trấn thủ UBND tỉnh.", '"Trấn thủ UBND tỉnh"'),
    "order verb": ("order_verbs", "truyền lệnh,order,,,truyền lệnh cho Sở Y tế mở kho", HELD + "Chủ tịch UBND tỉnh truyền lệnh Sở Y tế kiểm tra kho thuốc.", '"Sở Y tế"'),
    "unit": ("units", "thúng,,,baskets,1,thúng,always,,đạt 40 thúng", HELD + "Năm 2023, sản lượng muối đạt 120 thúng.", '"thúng"'),
    "surname": ("surnames", "Quắc,,,,,test", HELD + "Dự họp có Quắc Văn Tám, Giám đốc Sở Y tế.", '"Quắc Văn Tám"'),
    "body": ("meeting_bodies", "Ty Muối,Ty Muối,province,Ty Muối họp", "Sáng 5/3/2024, Ty Muối họp bàn việc thu mua. Các đại biểu dự họp thống nhất giá sàn.", '"is_meeting": true'),
}  # fmt: skip


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, dict[str, str]]:
    """The facts of each text as JSON: read with the tables as they are, and with the new rows."""
    found = {}
    for extended in (False, True):
        root = tmp_path_factory.mktemp("extended" if extended else "plain")
        shutil.copytree(PACKAGE, root / "meetings" / "extraction", ignore=shutil.ignore_patterns("__pycache__"))
        (root / "meetings" / "__init__.py").touch()
        (root / "texts").mkdir()
        for name, (table, row, text, _) in ROWS.items():
            (root / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
            if extended:
                with (root / "meetings" / "extraction" / "lexicon" / f"{table}.csv").open(
                    "a", encoding="utf-8"
                ) as lines:
                    lines.write(row + "\n")
        command = [sys.executable, "-m", "meetings.extraction", "--facts", "facts", "texts"]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        found[extended] = {
            name: json.dumps(
                json.loads((root / "facts" / f"{name}.json").read_text(encoding="utf-8")), ensure_ascii=False
            )
            for name in ROWS
        }
    return found


@pytest.mark.parametrize("name", ROWS)
def test_a_new_row_is_read(copies: dict[bool, dict[str, str]], name: str) -> None:
    words = ROWS[name][3]
    assert words not in copies[False][name]
    assert words in copies[True][name]
