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


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Nghị quyết số 57-NQ/TW của Bộ Chính trị", ["57-NQ/TW"]),
        ("Nghị quyết 57-NQ/TW", ["57-NQ/TW"]),
        ("NQ 57-NQ/TW", ["57-NQ/TW"]),
        ("NQ số 57 của Bộ Chính trị", ["57-NQ/TW"]),
        ("Nghị quyết số 57 của BCT", ["57-NQ/TW"]),
        ("Nghị quyết 57 của Bộ Chính trị", ["57-NQ/TW"]),
        ("Nghị quyết số 57–NQ/TW", ["57-NQ/TW"]),
        ("Nghị quyết số 57 – NQ/TW", ["57-NQ/TW"]),
        ("Nghị quyết số 57/NQ-TW", ["57-NQ/TW"]),
        ("Nghị quyết số 57-NQTW", ["57-NQ/TW"]),
        ("Nghị quyết số 57-NQ/T.W", ["57-NQ/TW"]),
        ("Nghị quyết số 57-NQ/TƯ", ["57-NQ/TW"]),
        ("Nghị quyết số: 57-NQ/TW", ["57-NQ/TW"]),
        ("Nghị quyết Bộ Chính trị số 57", ["57-NQ/TW"]),
        ("Nghị quyết của Bộ Chính trị số 57-NQ/TW", ["57-NQ/TW"]),
        ("nghị quyết 57-NQ/TW", ["57-NQ/TW"]),
        ("NGHỊ QUYẾT SỐ 57-NQ/TW", ["57-NQ/TW"]),
        ("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị", ["57-NQ/TW"]),
        ("Nghị quyết số 57, ngày 22/12/2024 của Bộ Chính trị", ["57-NQ/TW"]),
        ("Nghị quyết số 57 ngày 22 tháng 12 năm 2024 của Bộ Chính trị", ["57-NQ/TW"]),
        ("Nghị quyết 57", ["Nghị quyết 57"]),
        ("Nghị quyết số 57", ["Nghị quyết 57"]),
        ("NQ 57", ["Nghị quyết 57"]),
        ("Nghị quyết số 57-NQ/TW … NQ 57", ["57-NQ/TW", "57-NQ/TW"]),
        ("Chỉ thị 34-CT/TW", ["34-CT/TW"]),
        ("Chỉ thị số 34 của Ban Bí thư Trung ương Đảng", ["34-CT/TW"]),
        ("CT 34-CT/TW", ["34-CT/TW"]),
        ("Chỉ thị số 16/CT-TTg", ["16/CT-TTg"]),
        ("Chỉ thị 16 của Thủ tướng Chính phủ", ["16/CT-TTg"]),
        ("Chỉ thị số 16/CT-TTg của Thủ tướng", ["16/CT-TTg"]),
        ("Kết luận 91-KL/TW", ["91-KL/TW"]),
        ("Kết luận số 91 của Ban Bí thư", ["91-KL/TW"]),
        ("KL 91-KL/TW", ["91-KL/TW"]),
        ("Quy định 37-QĐ/TW", ["37-QĐ/TW"]),
        ("Quy định số 37 của Ban Chấp hành Trung ương", ["37-QĐ/TW"]),
        ("QĐ 1719/QĐ-TTg", ["1719/QĐ-TTg"]),
        ("Quyết định số 1719/QĐ-TTg ngày 14/10/2021", ["1719/QĐ-TTg"]),
        ("Quyết định 1719 của Thủ tướng Chính phủ", ["1719/QĐ-TTg"]),
        ("Nghị định số 45/2025/NĐ-CP", ["45/2025/NĐ-CP"]),
        ("Nghị định 45 của Chính phủ", ["45/NĐ-CP"]),
        ("Nghị định 45/NĐ-CP … Nghị định số 45/2025/NĐ-CP", ["45/2025/NĐ-CP", "45/2025/NĐ-CP"]),
        ("Nghị định 45/2025 của Chính phủ", ["45/2025/NĐ-CP"]),
        ("NĐ 45/2025/NĐ-CP", ["45/2025/NĐ-CP"]),
        ("Nghị định 45/2025/NĐCP", ["45/2025/NĐ-CP"]),
        ("Nghị định số 45 năm 2025 của Chính phủ", ["45/2025/NĐ-CP"]),
        ("Nghị quyết 128/NQ-CP", ["128/NQ-CP"]),
        ("Nghị quyết số 128 của Chính phủ", ["128/NQ-CP"]),
        ("Nghị quyết 128-NQ/CP", ["128/NQ-CP"]),
        ("Nghị quyết 43/2022/QH15", ["43/2022/QH15"]),
        ("Nghị quyết số 43 của Quốc hội", ["Nghị quyết 43 của Quốc hội"]),
        ("Nghị quyết số 43 của Quốc hội … Nghị quyết số 43/2022/QH15", ["43/2022/QH15", "43/2022/QH15"]),
        ("Nghị quyết 43/2022 của Quốc hội … Nghị quyết số 43/2022/QH15", ["43/2022/QH15", "43/2022/QH15"]),
        ("Nghị quyết 10/2016/NQ-HĐND", ["10/2016/NQ-HĐND"]),
        ("Nghị quyết số 10 của HĐND tỉnh … Nghị quyết số 10/2016/NQ-HĐND", ["10/2016/NQ-HĐND", "10/2016/NQ-HĐND"]),
        ("Nghị quyết số 10/NQ-HĐND của HĐND tỉnh", ["10/NQ-HĐND"]),
        ("Quyết định số 15/2024/QĐ-UBND của UBND tỉnh", ["15/2024/QĐ-UBND"]),
        ("Quyết định số 15 của UBND tỉnh", ["15/QĐ-UBND"]),
        ("Quyết định 15/QĐUBND", ["15/QĐ-UBND"]),
        ("Kế hoạch 88-KH/TU", ["88-KH/TU"]),
        ("Kế hoạch số 88 của Tỉnh ủy", ["88-KH/TU"]),
        ("Kế hoạch số 88/KH-UBND", ["88/KH-UBND"]),
        ("Kế hoạch số 88 của UBND tỉnh", ["88/KH-UBND"]),
        ("Thông báo kết luận số 88-TB/TU", ["88-TB/TU"]),
        ("Thông báo 634/TB-VPCP", ["634/TB-VPCP"]),
        ("Thông báo kết luận số 634 của Văn phòng Chính phủ", ["634/TB-VPCP"]),
        ("Đề án 06", ["Đề án 06"]),
        ("Đề án số 06", ["Đề án 06"]),
        ("Đề án 6", ["Đề án 06"]),
        ("Đề án 06/CP", ["Đề án 06"]),
        ("Đề án 06 của Chính phủ", ["Đề án 06"]),
        ("Đề án 06/CP của Chính phủ", ["Đề án 06"]),
        ("Chương trình 135", ["Chương trình 135"]),
        ("Chương trình hành động số 12-CTr/TU", ["12-CTr/TU"]),
        ("Chương trình hành động số 12 của Tỉnh ủy", ["12-CTr/TU"]),
        ("Công điện số 55/CĐ-TTg", ["55/CĐ-TTg"]),
        ("Công điện 55 của Thủ tướng Chính phủ", ["55/CĐ-TTg"]),
        ("Công văn số 6212/UBND-TH", ["6212/UBND-TH"]),
        ("Luật số 31/2024/QH15", ["31/2024/QH15"]),
        ("Luật Đất đai số 31/2024/QH15", ["31/2024/QH15"]),
        ("Thông tư 39/2019/TT-BTC", ["39/2019/TT-BTC"]),
        ("Thông tư số 39 của Bộ Tài chính … Thông tư 39/2019/TT-BTC", ["39/2019/TT-BTC", "39/2019/TT-BTC"]),
        ("Nghị quyết Trung ương 4 khóa XII", []),
        ("các Nghị quyết: số 57-NQ/TW, số 59-NQ/TW, số 66-NQ/TW", ["57-NQ/TW", "59-NQ/TW", "66-NQ/TW"]),
        ("các Nghị quyết 57, 59, 66, 68 của Bộ Chính trị", ["57-NQ/TW", "59-NQ/TW", "66-NQ/TW", "68-NQ/TW"]),
        ("Nghị quyết 57; Nghị quyết 59 của Bộ Chính trị", ["Nghị quyết 57", "59-NQ/TW"]),
        ("bộ tứ nghị quyết (57, 59, 66, 68)", []),
        ("Nghị quyết số 18-NQ/TW khóa XII … Nghị quyết 18", ["18-NQ/TW khóa XII", "18-NQ/TW khóa XII"]),
        (
            "Nghị quyết số 29-NQ/TW của Ban Chấp hành Trung ương khóa XI … Nghị quyết 29-NQ/TW",
            ["29-NQ/TW khóa XI", "29-NQ/TW khóa XI"],
        ),
        ("Hướng dẫn số 05-HD/BTCTW", ["05-HD/BTCTW"]),
        ("Hướng dẫn số 05 của Ban Tổ chức Trung ương", ["05-HD/BTCTW"]),
        ("Nghị quyết số 05-NQ/TU của Ban Chấp hành Đảng bộ tỉnh", ["05-NQ/TU"]),
        ("Nghị quyết 05 của Tỉnh ủy", ["05-NQ/TU"]),
        ("Nghị quyết 05 của Ban Thường vụ Tỉnh ủy", ["05-NQ/TU"]),
        ("Nghị quyết số 72 NQ/TW", ["72-NQ/TW"]),
        ("Nghị quyết 72/NQ/TW", ["72-NQ/TW"]),
        ("Quyết định số 1719/QĐ - TTg", ["1719/QĐ-TTg"]),
        ("Quyết định số 1719/QĐ-TTG", ["1719/QĐ-TTg"]),
        ("Chỉ thị số 16/CT-Ttg", ["16/CT-TTg"]),
        ("Nghị quyết số 11/NQ-CP ngày 30/1/2022", ["11/NQ-CP"]),
        ("Nghị quyết số 11/NQ–CP", ["11/NQ-CP"]),
    ],
)
def test_one_form_for_all_that_is_printed(text: str, forms: list[str]) -> None:
    assert canonical(text) == forms


@pytest.mark.parametrize(
    "text",
    [
        "QĐ 15 tỷ đồng",
        "TT 39 người",
        "NQ 5 năm",
        "theo nghị quyết 57, 15 nhiệm vụ",
        "Kế hoạch 88, 89",
    ],
)
def test_a_short_kind_needs_more_than_a_number(text: str) -> None:
    assert canonical(text) == []


def test_bare_numbers_go_on_only_in_a_list() -> None:
    assert canonical("theo Nghị quyết 57, 34 tỉnh") == ["Nghị quyết 57"]
    assert canonical("theo các Nghị quyết 57, 34 đã ban hành") == ["Nghị quyết 57", "Nghị quyết 34"]
