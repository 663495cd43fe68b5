"""Legal documents: "Nghị định 43/2014/NĐ-CP" is Decree 43/2014/ND-CP."""

from __future__ import annotations

import re

from people.english.tables import column
from people.english.words import key_of, romanised

_NUMBERED = re.compile(r"(?P<kind>\D+?)(?:\s+số)?\s+(?P<number>\d[\w/.-]*)")


def document(vietnamese: str) -> str | None:
    """The kind of a document in English, with the number if there is one, in letters of the English alphabet."""
    match = _NUMBERED.fullmatch(vietnamese.strip())
    kind = column("documents", "kind").get(key_of(tuple((match["kind"] if match else vietnamese).split())))
    return f"{kind} {romanised(match['number'])}" if kind and match else kind
