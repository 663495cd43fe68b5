"""Whom "ông", "bà", "đồng chí" or "chủ tọa kỳ họp" means: the one last told of who agrees with the word."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from meetings.extraction.openings import clause_starts
from meetings.extraction.spans import Span
from meetings.extraction.speakers import Reference, References, Speaker, Subject
from meetings.extraction.subjects import is_object
from meetings.extraction.verbs import begins_task

_CHAIR = re.compile(r"chủ tọa|người (?:chủ trì|điều hành)|đồng chí chủ trì", re.I)
_ADDRESS = re.compile(r"(?<!\w)([Ôô]ng|[Bb]à) \Z")
_HE_OR_SHE = re.compile(r"(?:ông|bà)(?!\w)", re.I)
_PRESIDES = re.compile(r" (?:chủ trì|điều hành)(?!,? phối hợp)(?!\w)")
_BESIDE = re.compile(r"|[,;] |,? (?:và|cùng|với|cùng với) ")
_KEPT = 12  # who was told of longer ago is named again


@dataclass(slots=True)
class Antecedents:
    """Those told of so far, the last at the end, each with those told of beside him, and who presides."""

    references: References
    chairs: frozenset[str | None]
    told_of: deque[tuple[Speaker, ...]] = field(default_factory=lambda: deque(maxlen=_KEPT))
    addresses: dict[str, str] | None = None

    def take(self, *speakers: Speaker) -> None:
        """`speakers` are told of now, together."""
        self.told_of.append(speakers)

    def read(self, plain: str, sentence: Span, subjects: Sequence[Subject], *, running: bool) -> None:
        """Takes in whom a sentence is about in which nobody speaks: "‹Ông A› không đồng ý", "câu nói của ‹A›".

        While orders run (`running`), those named are told to act; only a person who opens a paragraph, without a task
        behind him, is told of then.
        """
        persons = [s for s in subjects if s.speaker is None or s.speaker.rank != "body"]
        if not persons:
            return
        first = next((s for s in persons if _opens_clause(plain, sentence, s)), None)
        if first is None:
            others = {s.speaker for s in persons if s.speaker}
            alone = others.pop() if len(others) == 1 and not running else None
            if alone and alone.name and alone.rank == "leader":
                self.take(alone)
        elif first.speaker and (not running or _opens_paragraph(plain, sentence, first)):
            self.take(*_together(plain, persons[persons.index(first) :]))

    def meant(self, plain: str, pronoun: Span, speaker: Speaker | None) -> Speaker | None:
        """Who is meant by `pronoun` while `speaker` has the floor; None where nobody told of agrees with it, or two."""
        words = pronoun.of(plain)
        if _CHAIR.match(words):
            names = self.chairs - {None}
            if len(names) != 1:
                return Speaker(None, words[:1].upper() + words[1:])
            return self.references.speaker(Reference(pronoun, next(iter(names)), ()))
        said = _HE_OR_SHE.match(words)
        for group in (*reversed(self.told_of), (speaker,) if speaker else ()):
            if agreeing := [s for s in group if not said or self._agrees(plain, said[0].lower(), s)]:
                return agreeing[0] if len(agreeing) == 1 else None
        return None

    def _agrees(self, plain: str, word: str, speaker: Speaker) -> bool:
        if speaker.name is None:
            return speaker.rank != "body"
        if self.addresses is None:
            self.addresses = self._read_addresses(plain)
        address = self.addresses.get(speaker.name) or ("bà" if " Thị " in speaker.name else None)
        return address in (None, word)

    def _read_addresses(self, plain: str) -> dict[str, str]:
        """How the text addresses each person: "bà {name}"."""
        found: dict[str, str] = {}
        for mention in self.references.people.mentions:
            start = mention.span.start
            if address := _ADDRESS.search(plain, max(0, start - 4), start):
                found.setdefault(mention.name, address[1].lower())
        return found


def _opens_clause(plain: str, sentence: Span, subject: Subject) -> bool:
    start = subject.span.start
    behind_sign = plain.endswith((", ", ": ", '" '), sentence.start, start)
    opens = behind_sign or start == sentence.start or start in clause_starts(plain, *sentence)
    return opens and not is_object(plain, subject, sentence.start)


def _together(plain: str, subjects: Sequence[Subject]) -> Iterator[Speaker]:
    """The first of `subjects` and those beside him: "ông A, {title} và bà B, {title} chủ trì"."""
    end = subjects[0].span.start
    for subject in subjects:
        if subject.speaker is None or not _BESIDE.fullmatch(plain, end, subject.span.start):
            return
        yield subject.speaker
        end = subject.span.end


def _opens_paragraph(plain: str, sentence: Span, subject: Subject) -> bool:
    """Whether a person by name opens a paragraph, and no task comes behind."""
    named = subject.speaker is not None and subject.speaker.name is not None
    return named and _starts_line(plain, sentence) and not begins_task(plain, subject.span.end + 1, sentence.end)


def _starts_line(plain: str, sentence: Span) -> bool:
    """Whether only a bullet's mark stands before the sentence in its line."""
    return not any(char.isalnum() for char in plain[plain.rfind("\n", 0, sentence.start) + 1 : sentence.start])


def presides_from_here(plain: str, sentence: Span, subject: Subject) -> bool:
    """Whether a paragraph begins with who presides over what it tells: "Cùng ngày, ‹ông A› chủ trì buổi tiếp …"."""
    speaker = subject.speaker
    leads = speaker is not None and speaker.name is not None and speaker.rank == "leader"
    return leads and bool(_PRESIDES.match(plain, subject.span.end, sentence.end)) and _starts_line(plain, sentence)
