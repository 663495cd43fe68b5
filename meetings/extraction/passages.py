"""Passages of orders: who has the floor, may he order, and what holds from one sentence to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from meetings.extraction.agents import Agents, heading_agents
from meetings.extraction.antecedents import Antecedents, presides_from_here
from meetings.extraction.assignees import read_assignees
from meetings.extraction.authority import below, may_order
from meetings.extraction.facts import Assignee, Strength
from meetings.extraction.lead_ins import agrees_on_a_list, announces_a_list, only_hands_out, speaks_of_tasks
from meetings.extraction.openings import past_connectives
from meetings.extraction.orders import Order
from meetings.extraction.spans import Span
from meetings.extraction.speakers import References, Speaker, Subject
from meetings.extraction.speech import SPEECH, STRESSES, is_ordered_by, sums_up
from meetings.extraction.subjects import find_subjects, is_object, speaks
from meetings.extraction.task_subjects import subject_of_task
from meetings.extraction.verbs import MODAL, MODAL_STRENGTHS, ORDER

_OPENING = 60


@dataclass(slots=True)
class Passage:
    """What holds from one sentence to the next.

    `floor`: the speaker has begun to speak his mind; `concluding`: he sums up; `running`: he has given an order, so
    that sentences without a speaker go on with it; `listing`: lines below a lead-in are tasks. `given` is the
    strength of the last order verb, `strength` what holds now, "need" after a "cần" or "phải". `kept` are those told
    last, to whom a task without a subject of its own falls; `listed` those of the lead-in, who are told by each item.
    `deciding`: the items say what a body agreed on; those that name somebody are his task.
    `stressing`: what the speaker said last stressed what matters, it did not assess what was.
    `summers` have summed up so far: whenever one of them has the floor again, he goes on concluding.
    """

    references: References
    told_of: Antecedents
    speaker: Speaker | None = None
    floor: bool = False
    stressing: bool = False
    concluding: bool = False
    running: bool = False
    listing: bool = False
    deciding: bool = False
    strength: Strength = "order"
    given: Strength = "order"
    kept: tuple[Assignee, ...] = ()
    listed: tuple[Assignee, ...] = ()
    summers: set[Speaker] = field(default_factory=set)

    @property
    def open(self) -> bool:
        """Whether an order needs no giver of its own here."""
        return self.running or self.concluding

    def hands_down(self, told: Agents) -> bool:
        """Whether what is said of those named is an order though no verb says so: who sums up or presides stresses."""
        presides = (
            self.speaker is not None and self.speaker.rank == "leader" and self.speaker.name in self.told_of.chairs
        )
        return (self.concluding or presides) and self.stressing and below(told)

    def need(self, modal: re.Match[str] | None) -> Strength:
        """The strength that holds from here on, after a "cần" or "được đề nghị", if there is one."""
        if modal:
            self.strength = MODAL_STRENGTHS.get(modal[0].lower(), self.strength)
        return self.strength

    def hand_over(self, speaker: Speaker) -> None:
        """Gives the floor to `speaker`; if it is another one, nothing said before holds."""
        if speaker != self.speaker:
            self.close()
            self.speaker, self.concluding = speaker, speaker in self.summers

    def close(self) -> None:
        """Something else begins; the last speaker is still "đồng chí"."""
        self.running = self.listing = self.deciding = self.floor = self.stressing = False
        self.kept = self.listed = ()

    def listen(self, plain: str, sentence: Span) -> None:
        """Learns from the sentence who has the floor."""
        subjects = find_subjects(plain, *sentence, self.references)
        for i, subject in enumerate(subjects):
            following = subjects[i + 1].span.start if i + 1 < len(subjects) else sentence.end
            if not (
                speaks(plain, subject, sentence.start, following, running=self.running)
                or is_ordered_by(plain, sentence, subject)
                or presides_from_here(plain, sentence, subject)
            ):
                continue
            self._has_the_floor(plain, subject)
            if self.speaker is None:
                return
            near = min(following, subject.span.end + 60)
            ordered = is_ordered_by(plain, sentence, subject)
            self.stressing = ordered or bool(STRESSES.search(plain, subject.span.end, near))
            self.floor = self.floor or ordered or bool(SPEECH.search(plain, subject.span.end, near))
            if sums_up(plain[sentence.start : min(sentence.end, subject.span.end + 60)]):
                self.concluding = True
                if self.speaker.rank != "body":
                    self.summers.add(self.speaker)
            return
        self.told_of.read(plain, sentence, subjects, running=self.open)

    def _has_the_floor(self, plain: str, subject: Subject) -> None:
        """Gives the floor to the subject, or to whom "ông" or "đồng chí" means; to nobody where none agrees with it."""
        speaker = subject.speaker or self.told_of.meant(plain, subject.span, self.speaker)
        if speaker:
            self.told_of.take(speaker)
        if speaker and speaker.rank != "other":
            self.hand_over(speaker)
        else:
            self.close()
            self.speaker, self.concluding = None, False

    def addresses(self, plain: str, told: Agents, end: int) -> bool:
        """Whether a leader who has the floor says what those `told` need to do: "… Các cấp ủy cần …"."""
        leads = self.speaker is not None and self.speaker.rank == "leader" and self.floor
        return leads and bool(MODAL.match(plain, told.end + 1, end))

    @property
    def goes_on(self) -> bool:
        """Whether a plain order needs no order verb here: among orders, and where a leader sums up."""
        leads = self.speaker is not None and self.speaker.rank == "leader" and self.speaker.name is not None
        return self.running or (self.concluding and self.floor and leads)

    def follows_up(self, plain: str, sentence: Span) -> bool:
        """Whether a leader who has the floor goes on to order: "Ông nhấn mạnh …. ‹Do đó, đề nghị các sở …›"."""
        leads = self.speaker is not None and self.speaker.rank == "leader" and self.floor
        return leads and bool(ORDER.match(plain, past_connectives(plain, *sentence), sentence.end))

    def hands_out(self, modal: re.Match[str]) -> bool:
        """Whether those told have been given the task while a leader spoke: "Sở A được yêu cầu soạn quy chế"."""
        return self.speaker is not None and self.speaker.rank == "leader" and modal[0].lower().startswith("được ")

    def next_item(self) -> None:
        """A new item of a list begins; it tells those of the lead-in unless it names others."""
        if self.listing:
            self.kept = self.listed

    def is_speaker(self, plain: str, span: Span) -> bool:
        """Whether the words are, or contain, the speaker himself: "‹Chủ tịch UBND tỉnh› tin tưởng …"."""
        subjects = find_subjects(plain, span.start, min(len(plain), span.end + 2), self.references)
        return any(s.speaker == self.speaker for s in subjects if s.speaker and s.span.start < span.end)

    def only_speaks(self, plain: str, part: Span) -> bool:
        """Whether a person opens the part of whom it only tells what he said: "Ông nêu quan điểm: …"."""
        opening = find_subjects(plain, part.start, min(part.end, part.start + _OPENING), self.references)
        first = next((s for s in opening if s.speaker is None or s.speaker.rank != "body"), None)
        if first is None or MODAL.search(plain, *part) or is_object(plain, first, part.start):
            return False
        return speaks(plain, first, part.start, part.end, running=self.running)

    def allows(self, order: Order) -> bool:
        """Whether the giver stands above those told: a request to the ministries or by a district is a petition."""
        speaker = order.subject.speaker if order.subject and order.subject.speaker else self.speaker
        presides = speaker is not None and (self.concluding or speaker.name in self.told_of.chairs)
        return may_order(speaker, order.agents, presides=presides)

    def head(self, plain: str, line: Span) -> bool:
        """Takes in a line that only names who is told by the lines below it: "2. Sở Công Thương"."""
        agents = heading_agents(plain, *line, self.references.people) if self.open else None
        if agents:
            self.running = self.listing = True
            self.kept = self.listed = read_assignees(plain, agents, agents.end, line.end, self.references.people)
        return agents is not None

    def lead_in(self, plain: str, sentence: Span, order: Order | None) -> bool:
        """Takes in a sentence that only announces a list; who it names is told by the items."""
        announces = announces_a_list(plain, sentence)
        if order:
            if not (announces or only_hands_out(plain, order, sentence)) or not self.allows(order):
                return False
            told = order.agents
            self.strength = self.given = order.strength
        else:
            told = self._announced(plain, sentence) if announces else None
            if not announces:
                return False
            if not (told or (self.open and speaks_of_tasks(plain, sentence))):
                if self.speaker is None or not agrees_on_a_list(plain, sentence):
                    return False
                self.deciding = True
        self.running = self.listing = True
        if told or order:
            people = self.references.people
            self.kept = self.listed = read_assignees(plain, told, told.end, sentence.end, people) if told else ()
        return True

    def _announced(self, plain: str, sentence: Span) -> Agents | None:
        people = self.references.people
        first = past_connectives(plain, *sentence)
        named = heading_agents(plain, first, sentence.end, people) if self.running else None
        told = named or subject_of_task(plain, sentence, people)
        return None if told and self.is_speaker(plain, told.items[0].span) else told
