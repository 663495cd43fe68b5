"""Why no decision was read at a place."""

from __future__ import annotations

import re

from meetings.extraction.decisions import DECISION, OUTCOME, OUTCOMES, objection
from meetings.extraction.spans import Span
from meetings.extraction.why.study import Place, Study

_OUTCOME = re.compile(OUTCOME)


def why_no_decision(study: Study, place: Place) -> str:
    """Why the words at `place` tell nothing that the meeting decided."""
    if place.block.kind not in ("paragraph", "bullet"):
        return f"in a line taken for {place.block.kind} no decisions are looked for"
    plain, sentence = study.document.plain, place.sentence
    outcome = next((m for m in _OUTCOME.finditer(plain, *sentence) if Span(*m.span()).overlaps(place.span)), None)
    if outcome is None:
        return "no outcome of the table outcomes.csv stands in it"
    words = f"“{outcome[0]}”"
    for match in DECISION.finditer(plain, *sentence):
        if not match.start() <= outcome.start() < match.end():
            continue
        weight = OUTCOMES[match["outcome"]][1]
        refused = objection(plain, sentence, match, weight)
        return {
            "to come or another's": f"the words before “{match[0]}” make it something to come, or somebody else's",
            "lead": f"the words before “{match[0]}” only tell who held the meeting",
            "only considered": f"{words} only considers, in a sentence that tells who held the meeting",
        }.get(refused, f"the sentence's decision was read from other words than {words}")
    return f"{words} is an outcome, but no body and no gathering stands before it as the one who decided"
