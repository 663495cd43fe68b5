"""Groups: how far a group's name goes, and what no longer belongs to it."""

from __future__ import annotations

import pytest

from meetings.extraction.groups import group_end
from meetings.extraction.lexicon import table
from meetings.extraction.organizations import HEAD, agency_end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("các sở, ngành, địa phương rà soát", "các sở, ngành, địa phương"),
        ("các cấp, các ngành cần quyết tâm", "các cấp, các ngành"),
        ("các Sở, ngành liên quan khẩn trương", "các Sở, ngành liên quan"),
        ("UBND các xã có dự án đi qua vận động", "UBND các xã có dự án đi qua"),
        ("UBND các huyện miền núi Sông Hinh, Sơn Hòa phân bổ", "UBND các huyện miền núi Sông Hinh, Sơn Hòa"),
        ("UBND cấp xã quản lý chặt", "UBND cấp xã"),
        ("người đứng đầu các địa phương phải dành", "người đứng đầu các địa phương"),
        ("các tổ chức chính trị - xã hội đẩy mạnh", "các tổ chức chính trị - xã hội"),
        ("các đơn vị sự nghiệp trực thuộc UBND tỉnh tiếp tục", "các đơn vị sự nghiệp trực thuộc UBND tỉnh"),
        ("các ban thường vụ huyện ủy, thành ủy rà soát", "các ban thường vụ huyện ủy, thành ủy"),
        ("các đồng chí tham dự hội nghị tiếp thu", "các đồng chí tham dự hội nghị"),
        ("các đơn vị được giao làm chủ đầu tư cần sớm mua", "các đơn vị được giao làm chủ đầu tư"),
        ("các cơ quan khối nội chính, trước mắt, tập trung", "các cơ quan khối nội chính"),
        ("chủ đầu tư huy động thêm máy", "chủ đầu tư"),
        ("UBND các xã vùng cao Ia Púch, Ia Mơ xoay xở", "UBND các xã vùng cao Ia Púch, Ia Mơ"),
        ("các hộ nuôi ong cam kết không pha đường", "các hộ nuôi ong"),
        ("02 xã Ia Púch, Ia Mơ cắm mốc", "02 xã Ia Púch, Ia Mơ"),
        ("cấp ủy các xã, phường xem lại", "cấp ủy các xã, phường"),
        ("các huyện, thị xã, thành phố đeo bám", "các huyện, thị xã, thành phố"),
        ("quận ủy các quận Ba Hàng, Cốc Lếu lãnh đạo", "quận ủy các quận Ba Hàng, Cốc Lếu"),
        ("UBND các xã có rừng tham mưu phương án giá", "UBND các xã có rừng"),
        ("các thành viên UBND tỉnh được phân công địa bàn nào phải bám địa bàn ấy", "các thành viên UBND tỉnh"),
        ("các chủ hồ thủy điện, thủy lợi xả lũ", "các chủ hồ thủy điện, thủy lợi"),
        ("Bí thư huyện ủy, thành ủy gặp dân", "Bí thư huyện ủy, thành ủy"),
        ("các ban quản lý dự án, chủ đầu tư tăng ca", "các ban quản lý dự án"),
        ("mỗi cấp ủy viên nhận một việc", "mỗi cấp ủy viên"),
        ("các huyện Tuy An, Sơn Hòa và thị xã Sông Cầu rà soát", "các huyện Tuy An, Sơn Hòa và thị xã Sông Cầu"),
        ("UBND các xã nơi có kè đi qua vận động", "UBND các xã nơi có kè đi qua"),
        ("các công ty khai thác công trình thủy lợi kiểm tra đập", "các công ty khai thác công trình thủy lợi"),
        ("các nhà thầu thi công huy động thêm máy", "các nhà thầu thi công"),
        # a verb that no table knows is not taken in
        ("các hộ xoay xở với nhau", "các hộ"),
        ("các hộ xoay xở mọi bề", "các hộ"),
        ("các huyện Lộc Hà, Kỳ Anh xoay xở, hoàn thành", "các huyện Lộc Hà, Kỳ Anh"),
    ],
)
def test_reads_the_name_as_printed(text: str, name: str) -> None:
    assert text[: group_end(text, 0, len(text))] == name


@pytest.mark.parametrize(
    "text", ["Sở Y tế mua thuốc", "rà soát các xã", "việc sắp xếp", "12 xã đạt chuẩn", "nhà thầu nào chậm", ""]
)
def test_no_group_begins(text: str) -> None:
    assert group_end(text, 0, len(text)) == 0


@pytest.mark.parametrize("row", table("agents"), ids=lambda row: row["words"])
def test_each_kind_of_agent_is_a_group_in_the_words_it_was_met_in(row: dict[str, str]) -> None:
    met = row["met_in"]
    end = next(end for start in range(len(met)) if (end := group_end(met, start, len(met))) > start)
    assert row["words"] in met[:end]


@pytest.mark.parametrize("row", table("agency_heads"), ids=lambda row: row["head"])
def test_each_head_begins_an_agency_in_the_words_it_was_met_in(row: dict[str, str]) -> None:
    start = row["met_in"].index(row["head"])
    assert HEAD.match(row["met_in"], start)
    assert agency_end(row["met_in"], start)[0] > start


@pytest.mark.parametrize("row", table("agent_qualifiers"), ids=lambda row: row["words"])
def test_each_qualifier_ends_the_name_it_was_met_in(row: dict[str, str]) -> None:
    end = group_end(row["met_in"], 0, len(row["met_in"]))
    assert row["met_in"][:end].endswith(row["words"])
