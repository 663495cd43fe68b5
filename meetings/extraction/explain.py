"""Explains what was read from a text: what it is taken for, the text with its readings, the facts in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from meetings.extraction.document import Document
from meetings.extraction.drawing import Page, draw
from meetings.extraction.facts import Detection, Extraction, MeetingFact
from meetings.extraction.meanings import meaning
from meetings.extraction.readings import Reading, figure_label, line_readings, order_label, readings
from meetings.extraction.sentences import split_blocks

_MEETING_FIELDS = ("body", "kind", "date", "session", "place", "province", "number", "term", "period")


def explain(document: Document, extraction: Extraction, page: Page) -> Iterator[str]:
    """The lines of an explanation, none wider than `page`; without a meeting only why the text is taken for none."""
    yield from _header(document, extraction.detection, page)
    if not extraction.is_meeting:
        yield from _decisive(document, extraction.detection, page)
        return
    if extraction.meeting:
        yield from _meeting(document, extraction.meeting, page)
    found = readings(extraction)
    lines = line_readings(split_blocks(document))
    yield ""
    yield from draw(document.text, [*lines, *found], page)
    yield ""
    yield from _facts(extraction, page)
    yield from _rules([*lines, *found], page)


def _header(document: Document, detection: Detection, page: Page) -> Iterator[str]:
    verdict = "a meeting of a provincial body" if detection.is_meeting else "no meeting of a provincial body"
    yield f"━━ {document.name} ".ljust(page.width, "━")
    yield from page.fill(f"{verdict} [{detection.rule}]")
    if why := meaning("detection", detection.rule):
        yield from page.fill(why, "  ")
    if words := " ".join(detection.span.of(document.text).split()):
        yield from page.fill(f"read from “{words}”", "  ")


def _decisive(document: Document, detection: Detection, page: Page) -> Iterator[str]:
    """The line with the words that decided against a meeting, where there are such words."""
    verdict = Reading(detection.span, "verdict", "no meeting", detection.rule, detection.confidence)
    for block in split_blocks(document):
        if block.span.covers(detection.span) and detection.span.end > detection.span.start:
            yield ""
            yield from draw(document.text, [verdict], page, within=block.span)


def _meeting(document: Document, meeting: MeetingFact, page: Page) -> Iterator[str]:
    yield from page.fill(f"title: {meeting.title}", "  ")
    for field in _MEETING_FIELDS:
        value = getattr(meeting, field)
        if value is None:
            continue
        line = f"{field}: {value}"
        if field in meeting.evidence:
            span, rule = meeting.evidence[field]
            line += f" [{rule}: “{' '.join(span.of(document.text).split())}”]"
        yield from page.fill(line, "  ")


def _facts(extraction: Extraction, page: Page) -> Iterator[str]:
    officials = dict.fromkeys(mention.name for mention in extraction.mentions)
    yield from _section("Officials", (_official(extraction, name) for name in officials), page)
    offices = (f"{a.title}: {a.act}" for a in extraction.appearances if a.official is None)
    yield from _section("Offices without a name", offices, page)
    orders = (
        f"{d.strength}: {order_label(d)}{f', by {d.deadline.value or d.deadline.text}' if d.deadline else ''}: {d.text}"
        for d in extraction.directives
    )
    yield from _section("Orders", orders, page)
    yield from _section("Figures", (figure_label(target) for target in extraction.targets), page)
    documents: dict[str, int] = {}
    for ref in extraction.legal_refs:
        name = ref.canonical if ref.canonical.startswith(ref.kind) else f"{ref.kind} {ref.canonical}"
        documents[name] = documents.get(name, 0) + 1
    cited = (name + (f" ({count} times)" if count > 1 else "") for name, count in documents.items())
    yield from _section("Documents cited", cited, page)
    decided = (f"{d.body or '?'}: {d.outcome}: {d.text}" for d in extraction.decisions)
    yield from _section("Decisions", decided, page)


def _official(extraction: Extraction, name: str) -> str:
    titles = dict.fromkeys(
        role.title + ("" if role.status == "current" else f" ({role.status})")
        for role in extraction.roles
        if role.official == name
    )
    acts = dict.fromkeys(a.act for a in extraction.appearances if a.official == name)
    return "; ".join(filter(None, [", ".join([name, *titles]), ", ".join(acts)]))


def _section(title: str, lines: Iterable[str], page: Page) -> Iterator[str]:
    items = list(lines)
    if items:
        yield f"{title} ({len(items)})"
        for i, line in enumerate(items, start=1):
            yield from page.fill(f"{i}. {line}", "  ")


def _rules(found: Sequence[Reading], page: Page) -> Iterator[str]:
    """What the rules named above mean, each once, in the order of their first reading."""
    meanings: dict[str, str] = {}
    for reading in found:
        for rule in reading.rule.split("; ") if reading.kind == "figure" else [reading.rule]:
            meanings.setdefault(meaning(reading.kind, rule), rule.partition(": ")[0])
    yield "Rules named above"
    for words, rule in meanings.items():
        yield from page.fill(f"[{rule}] {words}", "  ")
