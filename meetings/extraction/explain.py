"""Explains what was read from a text: what it is taken for, the text with its readings, the facts in a list."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from meetings.extraction.document import Document
from meetings.extraction.drawing import Page, draw
from meetings.extraction.facts import Detection, Extraction, MeetingFact
from meetings.extraction.readings import figure_label, order_label, readings

_MEETING_FIELDS = ("body", "kind", "date", "session", "place", "province", "number", "term", "period")


def explain(document: Document, extraction: Extraction, page: Page) -> Iterator[str]:
    """The lines of an explanation, none wider than `page`; without a meeting only why the text is taken for none."""
    yield from _header(document, extraction.detection, page)
    if not extraction.is_meeting:
        return
    if extraction.meeting:
        yield from _meeting(document, extraction.meeting, page)
    yield ""
    yield from draw(document.text, readings(extraction), page)
    yield ""
    yield from _facts(extraction, page)


def _header(document: Document, detection: Detection, page: Page) -> Iterator[str]:
    verdict = "a meeting of a provincial body" if detection.is_meeting else "no meeting of a provincial body"
    yield f"━━ {document.name} ".ljust(page.width, "━")
    yield from _filled(f"{verdict} [{detection.rule}]", "", page)
    words = " ".join(detection.span.of(document.text).split())
    if words:
        yield from _filled(f"read from “{words}”", "  ", page)


def _meeting(document: Document, meeting: MeetingFact, page: Page) -> Iterator[str]:
    yield from _filled(f"title: {meeting.title}", "  ", page)
    for field in _MEETING_FIELDS:
        value = getattr(meeting, field)
        if value is None:
            continue
        line = f"{field}: {value}"
        if field in meeting.evidence:
            span, rule = meeting.evidence[field]
            line += f" [{rule}: “{' '.join(span.of(document.text).split())}”]"
        yield from _filled(line, "  ", page)


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
            yield from _filled(f"{i}. {line}", "  ", page)


def _filled(words: str, indent: str, page: Page) -> Iterator[str]:
    clean = "".join(char if char.isprintable() else " " for char in words)
    yield from textwrap.wrap(clean, page.width, initial_indent=indent, subsequent_indent=indent + "   ")
