"""References to documents: what is read, in which canonical form, and what only counts documents."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.legal import find_legal_refs


def canonical(text: str) -> list[str]:
    return [ref.canonical for ref in find_legal_refs(Document("t", text))]


@pytest.mark.parametrize(
    "text",
    [
        "thông qua 18 Nghị quyết",
        "kết luận 12 nội dung",
        "Kết luận 12 nội dung được nêu",
        "Báo cáo 9 tháng đầu năm",
        "Kế hoạch 5 năm 2026-2030",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX",
        "thực hiện Nghị quyết này",
        "Quyết định 22 tỷ đồng vốn dự phòng",
        "Tổ công tác 751 họp",
        "Kỳ họp thứ 15",
        "đường 57-NQ",
    ],
)
def test_is_no_reference(text: str) -> None:
    assert canonical(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "number", "issuer", "form"),
    [
        ("Nghị quyết số 72-NQ/TW của Bộ Chính trị", "Nghị quyết", "72-NQ/TW", "Bộ Chính trị", "72-NQ/TW"),
        ("Nghị quyết 71-NQ/TW", "Nghị quyết", "71-NQ/TW", None, "71-NQ/TW"),
        ("Luật Đê điều số 79/2006/QH11", "Luật", "79/2006/QH11", None, "79/2006/QH11"),
        ("Bộ luật Hàng hải số 95/2015/QH13", "Luật", "95/2015/QH13", None, "95/2015/QH13"),
        ("Luật Thủy lợi và Nghị định số 67/2018/NĐ-CP", "Nghị định", "67/2018/NĐ-CP", None, "67/2018/NĐ-CP"),
        ("Nghị quyết số 57-NQ/T.Ư", "Nghị quyết", "57-NQ/T.Ư", None, "57-NQ/TW"),
        ("Nghị quyết số 57 NQ/TW", "Nghị quyết", "57 NQ/TW", None, "57-NQ/TW"),
        ("Nghị quyết số 57 của Bộ Chính trị", "Nghị quyết", "57", "Bộ Chính trị", "57-NQ/TW"),
        ("Chỉ thị số 34 của Ban Bí thư", "Chỉ thị", "34", "Ban Bí thư", "34-CT/TW"),
        ("Kết luận số 08 của Bộ Chính trị", "Kết luận", "08", "Bộ Chính trị", "08-KL/TW"),
        ("Kết luận số 8 của Bộ Chính trị", "Kết luận", "8", "Bộ Chính trị", "08-KL/TW"),
        ("Quy định số 24 của Ban Chấp hành Trung ương", "Quy định", "24", "Ban Chấp hành Trung ương", "24-QĐ/TW"),
        ("Kế hoạch số 15-KH/TU của Tỉnh uỷ", "Kế hoạch", "15-KH/TU", "Tỉnh uỷ", "15-KH/TU"),
        ("Quyết định 1169/QĐ-TTg", "Quyết định", "1169/QĐ-TTg", None, "1169/QĐ-TTg"),
        ("Quyết định số 1719 của Thủ tướng", "Quyết định", "1719", "Thủ tướng", "1719/QĐ-TTg"),
        ("Quyết định 1674-QĐNS/TW", "Quyết định", "1674-QĐNS/TW", None, "1674-QĐNS/TW"),
        ("Nghị định 45/2025/NĐ-CP", "Nghị định", "45/2025/NĐ-CP", None, "45/2025/NĐ-CP"),
        ("Nghị quyết số 128 của Chính phủ", "Nghị quyết", "128", "Chính phủ", "128/NQ-CP"),
        ("Nghị quyết số 43/2022/QH15", "Nghị quyết", "43/2022/QH15", None, "43/2022/QH15"),
        ("Thông báo số 634/TB-VPCP", "Thông báo", "634/TB-VPCP", None, "634/TB-VPCP"),
        ("Công văn số 6212 /UBND-TH", "Công văn", "6212 /UBND-TH", None, "6212/UBND-TH"),
        ("Thông tư 39 của Bộ Tài chính", "Thông tư", "39", "Bộ Tài chính", "Thông tư 39 của Bộ Tài chính"),
        ("Luật số 31/2024/QH15", "Luật", "31/2024/QH15", None, "31/2024/QH15"),
        ("Đề án 06", "Đề án", "06", None, "Đề án 06"),
        ("Đề án 06/CP", "Đề án", "06/CP", None, "Đề án 06"),
        ("theo 45/2025/NĐ-CP", "Nghị định", "45/2025/NĐ-CP", None, "45/2025/NĐ-CP"),
        ("theo Quy định 96-QĐ/TW", "Quy định", "96-QĐ/TW", None, "96-QĐ/TW"),
    ],
)
def test_reads(text: str, kind: str, number: str, issuer: str | None, form: str) -> None:
    (ref,) = find_legal_refs(Document("t", text))
    assert (ref.kind, ref.number, ref.issuer, ref.canonical) == (kind, number, issuer, form)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "theo Nghị quyết số 154 ngày 23/11/2022 của Chính phủ, các sở",
            "Nghị quyết số 154 ngày 23/11/2022 của Chính phủ",
        ),
        ("tại Đề án 06 và", "Đề án 06"),
        ("là Chỉ thị số 26/CT-TTg.", "Chỉ thị số 26/CT-TTg"),
        (
            "tổng kết Nghị quyết số 13 của Ban Chấp hành Trung ương Đảng khóa IX về hợp tác xã",
            "Nghị quyết số 13 của Ban Chấp hành Trung ương Đảng khóa IX",
        ),
        (
            "Nghị quyết 10/2016/NQ-HĐND của HĐND tỉnh ngày 7/12/2016 về",
            "Nghị quyết 10/2016/NQ-HĐND của HĐND tỉnh ngày 7/12/2016",
        ),
    ],
)
def test_the_span_holds_kind_number_date_and_issuer(text: str, words: str) -> None:
    (ref,) = find_legal_refs(Document("t", text))
    assert ref.text == ref.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("các Nghị quyết số 57, 59, 66 và 68 của Bộ Chính trị", ["57-NQ/TW", "59-NQ/TW", "66-NQ/TW", "68-NQ/TW"]),
        ("Nghị quyết 57-NQ/TW, 59-NQ/TW và 66-NQ/TW", ["57-NQ/TW", "59-NQ/TW", "66-NQ/TW"]),
        ("Nghị quyết số 18, 19 của Trung ương", ["18-NQ/TW", "19-NQ/TW"]),
        ("Nghị quyết 29-NQ/TW và Kết luận 91-KL/TW", ["29-NQ/TW", "91-KL/TW"]),
        ("Nghị quyết 57-NQ/TW, 15 nhiệm vụ", ["57-NQ/TW"]),
    ],
)
def test_reads_lists(text: str, forms: list[str]) -> None:
    assert canonical(text) == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Nghị quyết số 57-NQ/TW … Nghị quyết 57", ["57-NQ/TW", "57-NQ/TW"]),
        ("Nghị quyết 57 … Nghị quyết số 57 của Bộ Chính trị", ["57-NQ/TW", "57-NQ/TW"]),
        ("Nghị quyết số 57-NQ/TW … Chỉ thị số 57", ["57-NQ/TW", "Chỉ thị 57"]),
        ("Nghị quyết 12-NQ/TW … Nghị quyết 12/NQ-CP … Nghị quyết số 12", ["12-NQ/TW", "12/NQ-CP", "Nghị quyết 12"]),
        (
            "Nghị quyết số 21 của Bộ Chính trị khóa XI … Nghị quyết 21 của Bộ Chính trị",
            ["21-NQ/TW khóa XI", "21-NQ/TW khóa XI"],
        ),
    ],
)
def test_one_document_has_one_form_within_a_text(text: str, forms: list[str]) -> None:
    assert canonical(text) == forms
