"""Words that a person points at in an article: where they stand, and what they say at first sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from meetings.extraction.document import Document, settle
from meetings.extraction.spans import Span
from meetings.models import Appearance, Article, Assignment, Decision, Directive, Mention, Target
from meetings.reconcile.days import as_day
from people.desk.passages import around
from people.models import Official, Organization, Role
from people.names import name_key

# So many places of the same words are offered to choose from.
MOST_PLACES = 30


@dataclass(frozen=True)
class Place:
    """Characters `[start, end)` of an article, with what stands before and after them."""

    start: int
    end: int
    words: str
    before: str
    after: str


def places_of(text: str, words: str) -> list[Place]:
    """Where `words` stand in `text`, whatever the spaces and line ends between them; at most `MOST_PLACES`."""
    found: list[Place] = []
    wanted = settle(words).split()
    start = 0
    while wanted and len(found) < MOST_PLACES and (span := _next(text, wanted, start)):
        found.append(place_at(text, *span))
        start = span[0] + 1
    return found


def place_at(text: str, start: int, end: int) -> Place:
    """The place of these characters; spaces at its ends are left out. Raises `ValueError` where nothing is left."""
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise ValueError(f"no words at {start}-{end}")
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    parts = around(text, start, end)
    return Place(start, end, parts["words"], parts["before"], parts["after"])


def _next(text: str, words: list[str], start: int) -> tuple[int, int] | None:
    while (begin := text.find(words[0], start)) >= 0:
        end = begin + len(words[0])
        for word in words[1:]:
            place = end + len(text[end:]) - len(text[end:].lstrip())
            if place == end or not text.startswith(word, place):
                break
            end = place + len(word)
        else:
            return begin, end
        start = begin + 1
    return None


def first_sight(model: Any, article: Article, place: Place, meeting: Any) -> dict[str, Any]:
    """What the words at `place` say for a new record of `model`, by field: a proposal that a person reads and mends."""
    propose = _PROPOSALS.get(model)
    return propose(article, place, meeting) if propose else {}


def _directive(article: Article, place: Place, meeting: Any) -> dict[str, Any]:
    from meetings.extraction.deadlines import find_deadline  # patterns that the site's start need not wait for

    document, span = Document(article.file_name, article.text), Span(place.start, place.end)
    reference = meeting.date.isoformat() if meeting.date and meeting.date_precision == "day" else None
    if reference is None and article.reported_on:
        reference = article.reported_on.isoformat()
    deadline = find_deadline(document, span, reference)
    proposed: dict[str, Any] = {"text": " ".join(place.words.split()), "strength": Directive.Strength.ORDER}
    if deadline is not None:
        proposed |= {
            "deadline_text": deadline.text,
            "deadline_kind": deadline.kind,
            "deadline_value": deadline.value or "",
            "deadline_from": as_day(deadline.earliest),
            "deadline_to": as_day(deadline.latest),
        }
    return proposed


def _target(article: Article, place: Place, meeting: Any) -> dict[str, Any]:
    from meetings.extraction.quantities import find_quantities  # as above

    document = Document(article.file_name, article.text)
    found = find_quantities(document, Span(place.start, place.end))
    proposed: dict[str, Any] = {"status": Target.Status.PLANNED, "comparator": Target.Comparator.EQUAL}
    if found:
        figure = found[0]
        metric = article.text[place.start : figure.span.start].strip(" ,;:-–")
        proposed |= {
            "metric": metric,
            "value": figure.value,
            "value_high": figure.value_high,
            "unit": figure.printed_unit,
            "comparator": figure.comparator,
            "of_total": figure.of_total,
        }
    return proposed


def _appearance(article: Article, place: Place, meeting: Any) -> dict[str, Any]:
    return {"official": _official(article, place), "act": Appearance.Act.ATTENDS}


def _role(article: Article, place: Place, meeting: Any) -> dict[str, Any]:
    words = " ".join(place.words.split())
    official = _official(article, place)
    title = words.replace(official.name, "").strip(" ,;:-–") if official else words
    return {
        "official": official,
        "title": title,
        "canonical_title": title[:1].upper() + title[1:],
        "province": meeting.province,
        "status": Role.Status.CURRENT,
    }


def _assignment(article: Article, place: Place, meeting: Any) -> dict[str, Any]:
    words = " ".join(place.words.split())
    known = Organization.objects.published().filter(name_key=name_key(words))
    here = known.filter(province=meeting.province).first() if meeting.province else None
    return {"words": words, "organization": here, "part": Assignment.Part.ASSIGNEE}


def _decision(article: Article, place: Place, meeting: Any) -> dict[str, Any]:
    return {"text": " ".join(place.words.split()), "body": meeting.body_name}


def _official(article: Article, place: Place) -> Official | None:
    """Whose name stands within the words, else nearest before them in the same paragraph."""
    paragraph = article.text.rfind("\n", 0, place.start) + 1
    rows = Mention.objects.filter(article=article, start__gte=paragraph, end__lte=place.end)
    mention = rows.select_related("official").order_by("-end").first()
    return mention.official if mention else None


_PROPOSALS: Mapping[Any, Any] = {
    Directive: _directive,
    Target: _target,
    Appearance: _appearance,
    Role: _role,
    Assignment: _assignment,
    Decision: _decision,
}
