"""Figures of socio-economic indicators: what was aimed at, is expected or was reached, with period and comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.document import Document
from meetings.extraction.facts import TargetFact
from meetings.extraction.figure_parts import FigurePart, figure_parts, measure, shared_tail
from meetings.extraction.figure_statements import statement
from meetings.extraction.horizons import COMPARED_PERIOD, Horizon, advance_in, compared_with, spoken_of
from meetings.extraction.indicators import is_indicator
from meetings.extraction.metrics import series_of
from meetings.extraction.periods import Extent
from meetings.extraction.periods_behind import period_behind, words_behind
from meetings.extraction.records import dataclass
from meetings.extraction.sentences import Block
from meetings.extraction.spans import Span

_FIGURE_BLOCKS = frozenset({"paragraph", "bullet"})
_NOTHING = Horizon()
_SURE_BY_LIKENESS = 0.75  # named by a like figure elsewhere in the text
_SURE_UNNAMED = 0.6  # no words tell what it measures
_ORDER = WordPattern(r"(?<![^\W_])(?:yêu cầu|đề nghị|(?<!ban )chỉ đạo)(?![^\W_])", re.IGNORECASE)
# "đạt 52% so với nghị quyết (23.600 tỷ đồng)" and "vượt chỉ tiêu (chỉ tiêu 9%)" tell the plan behind a figure.
_PLAN_IN_BRACKETS = re.compile(
    r"(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu)(?: [^()]{0,30})?\(\s?\Z"
    r"|\((?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kịch bản|cam kết)(?: \w+){0,3}\s\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Text:
    """What is known of the text beside its words; the characters of no figure and of orders are marked 1."""

    document: Document
    reference: str | None
    not_figures: bytes
    orders: bytes


def find_targets(
    document: Document,
    blocks: Iterable[Block],
    reference: str | None,
    *,
    not_figures: Sequence[Span] = (),
    orders: Sequence[Span] = (),
) -> tuple[TargetFact, ...]:
    """The figures in order: "thu phí cảng được 640,5 tỷ đồng, bằng 31,2% dự toán" gives two of one measure.

    `reference` is when the meeting was held as far as known; `not_figures` are dates and document numbers, `orders`
    the parts that order something, whose figures are plans unless their words say otherwise.
    """
    plain, length = document.plain, len(document.plain)
    text = _Text(document, reference, _marked(length, not_figures), _marked(length, orders))
    found: list[TargetFact] = []
    announced = _NOTHING
    earlier: Extent = "none"
    for block, parts in _up_to_last_figure(text, blocks):
        announces = plain.endswith(":", *block.span)
        topic = announced if block.kind == "bullet" or announces else _NOTHING
        if topic.earlier != earlier:
            topic = topic._replace(earlier=earlier)
        for sentence, figures in zip(block.sentences, parts, strict=True):
            if figures:
                facts, topic = _in_sentence(text, sentence, figures, topic)
                found += facts
            else:
                topic = spoken_of(topic, plain, sentence, reference)
        earlier = earlier if topic.extent == "none" else topic.extent
        if announces:  # "Năm 2026, phấn đấu:" holds for the bullets below it
            announced = topic
        elif block.kind == "paragraph":
            announced = _NOTHING
    return _all_named(found)


def _up_to_last_figure(text: _Text, blocks: Iterable[Block]) -> list[tuple[Block, list[list[FigurePart]]]]:
    """The blocks that may tell figures, with those of each sentence; what follows the last figure matters to none."""
    found = [
        (block, [figure_parts(text.document, sentence, text.not_figures) for sentence in block.sentences])
        for block in blocks
        if block.kind in _FIGURE_BLOCKS
    ]
    while found and not any(found[-1][1]):
        found.pop()
    return found


def _marked(length: int, spans: Iterable[Span]) -> bytes:
    marks = bytearray(length)
    for span in spans:
        marks[span.start : span.end] = b"\x01" * (span.end - span.start)
    return bytes(marks)


def _all_named(facts: Sequence[TargetFact]) -> tuple[TargetFact, ...]:
    """A figure whose sentence names no measure takes it from the first like figure of the text, or is left unnamed."""
    if all(fact.metric for fact in facts):
        return tuple(facts)
    named: dict[tuple[Decimal, str], TargetFact] = {}
    for fact in facts:
        if fact.metric:
            named.setdefault((fact.value, fact.unit), fact)
    return tuple(fact if fact.metric else _named(fact, named.get((fact.value, fact.unit))) for fact in facts)


def _named(fact: TargetFact, same: TargetFact | None) -> TargetFact:
    if same is None:
        unit = f"({fact.unit})"
        return replace(fact, metric=unit, canonical_metric=series_of(fact.unit) or unit, confidence=_SURE_UNNAMED)
    return replace(fact, metric=same.metric, canonical_metric=same.canonical_metric, confidence=_SURE_BY_LIKENESS)


def _in_sentence(
    text: _Text, sentence: Span, parts: Sequence[FigurePart], topic: Horizon
) -> tuple[list[TargetFact], Horizon]:
    """The sentence's figures, and the horizon that holds on for the next sentence."""
    plain = text.document.plain
    found: list[TargetFact] = []
    order = _ORDER.search(plain, *sentence)
    horizon, after, metric = topic, topic, ""
    for i, part in enumerate(parts):
        before, lead = horizon, Span(part.lead.start, part.quantity.number.start)
        span, name = measure(text.document, part)
        ordered_before = order is not None and order.end() <= part.quantity.number.start
        if horizon.one_measure and name and not ordered_before:
            horizon = horizon._replace(period=None, extent="none", why_period="", embedded=False)
        horizon = advance_in(horizon, plain, lead, text.reference)
        if part is parts[0]:  # "Đến ngày 20/6, …" tells a state; the year spoken of before goes on to be spoken of
            after = horizon if horizon.extent != "now" else topic._replace(status=horizon.status, estimated=False)
            after = after._replace(status=None) if after.why_status == "condition" else after
            if after.one_measure:
                after = after._replace(
                    period=topic.period, extent=topic.extent, why_period=topic.why_period, embedded=False
                )
        words = lead.of(plain)
        bracketed = "(" in words and _PLAN_IN_BRACKETS.search(words) is not None
        if is_indicator(part.quantity, part.lead.of(plain), shared_tail(plain, parts, i)):
            told = horizon
            if "ùng kỳ" in words and (compared := COMPARED_PERIOD.search(words)):
                told = compared_with(horizon, compared, text.reference)
            if bracketed:
                name, told = "", horizon._replace(status="planned", estimated=False, why_status="plan in brackets")
            metric = name or metric
            ordered = text.orders.find(1, *span) >= 0 and not _ordered_later(plain, order, span)
            ordered = ordered or (order is not None and order.end() <= span.end)
            if ordered and told.why_period in ("month", "quarter"):
                own = Span(plain.rfind(";", *lead) + 1 or lead.start, lead.end)
                own_period = advance_in(_NOTHING, plain, own, text.reference).period
                told = told._replace(period=own_period)  # "…, xong trong tháng 5; nâng tỷ lệ": May is the other task's
            found.append(_fact(text, part, span, metric, told, ordered))
        if i and (bracketed or horizon.why_status == "aimed at"):
            horizon = horizon._replace(  # "…, vượt chỉ tiêu 3,2%; giải ngân đạt 57%": only the one figure is the plan's
                status=before.status, estimated=before.estimated, why_status=before.why_status
            )
    if after.status == "planned" and horizon.status == "achieved":
        after = after._replace(status=None, why_status="")  # both a plan and what came of it have been told
    if after.why_status == "estimate":
        after = after._replace(status=None, estimated=False, why_status="")  # only what the sentence tells is one
    return found, after


def _ordered_later(plain: str, order: re.Match[str] | None, span: Span) -> bool:
    """Whether the figure is told before the order of its part: "tỷ lệ mới đạt 83%, ông ‹đề nghị› nâng lên"."""
    return order is not None and order.start() >= span.end and ";" not in plain[span.end : order.start()]


def _fact(text: _Text, part: FigurePart, span: Span, metric: str, horizon: Horizon, ordered: bool) -> TargetFact:
    plain = text.document.plain
    quantity, tail = part.quantity, part.tail.of(plain)
    said = statement(quantity, plain[part.lead.start : quantity.number.start], tail, metric)
    status, period = horizon.settled(text.reference, ordered)
    period = period_behind(words_behind(plain, quantity.span.end), text.reference) or period
    if status == "achieved" and period and text.reference and period[:4] > text.reference[:4]:
        status = "planned"  # what is still to come has not been reached
    why = horizon.why_status or ("ordered" if ordered else "told as a fact")
    return TargetFact(
        span=span,
        rule="; ".join(filter(None, (quantity.rule, why, horizon.why_period))),
        metric=said.metric,
        canonical_metric=said.canonical,
        value=quantity.value,
        value_high=quantity.value_high,
        unit=quantity.printed_unit,
        comparator=said.comparator,
        period=period,
        status=status,
        of_total=quantity.of_total,
    )
