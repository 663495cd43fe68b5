"""Why nobody was read as told to act at a place."""

from __future__ import annotations

from meetings.extraction.agents import read_agents
from meetings.extraction.spans import Span
from meetings.extraction.why.study import Place, Study

_MARKS = " ,;:.\"'()"


def why_no_assignee(study: Study, place: Place) -> str:
    """Why the words at `place` name nobody who is told to act."""
    plain = study.document.plain
    start = place.span.start
    while start < place.span.end - 1 and plain[start] in _MARKS:
        start += 1
    agents = read_agents(plain, start, place.block.span.end, study.found.people)
    order = next((d for d in study.extraction.directives if d.span.overlaps(place.span)), None)
    if agents is None:
        nobody = "it begins with no agency of agencies.csv, no head such as “Trung tâm”, no group and nobody in office"
        return nobody if order else f"no order is read here, and {nobody}"
    named = [agent.name for agent in agents.items if agent.span.overlaps(place.span)] or [agents.items[0].name]
    names = " and ".join(f"“{name}”" for name in named)
    if order is None:
        return f"it reads as {names}, but no order is read here"
    if any(Span(agents.items[0].span.start, agents.end).overlaps(told.span) for told in order.assignees if told.span):
        return f"it reads as {names}, who are told by an order elsewhere"
    return f"it reads as {names}, but stands inside the task, where one is spoken of and not told"
