"""Who was at a meeting: each person or office once, with the titles and the acts that the texts give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from meetings.models import Appearance, Attestation, Mention
from meetings.models.evidence import Evidenced
from people.models import Official
from people.names import name_key

_Place = TypeVar("_Place", bound=Evidenced)
_FIRST = {"chairs": 0, "concludes": 1}


@dataclass
class Participant:
    """A person, or an office whose holder the texts do not name."""

    key: str
    official: Official | None
    title: str = ""
    titles: list[Attestation] = field(default_factory=list)
    acts: list[Appearance] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    @property
    def other_titles(self) -> list[str]:
        """Titles that stand with the acts and are not attested by words of their own."""
        attested = {name_key(attestation.title) for attestation in self.titles}
        titles = (act.title or (act.role.title if act.role else "") for act in self.acts)
        return [t for t in dict.fromkeys(titles) if t and t != self.title and name_key(t) not in attested]

    @property
    def rank(self) -> tuple[int, int]:
        """Those who chaired, those who concluded, the others; those only named last."""
        return (not self.acts, min((_FIRST.get(act.act, 2) for act in self.acts), default=2))


def participants(
    appearances: Iterable[Appearance], mentions: Iterable[Mention], attestations: Iterable[Attestation]
) -> list[Participant]:
    """All who appear or are named, those who chaired first, otherwise in the order of the text.

    Names and titles that a later version of the text has lost are left out.
    """
    found: dict[str, Participant] = {}
    for appearance in appearances:
        key = official_key(appearance)
        who = found.setdefault(
            key, Participant(key, appearance.official, "" if appearance.official else appearance.title)
        )
        who.acts.append(appearance)
    for mention in _in_place(mentions):
        if mention.official.state in ("read", "confirmed"):
            key = f"official-{mention.official_id}"
            found.setdefault(key, Participant(key, mention.official)).mentions.append(mention)
    for attestation in _in_place(attestations):
        person = found.get(f"official-{attestation.role.official_id}")
        if person and name_key(attestation.title) not in {name_key(a.title) for a in person.titles}:
            person.titles.append(attestation)
    return sorted(found.values(), key=lambda who: who.rank)


def _in_place(rows: Iterable[_Place]) -> list[_Place]:
    return sorted((row for row in rows if row.start is not None), key=lambda row: row.start or 0)


def official_key(appearance: Appearance) -> str:
    """The page's name for whoever appears: one per person, and one per title where no name is known."""
    if appearance.official_id is not None:
        return f"official-{appearance.official_id}"
    return f"office-{appearance.pk}"
