"""What a figure was told as: aimed at, expected, reached; for which period; how it is bounded. Whole texts."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document, settle
from meetings.extraction.steps import extract

HEAD = (
    "UBND tỉnh họp phiên thường kỳ tháng 10\n\nSáng 30/10/2024, UBND tỉnh Lâm Đồng tổ chức phiên họp thường kỳ tháng 10. "
    "Ông Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì.\n\n"
)


def figures(text: str) -> list[str]:
    """Each figure as "> 95 %: planned, 2025"."""
    found = []
    for fact in extract(Document("t", settle(HEAD + text))).targets:
        value = f"{fact.value.normalize():f}"
        value += f" - {fact.value_high.normalize():f}" if fact.value_high is not None else ""
        value += f"/{fact.of_total.normalize():f}" if fact.of_total is not None else ""
        found.append(f"{fact.comparator} {value} {fact.unit}: {fact.status}, {fact.period}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # pledged, or set for oneself
        ("Năm 2025, ngành đăng ký đón 2,5 triệu lượt khách.", ["= 2.5 triệu lượt khách: planned, 2025"]),
        ("Năm 2025, Sở Tài chính tự đặt mức phấn đấu thu ngân sách 9.000 tỷ đồng.", ["= 9000 tỷ đồng: planned, 2025"]),
        ('Báo cáo nêu, thu ngân sách 10 tháng ước đạt 8.200 tỷ đồng, bằng 82% dự toán, tăng 6% so với cùng kỳ.', ["~ 8200 tỷ đồng: achieved, None", "= 82 %: achieved, None", "= 6 %: achieved, None"]),
        ('Báo cáo nêu, thu ngân sách đến hết tháng 10 đạt 8.200 tỷ đồng, đạt 82% dự toán.', ["= 8200 tỷ đồng: achieved, None", "= 82 %: achieved, None"]),
        ('Năm 2025, tỉnh phấn đấu GRDP tăng từ 9% trở lên; thu ngân sách trên 10.000 tỷ đồng; tỷ lệ hộ nghèo giảm còn dưới 2%; giải ngân ít nhất 95% kế hoạch vốn.', [">= 9 %: planned, 2025", "> 10000 tỷ đồng: planned, 2025", "< 2 %: planned, 2025", ">= 95 %: planned, 2025"]),
        ('Các chỉ tiêu chủ yếu năm 2025: GRDP tăng 8 - 8,5%; GRDP bình quân đầu người đạt 82 triệu đồng; kim ngạch xuất khẩu 1,2 tỷ USD; số xã đạt chuẩn nông thôn mới 63/267 xã.', ["= 8 - 8.5 %: planned, 2025", "= 82 triệu đồng: planned, 2025", "= 1.2 tỷ USD: planned, 2025", "= 63/267 xã: planned, 2025"]),
        ('Ước cả năm GRDP tăng 7,2%, thu ngân sách 11.000 tỷ đồng.', ["~ 7.2 %: projected, 2024", "= 11000 tỷ đồng: projected, 2024"]),
        ('Đến nay, toàn tỉnh có 63/267 xã đạt chuẩn nông thôn mới, chiếm 23,6%.', ["= 63/267 xã: achieved, None", "= 23.6 %: achieved, None"]),
        ('Đến năm 2030, có 120 xã và ít nhất 1 huyện đạt chuẩn nông thôn mới.', ["= 120 xã: planned, 2030", ">= 1 huyện: planned, 2030"]),
        ('Bình quân mỗi xã đạt 16,8 tiêu chí.', ["= 16.8 tiêu chí: achieved, None"]),
        ('Bình quân đạt 16,8 tiêu chí/xã, tăng 0,5 tiêu chí so với đầu năm.', ["= 16.8 tiêu chí/xã: achieved, None", "= 0.5 tiêu chí: achieved, None"]),
        ('Tỷ lệ che phủ rừng tăng từ 54% năm 2020 lên 55,2% năm 2024.', ["= 54 %: achieved, 2020", "= 55.2 %: achieved, 2024"]),
        ('Thu nhập bình quân đầu người tăng từ 52 triệu đồng lên 61 triệu đồng.', ["= 52 triệu đồng: achieved, None", "= 61 triệu đồng: achieved, None"]),
        ('Tỷ lệ hộ nghèo giảm từ 8,5% xuống còn 6,2%.', ["= 8.5 %: achieved, None", "= 6.2 %: achieved, None"]),
        ('Chỉ số sản xuất công nghiệp tăng 9,1% so với cùng kỳ, tương đương kế hoạch 9%.', ["= 9.1 %: achieved, None", "= 9 %: planned, None"]),
        ('Giải ngân vốn đầu tư công được 3.450 tỷ đồng, tương đương 58% kế hoạch.', ["= 3450 tỷ đồng: achieved, None", "= 58 %: achieved, None"]),
        ('Tổng thu ngân sách không thấp hơn 10.500 tỷ đồng trong năm 2025.', [">= 10500 tỷ đồng: planned, 2025"]),
        ('Ông đề nghị phấn đấu thu ngân sách năm 2024 không dưới 10.500 tỷ đồng.', [">= 10500 tỷ đồng: planned, 2024"]),
        ('Ông yêu cầu giữ bội chi không vượt quá 3% và nợ xấu tối đa 2%.', ["<= 3 %: planned, None", "<= 2 %: planned, None"]),
        ('Tỷ lệ lao động qua đào tạo đạt xấp xỉ 70%, trong đó có bằng cấp chừng 28%.', ["~ 70 %: achieved, None", "~ 28 %: achieved, None"]),
        ('Toàn tỉnh đã đón hơn 8,5 triệu lượt khách, gấp 1,4 lần cùng kỳ.', ["> 8.5 triệu lượt khách: achieved, None", "= 1.4 lần: achieved, None"]),
        ('Năm 2023, GRDP tăng 6,1%; năm 2024 dự báo tăng 7%; năm 2025 phấn đấu tăng 8%.', ["= 6.1 %: achieved, 2023", "= 7 %: projected, 2024", "= 8 %: planned, 2025"]),
        ('Quý III, GRDP tăng 7,9%; quý IV phải tăng ít nhất 9,5%.', ["= 7.9 %: achieved, 2024-Q3", ">= 9.5 %: planned, 2024-Q4"]),
        ('Trong tháng 10, thu hút 12 dự án, vốn đăng ký 2.300 tỷ đồng.', ["= 12 dự án: achieved, 2024-10", "= 2300 tỷ đồng: achieved, 2024-10"]),
        ('Từ đầu năm đến nay, toàn tỉnh thu hút 95 dự án với tổng vốn 25.000 tỷ đồng.', ["= 95 dự án: achieved, None", "= 25000 tỷ đồng: achieved, None"]),
        ('HĐND tỉnh giao chỉ tiêu thu ngân sách năm 2024 là 9.900 tỷ đồng; đến nay đã thu 8.150 tỷ đồng.', ["= 9900 tỷ đồng: planned, 2024", "= 8150 tỷ đồng: achieved, None"]),
        ('Kế hoạch vốn năm 2024 là 6.100 tỷ đồng, đến ngày 25/10 giải ngân 3.050 tỷ đồng, đạt 50%.', ["= 6100 tỷ đồng: planned, 2024", "= 3050 tỷ đồng: achieved, None", "= 50 %: achieved, None"]),
        ('Tỷ lệ giải ngân mới đạt 50%, thấp hơn bình quân chung cả nước 4,2%.', ["= 50 %: achieved, None", "= 4.2 %: achieved, None"]),
        ('Ông giao Sở Y tế đôn đốc để đến hết ngày 31/12 tỷ lệ tiêm đạt trên 95%.', ["> 95 %: planned, None"]),
        ('Chính phủ giao tỉnh hoàn thành 2.500 căn nhà ở xã hội.', ["= 2500 căn: planned, None"]),
        ('Đến hết ngày 25/10, tỷ lệ tiêm đạt 71%.', ["= 71 %: achieved, None"]),
        ('UBND tỉnh xin điều chỉnh dự toán thu năm 2024 lên 4.100 tỷ đồng.', ["= 4100 tỷ đồng: planned, 2024"]),
        ('Kế hoạch gieo cấy 52.000 ha lúa mới thực hiện được 30%.', ["= 52000 ha: planned, None", "= 30 %: achieved, None"]),
        ('Tăng trưởng 6 tháng đạt 7,9% (kịch bản 8,2%); xuất khẩu tăng 12%.', ["= 7.9 %: achieved, None", "= 8.2 %: planned, None", "= 12 %: achieved, None"]),
        ('Mục tiêu tăng trưởng cả năm 8% vẫn giữ nguyên.', ["= 8 %: planned, 2024"]),
        ('Kịch bản tăng trưởng năm 2025 ở mức 8 - 9%.', ["= 8 - 9 %: planned, 2025"]),
        ('Nghị quyết đặt mục tiêu đến năm 2030 thu nhập bình quân đầu người đạt 120 triệu đồng/năm, tỷ lệ đô thị hóa trên 50%.', ["= 120 triệu đồng/năm: planned, 2030", "> 50 %: planned, 2030"]),
        ('Giai đoạn 2021 - 2025, tốc độ tăng trưởng bình quân đạt 7,5%/năm.', ["= 7.5 %: achieved, 2021/2025"]),
        ('Giai đoạn 2026-2030, tỉnh phấn đấu tăng trưởng bình quân 10%/năm trở lên.', [">= 10 %: planned, 2026/2030"]),
        ('Hai tháng cuối năm phải thu thêm 1.800 tỷ đồng.', ["= 1800 tỷ đồng: planned, None"]),
        ('Sở Tài chính dự toán thu năm 2025 là 10.900 tỷ đồng, tăng 10% so với ước thực hiện năm 2024.', ["= 10900 tỷ đồng: planned, 2025", "= 10 %: planned, 2025"]),
        ('Kim ngạch xuất khẩu 10 tháng ước 980 triệu USD, bằng 89,1% kế hoạch, tăng 12,5%.', ["~ 980 triệu USD: achieved, None", "= 89.1 %: achieved, None", "= 12.5 %: achieved, None"]),
        ('Dự ước cả năm, kim ngạch xuất khẩu 1,15 tỷ USD, vượt 4,5% kế hoạch.', ["~ 1.15 tỷ USD: projected, 2024", "> 4.5 %: projected, 2024"]),
        ('Số doanh nghiệp thành lập mới là 1.250, tăng 8%.', ["= 8 %: achieved, None"]),
        ('Toàn tỉnh có 1.250 doanh nghiệp thành lập mới với số vốn 9.800 tỷ đồng.', ["= 1250 doanh nghiệp: achieved, None", "= 9800 tỷ đồng: achieved, None"]),
        ('Trồng rừng tập trung đạt 8.200 ha, đạt 102,5% kế hoạch.', ["= 8200 ha: achieved, None", "= 102.5 %: achieved, None"]),
        ('Đã giải quyết việc làm cho 28.000 lao động, đạt 112% kế hoạch năm.', ["= 28000 lao động: achieved, None", "= 112 %: achieved, None"]),
        ('Tỷ lệ hồ sơ trực tuyến nâng lên 85% vào cuối năm 2025.', ["= 85 %: planned, 2025"]),
        ('Ông đề nghị năm 2025 giảm tỷ lệ hộ nghèo 1,5 - 2%, riêng vùng đồng bào dân tộc thiểu số giảm 3%.', ["= 1.5 - 2 %: planned, 2025", "= 3 %: planned, 2025"]),
        ('Phấn đấu hết năm nay có thêm 12 xã đạt chuẩn, nâng tổng số xã đạt chuẩn lên 98 xã.', ["= 12 xã: planned, 2024", "= 98 xã: planned, 2024"]),
        ('Thu ngân sách đạt 92% dự toán Trung ương giao và 88% dự toán HĐND tỉnh giao.', ["= 92 %: achieved, None", "= 88 %: achieved, None"]),
        ('Hội nghị thống nhất các chỉ tiêu năm 2025:\n\n- GRDP tăng 8%.\n\n- Thu ngân sách 10.500 tỷ đồng.\n\n- Tỷ lệ hộ nghèo còn 1,2%.\n\nVề kết quả, thu ngân sách 10 tháng đạt 8.000 tỷ đồng.', ["= 8 %: planned, 2025", "= 10500 tỷ đồng: planned, 2025", "= 1.2 %: planned, 2025", "= 8000 tỷ đồng: achieved, None"]),
        ('Một số kết quả nổi bật 10 tháng:\n\n- GRDP tăng 7%.\n\n- Thu ngân sách 8.500 tỷ đồng.', ["= 7 %: achieved, None", "= 8500 tỷ đồng: achieved, None"]),
        ('Dự kiến năm 2024:\n\n- GRDP tăng 7%.\n\n- Thu ngân sách 9.500 tỷ đồng.', ["= 7 %: projected, 2024", "= 9500 tỷ đồng: projected, 2024"]),
        ('Theo đó, năm 2025, tỉnh đặt mục tiêu tăng trưởng GRDP 8,5%. Thu ngân sách phấn đấu đạt 10.500 tỷ đồng. Tỷ lệ hộ nghèo giảm 1%.', ["= 8.5 %: planned, 2025", "= 10500 tỷ đồng: planned, 2025", "= 1 %: planned, 2025"]),
        ('Kết quả, GRDP 9 tháng tăng 7,1%, xếp thứ 15/63. Phấn đấu quý IV tăng 9%, cả năm tăng 7,6%.', ["= 7.1 %: achieved, None", "= 9 %: planned, 2024-Q4", "= 7.6 %: planned, 2024"]),
        ('Ước thực hiện cả năm, có 16/18 chỉ tiêu đạt và vượt; thu ngân sách ước đạt 10.100 tỷ đồng, tăng 5% so với dự toán và bằng 103% so với năm 2023.', ["~ 10100 tỷ đồng: projected, 2024", "= 5 %: projected, 2024", "= 103 %: projected, 2024"]),
        ('Ông cho biết, năm 2023 tỉnh đón 8,6 triệu lượt khách; 10 tháng năm nay đón 8,2 triệu lượt khách, dự kiến cả năm đạt 9,8 triệu lượt khách.', ["= 8.6 triệu lượt khách: achieved, 2023", "= 8.2 triệu lượt khách: achieved, None", "= 9.8 triệu lượt khách: projected, 2024"]),
        ('Diện tích trồng mới ước đạt 3.200 ha, nâng tổng diện tích cà phê lên 176.000 ha.', ["~ 3200 ha: achieved, None", "= 176000 ha: achieved, None"]),
        ('Tính đến 25/10, các chủ đầu tư giải ngân 3.500/6.000 tỷ đồng, đạt 58,3%.', ["= 3500/6000 tỷ đồng: achieved, None", "= 58.3 %: achieved, None"]),
        ('Tỉnh có 111/111 xã, phường hoàn thành kiện toàn bộ máy.', ["= 111/111 xã, phường: achieved, None"]),
        ('Thu nội địa đạt thấp, chỉ 61% dự toán; 7/16 khoản thu không đạt tiến độ.', ["= 61 %: achieved, None"]),
        ('Chủ tịch UBND tỉnh giao Sở Tài chính phấn đấu thu 2.000 tỷ đồng trong quý IV.', ["= 2000 tỷ đồng: planned, 2024-Q4"]),
        ('Ông Lê Văn Đạt yêu cầu các chủ đầu tư giải ngân tối thiểu 95% kế hoạch vốn trước ngày 31/1/2025.', [">= 95 %: planned, None"]),
        ('Ông Lê Văn Đạt yêu cầu đến hết tháng 11 giải ngân đạt 75%, đến hết năm đạt trên 95%.', ["= 75 %: planned, None", "> 95 %: planned, 2024"]),
        ('Ông Lê Văn Đạt lưu ý hiện mới có 40% số xã hoàn thành, yêu cầu đến tháng 12 đạt 100%.', ["= 40 %: achieved, None", "= 100 %: planned, None"]),
        ('Theo kế hoạch, năm 2025 tỉnh sẽ xóa 1.500 căn nhà tạm, xây mới 900 căn.', ["= 1500 căn: planned, 2025", "= 900 căn: planned, 2025"]),
        ('Tổng vốn đầu tư toàn xã hội khoảng 36.000 tỷ đồng, bằng 30 - 31% GRDP.', ["~ 36000 tỷ đồng: achieved, None", "= 30 - 31 %: achieved, None"]),
        ('Chỉ số giá tiêu dùng bình quân 10 tháng tăng 3,2% (cùng kỳ năm trước tăng 2,9%).', ["= 3.2 %: achieved, None", "= 2.9 %: achieved, None"]),
        ('GRDP quý III tăng 8,1% (cùng kỳ năm 2023 tăng 6%), quý IV dự báo tăng 8,5%.', ["= 8.1 %: achieved, 2024-Q3", "= 6 %: achieved, 2023", "= 8.5 %: projected, 2024-Q4"]),
        ('Ngành nông nghiệp tăng 4,2%, công nghiệp - xây dựng tăng 9,5%, dịch vụ tăng 7,8% so với cùng kỳ.', ["= 4.2 %: achieved, None", "= 9.5 %: achieved, None", "= 7.8 %: achieved, None"]),
        ('Tỷ lệ giải ngân cao nhất là Sở Y tế với 92%, thấp nhất là huyện Đam Rông với 21%.', ["= 92 %: achieved, None", "= 21 %: achieved, None"]),
        ('Kế hoạch năm 2025 dự kiến: thu nội địa 9.800 tỷ đồng, tăng 8%; chi ngân sách 15.200 tỷ đồng.', ["= 9800 tỷ đồng: planned, 2025", "= 8 %: planned, 2025", "= 15200 tỷ đồng: planned, 2025"]),
        ('Tỉnh đề ra mục tiêu đến cuối năm 2025 không còn nhà tạm, hộ nghèo còn dưới 1%.', ["< 1 %: planned, 2025"]),
        ('Đến năm 2025, tỷ lệ đô thị hóa đạt 46%; năm 2030 đạt 52%.', ["= 46 %: planned, 2025", "= 52 %: planned, 2030"]),
        ('Tỉnh phải trồng ít nhất 50 triệu cây xanh giai đoạn 2021-2025; đến nay đã trồng 41,5 triệu cây.', [">= 50 triệu cây xanh: planned, 2021/2025", "= 41.5 triệu cây: achieved, None"]),
        ('Bà cho hay, thu ngân sách quý I đạt 27% dự toán, quý II đạt 25%, sáu tháng cuối năm phải đạt 50% còn lại.', ["= 27 %: achieved, 2024-Q1", "= 25 %: achieved, 2024-Q2", "= 50 %: planned, None"]),
        ('Nợ thuế đến ngày 30/9 là 812 tỷ đồng, tăng 45 tỷ đồng so với đầu năm.', ["= 812 tỷ đồng: achieved, None", "= 45 tỷ đồng: achieved, None"]),
        ('Toàn tỉnh tạo việc làm mới cho khoảng 32.500 người; đưa 1.850 lao động đi làm việc ở nước ngoài.', ["~ 32500 người: achieved, None", "= 1850 lao động: achieved, None"]),
        ('Tỷ lệ bao phủ bảo hiểm y tế đạt trên 95% dân số, vượt 0,5% chỉ tiêu.', ["> 95 %: achieved, None", "> 0.5 %: achieved, None"]),
        ('Ước tính đến 31/12, toàn tỉnh giải ngân đạt 96,5%.', ["~ 96.5 %: projected, None"]),
        ('Dự kiến đến 31/12, toàn tỉnh giải ngân đạt 96,5%.', ["= 96.5 %: projected, None"]),
        ('Nếu không quyết liệt, cả năm chỉ giải ngân được 85%.', ["= 85 %: projected, 2024"]),
        ('Quyết tâm giải ngân 100% kế hoạch vốn.', ["= 100 %: planned, None"]),
        ('Chính phủ giao tỉnh tăng trưởng 8%, Tỉnh ủy giao 8,5%.', ["= 8 %: planned, None", "= 8.5 %: planned, None"]),
        ('Trung ương giao thu 9.000 tỷ đồng, HĐND tỉnh giao thu 9.900 tỷ đồng.', ["= 9000 tỷ đồng: planned, None", "= 9900 tỷ đồng: planned, None"]),
    ],
)  # fmt: skip
def test_told_as(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tai nạn giao thông giảm trên cả 3 tiêu chí.",
        "Xã áp dụng Bộ tiêu chí gồm 19 tiêu chí.",
        "Những người có liên quan đến 8 ca bệnh mới được cách ly.",
        "Trạm bơm có công suất 469 MW.",
    ],
)
def test_told_of_no_indicator(text: str) -> None:
    assert figures(text) == []
