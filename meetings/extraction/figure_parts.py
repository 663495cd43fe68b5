"""The parts of a sentence that figures stand in, and what each figure measures by the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.document import Document
from meetings.extraction.full_stops import trim
from meetings.extraction.measure_names import name_of_measure
from meetings.extraction.metrics import known_metric, names_known_metric
from meetings.extraction.quantities import Quantity, find_quantities
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span

OF_PLAN = re.compile(
    r"\s(?:so với |so )?(kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|giá trị hợp đồng)(?![^\W_])", re.IGNORECASE
)
_COMPARED = re.compile(r"\s(?:so với|so|cùng kỳ|năm trước|năm ngoái)(?![^\W_])", re.IGNORECASE)
_PART_END = re.compile(r"[,;:]\s|\)\s|(?<!\sso)\s(?:và|với|còn|trong đó)\s")
_JOINT = re.compile(r"[,;:]\s")
_PIECE = WordPattern(r"(?<=\s)(?:trong đó|nhất là|đưa|cho biết|cho rằng)\s", re.IGNORECASE)
_TAIL_END = re.compile(
    r"[,;:()\n]|\.(?:\s|\Z)|(?<!\sso)\s(?:và|với|nhưng|song|do|để|là|trong đó|trước|vào|thuộc|được giao|Thủ tướng)\s"
)
_BARE_VERB = re.compile(
    r"(?:đón|trồng(?: mới)?|bàn giao|cấp(?: mới| thêm)?|hoàn thành|xây dựng|thành lập(?: mới)?|thu hút|giải quyết|tạo|"
    r"công nhận|khởi công|đưa|có|thêm|phát triển|xóa|nâng|bổ sung|bố trí|kết nạp|đào tạo|phục vụ|\S+ xong|thực hiện)\Z",
    re.IGNORECASE,
)
# Dimensions whose unit does not say what is measured: "640 ha quế" is forest, but "9 triệu lượt khách" is guests.
_OF_SIZE = frozenset({"percent", "percentage points", "money", "ratio", "area", "length", "mass", "factor"})
# … and those in which a verb before the figure is no name: "hoàn thành 86%" but "xây dựng tăng 8%".
_OF_RATE = frozenset({"percent", "percentage points", "factor"})
_DIGIT = re.compile(r"[\d²³]")
_ITEM = re.compile(r"(?:[^\W\d_]+[\s-]*){1,6}")
_SHORT_ITEM = 5
_AIM = re.compile(r"(?<![^\W_])(?:mục tiêu|chỉ tiêu)\s?\Z", re.IGNORECASE)
_LONGEST_AIM = 12
_LONG_WAY = 25
_LONGEST_TAIL = 80


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A figure with the words of its own part of the sentence before (`lead`) and after it (`tail`)."""

    quantity: Quantity
    lead: Span
    tail: Span


def figure_parts(document: Document, sentence: Span, not_figures: bytes) -> list[FigurePart]:
    """The figures of `sentence` with the words of each, but those on characters that `not_figures` marks."""
    text = document.plain
    found = find_quantities(document, sentence)
    if not found:
        return []
    quantities = [quantity for quantity in found if not_figures.find(1, *quantity.number) < 0]
    parts: list[FigurePart] = []
    start = sentence.start
    for i, quantity in enumerate(quantities):
        until = quantities[i + 1].span.start if i + 1 < len(quantities) else sentence.end
        end = _TAIL_END.search(text, quantity.span.end, until)
        tail = Span(quantity.span.end, min(end.start() if end else until, quantity.span.end + _LONGEST_TAIL))
        parts.append(FigurePart(quantity, Span(start, quantity.span.start), tail))
        after = _PART_END.search(text, quantity.span.end, until)
        start = after.end() if after else quantity.span.end
    return parts


def shared_tail(plain: str, parts: Sequence[FigurePart], i: int) -> str:
    """The words behind a figure, or behind the next where both have them: "120 xã và ít nhất 1 huyện ‹đạt chuẩn›"."""
    tail = parts[i].tail.of(plain)
    if i + 1 == len(parts) or tail.strip() or parts[i].quantity.unit.dimension != "territory":
        return tail
    between = plain[parts[i].quantity.span.end : parts[i + 1].quantity.span.start]
    return parts[i + 1].tail.of(plain) if between.strip() in ("và", ",") else tail


def measure(document: Document, part: FigurePart) -> tuple[Span, str]:
    """Where the figure's words begin and end, and the name of what it measures, empty where an earlier name holds."""
    text = document.plain
    start, known = _start_of_name(text, part.lead)
    if known and known.start - start > _LONG_WAY and text[known.start - 1] != "(":
        start = known.start
    while text[start].isspace():
        start += 1
    name = name_of_measure(text[start : part.lead.end])
    if _AIM.search(text, max(part.lead.start, part.lead.end - _LONGEST_AIM), part.lead.end) and not (
        name and _is_known(text, start, part.lead.end, name)
    ):
        name = ""  # "ngành thuế quyết tâm đạt mục tiêu trên 900 tỷ đồng" names who, not what
    tail = part.tail.of(text)
    measured_before = bool(OF_PLAN.match(tail) or _COMPARED.match(tail))
    counts = part.quantity.unit.dimension not in _OF_RATE
    if not name or (_BARE_VERB.match(name) and (counts or measured_before)):
        name = "" if measured_before else _named_after(part.quantity, name, tail)
    return trim(text, start, part.tail.end), name


def _start_of_name(text: str, lead: Span) -> tuple[int, Span | None]:
    """Where the name of a figure begins among the words before it, and the measure that is known from there on.

    That is after the last comma or semicolon, unless the comma stands inside the name: "kim ngạch xuất khẩu chè, gỗ
    đạt …" begins with a measure that is known, "nông, lâm nghiệp, thủy sản tăng …" is a row of short items.
    """
    starts = [lead.start]
    starts += [joint.end() for joint in _JOINT.finditer(text, *lead)]
    if words := _PIECE.finditer(text, *lead):
        starts = sorted([*starts, *(match.end() for match in words)])
    while len(starts) > 1 and not text[starts[-1] : lead.end].strip():
        starts.pop()  # "Thu ngân sách: 12.800 tỷ đồng"
    last = starts[-1]
    name, known = name_of_measure(text[last : lead.end]), known_metric(text, last, lead.end)
    if not name or (known and _is_known(text, last, lead.end, name)):
        return last, known
    for i in range(len(starts) - 2, -1, -1):
        before = text[starts[i] : starts[i + 1]]
        if not before.rstrip().endswith(",") or _DIGIT.search(before):
            break
        earlier = name_of_measure(before)
        if not earlier:
            break
        place = starts[i] + max(0, before.find(earlier))
        first = known_metric(text, place, place + len(earlier))
        if first and first.start == place:
            return place, known_metric(text, place, lead.end)
        if len(earlier.split()) > _SHORT_ITEM or not _ITEM.fullmatch(name):
            break
        last = place
    return last, known if last == starts[-1] else known_metric(text, last, lead.end)


def _is_known(text: str, start: int, end: int, name: str) -> bool:
    """Whether a measure that is known stands in `name`, which was read from `text[start:end]`."""
    place = text.find(name, start, end)
    if place < 0:
        return names_known_metric(name)
    return known_metric(text, place, place + len(name)) is not None


def _named_after(quantity: Quantity, verb: str, tail: str) -> str:
    """The name that follows its figure: "trồng mới 640 ha quế" measures "trồng mới quế"."""
    if quantity.unit.dimension in _OF_SIZE:
        return f"{verb} {tail.strip()}".strip() if tail.strip() else ""
    thing = re.sub(r"\A(?:triệu|nghìn|ngàn|vạn) ", "", quantity.printed_unit)
    return f"{verb} {thing} {tail.strip()}".strip()
