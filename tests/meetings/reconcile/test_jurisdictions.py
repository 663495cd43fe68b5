"""Where the holder of titles serves, by the words of the text."""

import datetime

import pytest

from meetings.extraction.facts import RoleFact
from meetings.extraction.spans import Span
from meetings.reconcile.jurisdictions import jurisdiction
from meetings.reconcile.provinces import Place
from people.register import ProvinceRegister

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("titles", "here", "kind", "province"),
    [
        (["Chủ tịch UBND tỉnh"], "Nghệ An", "province", "Nghệ An"),
        (["Chủ tịch UBND tỉnh"], None, "unknown", None),
        ([], "Nghệ An", "province", "Nghệ An"),
        (["Chủ tịch UBND tỉnh Hà Tĩnh"], "Nghệ An", "province", "Hà Tĩnh"),
        (["Bí thư Thành ủy Cần Thơ", "Chủ tịch UBND tỉnh"], "Nghệ An", "province", "Cần Thơ"),
        # A province in the name of something else says nothing.
        (["Hiệu trưởng Trường Đại học Cần Thơ"], "Nghệ An", "province", "Nghệ An"),
        (["Bộ trưởng Bộ Y tế"], "Nghệ An", "nation", None),
        (["Ủy viên Ban Chấp hành Trung ương Đảng", "Bộ trưởng Bộ Y tế"], None, "nation", None),
        (["Ủy viên Ban Chấp hành Trung ương Đảng", "Bí thư Tỉnh ủy"], "Nghệ An", "province", "Nghệ An"),
        (["Ủy viên Ban Chấp hành Trung ương Đảng"], None, "unknown", None),
        (["Phó Chủ tịch Quốc hội", "Bí thư Tỉnh ủy"], "Nghệ An", "province", "Nghệ An"),
    ],
)
def test_where_somebody_serves(titles: list[str], here: str | None, kind: str, province: str | None) -> None:
    text, roles = "", []
    for title in titles:
        span = Span(len(text), len(text) + len(title))
        text += f"{title}; "
        roles.append(RoleFact(span, "test", "Lê Văn Tám", title, title, None))
    register, day = ProvinceRegister(), datetime.date(2024, 5, 16)
    place = Place(register, register.find(here, day) if here else None, day)
    found = jurisdiction(roles, text, place)
    assert (found.kind, found.province and found.province.name) == (kind, province)
