"""What a meeting is called: the text's own words where they name it, a description where they do not."""

import pytest

from meetings.extraction.document import Document
from meetings.extraction.meetings import find_meeting

CASES = [
    # a heading that names the meeting
    (
        "Ban Thường vụ Tỉnh ủy họp phiên thứ 31\n\nNgày 4/6/2019, Ban Thường vụ Tỉnh ủy họp phiên thứ 31 cho ý kiến về công tác cán bộ.",
        "Ban Thường vụ Tỉnh ủy họp phiên thứ 31",
        "title: heading",
    ),
    # a section label in the heading's line
    (
        "Thời sự Thường trực HĐND tỉnh họp phiên thứ 12\n\nSáng 4/6/2019, Thường trực HĐND tỉnh họp phiên thứ 12.",
        "Thường trực HĐND tỉnh họp phiên thứ 12",
        "title: heading",
    ),
    (
        "HĐND Thường trực HĐND tỉnh họp phiên thứ 12\n\nSáng 4/6/2019, Thường trực HĐND tỉnh họp phiên thứ 12.",
        "Thường trực HĐND tỉnh họp phiên thứ 12",
        "title: heading",
    ),
    # words of the lead, up to what goes on to tell
    (
        "Chiều 9/8/2022, UBND tỉnh tổ chức phiên họp thường kỳ tháng 8 để nghe báo cáo về mùa vụ.",
        "Phiên họp thường kỳ tháng 8 của UBND tỉnh",
        "title: words of the lead",
    ),
    (
        "Ngày 2/3/2016, tại hội trường, diễn ra phiên họp chuyên đề UBND tỉnh tháng 3/2016, bàn về nước sạch.",
        "Phiên họp chuyên đề UBND tỉnh tháng 3/2016",
        "title: words of the lead",
    ),
    # only a verb: a description
    (
        "Ngày 7/5/2020, Thường trực Tỉnh ủy nghe và cho ý kiến về quy hoạch vùng trồng sắn. Đồng chí Bí thư Tỉnh ủy chủ trì.",
        "Họp Thường trực Tỉnh ủy",
        "title: composed",
    ),
]


@pytest.mark.parametrize(("text", "title", "rule"), CASES)
def test_the_title_and_where_it_is_from(text: str, title: str, rule: str) -> None:
    meeting = find_meeting(Document("t.txt", text))
    assert (meeting.title, meeting.evidence["title"][1]) == (title, rule)
