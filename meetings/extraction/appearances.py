"""Who chaired, attended, spoke, reported or concluded, by name or by the one office that the text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from meetings.extraction.act_nouns import noun_before
from meetings.extraction.acts import Deed, deeds_after
from meetings.extraction.beginnings import WordPattern
from meetings.extraction.document import Document
from meetings.extraction.doings import Told, are_object, told_in
from meetings.extraction.facts import AppearanceFact
from meetings.extraction.first_words import first_letters
from meetings.extraction.memory import remembered
from meetings.extraction.parties import Party, find_parties
from meetings.extraction.people import UNREAD, People
from meetings.extraction.quotes import in_quotes
from meetings.extraction.spans import Span, span_of
from meetings.extraction.verbs import UPPER

# "‹Ông› phản ánh …", '"…", ‹bà› nói'.
_OPENING_PRONOUN = re.compile(rf"(Ông|Bà|Đồng chí|Đ/c)(?= (?![{UPPER}])[^\W\d_])")
_QUOTED_BY = re.compile(rf'"[,.]? ?[-,]? (ông|bà|đồng chí)(?= (?![{UPPER}])[^\W\d_])')
_REPORT_OF = re.compile(r"(?:Theo|Qua) (báo cáo) của (ông|bà|đồng chí)(?=,)")
_FIRST_LETTERS = first_letters(_OPENING_PRONOUN.pattern) | first_letters(_REPORT_OF.pattern)
_STRANGER = WordPattern(rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Ee]m) (?=[{UPPER}])")
# The longest name has six syllables.
_ADDRESSED = re.compile(rf"([Ôô]ng|[Bb]à) (?=([{UPPER}]\S*(?: \S+){{0,5}}))")
UNSURE = 0.75  # of whom a pronoun means
# Guests may have a last word, too: the one who presides sums up.
_LAST_WORD = re.compile(r"kết thúc|khép lại", re.IGNORECASE)


def find_appearances(document: Document, people: People) -> tuple[AppearanceFact, ...]:
    """One `AppearanceFact` per person and act, at its first place.

    What a person says counts as `speaks` unless the text says that he reports or concludes;
    "phát biểu" and the like count in any case.
    """
    told = list(_all_told(document.plain, people))
    chairs = {t.who for t in told if t.deed.act == "chairs"}
    found: dict[tuple[str, str], AppearanceFact] = {}
    told = [_last_word(document.plain, t) if chairs and t.who not in chairs else t for t in told]
    settled = {t.who for t in told if t.deed.act in ("reports", "concludes")}
    for t in told:
        if not t.deed.certain and t.who in settled:
            continue
        title = None if t.official else t.who
        sure = UNSURE if t.rule == "act of a pronoun" else 1.0
        fact = AppearanceFact(t.deed.span, t.rule, t.official, title, t.deed.act, confidence=sure)
        found.setdefault((t.who, t.deed.act), fact)
    return tuple(sorted(found.values(), key=lambda fact: fact.span))


def _last_word(plain: str, told: Told) -> Told:
    """ "Kết thúc buổi làm việc, ‹A› cảm ơn": who does not preside only speaks."""
    if told.deed.act == "concludes" and _LAST_WORD.match(plain, told.deed.span.start):
        return Told(told.who, told.official, Deed("speaks", told.deed.span, False), told.rule)
    return told


def _all_told(plain: str, people: People) -> Iterator[Told]:
    last: str | None = None
    for block in people.blocks:
        if block.kind in UNREAD:
            continue
        for sentence in block.sentences:
            parties = find_parties(plain, sentence, people)
            if parties:
                told = told_in(plain, sentence, people)
                yield from map(_announced, told) if block.kind == "heading" else told
            if last and (plain[sentence.start] in _FIRST_LETTERS or plain.find('"', *sentence) >= 0):
                yield from _told_by_pronoun(plain, sentence, last)
            if last or parties:
                last = _told_of(plain, sentence, people, parties, last)


def _announced(told: Told) -> Told:
    """What a heading over the words of one who speaks tells no more than they do: "‹Phát biểu của› Bí thư Tỉnh ủy"."""
    if told.rule != "speech of" or told.deed.act != "speaks":
        return told
    return Told(told.who, told.official, Deed("speaks", told.deed.span, False), told.rule)


def _told_by_pronoun(plain: str, sentence: Span, last: str) -> Iterator[Told]:
    """What "ông", "bà" or "đồng chí" did, who is `last`."""
    match = None
    if plain[sentence.start] in _FIRST_LETTERS:
        if (match := _REPORT_OF.match(plain, *sentence)) and _agrees(plain, match[2], last):
            yield Told(last, last, Deed("reports", span_of(match.span(1)), True), "act of a pronoun")
            return
        match = _OPENING_PRONOUN.match(plain, *sentence)
    if match is None and plain.find('"', *sentence) >= 0:
        match = _QUOTED_BY.search(plain, *sentence)
    if match and _agrees(plain, match[1], last) and not in_quotes(plain, match.start(1)):
        for deed in deeds_after(plain, match.end(), sentence.end):
            certain = deed.certain and deed.act != "speaks"  # "Đồng chí chỉ đạo …" says no more than his summing up
            yield Told(last, last, Deed(deed.act, deed.span, certain), "act of a pronoun")


def _agrees(plain: str, pronoun: str, name: str) -> bool:
    """Whether the text nowhere calls the person by the other form of address."""
    if pronoun.lower() == "ông":
        return " Thị " not in name and f"bà {name}" not in _called(plain)
    return pronoun.lower() != "bà" or f"ông {name}" not in _called(plain)


@remembered
def _called(plain: str) -> frozenset[str]:
    """The words, one and more, that stand behind "ông" and "bà" in the text, with it, where a name can begin."""
    found: set[str] = set()
    for match in _ADDRESSED.finditer(plain):
        words = match[2].split(" ")
        for number in range(1, len(words) + 1):
            found.add(f"{match[1].lower()} {' '.join(words[:number])}".rstrip(',.;:!?)"'))
    return frozenset(found)


def _told_of(plain: str, sentence: Span, people: People, parties: Sequence[Party], last: str | None) -> str | None:
    """Whom a pronoun in the next sentence can mean, if `last` was the one before this sentence with its `parties`."""
    previous, told_of = sentence.start, last
    for party in parties:
        lead = Span(previous, party.span.start)
        previous = party.span.end
        of_others = are_object(plain, lead) and noun_before(plain, lead, party) is None
        if of_others or in_quotes(plain, party.span.start):
            continue
        told_of = party.members[0][0] if len(party.members) == 1 else None
        break
    if told_of is None:
        return None
    for stranger in _STRANGER.finditer(plain, *sentence):
        if people.named_at(stranger.end()) is None and not in_quotes(plain, stranger.start()):
            return None
    return told_of
