"""Names of measures: what belongs to them, and the one name of their series."""

from __future__ import annotations

import pytest

from meetings.extraction.measure_names import name_of_measure
from meetings.extraction.metrics import Aspect, canonical, known_metric, names_known_metric
from meetings.extraction.spans import matchable


@pytest.mark.parametrize(
    ("metric", "aspect", "in_percent", "name"),
    [
        ("GRDP", "growth", True, "tăng trưởng GRDP"),
        ("tốc độ tăng trưởng kinh tế", "level", True, "tăng trưởng GRDP"),
        ("thu NSNN trên địa bàn", "level", False, "thu ngân sách"),
        ("thu ngân sách", "share", True, "thu ngân sách so với kế hoạch"),
        ("giải ngân vốn đầu tư công", "level", True, "tỷ lệ giải ngân vốn đầu tư công"),
        ("giải ngân vốn đầu tư công", "share", True, "tỷ lệ giải ngân vốn đầu tư công"),
        ("giải ngân vốn đầu tư công", "level", False, "giải ngân vốn đầu tư công"),
        ("Tỷ lệ hộ nghèo theo chuẩn đa chiều", "level", True, "tỷ lệ hộ nghèo"),
        ("thu ngân sách của huyện", "level", False, "thu ngân sách của huyện"),
        ("giá trị xuất khẩu nông sản", "level", False, "giá trị xuất khẩu nông sản"),
        ("sản lượng chè", "growth", True, "sản lượng chè (tăng)"),
    ],
)
def test_canonical(metric: str, aspect: Aspect, in_percent: bool, name: str) -> None:
    assert canonical(metric, aspect, "tăng", in_percent) == name


def test_the_longest_known_measure_is_found() -> None:
    words = "xuất khẩu, phấn đấu tổng thu ngân sách nhà nước đạt"
    known = known_metric(words, 0, len(words))
    assert known is not None
    assert known.of(words) == "tổng thu ngân sách nhà nước"
    assert known_metric(words, 11, 20) is None
    assert names_known_metric(words)
    assert not names_known_metric("đi bộ")


ONE_SERIES = {
    "thu ngân sách": [
        "tổng thu ngân sách nhà nước trên địa bàn", "thu NSNN", "thu ngân sách nhà nước", "thu NSNN trên địa bàn",
        "tổng thu NSNN", "thu ngân sách trên địa bàn tỉnh", "tổng thu ngân sách trên địa bàn",
        "Thu cân đối ngân sách nhà nước trên địa bàn", "thu ngân sách Nhà nước trên địa bàn tỉnh",
        "tổng thu ngân sách nhà nước (NSNN)", "tổng nguồn thu ngân sách", "Tổng thu cân đối NSNN trên địa bàn",
        "số thu ngân sách nhà nước", "Kết quả thu ngân sách nhà nước", "thu ngân sách nhà nước 6 tháng đầu năm",
    ],
    "thu nội địa": [
        "tổng thu nội địa", "thu ngân sách nội địa", "thu NSNN nội địa", "thu nội địa trên địa bàn",
    ],
    "chi ngân sách": [
        "tổng chi ngân sách địa phương", "chi NSĐP", "chi ngân sách nhà nước", "tổng chi NSNN",
        "chi cân đối ngân sách địa phương", "Tổng chi ngân sách nhà nước trên địa bàn",
    ],
    "GRDP": [
        "tổng sản phẩm trên địa bàn", "tổng sản phẩm trên địa bàn tỉnh (GRDP)", "Quy mô GRDP", "quy mô nền kinh tế",
        "Tổng sản phẩm (GRDP)", "quy mô tổng sản phẩm trên địa bàn",
    ],
    "GRDP bình quân đầu người": [
        "GRDP/người", "tổng sản phẩm bình quân đầu người", "thu nhập GRDP bình quân đầu người",
        "GRDP bình quân/người",
    ],
    "thu nhập bình quân đầu người": [
        "thu nhập bình quân", "thu nhập bình quân/người/năm", "thu nhập đầu người",
        "mức thu nhập bình quân đầu người",
    ],
    "giải ngân vốn đầu tư công": [
        "giải ngân đầu tư công", "giải ngân kế hoạch vốn đầu tư công", "giải ngân vốn đầu tư", "giải ngân",
        "tổng giải ngân vốn đầu tư công", "giải ngân vốn đầu tư phát triển", "giải ngân vốn ngân sách nhà nước",
        "giá trị giải ngân", "giải ngân các nguồn vốn đầu tư công",
    ],
    "vốn đầu tư toàn xã hội": [
        "tổng vốn đầu tư toàn xã hội", "huy động vốn đầu tư toàn xã hội", "tổng vốn đầu tư thực hiện toàn xã hội",
        "vốn đầu tư thực hiện toàn xã hội trên địa bàn", "tổng nguồn vốn đầu tư toàn xã hội",
    ],
    "vốn đầu tư nước ngoài": [
        "vốn FDI", "thu hút FDI", "thu hút vốn FDI", "thu hút vốn đầu tư trực tiếp nước ngoài (FDI)",
        "vốn đầu tư trực tiếp nước ngoài", "vốn đăng ký FDI", "thu hút đầu tư trực tiếp nước ngoài", "tổng vốn FDI",
        "vốn đầu tư FDI",
    ],
    "kim ngạch xuất khẩu": [
        "tổng kim ngạch xuất khẩu hàng hóa", "giá trị xuất khẩu", "xuất khẩu", "tổng giá trị xuất khẩu",
        "kim ngạch xuất khẩu hàng hoá trên địa bàn", "giá trị kim ngạch xuất khẩu", "xuất khẩu hàng hoá",
    ],
    "kim ngạch nhập khẩu": [
        "nhập khẩu", "tổng kim ngạch nhập khẩu hàng hóa", "giá trị nhập khẩu",
    ],
    "kim ngạch xuất nhập khẩu": [
        "tổng kim ngạch xuất nhập khẩu", "kim ngạch xuất, nhập khẩu", "kim ngạch XNK",
        "tổng kim ngạch xuất - nhập khẩu",
    ],
    "chỉ số sản xuất công nghiệp": [
        "chỉ số sản xuất công nghiệp (IIP)", "IIP", "chỉ số sản xuất toàn ngành công nghiệp", "Chỉ số SXCN",
        "chỉ số phát triển sản xuất công nghiệp",
    ],
    "giá trị sản xuất công nghiệp": [
        "giá trị SXCN", "GTSX công nghiệp", "giá trị sản xuất ngành công nghiệp",
        "giá trị sản xuất toàn ngành công nghiệp", "giá trị sản xuất công nghiệp (giá so sánh 2010)",
    ],
    "giá trị sản xuất nông nghiệp": [
        "giá trị sản xuất nông, lâm, thủy sản", "giá trị sản xuất nông - lâm - thủy sản",
        "giá trị sản xuất ngành nông nghiệp", "giá trị sản xuất nông, lâm, ngư nghiệp",
        "giá trị sản xuất nông lâm thủy sản", "giá trị sản xuất nông nghiệp, lâm nghiệp và thủy sản",
    ],
    "tổng mức bán lẻ hàng hóa": [
        "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "tổng mức bán lẻ hàng hoá", "tổng mức bán lẻ",
        "tổng mức bán lẻ hàng hóa và dịch vụ", "tổng mức bán lẻ hàng hóa, dịch vụ",
        "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ xã hội", "Tổng mức lưu chuyển hàng hóa bán lẻ",
        "tổng mức bán lẻ hàng hóa và doanh thu DVTD",
    ],
    "chỉ số giá tiêu dùng": [
        "chỉ số giá tiêu dùng (CPI)", "CPI", "chỉ số giá tiêu dùng bình quân", "CPI bình quân",
    ],
    "lượt khách du lịch": [
        "tổng lượt khách", "khách du lịch", "du khách", "lượt khách", "tổng lượng khách du lịch", "lượng khách",
        "số lượt khách du lịch", "lượt khách tham quan", "tổng số lượt khách", "thu hút khách du lịch",
    ],
    "doanh thu du lịch": [
        "tổng thu từ khách du lịch", "doanh thu từ hoạt động du lịch", "tổng doanh thu du lịch",
        "tổng thu từ du lịch", "doanh thu ngành du lịch", "thu từ du lịch",
    ],
    "tỷ lệ hộ nghèo": [
        "tỷ lệ hộ nghèo đa chiều", "tỉ lệ hộ nghèo", "tỷ lệ nghèo đa chiều",
        "tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", "tỷ lệ hộ nghèo toàn tỉnh", "tỷ lệ hộ nghèo theo chuẩn mới",
    ],
    "tỷ lệ che phủ rừng": [
        "độ che phủ rừng", "độ che phủ của rừng", "che phủ rừng", "tỷ lệ che phủ", "tỉ lệ độ che phủ rừng",
    ],
    "xã đạt chuẩn nông thôn mới": [
        "số xã đạt chuẩn nông thôn mới", "xã đạt chuẩn NTM", "xã nông thôn mới", "xã đạt tiêu chí nông thôn mới",
        "xã được công nhận đạt chuẩn nông thôn mới", "xã về đích nông thôn mới",
    ],
    "tỷ lệ bao phủ bảo hiểm y tế": [
        "tỷ lệ bao phủ BHYT", "tỷ lệ tham gia BHYT", "tỷ lệ dân số tham gia bảo hiểm y tế",
        "tỷ lệ người dân tham gia BHYT", "độ bao phủ BHYT", "bao phủ bảo hiểm y tế toàn dân",
        "tỷ lệ dân số có thẻ BHYT",
    ],
    "tỷ lệ tham gia bảo hiểm xã hội": [
        "tỷ lệ lao động tham gia BHXH", "tỷ lệ bao phủ BHXH", "tỷ lệ lực lượng lao động tham gia bảo hiểm xã hội",
    ],
    "tỷ lệ đô thị hóa": [
        "tỷ lệ đô thị hoá", "tốc độ đô thị hóa",
    ],
    "tỷ lệ lao động qua đào tạo": [
        "lao động qua đào tạo", "tỷ lệ lao động đã qua đào tạo",
    ],
    "tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ": [
        "lao động có bằng cấp, chứng chỉ",
    ],
    "việc làm": [
        "giải quyết việc làm", "tạo việc làm mới", "giải quyết việc làm mới", "tạo việc làm cho",
        "số lao động được tạo việc làm", "lao động có việc làm mới",
    ],
    "bác sĩ trên vạn dân": [
        "số bác sĩ/vạn dân", "số bác sỹ trên vạn dân", "bác sĩ trên 1 vạn dân", "bác sĩ/10.000 dân",
    ],
    "giường bệnh trên vạn dân": [
        "số giường bệnh/vạn dân", "số giường bệnh trên 1 vạn dân",
    ],
    "chỉ số năng lực cạnh tranh cấp tỉnh": [
        "chỉ số PCI", "PCI", "chỉ số năng lực cạnh tranh cấp tỉnh (PCI)", "điểm số PCI", "chỉ số năng lực cạnh tranh",
    ],
    "chỉ số cải cách hành chính": [
        "PAR INDEX", "chỉ số PAR Index", "chỉ số cải cách hành chính (PAR INDEX)", "chỉ số CCHC",
    ],
    "chỉ số hiệu quả quản trị và hành chính công": [
        "chỉ số PAPI", "PAPI",
    ],
    "chỉ số hài lòng của người dân": [
        "SIPAS", "chỉ số SIPAS",
    ],
    "chỉ số chuyển đổi số": [
        "DTI",
    ],
    "sản lượng lương thực": [
        "tổng sản lượng lương thực có hạt", "sản lượng cây lương thực có hạt", "sản lượng lương thực cây có hạt",
    ],
    "sản lượng lúa": [
        "tổng sản lượng lúa", "sản lượng lúa cả năm",
    ],
    "năng suất lúa": [
        "năng suất lúa bình quân",
    ],
    "sản lượng thủy sản": [
        "tổng sản lượng thuỷ sản", "sản lượng khai thác và nuôi trồng thủy sản",
    ],
    "sản lượng khai thác thủy sản": [
        "sản lượng thủy sản khai thác",
    ],
    "sản lượng nuôi trồng thủy sản": [
        "sản lượng thủy sản nuôi trồng",
    ],
    "diện tích gieo trồng": [
        "tổng diện tích gieo trồng", "diện tích gieo trồng cây hàng năm", "tổng diện tích gieo trồng các loại cây",
    ],
    "doanh nghiệp thành lập mới": [
        "số doanh nghiệp thành lập mới", "doanh nghiệp đăng ký thành lập mới",
        "doanh nghiệp được cấp giấy chứng nhận đăng ký thành lập mới", "thành lập mới doanh nghiệp",
    ],
    "sản phẩm OCOP": [
        "số sản phẩm OCOP", "sản phẩm được công nhận OCOP", "sản phẩm đạt chuẩn OCOP",
    ],
    "tai nạn giao thông": [
        "số vụ tai nạn giao thông",
    ],
    "dư nợ tín dụng": [
        "tổng dư nợ tín dụng", "tổng dư nợ cho vay", "dư nợ cho vay",
    ],
    "nguồn vốn huy động": [
        "huy động vốn", "tổng nguồn vốn huy động tại chỗ", "vốn huy động",
    ],
    "nhà ở xã hội": [
        "căn hộ nhà ở xã hội", "số căn nhà ở xã hội",
    ],
    "xóa nhà tạm, nhà dột nát": [
        "xóa nhà tạm", "nhà tạm, nhà dột nát",
    ],
    "trường đạt chuẩn quốc gia": [
        "trường chuẩn quốc gia", "trường học đạt chuẩn quốc gia", "số trường đạt chuẩn quốc gia",
    ],
    "tỷ lệ dân số dùng nước sạch": [
        "tỷ lệ hộ dân sử dụng nước sạch",
    ],
    "tuổi thọ trung bình": [
        "tuổi thọ bình quân",
    ],
    "kết nạp đảng viên": [
        "kết nạp đảng viên mới",
    ],
    "tổng đàn lợn": [
        "đàn lợn",
    ],
    "tổng đàn gia cầm": [
        "đàn gia cầm",
    ],
    "kinh tế số": [
        "tỷ trọng kinh tế số trong GRDP",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("series", "printed"), [(name, form) for name, forms in ONE_SERIES.items() for form in forms])
def test_all_that_is_printed_of_one_measure_is_one_series(series: str, printed: str) -> None:
    assert canonical(name_of_measure(matchable(f"{printed} cả năm đạt ")), "level", "tăng", False) == series


@pytest.mark.parametrize(
    ("metric", "aspect", "series"),
    [
        ("hộ nghèo", "level", "tỷ lệ hộ nghèo"),
        ("tỷ lệ hộ cận nghèo", "level", "tỷ lệ hộ cận nghèo"),
        ("Tổng sản phẩm (GRDP)", "growth", "tăng trưởng GRDP"),
        ("tổng chi NSĐP", "share", "chi ngân sách so với kế hoạch"),
        ("giải ngân vốn ĐTC", "level", "tỷ lệ giải ngân vốn đầu tư công"),
    ],
)
def test_what_a_percentage_is_of(metric: str, aspect: Aspect, series: str) -> None:
    assert canonical(metric, aspect, "tăng", True) == series


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sản lượng lúa", "sản lượng lương thực"),
        ("sản lượng khai thác thủy sản", "sản lượng thủy sản"),
        ("thu nội địa", "thu ngân sách"),
        ("kim ngạch xuất khẩu gạo", "kim ngạch xuất khẩu"),
        ("tỷ lệ hộ nghèo người dân tộc thiểu số", "tỷ lệ hộ nghèo"),
        ("lượt khách quốc tế", "lượt khách du lịch"),
        ("xã đạt chuẩn nông thôn mới nâng cao", "xã đạt chuẩn nông thôn mới"),
        ("tỷ lệ thất nghiệp thành thị", "tỷ lệ thất nghiệp"),
        ("chi đầu tư phát triển", "chi ngân sách"),
    ],
)
def test_measures_that_are_not_one(one: str, other: str) -> None:
    assert canonical(one, "level", "tăng", False) != canonical(other, "level", "tăng", False)
