"""Figures of socio-economic indicators: what was aimed at, is expected or was reached, with period and comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from meetings.extraction.document import Document
from meetings.extraction.facts import TargetFact
from meetings.extraction.horizons import Horizon, advance, period_of_plan
from meetings.extraction.indicators import is_indicator
from meetings.extraction.metrics import Aspect, canonical, known_metric, name_of_measure
from meetings.extraction.quantities import Quantity, find_quantities
from meetings.extraction.sentences import Block
from meetings.extraction.spans import Span

_FIGURE_BLOCKS = frozenset({"paragraph", "bullet"})
_PART_END = re.compile(r"[,;:]\s|(?<!\sso)\s(?:và|với|còn|trong đó)\s")
_PIECE = re.compile(r"[,;:]\s|(?<=\s)(?:trong đó|nhất là|đưa|cho biết|cho rằng)\s", re.IGNORECASE)
_TAIL_END = re.compile(
    r"[,;:()\n]|\.(?:\s|\Z)|(?<!\sso)\s(?:và|với|nhưng|song|do|để|là|trong đó|trước|vào|thuộc|được giao|Thủ tướng)\s"
)
_GROWTH = re.compile(r"(?<![^\W_])(tăng|giảm)(?: thêm| bình quân| khoảng| trên| hơn| gần| ước)*\s?\Z", re.IGNORECASE)
_OF_PLAN = re.compile(r"\s(?:so với )?(kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|giá trị hợp đồng)", re.IGNORECASE)
_BARE_VERB = re.compile(
    r"(?:đón|trồng(?: mới)?|bàn(?: giao)?|cấp(?: mới| thêm)?|hoàn thành|xây dựng|thành lập(?: mới)?|thu hút|giải quyết|tạo|công nhận|"
    r"khởi công|đưa|có|thêm|phát triển|xóa|nâng|bổ sung|bố trí|kết nạp|đào tạo|phục vụ|\S+ xong|thực hiện)\Z",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\s(?:so với |so )?(?:cùng kỳ|năm trước|năm ngoái|năm \d{4})", re.IGNORECASE)
_ESTIMATED = re.compile(r"(?<![^\W_])(?:ước|ước tính|dự ước)(?![^\W_])", re.IGNORECASE)
_LONG_WAY = 25
_ORDER = re.compile(r"(?<![^\W_])(?:yêu cầu|đề nghị|chỉ đạo)(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure with the words of its own part of the sentence before (`lead`) and after it (`tail`)."""

    quantity: Quantity
    lead: Span
    tail: Span


def find_targets(
    document: Document,
    blocks: Iterable[Block],
    reference: str | None,
    *,
    not_figures: Sequence[Span] = (),
    orders: Sequence[Span] = (),
) -> tuple[TargetFact, ...]:
    """The figures in order: "thu ngân sách đạt 812,6 tỷ đồng, bằng 44,8% dự toán" gives two of one measure.

    `reference` is when the meeting was held as far as known; `not_figures` are dates and document numbers, `orders`
    the parts that order something, whose figures are plans unless their words say otherwise.
    """
    found: list[TargetFact] = []
    carried = Horizon()
    for block in blocks:
        if block.kind not in _FIGURE_BLOCKS:
            continue
        topic = carried if block.kind == "bullet" else Horizon()
        for sentence in block.sentences:
            facts, topic = _in_sentence(document, sentence, topic, reference, not_figures, orders)
            found += facts
            carried = (
                topic if document.plain[sentence.end - 1] == ":" else carried if block.kind == "bullet" else Horizon()
            )
    return tuple(_named(fact, found) for fact in found)


def _named(fact: TargetFact, facts: Sequence[TargetFact]) -> TargetFact:
    """A figure whose sentence names no measure takes it from the same figure told elsewhere in the text."""
    if fact.metric:
        return fact
    same = next((f for f in facts if f.metric and (f.value, f.unit) == (fact.value, fact.unit)), None)
    if same is None:
        return replace(fact, metric=f"({fact.unit})", canonical_metric=f"({fact.unit})")
    return replace(fact, metric=same.metric, canonical_metric=same.canonical_metric, confidence=0.8)


def _in_sentence(
    document: Document,
    sentence: Span,
    topic: Horizon,
    reference: str | None,
    not_figures: Sequence[Span],
    orders: Sequence[Span],
) -> tuple[list[TargetFact], Horizon]:
    """The sentence's figures, and the horizon that holds on for the next sentence."""
    text = document.plain
    parts = _parts(document, sentence, not_figures)
    if not parts:
        spoken = advance(topic, sentence.of(text), reference)
        opens_list = sentence.of(text).endswith(":")
        return [], spoken if opens_list or (
            spoken.extent in ("year", "part") and "/" not in (spoken.period or "")
        ) else topic
    found: list[TargetFact] = []
    horizon, next_topic = topic, topic
    metric = ""
    for i, part in enumerate(parts):
        lead = part.lead.of(text)
        horizon = advance(horizon, lead, reference)
        if i == 0:  # "Đến ngày 15/11, …" tells a state, yet the year spoken of before goes on to be spoken of
            next_topic = horizon if horizon.extent != "now" else replace(topic, status=horizon.status, estimated=False)
        if not is_indicator(part.quantity, lead, part.tail.of(text)):
            continue
        span, name = _measure(document, part)
        growth = _GROWTH.search(lead)
        aspect: Aspect = "growth" if growth and part.quantity.unit.name != "ha" else "level"
        plan = _OF_PLAN.match(part.tail.of(text))
        if plan and part.quantity.unit.dimension == "percent":
            aspect = "share"
        own = name or metric
        if name:
            metric = name
        ordered = any(order.overlaps(span) for order in orders) or bool(_ORDER.search(text, sentence.start, span.end))
        status, period = horizon.settled(reference, ordered)
        quantity = part.quantity
        estimated = quantity.comparator == "=" and bool(_ESTIMATED.search(lead))
        direction = growth[1].lower() if growth else ""
        found.append(
            TargetFact(
                span=span,
                rule=f"{quantity.rule}, {status}",
                metric=_printed_metric(own, aspect, direction, plan[1] if plan else ""),
                canonical_metric=canonical(own, aspect, direction, quantity.unit.dimension == "percent"),
                value=quantity.value,
                value_high=quantity.value_high,
                unit=quantity.printed_unit,
                comparator="~" if estimated else quantity.comparator,
                period=period_of_plan(part.tail.of(text)) or period,
                status=status,
                of_total=quantity.of_total,
                confidence=1.0 if own else 0.5,
            )
        )
    return found, next_topic


def _parts(document: Document, sentence: Span, not_figures: Sequence[Span]) -> list[_Part]:
    text = document.plain
    quantities = [
        quantity
        for quantity in find_quantities(document, sentence)
        if not any(span.overlaps(quantity.number) for span in not_figures)
    ]
    parts: list[_Part] = []
    start = sentence.start
    for i, quantity in enumerate(quantities):
        until = quantities[i + 1].span.start if i + 1 < len(quantities) else sentence.end
        end = _TAIL_END.search(text, quantity.span.end, until)
        tail = Span(quantity.span.end, min(end.start() if end else until, quantity.span.end + 80))
        parts.append(_Part(quantity, Span(start, quantity.span.start), tail))
        after = _PART_END.search(text, quantity.span.end, until)
        start = after.end() if after else quantity.span.end
    return parts


def _measure(document: Document, part: _Part) -> tuple[Span, str]:
    """Where the figure's words begin and end, and the name of what it measures, empty where an earlier name holds."""
    text = document.plain
    start = part.lead.start
    for boundary in _PIECE.finditer(text, part.lead.start, part.lead.end):
        start = boundary.end()
    whole, piece = part.lead.of(text), text[start : part.lead.end]
    known = known_metric(piece)
    if known is None and (earlier := known_metric(whole)) and ";" not in whole[earlier[0].start :]:
        start = part.lead.start + earlier[0].start
    elif known and known[0].start > _LONG_WAY:
        start += known[0].start
    while text[start].isspace():
        start += 1
    name = name_of_measure(text[start : part.lead.end])
    tail = part.tail.of(text)
    if (not name or _BARE_VERB.match(name)) and not (_OF_PLAN.match(tail) or _COMPARED.match(tail)):
        name = _named_after(part.quantity, name, tail)
    return Span(start, part.tail.end), name


def _named_after(quantity: Quantity, verb: str, tail: str) -> str:
    """The name that follows its figure: "trồng mới 4.350 ha rừng" measures "trồng mới rừng"."""
    counted = quantity.unit.dimension not in (
        "percent",
        "percentage points",
        "money",
        "ratio",
        "area",
        "length",
        "mass",
        "factor",
    )
    thing = f"{quantity.printed_unit.removeprefix('triệu ').removeprefix('nghìn ')} " if counted else ""
    return f"{verb} {thing}{tail.strip()}".strip() if counted or tail.strip() else ""


def _printed_metric(name: str, aspect: Aspect, direction: str, of_what: str) -> str:
    if aspect == "growth":
        return f"{name} ({direction})".strip()
    return f"{name} so với {of_what}".strip() if aspect == "share" else name
