"""Years of meetings whose day is printed without one."""

from __future__ import annotations

import pytest

from meetings.extraction.dates import find_dates
from meetings.extraction.document import Document
from meetings.extraction.meeting_years import agenda_year


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("bàn nhiệm vụ 6 tháng cuối năm 2018", 7, 2018),
        ("đánh giá kết quả năm 2022, kế hoạch năm 2023", 12, 2022),
        ("đánh giá kết quả năm 2022, kế hoạch năm 2023", 1, 2023),
        # only months and quarters are printed with a year: the one they agree on
        ("quý I/2024 thu đạt khá; hoàn thành trong tháng 5/2024", 4, 2024),
        ("quý I/2024 thu đạt khá, hơn quý I/2023", 4, None),
        ("quý I/2024 thu đạt khá, tăng 20% cùng kỳ năm 2023", 4, 2024),
        ("Năm 2022, các ngành đã vượt khó; bàn kế hoạch năm 2023", 12, 2022),
        ("dự toán ngân sách nhà nước năm 2022 và kế hoạch năm 2023", 12, 2022),
        ("theo Nghị quyết số 10-NQ/TW ngày 2/2/2018", 4, None),
    ],
)
def test_agenda_year(text: str, month: int, year: int | None) -> None:
    document = Document("t", text)
    assert agenda_year(document, find_dates(document), month) == year
