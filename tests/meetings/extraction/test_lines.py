"""Lines: each kind told by its looks; a paragraph is what is left."""

from __future__ import annotations

import pytest

from meetings.extraction.lines import AFTERWORD, RELATED, classify, line_of


def kind(text: str, *, sentences: int = 1, opened: bool = True, closed: bool = False) -> str:
    return classify(line_of(text, sentences, opened=opened, closed=closed))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hop-bao-thang-5(2).jpg", "noise"),
        ("05/07/2023 | Xây dựng Đảng", "noise"),
        ("Thứ Năm, 16/05/2024 15:20 (GMT+7)", "noise"),
        ("Trang chủ > Chính trị", "noise"),
        ("Gửi bình luận Nhập lại", "noise"),
        ("Từ khóa: hạn mặn, Bến Tre", "noise"),
        ("Tin, ảnh: Lan Anh", "byline"),
        ("(Nguồn: Văn phòng UBND tỉnh)", "byline"),
        ("Ông An chủ trì buổi làm việc. Ảnh: H.G", "caption"),
        ("Toàn cảnh kỳ họp.", "caption"),
        ("Chủ tịch UBND tỉnh giao việc cuối năm cho các sở - Ảnh 1.", "caption"),
        ("Các đại biểu biểu quyết thông qua nghị quyết", "caption"),
        ("Chủ tịch UBND tỉnh Lê An kết luận phiên họp", "caption"),
        ("Đồng chí Bí thư Tỉnh ủy phát biểu tại hội nghị.", "caption"),
        ("- Sở Y tế dự trữ thuốc.", "bullet"),
        ("a) Số hóa hồ sơ.", "bullet"),
        ("12. Sở Nội vụ tham mưu.", "bullet"),
        ("Gỡ vướng cho các dự án trọng điểm", "heading"),
        ("Chuẩn bị khởi công bốn trường học vào ngày 09/11/2025", "heading"),
        ("Sở Y tế dự trữ thuốc.", "paragraph"),
        ("Kết luận phiên họp, Chủ tịch UBND tỉnh yêu cầu:", "paragraph"),
        ("3 - 5 ngày tới có mưa to.", "paragraph"),
        ("Ngày 16/05/2024, UBND tỉnh họp.", "paragraph"),
    ],
)
def test_tells_kinds(text: str, expected: str) -> None:
    assert kind(text) == expected


def test_a_picture_may_show_somebody_or_name_who_took_it() -> None:
    assert kind("Ảnh: Đồng chí Lê Văn Đạt, Chủ tịch HĐND tỉnh phát biểu bế mạc") == "caption"
    assert kind("Ảnh: Minh Châu") == "byline"


def test_names_are_a_byline_only_at_the_end() -> None:
    assert kind("Minh Châu - Đức Toàn", closed=True) == "byline"
    assert kind("Minh Châu - Đức Toàn", closed=False) == "heading"


def test_a_person_acting_is_a_title_before_the_text_has_begun() -> None:
    title = "Chủ tịch UBND tỉnh chủ trì phiên họp tháng 5"
    assert (kind(title, opened=False), kind(title, opened=True)) == ("heading", "caption")


@pytest.mark.parametrize(
    "text", ["Tin liên quan", "TIN LIÊN QUAN", "Tin cùng chuyên mục", "Tin mới nhất", ">> Đọc thêm"]
)
def test_knows_what_leads_to_other_headlines(text: str) -> None:
    assert RELATED.match(text)


@pytest.mark.parametrize("text", ["Tin vui từ vùng biên", "Khác với năm trước, lũ đến sớm"])
def test_takes_a_headline_for_no_lead_to_others(text: str) -> None:
    assert not RELATED.match(text)


@pytest.mark.parametrize("text", ["Ý kiến bạn đọc (0)", "Bình luận", "Gửi bình luận"])
def test_knows_what_comes_after_an_article(text: str) -> None:
    assert AFTERWORD.match(text)
