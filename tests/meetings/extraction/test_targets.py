"""Figures of indicators: values, comparisons, periods and states in the sentences that reports are written in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from meetings.extraction.dates import find_dates
from meetings.extraction.document import Document
from meetings.extraction.facts import TargetFact
from meetings.extraction.legal import find_legal_refs
from meetings.extraction.sentences import split_blocks
from meetings.extraction.spans import Span
from meetings.extraction.targets import find_targets

HELD = "2024-07-09"


def targets(text: str, reference: str | None = HELD, orders: tuple[Span, ...] = ()) -> tuple[TargetFact, ...]:
    document = Document("t", text)
    not_figures = [mention.span for mention in (*find_dates(document), *find_legal_refs(document))]
    return find_targets(document, split_blocks(document), reference, not_figures=not_figures, orders=orders)


def told(text: str, reference: str | None = HELD) -> list[str]:
    """Each figure as "value unit comparator status period"."""
    return [f"{t.value:f} {t.unit} {t.comparator} {t.status} {t.period}" for t in targets(text, reference)]


@pytest.mark.parametrize(
    "text",
    [
        "Phiên họp được kết nối trực tuyến đến 135 xã, phường trên địa bàn tỉnh.",
        "Dự phiên bế mạc có 58 đại biểu và hơn 200 doanh nghiệp tham dự kỳ họp.",
        "Với 100% đại biểu tán thành, kỳ họp thông qua 19 nghị quyết quan trọng.",
        "Đề nghị tặng Cờ thi đua cho 57 đơn vị và 10 cá nhân có thành tích.",
        "Tai nạn giao thông giảm trên cả 3 tiêu chí so với cùng kỳ năm trước.",
        "Việc đổi mới được triển khai từ lớp 1 đến lớp 12 trong 02 năm học.",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 được quán triệt tại 3 điểm cầu.",
        "Tuyến đường dài 12 km nối hai huyện đã được khởi công vào ngày 2/9.",
        "Tỉnh xếp thứ 13/34 tỉnh, thành phố về cải cách hành chính trong năm.",
        "Chủ tịch UBND tỉnh tiếp 6 lượt công dân với 5 vụ việc trong buổi sáng.",
    ],
)
def test_counts_that_are_no_indicators(text: str) -> None:
    assert targets(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "6 tháng, GRDP tăng 6,12%; thu ngân sách đạt 812,6 tỷ đồng, bằng 44,8% dự toán, tăng 3,5% so cùng kỳ.",
            [
                "6.12 % = achieved None",
                "812.6 tỷ đồng = achieved None",
                "44.8 % = achieved None",
                "3.5 % = achieved None",
            ],
        ),
        (
            "Dự kiến cả năm 2024, GRDP tăng 8,03%; thu nhập bình quân đầu người đạt khoảng 62 triệu đồng/người/năm.",
            ["8.03 % = projected 2024", "62 triệu đồng/người/năm ~ projected 2024"],
        ),
        (
            "Năm 2024, tỉnh phấn đấu có thêm 8 xã đạt chuẩn nông thôn mới; 36 xã đạt chuẩn nông thôn mới nâng cao.",
            ["8 xã = planned 2024", "36 xã = planned 2024"],
        ),
        (
            "Mục tiêu đến năm 2030, diện tích đạt 100.000 ha, sản lượng trên 600.000 tấn, ít nhất 30% qua chế biến.",
            ["100000 ha = planned 2030", "600000 tấn > planned 2030", "30 % >= planned 2030"],
        ),
        ("Chỉ tiêu tăng trưởng cả năm được giao là 8 - 8,5%.", ["8 % = planned 2024"]),
        ("Mục tiêu tăng trưởng năm 2026 từ 10% trở lên là thách thức.", ["10 % >= planned 2026"]),
        ("Phấn đấu đến 30/6 giải ngân tối thiểu 45% kế hoạch vốn.", ["45 % >= planned None"]),
        ("Đến ngày 10/5, toàn tỉnh giải ngân 1.123 tỷ đồng, đạt 18,1% kế hoạch vốn năm 2024.",
         ["1123 tỷ đồng = achieved None", "18.1 % = achieved 2024"]),
        ("Tổng kế hoạch vốn đầu tư công năm 2024 của tỉnh là 6.215 tỷ đồng.", ["6215 tỷ đồng = planned 2024"]),
        ("Đến nay, toàn tỉnh có 327/411 xã đạt chuẩn nông thôn mới.", ["327 xã = achieved None"]),
        ("Giai đoạn 2015-2023, tỉnh dành 158,6 ha đất cho nhà ở xã hội.", ["158.6 ha = achieved 2015/2023"]),
        ("Kim ngạch xuất khẩu tháng 6 đạt 93,7 triệu USD.", ["93.7 triệu USD = achieved 2024-06"]),
        ("Quý II, GRDP tăng 7,1%.", ["7.1 % = achieved 2024-Q2"]),
        ("Doanh nghiệp công nghệ số tăng 1,3 lần so với năm 2023.", ["1.3 lần = achieved None"]),
        ("Tỷ lệ hộ nghèo giảm còn 4,05%.", ["4.05 % = achieved None"]),
        ("Đã bàn giao 31,4/32,3 km mặt bằng.", ["31.4 km = achieved None"]),
        ("Sở sẽ bố trí tối thiểu 3% tổng chi ngân sách năm 2026 cho khoa học.", ["3 % >= planned 2026"]),
    ],
)  # fmt: skip
def test_reads(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "reference", "status"),
    [
        ("9 tháng, thu ngân sách ước đạt 900 tỷ đồng.", "2024-10-02", "achieved"),
        ("Cả năm, thu ngân sách ước đạt 900 tỷ đồng.", "2024-10-02", "projected"),
        ("Năm 2024, thu ngân sách ước đạt 900 tỷ đồng.", "2024-11-20", "projected"),
        ("Năm 2024, thu ngân sách ước đạt 900 tỷ đồng.", "2025-01-08", "achieved"),
        ("Thu ngân sách ước đạt 900 tỷ đồng.", "2024-12-01", "projected"),
        ("Thu ngân sách ước đạt 900 tỷ đồng.", "2024-06-28", "achieved"),
    ],
)
def test_an_estimate_is_achieved_when_its_period_is_over(text: str, reference: str, status: str) -> None:
    (target,) = targets(text, reference)
    assert (target.status, target.comparator) == (status, "~")


def test_a_line_that_announces_plans_holds_for_the_bullets_below() -> None:
    text = (
        "Hội nghị thống nhất các chỉ tiêu chủ yếu năm 2025:\n"
        "- Tăng trưởng kinh tế (GRDP): trên 10%.\n"
        "- Thu ngân sách nhà nước: 12.800 tỷ đồng.\n"
        "Trong năm qua, kim ngạch xuất khẩu đạt 93 triệu USD, cao hơn hẳn so với những năm trước đây.\n"
    )
    assert told(text) == ["10 % > planned 2025", "12800 tỷ đồng = planned 2025", "93 triệu USD = achieved None"]


def test_what_is_ordered_is_planned() -> None:
    text = "Các chủ đầu tư giải ngân 95% vốn được giao trong năm."
    assert targets(text)[0].status == "achieved"
    assert targets(text, orders=(Span(0, len(text)),))[0].status == "planned"


def test_the_year_of_one_sentence_holds_for_the_next() -> None:
    text = (
        "Năm 2023, tỷ lệ che phủ rừng đạt 54%. Kinh tế số chiếm 15,3% GRDP. Trong 6 tháng đầu năm 2024, GRDP tăng 5%."
    )
    assert [target.period for target in targets(text)] == ["2023", "2023", None]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Thu ngân sách trên địa bàn đạt 812 tỷ đồng, bằng 44% dự toán.",
            ["thu ngân sách", "thu ngân sách so với kế hoạch"],
        ),
        (
            "Kim ngạch xuất khẩu đạt 93 triệu USD, tăng 11% so với cùng kỳ.",
            ["kim ngạch xuất khẩu", "kim ngạch xuất khẩu (tăng)"],
        ),
        ("GRDP 9 tháng tăng 7%.", ["tăng trưởng GRDP"]),
        ("Tốc độ tăng trưởng kinh tế đạt 7%.", ["tăng trưởng GRDP"]),
        ("Tỉnh đón 2,8 triệu lượt khách du lịch.", ["lượt khách du lịch"]),
        ("Nông, lâm nghiệp, thủy sản tăng 1,9%.", ["tăng trưởng khu vực nông, lâm nghiệp và thủy sản"]),
        ("Khu vực dịch vụ chiếm 38%.", ["tỷ trọng dịch vụ"]),
        ("Giá trị xuất khẩu nông sản đạt 126 triệu USD.", ["giá trị xuất khẩu nông sản"]),
    ],
)
def test_names_the_measure(text: str, metrics: list[str]) -> None:
    assert [target.canonical_metric for target in targets(text)] == metrics


def test_a_figure_without_a_name_takes_that_of_the_same_figure() -> None:
    text = "Phấn đấu thu ngân sách đạt trên 26.000 tỷ đồng. Cơ quan thuế quyết tâm đạt mục tiêu trên 26.000 tỷ đồng."
    assert {target.metric for target in targets(text)} == {"thu ngân sách"}


def test_spans_hold_the_measure_and_the_comparison() -> None:
    text = "Theo đó, tổng thu ngân sách đạt 812,6 tỷ đồng, tăng 3% so với cùng kỳ."
    assert [target.span.of(text) for target in targets(text)] == [
        "tổng thu ngân sách đạt 812,6 tỷ đồng",
        "tăng 3% so với cùng kỳ",
    ]


def test_the_plan_in_brackets_is_planned() -> None:
    text = "Thu ngân sách 6 tháng đạt 51,8% so với nghị quyết đề ra (23.600 tỷ đồng) và tăng 2,5% so với cùng kỳ."
    assert [(t.canonical_metric, t.status) for t in targets(text)] == [
        ("thu ngân sách so với kế hoạch", "achieved"),
        ("thu ngân sách", "planned"),
        ("thu ngân sách (tăng)", "achieved"),
    ]


def test_keeps_range_and_total() -> None:
    (ranged,) = targets("Tăng trưởng đạt 8 - 8,5%.")
    (shared,) = targets("Toàn tỉnh có 52/188 xã đạt chuẩn nông thôn mới.")
    assert (ranged.value, ranged.value_high) == (Decimal(8), Decimal("8.5"))
    assert (shared.value, shared.of_total) == (Decimal(52), Decimal(188))


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # inside the name of one measure
        ("Sản lượng cà phê năm 2022 đạt 410 nghìn tấn, tăng 3%; tỷ lệ hộ nghèo còn 4,1%.", ["2022", "2022", None]),
        # at the head of the sentence
        ("Năm 2022, sản lượng cà phê đạt 410 nghìn tấn; tỷ lệ hộ nghèo còn 4,1%.", ["2022", "2022"]),
        # a plan's year is that of all its measures
        ("Nghị quyết về nhiệm vụ năm 2023 đề ra chỉ tiêu: GRDP tăng 8%; tỷ lệ hộ nghèo còn 3%.", ["2023", "2023"]),
        # the sentence before names the year of all that follows
        (
            "Sở Tài chính báo cáo dự toán năm 2025. Theo đó, tổng thu ngân sách 14.000 tỷ đồng; tổng chi 31.000 tỷ đồng.",
            ["2025", "2025"],
        ),
        # up to a day
        ("Đến cuối tháng 8, toàn tỉnh giải ngân 2.100 tỷ đồng.", [None]),
        ("Hết ngày 15/5, vốn chương trình giải ngân 76 tỷ đồng.", [None]),
        # behind the figure
        ("Đề án nâng tỷ lệ học sinh bán trú lên 62% vào năm 2026.", ["2026"]),
        ("Tỉnh sẽ bố trí 30 tỷ đồng sửa chữa kênh mương trong năm 2025.", ["2025"]),
    ],
)
def test_how_far_a_year_reaches(text: str, periods: list[str | None]) -> None:
    assert [target.period for target in targets(text)] == periods


def test_the_month_of_another_task_is_not_the_figures() -> None:
    text = "UBND các xã xóa bãi rác trong tháng 8; nâng tỷ lệ thu gom rác lên 75% trước ngày 31/12."
    assert [target.period for target in targets(text, orders=(Span(0, len(text)),))] == [None]


def test_what_is_to_come_is_aimed_at() -> None:
    assert told("Đề án nâng tỷ lệ học sinh bán trú lên 62% vào năm 2026.") == ["62 % = planned 2026"]


def test_a_share_of_votes_is_no_figure() -> None:
    assert told("Ông được bầu với 50/52 phiếu thuận, đạt 96,2%.") == []
    assert told("Có 41/60 xã đạt chuẩn nông thôn mới, đạt 68,3%.") != []


def test_a_figure_of_which_no_word_tells_what_it_measures_is_unsure() -> None:
    (unnamed,) = targets("Tăng 8,5%.")
    assert (unnamed.metric, unnamed.confidence < 0.8) == ("(%)", True)
    assert all(target.confidence == 1.0 for target in targets("Thu ngân sách tăng 8,5%."))


def test_months_gone_by_are_reached_whatever_was_aimed_at_before() -> None:
    text = "Phấn đấu đến năm 2025 có 4.500 ha sâm. Về du lịch, 4 tháng qua tỉnh đón 410.000 lượt khách."
    assert told(text) == ["4500 ha = planned 2025", "410000 lượt khách = achieved None"]


def test_a_report_on_next_years_indicators_tells_plans() -> None:
    text = "Ông Đạt báo cáo dự kiến chỉ tiêu năm 2025, trong đó GRDP tăng 8%, thu ngân sách 5.200 tỷ đồng."
    assert told(text) == ["8 % = planned 2025", "5200 tỷ đồng = planned 2025"]
