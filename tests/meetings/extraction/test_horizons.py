"""Periods and states: which words set them, which only compare, and what they come to."""

from __future__ import annotations

import pytest

from meetings.extraction.horizons import Horizon, advance

HELD = "2025-11-19"


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("cả năm ", "2025"),
        ("Năm 2024, GRDP tăng ", "2024"),
        ("đến năm 2030 là ", "2030"),
        ("giai đoạn 2026-2030, bình quân ", "2026/2030"),
        ("từ năm 2021 đến năm 2025 ", "2021/2025"),
        ("tháng 9 ", "2025-09"),
        ("Vụ hè thu 2024, toàn tỉnh gieo ", "2024"),
        ("quý III/2024 ", "2024-Q3"),
        ("6 tháng đầu năm 2025, thu ", None),
        ("tăng so với năm 2024 ", None),
        ("so với cùng kỳ năm 2024 ", None),
        ("tính đến ngày 15/11 ", None),
        ("thực hiện năm 2023, kế hoạch năm 2024 ", "2024"),
        ("theo Luật Đất đai năm 2024, thu ", None),
    ],
)
def test_periods(words: str, period: str | None) -> None:
    assert advance(Horizon(), words, HELD).period == period


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("phấn đấu thu ngân sách đạt ", "planned"),
        ("hoàn thành chỉ tiêu ", "planned"),
        ("chỉ tiêu tăng trưởng được giao là ", "planned"),
        ("các chỉ tiêu kinh tế đều tăng khá, cụ thể: xuất khẩu tăng ", None),
        ("Các chỉ tiêu chủ yếu năm 2026:", "planned"),
        ("dự kiến đạt ", "projected"),
        ("đã giải ngân ", "achieved"),
        ("đường ven biển mới thi công được ", "achieved"),
        ("Khi đi vào hoạt động, cảng nộp ngân sách mỗi năm ", "planned"),
        ("dự án có tổng mức đầu tư ", "planned"),
        ("Muốn cả năm tăng trưởng ", "planned"),
        ("bốn tháng còn lại phải thu ", "planned"),
        ("thiệt hại về nhà ở, lúa và hoa màu ước ", "achieved"),
        ("nghị quyết giao dự toán năm 2020 với tổng thu ", "planned"),
        ("Hiện toàn tỉnh có ", "achieved"),
        ("đạt và vượt kế hoạch, thu ", None),
        ("thực hiện hành trình, thu ", None),
        ("Chương trình mục tiêu quốc gia giải ngân ", None),
        ("phấn đấu đến ngày 30/6 giải ngân ", "planned"),
        ("Theo Giám đốc Sở Kế hoạch và Đầu tư trình bày, quý I giá trị sản xuất tăng ", None),
        ("Nghị quyết xác định 18 chỉ tiêu, gồm: tốc độ tăng trưởng từ ", "planned"),
        ("HĐND tỉnh thông qua các mục tiêu chủ yếu: sản lượng ", "planned"),
        ("tăng trưởng thấp hơn kịch bản ", "planned"),
    ],
)
def test_states(words: str, status: str | None) -> None:
    assert advance(Horizon(), words, HELD).status == status


def test_states_hold_until_other_words_come() -> None:
    horizon = advance(Horizon(), "Năm 2026, phấn đấu GRDP tăng ", HELD)
    assert advance(horizon, "thu ngân sách đạt ", HELD).settled(HELD, ordered=False) == ("planned", "2026")
    assert advance(horizon, "đến ngày 15/11, giải ngân đạt ", HELD).settled(HELD, ordered=False) == ("achieved", None)


@pytest.mark.parametrize(
    ("words", "reference", "expected"),
    [
        ("ước cả năm ", "2025-11-19", ("projected", "2025")),
        ("năm 2024 ước đạt ", "2025-01-10", ("achieved", "2024")),
        ("9 tháng ước đạt ", "2025-10-02", ("achieved", None)),
        ("quý I/2025 ước đạt ", "2025-03-04", ("projected", "2025-Q1")),
        ("quý I/2025 ước đạt ", "2025-03-28", ("achieved", "2025-Q1")),
        ("quý I/2025 ước đạt ", "2025-03", ("achieved", "2025-Q1")),
        ("dự kiến đến hết năm 2025 đạt ", "2025-11-19", ("projected", "2025")),
        ("Đến hết năm 2023, đã hoàn thành ", "2024-04-04", ("achieved", None)),
    ],
)
def test_settled(words: str, reference: str, expected: tuple[str, str | None]) -> None:
    assert advance(Horizon(), words, reference).settled(reference, ordered=False) == expected
