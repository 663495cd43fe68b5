"""Texts to load, in a folder of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

TEXT = """Ngày 12/6/2024, UBND tỉnh Nghệ An họp phiên thường kỳ tháng 6.

Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì phiên họp.

Chủ tịch UBND tỉnh yêu cầu Sở Tài chính trình phương án thu ngân sách trước ngày 30/6/2024.
"""
STORY = "Mùa cam năm nay được giá. Bà con trong bản phấn khởi thu hoạch từ sáng sớm.\n"
HEAD = "file,url,publisher,reported_on,province,title\n"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file in the folder: text in UTF-8, or bytes as they are."""

    def write(name: str, content: str | bytes = TEXT) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
