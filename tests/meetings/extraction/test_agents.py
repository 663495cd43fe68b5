"""Agents: lists of those told to act, a line that only names them, and names no table knows."""

from __future__ import annotations

import pytest

from meetings.extraction.agents import heading_agents, read_agents, unknown_agents
from meetings.extraction.document import Document
from meetings.extraction.people import find_people

NOBODY = find_people(Document("t", ""))


def names(text: str) -> list[str]:
    agents = read_agents(text, 0, len(text), NOBODY)
    return [agent.name for agent in agents.items] if agents else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Y tế rà soát", ["Sở Y tế"]),
        # how many they are is told before who
        ("hai đơn vị Sở Xây dựng và Sở Y tế rà soát", ["Sở Xây dựng", "Sở Y tế"]),
        ("cả ba cơ quan Công an tỉnh, Sở Nội vụ, Thanh tra tỉnh lập tổ kiểm tra", ["Công an tỉnh", "Sở Nội vụ", "Thanh tra tỉnh"]),
        ("các cơ quan thông tin đại chúng đưa tin", ["các cơ quan thông tin đại chúng"]),
        ("Ban Quản lý Khu kinh tế cửa khẩu lập bến xe", ["Ban Quản lý Khu kinh tế cửa khẩu"]),
        ("Sở Văn hóa, Thể thao và Du lịch phối hợp", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Các Sở: Tài chính, Xây dựng, Y tế rà soát", ["Sở Tài chính", "Sở Xây dựng", "Sở Y tế"]),
        ("các sở: Công Thương, Nông nghiệp và Môi trường tổ chức", ["Sở Công Thương", "Sở Nông nghiệp và Môi trường"]),
        ("Sở Nội vụ, Tư pháp và UBND huyện Tuy An rà soát", ["Sở Nội vụ", "Sở Tư pháp", "UBND huyện Tuy An"]),
        ("các Ban: Pháp chế, Đô thị HĐND thành phố thẩm tra", ["Ban Pháp chế HĐND thành phố", "Ban Đô thị HĐND thành phố"]),
        ("các ngành: Y tế, Thuế tháo gỡ", ["ngành Y tế", "ngành Thuế"]),
        ("ngành Tài nguyên và Môi trường cử cán bộ", ["ngành Tài nguyên và Môi trường"]),
        ("các sở, ngành, UBND các xã tập trung", ["các sở, ngành", "UBND các xã"]),
        ("Sở Tư pháp và các Ban HĐND tỉnh rà soát", ["Sở Tư pháp", "các Ban HĐND tỉnh"]),
        ("Ban Quản lý dự án giao thông tỉnh cùng các chủ đầu tư lập", ["Ban Quản lý dự án giao thông tỉnh", "các chủ đầu tư"]),
        ("Chủ tịch UBND thị xã Đông Hòa, Chủ tịch UBND huyện Tuy An đối thoại",
         ["Chủ tịch UBND thị xã Đông Hòa", "Chủ tịch UBND huyện Tuy An"]),
        ("Giám đốc Sở Tài chính chịu trách nhiệm", ["Giám đốc Sở Tài chính"]),
        ("Công an, Quân sự, Biên phòng phối hợp", ["Công an", "Quân sự", "Biên phòng"]),
        ("Sở NN&PTNT, Sở TN-MT rà soát", ["Sở NN&PTNT", "Sở TN-MT"]),
        ("Sở Y tế Nghệ An rà soát", ["Sở Y tế Nghệ An"]),
        ("Trung tâm điều hành thông minh kết nối", ["Trung tâm điều hành thông minh"]),
        ("Tổ giúp việc Ban Chỉ đạo lập danh mục chợ", ["Tổ giúp việc Ban Chỉ đạo"]),
        ("ngành nông nghiệp cùng các xã ven biển siết", ["ngành nông nghiệp", "các xã ven biển"]),
        ("Các Ban HĐND, Tổ đại biểu và đại biểu HĐND tỉnh gặp dân", ["các Ban HĐND", "Tổ đại biểu", "đại biểu HĐND tỉnh"]),
        ("doanh nghiệp khai thác đá tạm ngừng nổ mìn", ["doanh nghiệp khai thác đá"]),
        ("Công ty Bemax thiết lập chốt", ["Công ty Bemax"]),
        ("Bưu điện tỉnh, Viettel Tây Sơn và Sở Y tế họp", ["Bưu điện tỉnh", "Viettel Tây Sơn", "Sở Y tế"]),
        ("Văn phòng Đăng ký đất đai tỉnh trả hồ sơ", ["Văn phòng Đăng ký đất đai tỉnh"]),
        ("các ban quản lý dự án, chủ đầu tư tăng ca", ["các ban quản lý dự án", "chủ đầu tư"]),
        ("Ban quản lý dự án công trình thủy lợi tỉnh tăng ca", ["Ban quản lý dự án công trình thủy lợi tỉnh"]),
        ("Huyện cần tập trung", ["huyện"]),
        ("cả hệ thống chính trị vào cuộc", ["cả hệ thống chính trị"]),
        ("UBND 104 xã, phường hướng dẫn các trường", ["UBND 104 xã, phường"]),
        ("Sở Y tế, đồng chí Lê Văn Đạt giao lãnh đạo trực đêm", ["Sở Y tế"]),
        ("Trường hợp chậm trễ thì kiểm điểm", []),
        ("Ban hành kế hoạch", []),
        ("rà soát quỹ đất", []),
    ],
)  # fmt: skip
def test_reads_lists(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND các huyện: Tuy An, Sơn Hòa, thị xã Sông Cầu rà soát",
         ["UBND huyện Tuy An", "UBND huyện Sơn Hòa", "UBND thị xã Sông Cầu"]),
        ("các cảng cá: Sa Kỳ và Sa Huỳnh giám sát", ["cảng cá Sa Kỳ", "cảng cá Sa Huỳnh"]),
        ("UBND các huyện: rà soát lại", ["UBND các huyện"]),
        ("Các nơi: Tuy An, Sơn Hòa", None),
    ],
)  # fmt: skip
def test_each_behind_a_colon_has_the_head(text: str, expected: list[str] | None) -> None:
    agents = read_agents(text, 0, len(text), NOBODY)
    assert ([agent.name for agent in agents.items] if agents else None) == expected


def test_a_person_is_told_by_name() -> None:
    text = "Dự họp có bà Mai Thị Lan, Phó Chủ tịch UBND tỉnh. Giao Phó Chủ tịch UBND tỉnh Mai Thị Lan kiểm tra."
    start = text.index("Giao ") + 5
    agents = read_agents(text, start, len(text), find_people(Document("t", text)))
    assert agents is not None
    assert [agent.name for agent in agents.items] == ["Mai Thị Lan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Công Thương", ["Sở Công Thương"]),
        ("Các sở, ban, ngành; UBND các xã:", ["các sở, ban, ngành", "UBND các xã"]),
        ("Sở Công Thương rà soát giá:", None),
        ("Về phát triển kinh tế", None),
    ],
)
def test_a_line_may_only_name_them(text: str, expected: list[str] | None) -> None:
    agents = heading_agents(text, 0, len(text), NOBODY)
    assert (agents and [agent.name for agent in agents.items]) == expected


def test_unknown_names_count_before_a_task() -> None:
    text = "Viễn Tín Hà Giang, Mạng Xanh Hà Giang xóa vùng lõm sóng"
    agents = unknown_agents(text, 0, len(text))
    assert agents is not None
    assert [agent.name for agent in agents.items] == ["Viễn Tín Hà Giang", "Mạng Xanh Hà Giang"]
    assert unknown_agents("Đồng Nai là tỉnh lớn", 0, 20) is None
