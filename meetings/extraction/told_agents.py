"""Who is told by a part of a sentence that has no order verb, tried from the surest form to the loosest."""

from __future__ import annotations

from meetings.extraction.agents import Agents
from meetings.extraction.authority import below
from meetings.extraction.doers import doers
from meetings.extraction.doings import told_in
from meetings.extraction.people import People
from meetings.extraction.spans import Span
from meetings.extraction.speakers import References
from meetings.extraction.statements import is_statement
from meetings.extraction.task_subjects import acting_agents, item_agents, subject_of_task, topic_agents


def find_told(plain: str, part: Span, references: References, *, running: bool, item: bool) -> Agents | None:
    """Who is told in `part`; `running` while orders go on, `item` where it opens a line of a list of tasks."""
    people = references.people
    told = subject_of_task(plain, part, people) or topic_agents(plain, part, people)
    if told is None and item:
        told = item_agents(plain, part, people)
    if told is None and running and not is_statement(plain, part, references):
        told = acting_agents(plain, part, people) or doers(plain, part, people)
        told = told if told and below(told) else None
    return None if told and _did_it(plain, part, told, people) else told


def _did_it(plain: str, part: Span, told: Agents, people: People) -> bool:
    """Whether the part tells what a person named did at the meeting: "… Lê Văn Đạt ‹đồng chủ trì›"."""
    names = {agent.name for agent in told.items}
    if names.isdisjoint(people.names):
        return False
    return any(
        done.official in names
        and done.deed.act in ("chairs", "attends")
        and " được " not in plain[told.end : done.deed.span.start]  # "được giao chủ trì" is his task
        for done in told_in(plain, part, people)
    )
