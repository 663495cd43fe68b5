"""Names of bodies that no table knows: where each ends."""

from __future__ import annotations

import pytest

from meetings.extraction.organizations import agency_end
from meetings.extraction.unlisted_names import unlisted_end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Phòng Kinh tế - Hạ tầng rà soát", "Phòng Kinh tế - Hạ tầng"),
        ("Phòng Kinh tế - Hạ tầng các huyện rà soát", "Phòng Kinh tế - Hạ tầng các huyện"),
        ("Phòng Kinh tế - cơ quan giúp việc", "Phòng Kinh tế"),
        ("Trung tâm điều hành thông minh kết nối", "Trung tâm điều hành thông minh"),
        ("Tổ giúp việc Ban Chỉ đạo lập danh mục", "Tổ giúp việc Ban Chỉ đạo"),
        ("Đài Truyền thanh huyện được giao phát tin", "Đài Truyền thanh huyện"),
        ("Trung tâm Văn hóa - Thể thao và Truyền thanh huyện dựng pa nô", "Trung tâm Văn hóa - Thể thao và Truyền thanh huyện"),
        ("Trung tâm Văn hóa - Thể thao và Sở Y tế họp", "Trung tâm Văn hóa - Thể thao"),
        ("Trường Đại học Tây Sơn đào tạo 50 thợ cho các xã", "Trường Đại học Tây Sơn"),
        ("Đội Quản lý thị trường số 5 soi kho", "Đội Quản lý thị trường số 5"),
        ("Công ty TNHH MTV Khai thác công trình thủy lợi điều tiết nước", "Công ty TNHH MTV Khai thác công trình thủy lợi"),
        ("Trung tâm Ứng dụng tiến bộ khoa học và công nghệ tỉnh chọn giống",
         "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ tỉnh"),
        ("Hạt Kiểm lâm thị xã xoay xở mọi bề", "Hạt Kiểm lâm thị xã"),
    ],
)  # fmt: skip
def test_where_the_name_ends(text: str, name: str) -> None:
    stop, _ = agency_end(text, 0)
    assert text[: unlisted_end(text, 0, stop, len(text))] == name
