"""What a part of a sentence was read as, before it becomes a directive."""

from __future__ import annotations

from meetings.extraction.agents import Agents
from meetings.extraction.facts import Assignee, Deadline, DirectiveFact, Strength
from meetings.extraction.orders import Order
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span
from meetings.extraction.speakers import Speaker


@dataclass(frozen=True, slots=True)
class PartReading:
    """A part read as a directive: the rule, who is told, where the task begins."""

    rule: str
    strength: Strength
    told: Agents | None
    task: int
    order: Order | None = None

    def directive(
        self,
        text: str,
        span: Span,
        speaker: Speaker | None,
        assignees: tuple[Assignee, ...],
        deadline: Deadline | None,
        legal_refs: tuple[str, ...],
    ) -> DirectiveFact:
        """The directive under `span` of `text`, given by `speaker`; unsure where no verb says that it is an order."""
        return DirectiveFact(
            span=span,
            rule=self.rule,
            text=span.of(text),
            assigner=speaker.name if speaker else None,
            assigner_title=speaker.title if speaker else None,
            assignees=assignees,
            strength=self.strength,
            deadline=deadline,
            legal_refs=legal_refs,
            confidence=1.0 if self.order else 0.7 if self.rule == "need of a thing" else 0.9,
        )
