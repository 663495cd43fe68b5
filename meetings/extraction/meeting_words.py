"""The words for meetings, and the words around them that make them another meeting than the one told."""

from __future__ import annotations

import re
from functools import cache

from meetings.extraction.beginnings import WordPattern, made_once
from meetings.extraction.lexicon import table, variants
from meetings.extraction.memory import remembered
from meetings.extraction.spans import Span, matchable
from meetings.extraction.wording import opening_words, words_of

_COUNTED = re.compile(r"(?<![\d.,/-])(?:0?[2-9]|[1-9]\d{1,2}) (?:cuộc |phiên |buổi |lượt )?$")


@made_once
def nouns() -> tuple[WordPattern, dict[str, str]]:
    """The words for meetings as a pattern, and the kind of noun by each word."""
    kinds: dict[str, str] = {}
    for row in table("meeting_nouns"):
        for form in variants(row["forms"]):
            kinds.setdefault(matchable(form), row["noun"])
    return WordPattern(rf"({opening_words(kinds, any_case=True)})(?!\w)(?! báo(?! cáo)\b| mặt\b)"), kinds


@cache
def lead_word(kind: str) -> re.Pattern[str]:
    """What lead_words.csv has under `kind`, in the frame that its place in a sentence needs."""
    words = words_of("lead_words", kind, any_case=True)
    if kind == "name part":
        return re.compile(rf"(?:[ ,()-]|\d+(?:[/.-]\d+)*|[IVX]+|(?:{words})(?!\w))*", re.IGNORECASE)
    if kind in ("partner", "other"):
        return re.compile(
            rf"(?<!\w)(?<!chương )(?:{words})(?: (?:{words_of('lead_words', f'{kind} word', any_case=True)}))*[ :]*$",
            re.IGNORECASE,
        )
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _asides() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Clauses of place, cause and occasion, up to the comma: at a sentence's beginning, and behind a comma."""
    clause = rf"(?:{words_of('lead_words', 'aside')})(?!\w)(?:(?! đã | diễn ra | tổ chức )[^,])*(?=,)"
    return re.compile(clause), re.compile(", " + clause)


@remembered
def without_asides(plain: str, sentence: Span) -> str:
    """The sentence with clauses of place, cause and occasion blanked, as long as before."""
    text = sentence.of(plain)
    opening, behind_comma = _asides()
    if aside := opening.match(text):
        text = " " * aside.end() + text[aside.end() :]
    return behind_comma.sub(lambda match: ", ".ljust(len(match[0])), text)


def find_nouns(plain: str, sentence: Span, text: str) -> list[re.Match[str]]:
    """The words for meetings in `text`, which is the sentence with or without its asides, as matches in `text`."""
    pattern, _ = nouns()
    found: list[re.Match[str]] = []
    reached = 0
    for place in pattern.places(plain, *sentence):
        at = place - sentence.start
        if at >= reached and (match := pattern.match(text, at)):
            found.append(match)
            reached = match.end()
    return found


def is_other(text: str, match: re.Match[str]) -> bool:
    """Whether the noun is another meeting than the one told: "trình kỳ họp", "dự hội nghị", "14 kỳ họp"."""
    at = match.start()
    if text.endswith("phòng ", 0, at):
        return True  # "các ‹phòng họp› trực tuyến" is no meeting, "Hải Phòng họp" is one
    return bool(lead_word("other").search(text, max(0, at - 30), at) or _COUNTED.search(text, max(0, at - 12), at))
