"""Citizens whose case is heard, by the words before their names."""

from __future__ import annotations

import pytest

from meetings.extraction.citizens import is_citizen
from meetings.extraction.roster_items import itemise
from meetings.extraction.spans import Span

NAME = "Lê Văn Đạt"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Đối với gia đình ông {NAME}, Chủ tịch UBND tỉnh giao", True),
        (f"Trường hợp bà {NAME}, Chủ tịch UBND tỉnh đề nghị", True),
        (f"Xem xét khiếu nại của ông {NAME}, Chánh Thanh tra tỉnh", True),
        (f"nhận đơn thư của bà {NAME}, Trưởng Ban Tiếp công dân tỉnh", True),
        (f"Liên quan đến ông {NAME}, Giám đốc Sở Y tế yêu cầu", True),
        (f"Riêng ông {NAME}, Giám đốc Sở Y tế, được khen", False),
        (f"Đối với đồng chí {NAME}, Giám đốc Sở Y tế", False),
        (f"Theo ông {NAME}, Giám đốc Sở Y tế cho biết", False),
        (f"Ông {NAME}, Giám đốc Sở Y tế cho biết", False),
        (f"ý kiến của ông {NAME}, Giám đốc Sở Y tế", False),
    ],
)
def test_whose_case_is_heard(text: str, expected: bool) -> None:
    items = itemise(text, Span(0, len(text)))
    at = next(i for i, item in enumerate(items) if item.run and item.text.startswith("Lê Văn"))
    assert is_citizen(text, items[at].span, items[at + 1 :]) is expected
